// JSON as pages have it, made valid.
#ifndef HEARSAY_SRC_FORMAT_MENDED_JSON_H_
#define HEARSAY_SRC_FORMAT_MENDED_JSON_H_

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The values of `text`, each a piece of JSON that is more often valid than what stood there: control
// characters in strings are escaped, escapes that JSON does not know lose their backslash, commas before
// closing brackets and comments are left out, brackets and strings that are open at the end are closed, and
// what stands between values ("<!--", "//]]>", ";") goes. Quotation marks that should have been escaped are
// not mended. O(text).
std::vector<std::string> mend_json(std::string_view text);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_MENDED_JSON_H_
