#include "claims/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims/test_statements.h"

namespace hearsay {
namespace {

struct Two {
  Statement later = make_statement("a2", "ivo brandt", {"gate"}).statement;
  Statement earlier = make_statement("a1", "ada holm", {"gate"}).statement;
  Quantity nine{.thousandths = 9'000, .about = "missing"};
  Quantity some{.thousandths = 1'500, .unit = "metre"};
  Comparison c;
};

TEST(Explain, TellsWhatIsCounted) {
  Two two;
  two.c.later_count = &two.nine;
  two.c.earlier_count = &two.some;
  EXPECT_EQ(explain(RelationType::conflicts, RelationDetail::act, two.c, two.later, two.earlier),
            "both count missing: 9 here, 1.5 there");
  EXPECT_EQ(find_detail(RelationType::conflicts, two.c), RelationDetail::number);
  EXPECT_EQ(find_detail(RelationType::supports, two.c), RelationDetail::none);
}

TEST(Explain, NamesTheWordThatBothHaveAsItIsSpelled) {
  Two two;
  two.later.excerpt = "no gates were open";
  two.c.shared.best_word = two.later.words.data();
  EXPECT_EQ(explain(RelationType::repeats, RelationDetail::act, two.c, two.later, two.earlier),
            "the same source says the same about \"gates\" again");
}

TEST(Explain, QuotesWhatRejectsAnAccount) {
  Two two;
  two.later.excerpt = "that account";
  two.c.points = true;
  EXPECT_EQ(explain(RelationType::disputes, RelationDetail::act, two.c, two.later, two.earlier),
            "ivo brandt rejects what ada holm said: \"that account\"");
  two.later.excerpt = "that";
  two.later.words.clear();
  EXPECT_EQ(explain(RelationType::disputes, RelationDetail::act, two.c, two.later, two.earlier),
            "ivo brandt rejects what ada holm said");
}

TEST(Explain, TellsWhoseWordsAreTakenBack) {
  Two two;
  two.c.kinship = Kinship::same;
  EXPECT_EQ(explain(RelationType::retracts, RelationDetail::act, two.c, two.later, two.earlier),
            "ivo brandt takes back earlier words about the same claim");
  two.c.kinship = Kinship::side;
  EXPECT_EQ(explain(RelationType::retracts, RelationDetail::act, two.c, two.later, two.earlier),
            "ivo brandt takes back what ada holm, of the same side, said about the same claim");
}

TEST(Explain, TellsInWhatTheTwoDiffer) {
  Two two;
  const Phrase gas{"gas", "a gas leak"};
  const Phrase arson{"arson", "arson"};
  two.c.differing.cause = {&gas, &arson};
  EXPECT_EQ(find_detail(RelationType::conflicts, two.c), RelationDetail::cause);
  EXPECT_THAT(explain(RelationType::conflicts, RelationDetail::cause, two.c, two.later, two.earlier),
              testing::EndsWith("; the cause: \"a gas leak\" here, \"arson\" there"));
  EXPECT_EQ(find_detail(RelationType::supports, two.c), RelationDetail::none);
}

TEST(FindDetail, IsTheSlotThatDiffers) {
  const Phrase one{"one", "one"};
  Two two;
  EXPECT_EQ(find_detail(RelationType::disputes, two.c), RelationDetail::act);
  two.c.differing.place = {&one, &one};
  EXPECT_EQ(find_detail(RelationType::disputes, two.c), RelationDetail::place);
  two.c.differing.actor = {&one, &one};
  EXPECT_EQ(find_detail(RelationType::disputes, two.c), RelationDetail::actor);
  two.c.differing.role = {&one, &one};
  EXPECT_EQ(find_detail(RelationType::disputes, two.c), RelationDetail::role);
}

TEST(FindDetail, IsTimeWhereDatesDiffer) {
  Two two;
  two.c.times_differ = true;
  EXPECT_EQ(find_detail(RelationType::conflicts, two.c), RelationDetail::time);
}

}  // namespace
}  // namespace hearsay
