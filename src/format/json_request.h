// What a client asks a server to correct, from JSON:
//
//   {"kind": "merge", "first": "Ada Holm", "second": "the mayor of Ansel"}
//   {"kind": "split", "first": "Ada Holm", "articles": ["courier-17"]}
//   {"kind": "side", "first": "Ada Holm", "second": "Harbour Board"}
//   {"kind": "unrelated", "first": "courier-17/a3", "second": "post-9/a12"}
//   {"kind": "related", "first": "courier-17/a3", "second": "post-9/a12", "type": "disputes"}
#ifndef HEARSAY_SRC_FORMAT_JSON_REQUEST_H_
#define HEARSAY_SRC_FORMAT_JSON_REQUEST_H_

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/result.h"

namespace hearsay {

struct JsonCorrection {
  std::string kind;                   // merge, split, side, unrelated or related
  std::string first, second;          // names or ids; no second one of a split
  std::vector<std::string> articles;  // ids, of a split
  std::string type;                   // of `related`: disputes, ...; "" where none is given
};

// Fails with invalid_input, naming the field, what was expected and what was found.
Result<JsonCorrection> parse_json_correction(std::string_view json);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_JSON_REQUEST_H_
