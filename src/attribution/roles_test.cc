#include "attribution/roles.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// Ten tokens and two cues, each with a window over all of them.
Guess two_cues() {
  Guess guess;
  guess.cue_at.assign(10, kNone);
  guess.cues.resize(2);
  guess.cues[0].cue = {1, 2, 1};
  guess.cues[1].cue = {8, 9, 8};
  for (std::uint32_t c = 0; c < 2; ++c) {
    guess.cues[c].window = {0, 10};
    guess.cues[c].labels_begin = 10 * c;
  }
  return guess;
}

void label(Guess& guess, const ContentPiece& piece) {
  for (std::uint32_t i = piece.first; i < piece.last; ++i) {
    guess.labels[10 * piece.cue + i] = i == piece.first ? 3 : 4;
  }
}

std::vector<std::uint8_t> settle(const std::vector<ContentPiece>& pieces) {
  Guess guess = two_cues();
  guess.labels.assign(20, 0);
  for (const ContentPiece& piece : pieces) label(guess, piece);
  std::vector<std::uint32_t> surest;
  settle_claims(pieces, surest, guess);
  return guess.labels;
}

TEST(SettleClaims, GivesAQuotationToTheSurerCue) {
  const auto labels = settle({{0, 2, 4, -0.1}, {0, 5, 7, -0.5}, {1, 5, 7, -0.2}});
  EXPECT_EQ(labels, (std::vector<std::uint8_t>{0, 0, 3, 4, 0, 0, 0, 0, 0, 0,  //
                                               0, 0, 0, 0, 0, 3, 4, 0, 0, 0}));
}

TEST(SettleClaims, LeavesWhatIsReportedWithinAReport) {
  const std::vector<ContentPiece> pieces = {{0, 2, 10, -0.1}, {1, 5, 7, -0.2}};
  Guess guess = two_cues();
  guess.labels.assign(20, 0);
  for (const ContentPiece& piece : pieces) label(guess, piece);
  EXPECT_EQ(settle(pieces), guess.labels) << "the second cue stands in what the first one reports";
}

}  // namespace
}  // namespace hearsay
