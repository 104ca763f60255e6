// One thing that somebody told a ledger: who is who, or what has nothing to do with what.
#ifndef HEARSAY_SRC_LEDGER_CORRECTION_H_
#define HEARSAY_SRC_LEDGER_CORRECTION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claims/relation.h"

namespace hearsay {

// Values are stored: never renumber.
enum class CorrectionKind : std::uint8_t {
  merge = 0,      // two are one
  split = 1,      // in some articles it is another one
  side = 2,       // whom it speaks for
  unrelated = 3,  // two statements, whatever their words look like
  related = 4,    // two statements, and how: stored as 4 and the relation's type together, 4 to 8
};

struct Correction {
  std::int64_t number = 0;  // from 1, in the order in which they were made
  CorrectionKind kind = CorrectionKind::merge;
  std::string first, second;            // keys (of statements: statement_key()); no second one of a split
  std::string first_name, second_name;  // as they were called then, for people
  std::vector<std::string> articles;    // ids: of a split, sorted; where the two statements stand
  std::optional<RelationType> relation = {};  // of `related`, and only there
};

// A correction that somebody asks for.
struct CorrectionRequest {
  CorrectionKind kind = CorrectionKind::merge;
  std::string first, second;          // names or ids; of statements, ids ("courier-17/a3")
  std::vector<std::string> articles;  // ids, of a split
  // Of `related`: how; nothing: as the ledger has them related.
  std::optional<RelationType> relation = {};
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_CORRECTION_H_
