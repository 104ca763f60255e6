// Any bytes as a page, with any Content-Type: the first line is that. What comes out is UTF-8, and no larger
// than promised.
#include "pages/character_sets.h"

#include <algorithm>

#include "document/utf8.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  const std::string_view input = as_text(data, size);
  const std::size_t line = std::min(input.find('\n'), input.size());
  const std::string_view content_type = input.substr(0, line);
  const std::string_view page = input.substr(std::min(line + 1, input.size()));
  const std::string_view encoding = encoding_of_page(page, content_type);
  require(encoding_of_label(encoding) == encoding, "an encoding's name is its label");
  const std::string text = decode_page(page, content_type);
  require(is_valid_utf8(text), "a decoded page is UTF-8");
  require(text.size() <= 4 * page.size() + 3, "a decoded page is at most four times as large");
  return 0;
}
