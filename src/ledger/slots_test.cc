#include "ledger/slots.h"

#include <gtest/gtest.h>

#include "claims/content_words.h"

namespace hearsay {
namespace {

Statement statement(const std::string& speaker, const std::string& stem) {
  Statement s;
  s.speaker = {.kind = SpeakerKind::named, .name = speaker, .sides = {"harbour office"}};
  s.words = {{.key = word_key(stem), .stem = stem, .weight = 5}};
  s.story = {"dahl", "holm"};
  s.confidence = 70;
  return s;
}

TEST(Slots, GiveBackWhatTheyWereGiven) {
  const std::vector<Statement> statements = {statement("ada holm", "bridg"), statement("per dahl", "crane")};
  EXPECT_EQ(decode_slots(encode_slots(statements)), statements);
  EXPECT_EQ(decode_slots(encode_slots({})), std::vector<Statement>{});
}

TEST(Slots, SingleOnesAreAsAll) {
  const std::vector<Statement> statements = {statement("ada holm", "bridg"), statement("per dahl", "crane")};
  const auto packed = PackedSlots::open(encode_slots(statements));
  ASSERT_TRUE(packed);
  ASSERT_EQ(packed->size(), 2u);
  EXPECT_EQ(packed->read(1), statements[1]);
  EXPECT_EQ(packed->read(0), statements[0]);
  EXPECT_EQ(PackedSlots::open("")->size(), 0u);
  EXPECT_FALSE(PackedSlots::open("x"));
}

TEST(Slots, RefuseOtherBytes) {
  const std::string bytes = encode_slots(std::vector{statement("ada holm", "bridg")});
  EXPECT_EQ(decode_slots(""), std::vector<Statement>{});  // of an article that makes none
  EXPECT_FALSE(decode_slots(bytes.substr(1)));
  EXPECT_FALSE(decode_slots(bytes + "x"));
}

}  // namespace
}  // namespace hearsay
