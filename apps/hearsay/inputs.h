// The documents of the files that a command line names, one after the other.
#ifndef HEARSAY_APPS_HEARSAY_INPUTS_H_
#define HEARSAY_APPS_HEARSAY_INPUTS_H_

#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "arguments.h"
#include "format/conllu.h"
#include "hearsay/document.h"
#include "hearsay/result.h"
#include "ingest/json_lines.h"
#include "input_stream.h"

namespace hearsay {

// A document, or why there is none.
struct Input {
  std::string name;               // "articles.jsonl:12", for messages
  Document doc;                   // with text and metadata; for CoNLL-U with tokens
  std::vector<ConlluLine> lines;  // CoNLL-U: what stands between the words
  std::optional<Error> error;     // set: the message begins with the name; doc holds what is known
};

class Inputs {
 public:
  // `arguments` must outlive the object.
  explicit Inputs(const ReadArguments& arguments);

  // The next document in order, or nothing after the last one. Files are read as
  // they come up. A JSON Lines file is never in memory as a whole; a CoNLL-U file
  // is.
  std::optional<Input> next();

  // Of all files so far.
  std::uint64_t bytes_read() const { return buffer_.bytes_read(); }

 private:
  InputFormat open_next_file();
  Input next_text();
  std::optional<Input> next_json_line();
  std::optional<Input> next_conllu();
  Input failed(Error error, const Metadata& known = {}) const;

  const ReadArguments& arguments_;
  std::vector<std::string> files_;
  std::size_t file_ = 0;  // index of the file after the open one
  std::string path_;      // of the open file, as messages name it
  DescriptorBuffer buffer_;
  std::istream stream_;
  // Set while a file of that format is being read.
  std::optional<JsonLinesReader> json_lines_;
  std::string conllu_bytes_;
  std::optional<ConlluReader> conllu_;
};

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_INPUTS_H_
