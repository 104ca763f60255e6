// Statements with what was said against them.
#ifndef HEARSAY_SRC_ANSWERS_DISPUTES_H_
#define HEARSAY_SRC_ANSWERS_DISPUTES_H_

#include <cstdint>
#include <vector>

#include "ledger/ledger.h"

namespace hearsay {

// Relations less sure are left out of answers unless asked for.
inline constexpr float kUsualConfidence = 0.5f;

// A statement and what was said against it later.
struct Dispute {
  std::uint32_t earlier = 0;             // index into LedgerStory::statements
  std::vector<const LinkedPair*> links;  // in the order of the later statements
};

// By the newest statement against them, newest first. What is said in several copies of a
// report is there once.
std::vector<Dispute> find_disputes(const LedgerStory& story);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_DISPUTES_H_
