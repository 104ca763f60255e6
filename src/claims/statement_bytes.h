// Statements as bytes, for keeping them in a file (docs/claims.md has the format).
#ifndef HEARSAY_SRC_CLAIMS_STATEMENT_BYTES_H_
#define HEARSAY_SRC_CLAIMS_STATEMENT_BYTES_H_

#include <optional>
#include <string>
#include <string_view>

#include "claims/statement.h"

namespace hearsay {

// Changes with the format and with the meaning of any slot.
inline constexpr std::uint8_t kStatementVersion = 5;

// A few hundred bytes. Requires: no slot exceeds its maximum.
std::string encode_statement(const Statement& statement);

// Nothing for bytes that encode_statement() of this version does not make: other
// versions, truncated or damaged ones. Never reads past the end; memory is bounded by
// a small multiple of the bytes.
std::optional<Statement> decode_statement(std::string_view bytes);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_STATEMENT_BYTES_H_
