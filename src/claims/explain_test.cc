#include "claims/explain.h"

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
  EXPECT_EQ(explain(RelationType::conflicts, two.c, two.later, two.earlier),
            "both count missing: 9 here, 1.5 there");
  EXPECT_EQ(find_detail(RelationType::conflicts, two.c, two.later, two.earlier), RelationDetail::number);
  EXPECT_EQ(find_detail(RelationType::supports, two.c, two.later, two.earlier), RelationDetail::none);
}

TEST(Explain, NamesTheWordThatBothHaveAsItIsSpelled) {
  Two two;
  two.later.excerpt = "no gates were open";
  two.c.shared.best_word = two.later.words.data();
  EXPECT_EQ(explain(RelationType::repeats, two.c, two.later, two.earlier),
            "the same source says the same about \"gates\" again");
}

TEST(Explain, QuotesWhatRejectsAnAccount) {
  Two two;
  two.later.excerpt = "that account";
  two.c.points = true;
  EXPECT_EQ(explain(RelationType::disputes, two.c, two.later, two.earlier),
            "ivo brandt rejects what ada holm said: \"that account\"");
}

TEST(FindDetail, IsTimeWhereDatesDiffer) {
  Two two;
  two.c.times_differ = true;
  EXPECT_EQ(find_detail(RelationType::conflicts, two.c, two.later, two.earlier), RelationDetail::time);
}

}  // namespace
}  // namespace hearsay
