#include "ingest/plain_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "document/encoding_guess.h"
#include "document/unicode.h"
#include "document/utf8.h"
#include "ingest/block_kinds.h"

namespace hearsay {
namespace {

Error invalid(std::string_view name, const std::string& what) {
  return {ErrorCode::invalid_input, std::string(name) + ": " + what};
}

// "" or what keeps the bytes from being the text of an article.
std::string find_fault(std::string_view bytes) {
  if (bytes.empty()) return "expected text, found an empty file";
  const std::size_t nul = bytes.find('\0');
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (marked || nul != bytes.npos) {
    const std::string_view guess = guess_encoding(bytes);
    if (!guess.empty()) return "expected UTF-8, found " + std::string(guess) + conversion_words(guess);
    return "expected text, found a binary file (NUL at byte " + std::to_string(nul) + ")";
  }
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != bytes.size()) {
    return "expected UTF-8, found an invalid sequence at byte " + std::to_string(bad) + encoding_hint(bytes);
  }
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint c = decode_utf8(bytes, i);
    if (!is_space(c.value)) return "";
    i += c.length;
  }
  return "expected text, found white space only";
}

}  // namespace

Result<Document> read_plain_text(std::istream& in, std::string_view name, std::size_t max_bytes) {
  constexpr std::size_t kPieceBytes = std::size_t{64} << 10;
  Document doc;
  while (in) {
    const std::size_t size = doc.text.size();
    const std::size_t room = std::min(kPieceBytes, max_bytes + 1 - size);
    doc.text.resize(size + room);
    in.read(doc.text.data() + size, static_cast<std::streamsize>(room));
    doc.text.resize(size + static_cast<std::size_t>(in.gcount()));
    if (doc.text.size() > max_bytes) {
      return invalid(name, "expected at most " + std::to_string(max_bytes) + " bytes, found more");
    }
  }
  if (in.bad()) return Error{ErrorCode::io, std::string(name) + ": cannot be read"};
  if (const std::string fault = find_fault(doc.text); !fault.empty()) return invalid(name, fault);
  return doc;
}

void split_blocks(Document& doc) {
  Span block;         // from the first to the last mark seen since the last blank line
  bool blank = true;  // nothing but white space on this line so far
  bool after_cr = false;
  const auto close = [&] {
    if (block.begin < block.end) doc.blocks.push_back({.kind = BlockKind::paragraph, .span = block});
    block = {};
  };
  for (std::uint32_t i = 0; i < doc.text.size();) {
    const CodePoint c = decode_utf8(doc.text, i);
    const std::uint32_t next = i + c.length;
    const bool crlf = c.value == '\n' && after_cr;
    after_cr = c.value == '\r';
    if (c.value == U'\u2029') {
      close();
      blank = true;
    } else if (c.value == '\n' || c.value == '\r' || c.value == U'\u2028' || c.value == U'\u0085') {
      if (blank && !crlf) close();
      blank = true;
    } else if (!is_space(c.value)) {
      if (block.end == 0) block.begin = i;
      block.end = next;
      blank = false;
    }
    i = next;
  }
  close();
  mark_blocks(doc);
}

}  // namespace hearsay
