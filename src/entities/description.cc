#include "entities/description.h"

#include <string_view>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {

std::string words_of(const Document& doc, std::uint32_t first, std::uint32_t last) {
  std::string out;
  if (first >= last) return out;
  const std::string_view text = doc.at({doc.tokens[first].span.begin, doc.tokens[last - 1].span.end});
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    const bool space = is_space(c.value);
    if (out.size() + c.length > kLongestDescription) break;
    if (!space) out.append(text.substr(i, c.length));
    if (space && !out.empty() && out.back() != ' ') out += ' ';
    i += c.length;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace hearsay
