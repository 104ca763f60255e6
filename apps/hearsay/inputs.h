// The documents of the files that a command line names, one after the other, whatever format and
// compression they are in (docs/inputs.md).
#ifndef HEARSAY_APPS_HEARSAY_INPUTS_H_
#define HEARSAY_APPS_HEARSAY_INPUTS_H_

#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archives/archive_readers.h"
#include "arguments.h"
#include "format/conllu.h"
#include "ingest/json_lines.h"
#include "input_stream.h"

namespace hearsay {

// A document, or why there is none.
struct Input {
  std::string name;               // "articles.jsonl:12", for messages
  Document doc;                   // with text and metadata; for CoNLL-U with tokens
  std::vector<ConlluLine> lines;  // CoNLL-U: what stands between the words
  std::optional<RawPage> page;    // set: finish_input() has yet to read it into `doc`
  std::optional<Error> error;     // set: the message begins with the name; doc holds what is known
};

// Reads the input's page, if it has one, so that its document has text, and sets the date of a
// document that has none. Any thread; this is most of the work that reading a page takes.
void finish_input(Input& input, const std::string& published);

class Inputs {
 public:
  // `arguments` must outlive the object.
  explicit Inputs(const ReadArguments& arguments);

  // The next document in order, or nothing after the last one. Files are read as
  // they come up. None is in memory as a whole but CoNLL-U, and what is one document.
  std::optional<Input> next();

  // Of all files so far.
  std::uint64_t bytes_read() const { return buffer_.bytes_read(); }

  // Records of archives that are no articles, so far.
  std::uint64_t skipped() const { return skipped_ + (articles_ ? articles_->skipped() : 0); }

 private:
  std::optional<Input> open_next_file();
  std::optional<Input> open_as(Format format);
  std::optional<Input> next_of_open_file();
  Input next_text();
  Input next_page();
  std::optional<Input> next_json_line();
  std::optional<Input> next_conllu();
  std::optional<Input> next_article();
  std::optional<Input> take_fault();
  Input failed(Error error) const;

  const ReadArguments& arguments_;
  std::vector<std::string> files_;
  std::size_t file_ = 0;  // index of the file after the open one
  std::string path_;      // of the open file, as messages name it
  DescriptorBuffer buffer_;
  std::optional<Decompressor> bytes_;
  std::istream stream_;
  // Set while a file of that format is being read.
  std::optional<JsonLinesReader> json_lines_;
  std::string conllu_bytes_;
  std::optional<ConlluReader> conllu_;
  std::unique_ptr<ArticleReader> articles_;
  std::uint64_t skipped_ = 0;  // of files that are closed
};

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_INPUTS_H_
