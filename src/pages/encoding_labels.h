// The encodings of the WHATWG Encoding Standard and all their labels.
#ifndef HEARSAY_SRC_PAGES_ENCODING_LABELS_H_
#define HEARSAY_SRC_PAGES_ENCODING_LABELS_H_

#include <string_view>

namespace hearsay {

struct Encoding {
  std::string_view name;    // the standard's, in lower case: "windows-1252"
  const char* converter;    // what iconv calls it: "CP1252"; "": not converted by iconv
  std::string_view labels;  // separated by spaces
};

// The encoding with this label, which is given in lower case; null where there is none. Lives for ever.
const Encoding* find_encoding(std::string_view label);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_ENCODING_LABELS_H_
