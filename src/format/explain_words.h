// Explanations in words, shared by the text and the JSON: all but `part` is printable.
#ifndef HEARSAY_SRC_FORMAT_EXPLAIN_WORDS_H_
#define HEARSAY_SRC_FORMAT_EXPLAIN_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "format/printable.h"
#include "hearsay/document.h"

namespace hearsay {

// One decision about an attribution.
struct Explained {
  std::string_view part;  // "cue", "source", "entity", "content", "act", "negated", "nesting", "confidence"
  std::string words;      // "99% sure by the word “denied” (12% without that)"
  const Finding* finding = nullptr;  // into the document; null where the words say all
};

// Everything that is known of why doc.attributions[i] is as it is; empty where no
// explanations were asked for. O(its reasons + log mentions).
std::vector<Explained> explain_in_words(const Document& doc, std::size_t i);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_EXPLAIN_WORDS_H_
