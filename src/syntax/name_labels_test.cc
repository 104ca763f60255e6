#include "syntax/name_labels.h"

#include <gtest/gtest.h>

#include <random>

namespace hearsay {
namespace {

bool may_follow(int previous, int label) {
  return label == 0 || label % 2 == 1 || previous == label || previous == label - 1;
}

// The best sequence by trying all; of equals the one with the lower label where
// they differ last.
std::vector<std::uint8_t> best_by_trial(const std::vector<float>& scores, int stride, int count, int labels) {
  std::vector<std::uint8_t> sequence(static_cast<std::size_t>(count), 0), best;
  float best_score = 0;
  for (;;) {
    float sum = 0;
    bool allowed = true;
    for (int t = 0, previous = 0; t < count; previous = sequence[t++]) {
      allowed = allowed && may_follow(previous, sequence[t]);
      sum += scores[static_cast<std::size_t>(t * stride + sequence[t])];
    }
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
    std::vector<float> scores(static_cast<std::size_t>(stride * count));
    // Whole numbers: sums are exact in any order, and there are ties.
    for (float& s : scores) s = static_cast<float>(random() % 5);
    std::vector<std::uint8_t> found;
    best_name_labels(scores, stride, count, labels, scratch, found);
    const auto expected = best_by_trial(scores, stride, count, labels);
    const auto worth = [&](const std::vector<std::uint8_t>& sequence) {
      float sum = 0;
      for (int t = 0; t < count; ++t) sum += scores[static_cast<std::size_t>(t * stride + sequence[t])];
      return sum;
    };
    EXPECT_EQ(worth(found), worth(expected));
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
  append_names(scores, kStride, 5, 0, doc, scratch);
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

TEST(NameLabelsTest, NoWordsNoNames) {
  Document doc;
  NameLabelScratch scratch;
  append_names({}, kNameLabels + kInnerLabels, 0, 0, doc, scratch);
  EXPECT_TRUE(doc.names.empty());
}

}  // namespace
}  // namespace hearsay
