#include "ingest/plain_text.h"

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {

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
}

}  // namespace hearsay
