#include "claims/near_copies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace hearsay {
namespace {

// A block for each paragraph.
Document document_of(std::string text) {
  Document doc;
  doc.text = std::move(text);
  for (std::size_t begin = 0; begin < doc.text.size();) {
    const std::size_t end = std::min(doc.text.find("\n\n", begin), doc.text.size());
    doc.blocks.push_back({.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end + 2;
  }
  return doc;
}

// Paragraphs from `first` to before `last` of an endless article in which no four words come twice.
std::string article(int first, int last) {
  static const char* const kWords[] = {"harbour", "gate",  "pump", "warden",
                                       "tide",    "crane", "vote", "letter"};
  std::string text;
  for (int p = first; p < last; ++p) {
    for (int w = 0; w < 16; ++w) {
      text += std::string(kWords[(p * 5 + w * 3) % 8]) + std::to_string(p * 16 + w) + ' ';
    }
    text += "\n\n";
  }
  return text;
}

ArticleSignature sign(std::string text) { return sign_article(document_of(std::move(text))); }

TEST(Signature, IsBounded) {
  const ArticleSignature signature = sign(article(0, 500));
  EXPECT_EQ(signature.smallest.size(), kSketchSize);
  EXPECT_EQ(signature.shingles, 500u * 13u);
  EXPECT_EQ(signature.passages.size(), kMaxPassages);
  EXPECT_EQ(signature.left_out, 500u - kMaxPassages);
  EXPECT_LE(copy_keys(signature).size(), kMaxCopyKeys);
  EXPECT_TRUE(std::ranges::is_sorted(signature.passages, {}, &Passage::block));
}

TEST(Signature, OfNothingIsEmpty) {
  const ArticleSignature none = sign("");
  EXPECT_EQ(none, ArticleSignature{});
  EXPECT_TRUE(copy_keys(none).empty());
  EXPECT_FALSE(are_near_copies(none, none));
  EXPECT_FALSE(are_near_copies(none, sign(article(0, 9))));
}

TEST(Signature, LeavesOutWhatTheOutletAdds) {
  Document doc = document_of("By Ada Holm and others of our staff\n\n" + article(0, 5));
  doc.blocks[0].kind = BlockKind::byline;
  EXPECT_EQ(sign_article(doc).smallest, sign(article(0, 5)).smallest);
  doc.blocks[0].kind = BlockKind::title;
  EXPECT_NE(sign_article(doc).smallest, sign(article(0, 5)).smallest);
}

TEST(Signature, OfATextWithoutBlocksIsThatOfOneBlock) {
  Document doc;
  doc.text = "one two three four five six seven eight nine ten eleven twelve";
  EXPECT_EQ(sign_article(doc), sign(doc.text));
}

TEST(Signature, HasLongQuotationsBehindTheirParagraph) {
  const ArticleSignature signature = sign(
      "He said: “We looked at each pump in the house and found that none of them ran,” then “no” and "
      "left.\n\n"
      "Too short.");
  ASSERT_EQ(signature.passages.size(), 2u);
  EXPECT_EQ(signature.passages[0].kind, PassageKind::paragraph);
  EXPECT_EQ(signature.passages[1].kind, PassageKind::quote);
  EXPECT_EQ(signature.passages[1].words, 15u);
  const ArticleSignature elsewhere = sign(
      "\"We looked at each pump in the house and found that none of them ran,\" the warden told a paper.");
  EXPECT_TRUE(are_near_copies(signature.passages[1], elsewhere.passages[1]));
  EXPECT_EQ(resemblance(signature.passages[1], elsewhere.passages[1]), 1000u);
  EXPECT_EQ(signature.passages[1].key, elsewhere.passages[1].key);
}

TEST(Overlap, IsEstimated) {
  const ArticleSignature whole = sign(article(0, 100));
  const Overlap half = compare(whole, sign(article(50, 150)));
  EXPECT_NEAR(half.resemblance, 333, 120);
  EXPECT_NEAR(half.containment, 500, 140);
  const Overlap part = compare(whole, sign(article(20, 40)));
  EXPECT_NEAR(part.resemblance, 200, 100);
  EXPECT_EQ(part.containment, 1000u);
  EXPECT_EQ(compare(whole, sign(article(200, 300))).shared, 0u);
}

TEST(NearCopies, AreTheSameReportWholeOrCut) {
  const std::string whole = article(0, 40);
  EXPECT_TRUE(are_near_copies(sign(whole), sign(whole)));
  EXPECT_TRUE(are_near_copies(sign(whole), sign(article(0, 10))));
  EXPECT_TRUE(are_near_copies(sign(article(0, 10)), sign(whole)));
  EXPECT_TRUE(are_near_copies(sign(article(0, 20)), sign(article(5, 25))));
}

TEST(NearCopies, AreNotReportsThatShareAParagraph) {
  EXPECT_FALSE(are_near_copies(sign(article(0, 20)), sign(article(18, 40))));
}

TEST(NearCopies, AreNotRoundUpsAndWhatTheyHold) {
  EXPECT_FALSE(are_near_copies(sign(article(0, 100)), sign(article(0, 10))));
}

TEST(Passages, ThatWereEditedAreNearCopies) {
  const ArticleSignature one = sign(
      "The warden of the sluice said on Monday that both pumps had been tested in the spring, "
      "that no fault was found, and that the gates would open at noon.");
  const ArticleSignature edited = sign(
      "The warden of the sluice said Monday that both pumps had been tested in the spring, "
      "that no fault was found, and that the gates would open at noon, the paper reported.");
  const ArticleSignature other = sign(
      "The warden of the harbour said that on Monday a crane had been seen beside the wall of the "
      "old house, and that nobody knew who had brought it there.");
  EXPECT_TRUE(are_near_copies(one.passages[0], edited.passages[0]));
  EXPECT_FALSE(are_near_copies(one.passages[0], other.passages[0]));
}

TEST(CopyKeys, AreSharedByNearCopies) {
  std::vector<std::uint32_t> shared;
  const auto keys = copy_keys(sign(article(0, 20)));
  EXPECT_TRUE(std::ranges::is_sorted(keys));
  std::ranges::set_intersection(keys, copy_keys(sign(article(0, 6))), std::back_inserter(shared));
  EXPECT_GE(shared.size(), 6u);
  shared.clear();
  std::ranges::set_intersection(keys, copy_keys(sign(article(50, 70))), std::back_inserter(shared));
  EXPECT_TRUE(shared.empty());
}

}  // namespace
}  // namespace hearsay
