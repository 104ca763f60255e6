// Documents as bytes for other programs and for people.
//
// Printed positions are half-open [start_char, end_char) in Unicode code points
// into the document's text. Each function is a pure function of its arguments.
#ifndef HEARSAY_FORMAT_H_
#define HEARSAY_FORMAT_H_

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// The `schema` number of the JSON below. It changes when a field is renamed or
// removed, not when one is added.
inline constexpr int kJsonSchema = 1;

// One line of JSON without a newline. blocks, sentences and attributions are always
// there, empty where nothing was found.
std::string to_json(const Document& doc);

// The line that stands in for a document that could not be read.
std::string to_json(std::string_view id, const Error& error);

// CoNLL-U (https://universaldependencies.org/format.html), one block a sentence,
// each ended by a blank line. FEATS and DEPS are "_".
std::string to_conllu(const Document& doc);

struct TextOptions {
  bool color = false;  // ANSI SGR escapes
  int width = 80;      // columns to wrap at; at least 40
};

// The document's claims for a person: grouped by source, each with its cue,
// form, content and paragraph number.
std::string to_text(const Document& doc, const TextOptions& options = {});

// One self-contained HTML page over all documents: no script from elsewhere, no
// network.
std::string to_html(const std::vector<Document>& docs);

}  // namespace hearsay

#endif  // HEARSAY_FORMAT_H_
