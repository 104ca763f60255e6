#include "train/act_examples.h"

#include <gtest/gtest.h>

#include <fstream>

namespace hearsay {
namespace {

Result<std::vector<ActExample>> read(const std::string& lines) {
  const std::filesystem::path path = testing::TempDir() + "hearsay_acts.txt";
  std::ofstream(path) << lines;
  return read_act_examples(path);
}

TEST(ActExamples, TakesTheMarksOut) {
  const auto examples = read("# ours\n== deny, negated\n\n{No,} he [did not deny] {it}.\n");
  ASSERT_TRUE(examples) << examples.error().message;
  ASSERT_EQ(examples->size(), 1u);
  const ActExample& e = (*examples)[0];
  EXPECT_EQ(e.text, "No, he did not deny it.");
  EXPECT_EQ(e.attribution.act, Act::deny);
  EXPECT_TRUE(e.attribution.negated);
  EXPECT_EQ(e.attribution.cue, (std::vector<Span>{{7, 19}}));
  EXPECT_EQ(e.attribution.content, (std::vector<Span>{{0, 3}, {20, 22}}));
}

TEST(ActExamples, NamesTheLineThatIsWrong) {
  for (const char* lines : {"== shout\n", "He [said] so.\n", "== ask\nHe said so.\n", "== ask\n[He] [said]\n",
                            "== ask\n[He {said]}\n", "== ask\n[He] {said\n"}) {
    const auto examples = read(lines);
    ASSERT_FALSE(examples) << lines;
    EXPECT_EQ(examples.error().code, ErrorCode::invalid_input) << lines;
    EXPECT_NE(examples.error().message.find("hearsay_acts.txt:"), std::string::npos) << lines;
  }
  EXPECT_EQ(read_act_examples("/nonexistent").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace hearsay
