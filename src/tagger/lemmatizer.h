// Lemmas from words and their classes: a table of edits, learnt from a treebank.
//
// Cost:    O(form) a word, at most kMaxSuffix + 2 look-ups
// Threads: a loaded model is immutable
#ifndef HEARSAY_SRC_TAGGER_LEMMATIZER_H_
#define HEARSAY_SRC_TAGGER_LEMMATIZER_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

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
LemmaKeys lemma_keys(std::string_view form, std::uint8_t tag_class, std::string& buffer);

// An open-addressing table: a key's slot is row_of(key, bits) or the first one
// after it that is free or holds it.
struct LemmaModel {
  struct Slot {
    std::uint32_t check = 0;  // low half of the key
    std::uint16_t edit = 0;   // index into `edits`, plus one; 0: free
    std::uint16_t unused = 0;
  };
  std::span<const Slot> slots;
  int bits = 0;
  std::vector<LemmaEdit> edits;
};

// Reads the sections that store_lemmas() wrote. Fails with corrupt_model if they
// do not fit each other. `file` must outlive the model.
Result<LemmaModel> load_lemmas(const ModelFile& file);

// Stores edits by key; later entries under the same key are ignored.
struct LemmaEntry {
  std::uint64_t key = 0;
  std::uint16_t edit = 0;  // index into `edits`
};
void store_lemmas(ModelWriter& writer, const std::vector<LemmaEntry>& entries,
                  const std::vector<LemmaEdit>& edits);

// `out` becomes the lemma of `form`: by the edit of the longest key that the model
// holds; the form in lower case if it holds none.
void lemmatize(const LemmaModel& model, std::string_view form, std::uint8_t tag_class, std::string& buffer,
               std::string& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TAGGER_LEMMATIZER_H_
