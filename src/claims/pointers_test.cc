#include "claims/pointers.h"

#include <gtest/gtest.h>

#include "claims/test_statements.h"

namespace hearsay {
namespace {

// What each statement of the text points to, as "2>1 3>1,2", numbers from 1.
std::string pointers_in(const std::string& text) {
  std::string found;
  const auto statements = read_statements(read_article(text));
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (statements[i].points_to.empty()) continue;
    if (!found.empty()) found += ' ';
    found += std::to_string(i + 1) + '>';
    for (std::size_t j = 0; j < statements[i].points_to.size(); ++j) {
      found += (j == 0 ? "" : ",") + std::to_string(statements[i].points_to[j] + 1);
    }
  }
  return found;
}

constexpr const char* kClaim = "Ada Holm said that the sluice gates were open before the storm.";

TEST(Pointers, ADenialOfAnAccountMeansTheOneBeforeIt) {
  EXPECT_EQ(pointers_in(std::string(kClaim) + "\n\nThe Harbour Office rejected that account."), "2>1");
  EXPECT_EQ(pointers_in(std::string(kClaim) + "\n\nThe Harbour Office dismissed the allegation."), "2>1");
}

TEST(Pointers, ANewStatementMeansItself) {
  EXPECT_EQ(pointers_in(std::string(kClaim) + "\n\nIvo Brandt said that the ferry Lantern sank at noon."),
            "");
  EXPECT_EQ(pointers_in(kClaim), "");
}

TEST(Pointers, NobodyRejectsHisOwnWords) {
  EXPECT_EQ(pointers_in(std::string(kClaim) + "\n\nAda Holm rejected that account."), "");
}

TEST(Pointers, AnIndefiniteReportIsNotTheOneBeforeIt) {
  EXPECT_EQ(pointers_in(std::string(kClaim) + "\n\nThe Harbour Office denied a report by the Weir Gazette."),
            "");
}

TEST(Pointers, APaperIsNotWhatSomebodySaid) {
  EXPECT_EQ(pointers_in(std::string(kClaim) + "\n\nThe Harbour Office rejected the safety report."), "");
}

TEST(Pointers, InheritTheWordsThatTheyMean) {
  const auto statements =
      read_statements(read_article(std::string(kClaim) + "\n\nThe Harbour Office rejected that account."));
  ASSERT_EQ(statements.size(), 2u);
  EXPECT_EQ(statements[1].inherited, statements[0].words);
  EXPECT_TRUE(statements[1].pointing);
  EXPECT_TRUE(statements[1].refusing);
  EXPECT_FALSE(statements[0].pointing);
}

}  // namespace
}  // namespace hearsay
