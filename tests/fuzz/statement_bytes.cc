// Bytes of a ledger as a statement: what decodes keeps every maximum, encodes to the
// same bytes, and may be given to whatever takes a statement.
#include "claims/statement_bytes.h"

#include "claims/candidates.h"
#include "claims/relate.h"
#include "claims/threads.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  const std::string_view bytes = as_text(data, size);
  const auto statement = decode_statement(bytes);
  if (!statement) return 0;
  require(encode_statement(*statement) == bytes, "one way to write a statement");
  require(candidate_keys(*statement).size() <= kMaxCandidateKeys, "few keys");
  const PlacedStatement placed{.statement = *statement, .document = "a1"};
  PlacedStatement later = placed;
  later.document = "a2";
  for (const auto& relation : {relate(later, placed), relate(placed, placed)}) {
    if (relation) require(relation->confidence >= 0 && relation->confidence <= 1, "confidence in [0, 1]");
  }
  const PlacedStatement both[] = {placed, later};
  find_threads(both, {});
  return 0;
}
