#include "claims/signature_bytes.h"

#include <algorithm>

namespace hearsay {
namespace {

void write(std::uint32_t value, int size, std::string& out) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i));
}

// Reads what write() wrote; after the end, nothing but zeros.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool is_done() const { return good_ && bytes_.empty(); }
  void require(bool condition) { good_ = good_ && condition; }

  std::uint32_t number(std::size_t size, std::uint32_t largest = 0xffffffff) {
    require(bytes_.size() >= size);
    if (!good_) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      value |= std::uint32_t{static_cast<unsigned char>(bytes_[i])} << (8 * i);
    }
    bytes_.remove_prefix(size);
    require(value <= largest);
    return good_ ? value : 0;
  }

 private:
  std::string_view bytes_;
  bool good_ = true;
};

Passage read_passage(Reader& in) {
  Passage passage;
  passage.block = in.number(4);
  passage.kind = static_cast<PassageKind>(in.number(1, kPassageKindCount - 1));
  passage.words = static_cast<std::uint16_t>(in.number(2));
  passage.key = in.number(4);
  for (std::uint8_t& min : passage.mins) min = static_cast<std::uint8_t>(in.number(1));
  return passage;
}

}  // namespace

std::string encode_signature(const ArticleSignature& signature) {
  std::string out;
  write(kSignatureVersion, 1, out);
  write(signature.shingles, 4, out);
  write(signature.left_out, 4, out);
  write(static_cast<std::uint32_t>(signature.smallest.size()), 1, out);
  for (const std::uint32_t hash : signature.smallest) write(hash, 4, out);
  write(static_cast<std::uint32_t>(signature.passages.size()), 1, out);
  for (const Passage& passage : signature.passages) {
    write(passage.block, 4, out);
    write(static_cast<std::uint32_t>(passage.kind), 1, out);
    write(passage.words, 2, out);
    write(passage.key, 4, out);
    for (const std::uint8_t min : passage.mins) write(min, 1, out);
  }
  return out;
}

std::optional<ArticleSignature> decode_signature(std::string_view bytes) {
  Reader in(bytes);
  in.require(in.number(1) == kSignatureVersion);
  ArticleSignature signature;
  signature.shingles = in.number(4);
  signature.left_out = in.number(4);
  signature.smallest.resize(in.number(1, kSketchSize));
  in.require(signature.smallest.size() == std::min<std::size_t>(signature.shingles, kSketchSize));
  for (std::size_t i = 0; i < signature.smallest.size(); ++i) {
    signature.smallest[i] = in.number(4);
    in.require(i == 0 || signature.smallest[i - 1] < signature.smallest[i]);
  }
  signature.passages.resize(in.number(1, kMaxPassages));
  in.require(signature.left_out == 0 || signature.passages.size() == kMaxPassages);
  for (std::size_t i = 0; i < signature.passages.size(); ++i) {
    signature.passages[i] = read_passage(in);
    in.require(i == 0 || signature.passages[i - 1].block <= signature.passages[i].block);
  }
  if (!in.is_done()) return std::nullopt;
  return signature;
}

}  // namespace hearsay
