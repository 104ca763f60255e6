// What a claim is, in a reader's words.
#ifndef HEARSAY_SRC_FORMAT_CLAIM_WORDS_H_
#define HEARSAY_SRC_FORMAT_CLAIM_WORDS_H_

#include <string>
#include <string_view>

#include "hearsay/document.h"

namespace hearsay {

// "denies", "does not deny"; "" for a plain assertion, which goes without saying. Who
// declines to speak says nothing either way, so that has no negation.
std::string_view act_words(const Attribution& a);

// "Ada Holm said": in whose words it stands; "" for an outermost one. Not yet safe to print.
std::string inside_words(const Document& doc, const Attribution& a);

// "¶2": where its content begins.
std::string place_words(const Document& doc, const Attribution& a);

// Why the document was not read: "no models for language de"; "" where it was.
std::string why_unread(const Document& doc);
std::string unread_words(std::string_view language);

// What became of an article: "canceled by its publisher"; "" for one that stands.
std::string status_words(ArticleStatus status);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_CLAIM_WORDS_H_
