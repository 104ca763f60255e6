// CoNLL-U (https://universaldependencies.org/format.html), read and re-printed.
//
// A file is cut into documents at `# newdoc`. What a Document has no place for
// (comments, multi-word ranges, empty nodes) is kept as it stands, so that a file
// whose words were tagged and parsed anew can be printed with everything else in
// its place.
//
// Threads: a reader belongs to one thread.
#ifndef HEARSAY_SRC_FORMAT_CONLLU_H_
#define HEARSAY_SRC_FORMAT_CONLLU_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// A line of the file that is no word: a comment ("# ..."), a range ("1-2\t..."),
// or an empty node ("8.1\t..."), without its line end.
struct ConlluLine {
  std::uint32_t sentence = 0;  // index into Document::sentences
  std::uint32_t token = 0;     // it stands before this token; last_token: after the last
  std::string text;
  bool operator==(const ConlluLine&) const = default;
};

struct ConlluDocument {
  // metadata.id is that of `# newdoc id = ...`. The text is rebuilt from the words:
  // one space between two, none after SpaceAfter=No or inside a range, a line break
  // between sentences, a blank line before `# newpar`. A word with a space in it
  // is one token.
  Document doc;
  std::vector<ConlluLine> lines;  // in file order
};

struct ConlluOptions {
  // Read LEMMA, UPOS, XPOS, HEAD and DEPREL into tags and arcs, and check them. Else
  // those columns are not looked at and both layers stay empty.
  bool annotations = false;
};

class ConlluReader {
 public:
  // `bytes` must outlive the reader. They may be anything.
  explicit ConlluReader(std::string_view bytes, ConlluOptions options = {});

  // The next document, or nothing at the end of the file. Fails with invalid_input
  // ("line 7: expected 10 columns, found 3") where a line breaks the format, is not
  // valid UTF-8, names a UPOS or a relation that UD does not have, or closes a
  // sentence that is no tree with one root. An error costs the document that it is
  // in: the next call goes on at the next `# newdoc`. An unknown subtype of a
  // relation is dropped. Linear in the document's bytes.
  std::optional<Result<ConlluDocument>> next();

 private:
  std::string_view rest_;
  std::size_t line_ = 1;  // number of the first line of `rest_`
  ConlluOptions options_;
};

// As to_conllu(Document), with the kept lines in their places in the stead of
// comments made up by the printer.
std::string to_conllu(const ConlluDocument& document);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_CONLLU_H_
