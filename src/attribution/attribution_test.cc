#include "attribution/attribution.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "attribution/attribution_file.h"
#include "attribution/test_network.h"

namespace hearsay {
namespace {

// The smallest model that loads: all weights are zero.
std::vector<std::byte> empty_model(double calibration = 0, std::int32_t start = 0) {
  const std::vector<WeightRow<kCueLabels>> cue_rows(8);
  AttributionModel model;
  model.cues.table = as_table<kCueLabels>(cue_rows);
  model.cues.start[1] = start;
  model.calibration.weights[0] = calibration;
  return write_attribution(model).bytes();
}

Result<AttributionModel> read(const std::vector<std::byte>& bytes, const TestNetwork& net = {}) {
  auto file = ModelFile::from_bytes(bytes, "x.model", "attribution", kAttributionVersion);
  if (!file) return file.error();
  auto network = network_file(net);
  if (!network) return network.error();
  return read_attribution(*std::move(file), *std::move(network));
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
  EXPECT_EQ(model->cues.table.rows.size(), 8u);
  EXPECT_EQ(model->calibration.weights[0], 1.5);
}

TEST(AttributionModel, SaysWhatIsWrong) {
  EXPECT_EQ(read(empty_model(0, 1'000'000)).error().message,
            "x.model: section numbers: wrong count or range");
  EXPECT_EQ(read(empty_model(1e9)).error().message, "x.model: section calibration: wrong count or range");
  std::vector<std::byte> bytes = empty_model();
  bytes[bytes.size() - 64] ^= std::byte{1};
  EXPECT_EQ(read(bytes).error().code, ErrorCode::corrupt_model);
  bytes.resize(100);
  EXPECT_EQ(read(bytes).error().code, ErrorCode::corrupt_model);
  EXPECT_EQ(load_attribution("/nonexistent").error().code, ErrorCode::not_found);
}

TEST(AttributionModel, SaysWhatIsWrongWithTheNetwork) {
  TestNetwork net;
  net.chains[0] = 2'000'000;
  EXPECT_EQ(read(empty_model(), net).error().message, "r.model: section chains: wrong count or range");
  net = {};
  net.hidden = 6;
  EXPECT_EQ(read(empty_model(), net).error().message,
            "r.model: section sizes: expected four multiples of 4 up to 256");
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

// A model that takes every token for a cue of its own, with the rest as content: the
// worst case for time and for the rules of the layer.
TEST(FindAttributions, StaysLinearWhereEveryTokenIsACue) {
  auto model = read(empty_model());
  ASSERT_TRUE(model);
  model->cue_bias = 200;
  for (auto& row : model->network.role_chain.transitions) row[3] = 100;
  Document doc = one_sentence(std::vector<std::string>(3000, "said"));
  AttributionScratch scratch;
  find_attributions(*model, doc, scratch);
  EXPECT_FALSE(doc.attributions.empty());
  EXPECT_EQ(find_violation(doc), "");
  for (const Attribution& a : doc.attributions) ASSERT_LE(a.content.size(), 2u * kReach);
}

TEST(Window, StopsAtTheParagraphAndWhenManyCuesWereCrossed) {
  Facts facts;
  facts.tokens.resize(400);
  facts.quotes.resize(400);
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

TEST(Window, ReachesOverAnEdgeWhereAQuotationOrAColonGoesOn) {
  Facts facts;
  facts.tokens.resize(20);
  facts.quotes.resize(20);
  facts.paragraphs = {0, 10, 20};
  for (std::uint32_t i = 10; i < 20; ++i) facts.tokens[i].paragraph = 1;
  const std::vector<std::uint32_t> cue_at(20, kNone);
  EXPECT_EQ(window_of(facts, cue_at, {5, 6, 5}).last, 10u);
  facts.tokens[9].is_colon = true;
  EXPECT_EQ(window_of(facts, cue_at, {5, 6, 5}).last, 20u);
  EXPECT_EQ(window_of(facts, cue_at, {15, 16, 15}).first, 10u) << "a colon looks ahead only";
  facts.quotes[9].quote = facts.quotes[10].quote = 3;
  EXPECT_EQ(window_of(facts, cue_at, {15, 16, 15}).first, 0u);
}

TEST(Window, StopsBetweenSentencesThatNobodyQuotes) {
  Facts facts;
  facts.tokens.resize(30);
  facts.quotes.resize(30);
  facts.paragraphs = {0, 30};
  for (std::uint32_t i = 0; i < 30; ++i) facts.tokens[i].sentence = i / 10;
  const std::vector<std::uint32_t> cue_at(30, kNone);
  const Cue cue{15, 16, 15};
  const auto bounds = [&] {
    const Window w = window_of(facts, cue_at, cue);
    return std::pair(w.first, w.last);
  };
  EXPECT_EQ(bounds(), std::pair(10u, 20u));
  facts.tokens[9].is_colon = facts.tokens[19].is_colon = true;
  EXPECT_EQ(bounds(), std::pair(10u, 30u)) << "a colon looks ahead only";
  facts.tokens[19].is_colon = false;
  facts.quotes[20].depth = 1;  // what follows is quoted
  EXPECT_EQ(bounds(), std::pair(10u, 30u));
  facts.quotes[9].depth = 1;  // what went before is quoted
  EXPECT_EQ(bounds(), std::pair(0u, 30u));
}

}  // namespace
}  // namespace hearsay
