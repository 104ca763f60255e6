// Lemmas from words and their classes: a table of edits, learnt from a treebank.
//
// Cost:    O(form) a word, at most kMaxSuffix + 2 look-ups
// Threads: a loaded model is immutable
#ifndef HEARSAY_SRC_SYNTAX_LEMMATIZER_H_
#define HEARSAY_SRC_SYNTAX_LEMMATIZER_H_

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

inline constexpr std::uint32_t kLemmatizerVersion = 1;

// The longest suffix, in code points, that an edit may depend on, short of the
// whole word.
inline constexpr int kMaxSuffix = 6;

// How a lemma is made: "stories" -> "story" is {true, 3, "y"}.
struct LemmaEdit {
  bool lower = true;        // put the form in lower case first
  std::uint32_t strip = 0;  // then take this many bytes off its end
  std::string append;       // then add this
  bool operator==(const LemmaEdit&) const = default;
};

// As an edit stands in a model file: "l3|y" is {true, 3, "y"}, "k0|" is {false, 0, ""}.
std::string to_text(const LemmaEdit& edit);

// Whether `edit` can be made: `form` is long enough and no code point is cut.
// `out` becomes the lemma if so.
bool apply_edit(const LemmaEdit& edit, std::string_view form, std::string& out);

// Keys under which edits are stored: of each suffix, from the empty one up to
// kMaxSuffix code points, and of the whole word. Longer ones come later.
struct LemmaKeys {
  std::array<std::uint64_t, kMaxSuffix + 2> keys{};
  int count = 0;
};
LemmaKeys lemma_keys(std::string_view form, std::uint64_t tag_class, std::string& buffer);

// What an edit depends on besides the form.
std::uint64_t lemma_class(Upos upos, std::string_view xpos);

// An open-addressing table: a key's slot is row_of(key, bits) or the first one
// after it that is free or holds it.
struct LemmaModel {
  ModelFile file;  // holds the slots
  struct Slot {
    std::uint32_t check = 0;  // low half of the key
    std::uint16_t edit = 0;   // index into `edits`, plus one; 0: free
    std::uint16_t unused = 0;
  };
  std::span<const Slot> slots;
  int bits = 0;
  std::vector<LemmaEdit> edits;
};

// Fails with not_found or io if the file cannot be read, corrupt_model if its size,
// version, checksum or contents are wrong.
Result<LemmaModel> load_lemmatizer(const std::filesystem::path& path);

// The same from a file that is already open, of kind "lemmatizer" and kLemmatizerVersion.
Result<LemmaModel> load_lemmatizer(ModelFile file);

// Stores edits by key; later entries under the same key are ignored.
struct LemmaEntry {
  std::uint64_t key = 0;
  std::uint16_t edit = 0;  // index into `edits`
};
void store_lemmas(ModelWriter& writer, const std::vector<LemmaEntry>& entries,
                  const std::vector<LemmaEdit>& edits);

// `out` becomes the lemma of `form`: by the edit of the longest key that the model
// holds; the form in lower case if it holds none.
void lemmatize(const LemmaModel& model, std::string_view form, std::uint64_t tag_class, std::string& buffer,
               std::string& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SYNTAX_LEMMATIZER_H_
