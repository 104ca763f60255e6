// Threads: statements of any article about one claim, and where each source stands on it.
//
// Statements are joined by sure links of the same claim alone (kThreadConfidence), so that
// weak links never glue stories together.
//
// Cost:     O((statements + links) log of them)
// Threads:  any number
#ifndef HEARSAY_SRC_CLAIMS_THREADS_H_
#define HEARSAY_SRC_CLAIMS_THREADS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "claims/positions.h"
#include "claims/relation.h"
#include "claims/statement.h"

namespace hearsay {

struct Thread {
  std::vector<std::uint32_t> statements;  // indices, in the order of comes_before()
  std::vector<SourcePosition> positions;  // by source, then in time; only changes
  // Named sources of different sides; a statement that is repeated has one source.
  std::uint32_t independent_sources = 0;
  float disagreement = 0;  // the confidence of the surest relation by which two of them differ; 0: none
  std::uint32_t size = 0;  // statements in all, also where only some of them are here
  bool operator==(const Thread&) const = default;
};

// The threads of two statements or more, by their first statement. The same for every
// order of `statements` and `links`, but for the indices. Requires: indices are in range.
//
// `known` may say for each statement in which thread it is known to be, by any number, or -1: those of
// one number are joined even where the links between them are not given.
std::vector<Thread> find_threads(std::span<const PlacedStatement> statements,
                                 std::span<const LinkedPair> links, std::span<const std::int64_t> known = {});

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_THREADS_H_
