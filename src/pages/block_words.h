// What the words of a block say about what it is.
#ifndef HEARSAY_SRC_PAGES_BLOCK_WORDS_H_
#define HEARSAY_SRC_PAGES_BLOCK_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The words of a text, ASCII in lower case, without punctuation that is ASCII or general
// punctuation of Unicode; to compare texts that are spelled alike.
std::vector<std::string> folded_words(std::string_view text);

// "READ ALSO: ...", "Sign up for ...": a line that leads to something else.
bool begins_like_promo(std::string_view text);

// "(Reporting by ...)", "... contributed to this report.", "Photo: ...", "© Example Agency"
bool is_credit_line(std::string_view text);

// Whether there is anything but blanks and punctuation.
bool has_words(std::string_view text);

// "The bridge on Monday (Image: Example Agency)"
bool ends_like_credit(std::string_view text);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_BLOCK_WORDS_H_
