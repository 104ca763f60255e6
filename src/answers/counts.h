// What a ledger holds, in numbers.
#ifndef HEARSAY_SRC_ANSWERS_COUNTS_H_
#define HEARSAY_SRC_ANSWERS_COUNTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger.h"

namespace hearsay {

// A count, its name for programs and for people.
struct Counted {
  std::int64_t number = 0;
  std::string_view name, words;
};

// In the order in which they are shown.
std::vector<Counted> all_counts(const LedgerCounts& counts);

// One line: {"record": "stats", ...}.
std::string to_record(const LedgerCounts& counts);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_COUNTS_H_
