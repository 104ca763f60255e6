// The keys of JSON of which only the beginning is there.
#ifndef HEARSAY_SRC_ARCHIVES_JSON_KEYS_H_
#define HEARSAY_SRC_ARCHIVES_JSON_KEYS_H_

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The keys of the first object, not those of values within it, as they are written (escapes
// stay). `json` may end anywhere, and may be an array of objects; what is no JSON gives nothing sensible.
// O(json).
std::vector<std::string> outer_keys(std::string_view json);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_JSON_KEYS_H_
