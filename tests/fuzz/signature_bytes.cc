// Bytes of a ledger as an article's signature: what decodes keeps every maximum, encodes to
// the same bytes, and may be given to whatever takes a signature. The same bytes as a text,
// where they are one, have a signature that is kept whole.
#include "claims/signature_bytes.h"

#include "document/utf8.h"
#include "tests/fuzz/fuzz.h"

namespace {

using namespace hearsay;

void check(const ArticleSignature& signature) {
  require(copy_keys(signature).size() <= kMaxCopyKeys, "few keys");
  const Overlap overlap = compare(signature, signature);
  require(overlap.resemblance == (overlap.shared == 0 ? 0u : 1000u), "like itself");
  are_near_copies(signature, signature);
  for (const Passage& passage : signature.passages) {
    require(resemblance(passage, passage) == 1000, "a passage like itself");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  if (const auto signature = decode_signature(bytes)) {
    require(encode_signature(*signature) == bytes, "one way to write a signature");
    check(*signature);
  }
  if (is_valid_utf8(bytes)) {
    Document doc;
    doc.text = bytes;
    const ArticleSignature signature = sign_article(doc);
    check(signature);
    require(decode_signature(encode_signature(signature)) == signature, "kept whole");
  }
  return 0;
}
