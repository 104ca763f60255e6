// Signatures of articles as bytes, for keeping them in a file (docs/claims.md has the format).
#ifndef HEARSAY_SRC_CLAIMS_SIGNATURE_BYTES_H_
#define HEARSAY_SRC_CLAIMS_SIGNATURE_BYTES_H_

#include <optional>
#include <string>
#include <string_view>

#include "claims/near_copies.h"

namespace hearsay {

// Changes with the format and with the meaning of any field.
inline constexpr std::uint8_t kSignatureVersion = 1;

// About a kilobyte, at most 2,251 bytes. Requires: the signature is one that sign_article() makes.
std::string encode_signature(const ArticleSignature& signature);

// Nothing for bytes that encode_signature() of this version does not make: other versions,
// truncated or damaged ones. Never reads past the end.
std::optional<ArticleSignature> decode_signature(std::string_view bytes);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_SIGNATURE_BYTES_H_
