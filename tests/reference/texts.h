// Texts for the comparisons: pieces of news, of web writing and of hostile input, in any
// order.
#ifndef HEARSAY_TESTS_REFERENCE_TEXTS_H_
#define HEARSAY_TESTS_REFERENCE_TEXTS_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

// The pieces named by `choices`, one a byte, one after the other.
std::string join_pieces(std::string_view choices);

// The same for choices that look random, and are the same for the same seed everywhere.
// `length` is the number of pieces.
std::string random_text(std::uint32_t seed, int length);

}  // namespace hearsay

#endif  // HEARSAY_TESTS_REFERENCE_TEXTS_H_
