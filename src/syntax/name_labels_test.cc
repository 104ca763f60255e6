#include "syntax/name_labels.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>

namespace hearsay {
namespace {

bool may_follow(int previous, int label) {
  return label == 0 || label % 2 == 1 || previous == label || previous == label - 1;
}

using Chain = std::vector<std::int32_t>;

std::int32_t worth(const Chain& chain, const std::vector<std::int32_t>& scores, int stride, int labels,
                   const std::vector<std::uint8_t>& sequence) {
  std::int32_t sum = 0;
  for (std::size_t t = 0; t < sequence.size(); ++t) {
    const int before = t == 0 ? labels : sequence[t - 1];
    sum += scores[t * static_cast<std::size_t>(stride) + sequence[t]];
    if (!chain.empty()) sum += chain[static_cast<std::size_t>(before * labels + sequence[t])];
  }
  return sum;
}

// The best sequence by trying all; of equals the one with the lower label where
// they differ last.
std::vector<std::uint8_t> best_by_trial(const Chain& chain, const std::vector<std::int32_t>& scores,
                                        int stride, int count, int labels) {
  std::vector<std::uint8_t> sequence(static_cast<std::size_t>(count), 0), best;
  std::int32_t best_score = 0;
  for (;;) {
    bool allowed = true;
    for (int t = 0, previous = 0; t < count; previous = sequence[t++]) {
      allowed = allowed && may_follow(previous, sequence[t]);
    }
    const std::int32_t sum = worth(chain, scores, stride, labels, sequence);
    if (allowed && (best.empty() || sum > best_score)) {
      best = sequence;
      best_score = sum;
    }
    int t = 0;
    while (t < count && ++sequence[t] == labels) sequence[t++] = 0;
    if (t == count) return best;
  }
}

TEST(NameLabelsTest, FindsWhatTryingAllSequencesFinds) {
  std::mt19937 random(7);
  NameLabelScratch scratch;
  for (int round = 0; round < 200; ++round) {
    const int count = 1 + round % 5;
    const int labels = round % 3 == 0 ? kNameLabels : kInnerLabels;
    if (labels == kNameLabels && count > 4) continue;
    const int stride = labels + round % 2;
    // Small numbers, so that there are ties.
    std::vector<std::int32_t> scores(static_cast<std::size_t>(stride * count));
    for (std::int32_t& s : scores) s = static_cast<std::int32_t>(random() % 5);
    Chain chain;
    if (round % 4 != 0) chain.resize(static_cast<std::size_t>((labels + 1) * labels));
    for (std::int32_t& s : chain) s = static_cast<std::int32_t>(random() % 5) - 2;
    std::vector<std::uint8_t> found;
    best_name_labels(scores, stride, count, labels, chain, scratch, found);
    EXPECT_EQ(found, best_by_trial(chain, scores, stride, count, labels));
    for (int t = 0, previous = 0; t < count; previous = found[t++])
      EXPECT_TRUE(may_follow(previous, found[t]));
  }
}

// "Bergen Fire Brigade met Quist" with the labels given, as certain scores.
Document labelled(const std::vector<int>& outer, const std::vector<int>& inner) {
  Document doc;
  doc.text = "Bergen Fire Brigade met Quist";
  doc.tokens = {{{0, 6}}, {{7, 11}}, {{12, 19}}, {{20, 23}}, {{24, 29}}};
  doc.sentences = {{0, 5}};
  constexpr int kStride = kNameLabels + kInnerLabels;
  std::vector<float> scores(5 * kStride, 0.0f);
  for (std::size_t t = 0; t < 5; ++t) {
    scores[t * kStride + static_cast<std::size_t>(outer[t])] = 1;
    scores[t * kStride + kNameLabels + static_cast<std::size_t>(inner[t])] = 1;
  }
  NameLabelScratch scratch;
  append_names(scores, kStride, 5, {}, 0, doc, scratch);
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

TEST(NameLabelsTest, PlaceInsideAnOrganization) {
  const Document doc = labelled({3, 4, 4, 0, 1}, {1, 0, 0, 0, 0});
  ASSERT_EQ(doc.names.size(), 3u);
  EXPECT_EQ(doc.names[0], (Name{{0, 19}, EntityKind::organization, false}));
  EXPECT_EQ(doc.names[1], (Name{{0, 6}, EntityKind::place, true}));
  EXPECT_EQ(doc.names[2], (Name{{24, 29}, EntityKind::person, false}));
}

TEST(NameLabelsTest, PlacesOutsideNamesAndAsLongAsTheNameAreDropped) {
  const Document doc = labelled({5, 0, 0, 0, 0}, {1, 0, 0, 1, 0});
  ASSERT_EQ(doc.names.size(), 1u);
  EXPECT_EQ(doc.names[0], (Name{{0, 6}, EntityKind::place, false}));
}

TEST(NameLabelsTest, TwoNamesMayTouch) {
  const Document doc = labelled({1, 1, 2, 0, 0}, {0, 0, 0, 0, 0});
  ASSERT_EQ(doc.names.size(), 2u);
  EXPECT_EQ(doc.names[0].span, (Span{0, 6}));
  EXPECT_EQ(doc.names[1].span, (Span{7, 19}));
}

// The names in five words, the third a dash, all of whose scores make one person.
std::vector<std::string> around_dash(std::string text, std::vector<Token> tokens) {
  Document doc;
  doc.text = std::move(text);
  doc.tokens = std::move(tokens);
  doc.sentences = {{0, 5}};
  constexpr int kStride = kNameLabels + kInnerLabels;
  std::vector<float> scores(5 * kStride, 0.0f);
  for (std::size_t t = 0; t < 5; ++t) {
    scores[t * kStride + 1] = t == 0 || t == 3 ? 2 : 1;
    scores[t * kStride + 2] = t == 0 ? 0 : 9;
  }
  NameLabelScratch scratch;
  append_names(scores, kStride, 5, {}, 0, doc, scratch);
  std::vector<std::string> names;
  for (const Name& name : doc.names) names.emplace_back(doc.at(name.span));
  return names;
}

TEST(NameLabelsTest, ADashWithSpacesAroundItEndsAName) {
  EXPECT_EQ(around_dash("Ada Holm - Per Dahl", {{{0, 3}}, {{4, 8}}, {{9, 10}}, {{11, 14}}, {{15, 19}}}),
            (std::vector<std::string>{"Ada Holm", "Per Dahl"}));
  EXPECT_EQ(around_dash("Ada Holm-Per Dahl", {{{0, 3}}, {{4, 8}}, {{8, 9}}, {{9, 12}}, {{13, 17}}}),
            (std::vector<std::string>{"Ada Holm-Per Dahl"}));
}

TEST(NameLabelsTest, TransitionsCount) {
  constexpr int kLabels = 3;
  std::vector<std::int32_t> chain((kLabels + 1) * kLabels, 0);
  chain[1 * kLabels + 1] = -5;  // two names do not touch
  NameLabelScratch scratch;
  std::vector<std::uint8_t> found;
  best_name_labels(std::vector<std::int32_t>{0, 9, 0, 0, 3, 0}, kLabels, 2, kLabels, chain, scratch, found);
  EXPECT_EQ(found, (std::vector<std::uint8_t>{1, 0}));
}

TEST(NameLabelsTest, NoWordsNoNames) {
  Document doc;
  NameLabelScratch scratch;
  append_names({}, kNameLabels + kInnerLabels, 0, {}, 0, doc, scratch);
  EXPECT_TRUE(doc.names.empty());
}

}  // namespace
}  // namespace hearsay
