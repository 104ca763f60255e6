// The whole of Hearsay's reading, in one call: text in, attributions out.
//
//   auto pipeline = hearsay::Pipeline::load();
//   if (!pipeline) return fail(pipeline.error());
//   auto doc = pipeline->analyze("Smith denied the report.");
//
// Threads: one Pipeline may serve any number of threads. A Scratch belongs to
// one thread at a time.
#ifndef HEARSAY_PIPELINE_H_
#define HEARSAY_PIPELINE_H_

#include <filesystem>
#include <memory>
#include <string>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// Memory that the stages reuse from one document to the next. Worth keeping
// when many documents are read; a fresh one gives the same output.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;

 private:
  friend class Pipeline;
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

// What a reading gives beyond the layers.
struct Wishes {
  bool explain = false;  // why each attribution was made; takes many times as long
  // BCP 47: read the document as one in this language, whatever it seems to be in.
  std::string language = {};
};

// An immutable set of loaded models for one language.
class Pipeline {
 public:
  // Loads the models in `directory` (mapped, not copied). An empty path means
  // default_model_directory(). Fails with not_found if the directory or one of
  // its files does not exist, io if a file cannot be read, corrupt_model if its
  // size, version or checksum is wrong.
  static Result<Pipeline> load(const std::filesystem::path& directory = {});

  // Reads plain text: paragraphs are separated by blank lines. Fails with
  // invalid_input if the text is not valid UTF-8 or 4 GiB or longer.
  Result<Document> analyze(std::string text) const;
  Result<Document> analyze(std::string text, Scratch& scratch) const;

  // Fills the layers that `doc` lacks, in stage order; a layer that is there is
  // kept (gold tokens, say). Cost: linear in the length of the text. Fails as
  // analyze() does, and with invalid_input if find_violation(doc) finds one.
  //
  // metadata.language becomes the language that the text is in, where that is clear and
  // another one than stands there. Of a text in a language that the models do not know
  // only the blocks are filled; docs/language.md tells the rules.
  Result<Success> annotate(Document& doc, Scratch& scratch, const Wishes& wishes = {}) const;

  ~Pipeline();
  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;

 private:
  struct Models;
  explicit Pipeline(std::unique_ptr<const Models> models);
  std::unique_ptr<const Models> models_;
};

// The directory of the English models: $HEARSAY_MODELS if set, else where the
// library was installed, else the source tree it was built in; the first that
// exists. Empty when none does.
std::filesystem::path default_model_directory();

}  // namespace hearsay

#endif  // HEARSAY_PIPELINE_H_
