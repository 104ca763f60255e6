#include "attribution/attribution.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "attribution/attribution_file.h"

namespace hearsay {
namespace {

// The smallest model that loads: all weights are zero.
std::vector<std::byte> empty_model(double calibration = 0, std::int32_t start = 0) {
  const std::vector<WeightRow<kCueLabels>> cue_rows(8);
  const std::vector<WeightRow<kRoleLabels>> role_rows(8);
  AttributionModel model;
  for (PassModel& pass : model.passes) {
    pass.cues.table = as_table<kCueLabels>(cue_rows);
    pass.roles.table = as_table<kRoleLabels>(role_rows);
    pass.cues.start[1] = start;
  }
  model.calibration.weights[0] = calibration;
  return write_attribution(model).bytes();
}

Result<AttributionModel> read(const std::vector<std::byte>& bytes) {
  auto file = ModelFile::from_bytes(bytes, "x.model", "attribution", kAttributionVersion);
  if (!file) return file.error();
  return read_attribution(*std::move(file));
}

Document one_sentence(const std::vector<std::string>& words) {
  Document doc;
  doc.strings = {"_"};
  for (const std::string& word : words) {
    const auto begin = static_cast<std::uint32_t>(doc.text.size());
    doc.text += word + " ";
    doc.tokens.push_back({{begin, begin + static_cast<std::uint32_t>(word.size())}});
    doc.tags.push_back({});
    doc.arcs.push_back({.head = doc.arcs.empty() ? kNone : 0, .deprel = Deprel::dep});
  }
  doc.sentences = {{0, static_cast<std::uint32_t>(words.size())}};
  return doc;
}

TEST(AttributionModel, ReadsBackWhatWasWritten) {
  const auto model = read(empty_model(1.5));
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->passes[0].cues.table.rows.size(), 8u);
  EXPECT_EQ(model->calibration.weights[0], 1.5);
}

TEST(AttributionModel, SaysWhatIsWrong) {
  EXPECT_EQ(read(empty_model(0, 1'000'000)).error().message,
            "x.model: section pass0.numbers: wrong count or range");
  EXPECT_EQ(read(empty_model(1e9)).error().message, "x.model: section calibration: wrong count or range");
  std::vector<std::byte> bytes = empty_model();
  bytes[bytes.size() - 64] ^= std::byte{1};
  EXPECT_EQ(read(bytes).error().code, ErrorCode::corrupt_model);
  bytes.resize(100);
  EXPECT_EQ(read(bytes).error().code, ErrorCode::corrupt_model);
  EXPECT_EQ(load_attribution("/nonexistent/attribution.model").error().code, ErrorCode::not_found);
}

TEST(FindAttributions, FindsNothingWithoutTokensOrWeights) {
  const auto model = read(empty_model());
  ASSERT_TRUE(model);
  AttributionScratch scratch;
  Document empty;
  find_attributions(*model, empty, scratch);
  EXPECT_TRUE(empty.attributions.empty());
  Document doc = one_sentence({"Lee", "said", "no", "."});
  find_attributions(*model, doc, scratch);
  EXPECT_TRUE(doc.attributions.empty()) << "with equal scores the lowest label wins: outside";
  EXPECT_EQ(find_violation(doc), "");
}

// A pass that takes every token for a cue of its own, with the rest as content: the
// worst case for time and for the rules of the layer.
TEST(FindAttributions, StaysLinearWhereEveryTokenIsACue) {
  auto model = read(empty_model());
  ASSERT_TRUE(model);
  for (PassModel& pass : model->passes) {
    pass.cues.start[1] = 100;
    for (auto& row : pass.cues.transitions) row[1] = 100;
    for (auto& row : pass.roles.transitions) row[3] = 100;
  }
  Document doc = one_sentence(std::vector<std::string>(3000, "said"));
  AttributionScratch scratch;
  find_attributions(*model, doc, scratch);
  EXPECT_EQ(doc.attributions.size(), 3000u);
  EXPECT_EQ(find_violation(doc), "");
  for (const Attribution& a : doc.attributions) ASSERT_LE(a.content.size(), 2u * kReach);
}

TEST(Window, StopsAtTheParagraphAndWhenManyCuesWereCrossed) {
  Facts facts;
  facts.tokens.resize(400);
  facts.paragraphs = {0, 300, 400};
  for (std::uint32_t i = 300; i < 400; ++i) facts.tokens[i].paragraph = 1;
  std::vector<std::uint32_t> cue_at(400, kNone);
  const Window mid = window_of(facts, cue_at, {150, 151, 150});
  EXPECT_EQ(mid.first, 70u);
  EXPECT_EQ(mid.last, 231u);
  const Window edge = window_of(facts, cue_at, {310, 312, 310});
  EXPECT_EQ(edge.first, 300u);
  EXPECT_EQ(edge.last, 392u);
  for (std::uint32_t i = 0; i < 400; ++i) cue_at[i] = i;
  const Window crowded = window_of(facts, cue_at, {150, 151, 150});
  EXPECT_EQ(crowded.last - crowded.first, 2u * (kMaxCuesCrossed + 1) + 1);
}

}  // namespace
}  // namespace hearsay
