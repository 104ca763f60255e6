// Part-of-speech tagger and lemmatiser: averaged perceptrons (Collins 2002), greedy
// left to right, twice. The second pass also sees the first one's classes of the
// word and the two after it. A class is UPOS and XPOS together. Lemmas are edits of
// the form, chosen by class and the longest known suffix.
//
// Reads:    text, sentences, tokens
// Writes:   tags (one per token), strings
// Cost:     O(text + tokens x features); once `scratch` is warm, allocates only in doc
// Threads:  one TaggerModel may serve any number of threads; one scratch each
#ifndef HEARSAY_SRC_TAGGER_TAGGER_H_
#define HEARSAY_SRC_TAGGER_TAGGER_H_

#include <filesystem>
#include <string>
#include <vector>

#include "document/strings.h"
#include "hearsay/document.h"
#include "model/sparse_table.h"
#include "tagger/lemmatizer.h"
#include "tagger/tag_features.h"

namespace hearsay {

inline constexpr std::uint32_t kTaggerVersion = 1;
inline constexpr std::size_t kMaxClasses = 254;

struct TagClass {
  Upos upos = Upos::X;
  std::string xpos;
  bool operator==(const TagClass&) const = default;
};

struct TaggerModel {
  ModelFile file;                 // holds the arrays below
  std::vector<TagClass> classes;  // at most kMaxClasses
  SparseTable first;              // [feature][class]
  SparseTable second;
  LemmaModel lemmas;
};

struct TaggerScratch {
  TaggedSentence sentence;
  std::vector<WordFeatureList> word_lists;
  Interner interner;
  std::vector<std::uint32_t> xpos;  // of each class: index into Document::strings, or kNone
  std::string buffer;
  std::string lemma;
};

// Fails with not_found or io if the file cannot be read, corrupt_model if its size,
// version, checksum or contents are wrong.
Result<TaggerModel> load_tagger(const std::filesystem::path& path);

// The same from a file that is already open, of kind "tagger" and kTaggerVersion.
Result<TaggerModel> load_tagger(ModelFile file);

// Cannot fail: every token gets a tag and a lemma. Requires: doc.tags is empty.
void tag(const TaggerModel& model, Document& doc, TaggerScratch& scratch);

// "NOUN|NN", as classes stand in a model file, and back. Nothing if the UPOS is
// unknown or the XPOS is empty.
std::string to_text(const TagClass& tag_class);
std::optional<TagClass> parse_tag_class(std::string_view text);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TAGGER_TAGGER_H_
