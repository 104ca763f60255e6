// Web and e-mail addresses inside running text.
#ifndef HEARSAY_SRC_TOKENIZER_ADDRESSES_H_
#define HEARSAY_SRC_TOKENIZER_ADDRESSES_H_

#include <cstddef>
#include <string_view>

namespace hearsay {

// The end of the web address that begins at `from` (its scheme was seen), without
// the punctuation of the sentence around it. O(length of the address).
std::size_t url_end(std::string_view text, std::size_t from);

// The end of the e-mail address that begins at `from` and whose '@' is at `at`, or
// `from` when it is none. O(length of the address). Requires: from <= at.
std::size_t email_end(std::string_view text, std::size_t from, std::size_t at);

// The end of a handle or hashtag ("@name", "#name") whose sign is at `from`, or
// `from` when no name follows.
std::size_t handle_end(std::string_view text, std::size_t from);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_ADDRESSES_H_
