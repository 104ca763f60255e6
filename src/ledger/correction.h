// One thing that somebody told a ledger: who is who, or what has nothing to do with what.
#ifndef HEARSAY_SRC_LEDGER_CORRECTION_H_
#define HEARSAY_SRC_LEDGER_CORRECTION_H_

#include <cstdint>
#include <string>
#include <vector>

namespace hearsay {

// Values are stored: never renumber.
enum class CorrectionKind : std::uint8_t {
  merge = 0,      // two are one
  split = 1,      // in some articles it is another one
  side = 2,       // whom it speaks for
  unrelated = 3,  // two statements, whatever their words look like
};
inline constexpr int kCorrectionKindCount = 4;

struct Correction {
  std::int64_t number = 0;  // from 1, in the order in which they were made
  CorrectionKind kind = CorrectionKind::merge;
  std::string first, second;            // keys (of statements: statement_key()); no second one of a split
  std::string first_name, second_name;  // as they were called then, for people
  std::vector<std::string> articles;    // ids: of a split, sorted; where the two statements stand
};

// A correction that somebody asks for.
struct CorrectionRequest {
  CorrectionKind kind = CorrectionKind::merge;
  std::string first, second;          // names or ids; of statements, ids ("courier-17/a3")
  std::vector<std::string> articles;  // ids, of a split
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_CORRECTION_H_
