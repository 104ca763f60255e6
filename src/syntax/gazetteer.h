// A gazetteer: which phrases are known as cities, regions, countries, peoples,
// persons, organisations or features of the map. Evidence for names among other
// evidence: the network may follow it or not.
#ifndef HEARSAY_SRC_SYNTAX_GAZETTEER_H_
#define HEARSAY_SRC_SYNTAX_GAZETTEER_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

inline constexpr int kGazetteerClasses = 10;
inline constexpr int kMaxPhrase = 4;  // words

// Views into the model file, which must outlive it.
struct Gazetteer {
  std::span<const std::uint64_t> keys;     // of phrases; open addressing, 2^n slots; 0: free
  std::span<const std::uint16_t> classes;  // of each slot, one bit a class
  // Features of phrases that begin with a capital and of others, by class and place
  // in the phrase: begin, inside, single word.
  using Features = std::array<std::array<std::uint64_t, 3>, kGazetteerClasses>;
  Features capital{}, other{};
};

struct GazetteerScratch {
  std::vector<std::string> folded;
  std::vector<std::array<std::uint64_t, kMaxPhrase>> keys;  // of the phrases that begin at a word
  std::string phrase;
};

// Reads sections gazetteer.keys and gazetteer.classes. Fails with corrupt_model.
Result<Gazetteer> load_gazetteer(const ModelFile& file);

// out[i]: features of word i, at most one a class: its place in the longest known
// phrase of that class; phrases begin with a letter, those of one class do not
// overlap, and the first has precedence. O(words).
void find_phrases(const Gazetteer& gazetteer, std::span<const std::string_view> words,
                  GazetteerScratch& scratch, std::vector<std::vector<std::uint64_t>>& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SYNTAX_GAZETTEER_H_
