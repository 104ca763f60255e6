// Which encoding bytes seem to be in that are no UTF-8: for messages only, nothing is read by it.
#ifndef HEARSAY_SRC_DOCUMENT_ENCODING_GUESS_H_
#define HEARSAY_SRC_DOCUMENT_ENCODING_GUESS_H_

#include <string>
#include <string_view>

namespace hearsay {

// "UTF-16", "UTF-16LE", "UTF-16BE" or "windows-1252", by the first 64 KiB; "" for what is UTF-8 there, for
// UTF-8 that is damaged, and where nothing speaks for one of them.
std::string_view guess_encoding(std::string_view bytes);

// ": iconv -f windows-1252 -t UTF-8 converts it".
std::string conversion_words(std::string_view encoding);

// Behind what was found in the place of UTF-8: "; it seems to be windows-1252: iconv ..."; "" where nothing
// is guessed.
std::string encoding_hint(std::string_view bytes);

}  // namespace hearsay

#endif  // HEARSAY_SRC_DOCUMENT_ENCODING_GUESS_H_
