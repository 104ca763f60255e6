// How an entity without a name is called: by the words that describe it.
#ifndef HEARSAY_SRC_ENTITIES_DESCRIPTION_H_
#define HEARSAY_SRC_ENTITIES_DESCRIPTION_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "hearsay/document.h"

namespace hearsay {

inline constexpr std::size_t kLongestDescription = 200;  // bytes

// The words of tokens [first, last) as they stand in the text, with one space for
// white space, cut before kLongestDescription bytes.
std::string words_of(const Document& doc, std::uint32_t first, std::uint32_t last);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_DESCRIPTION_H_
