// Header fields, "Name: value" line by line, as WARC, HTTP and mail have them.
#ifndef HEARSAY_SRC_ARCHIVES_HEADER_FIELDS_H_
#define HEARSAY_SRC_ARCHIVES_HEADER_FIELDS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

// Index behind the blank line that ends a header, lines ending with LF or CR LF; npos where there
// is none. A blank line at the very beginning ends an empty header.
std::size_t find_header_end(std::string_view bytes);

class HeaderFields {
 public:
  // The fields of a header; lines without a colon are left out, a line that begins with a space goes on with
  // the one before it. O(header).
  explicit HeaderFields(std::string_view header);

  // The first field of this name, without space around it; "" where there is none. Names are
  // told apart without regard to case. `name` is in lower case.
  std::string_view get(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// ASCII letters in lower case.
std::string to_lower(std::string_view text);

// Without white space (ASCII) at both ends.
std::string_view trim(std::string_view text);

// "text/html" of " Text/HTML; charset=utf-8".
std::string media_type(std::string_view content_type);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_HEADER_FIELDS_H_
