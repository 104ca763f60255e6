// The language of a text, told by its script and by its trigrams of letters.
//
// Threads: one LanguageModel may serve any number of threads.
#ifndef HEARSAY_SRC_INGEST_LANGUAGE_H_
#define HEARSAY_SRC_INGEST_LANGUAGE_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

// Changes with the meaning of weights: older files are then refused.
inline constexpr std::uint32_t kLanguagesVersion = 1;

// Trigrams are hashed into so many rows, of one weight a language. Stored: never change.
inline constexpr int kLanguageRowBits = 13;
inline constexpr std::size_t kLanguageColumns = 48;

// Of a text only so many bytes are looked at, in pieces from all over it.
inline constexpr std::size_t kLanguageSample = 4096;

// Views into `file`.
struct LanguageModel {
  ModelFile file;
  std::string reads;               // BCP 47: what the models beside this one are of, "en"
  std::vector<std::string> names;  // BCP 47, of the columns; at most kLanguageColumns
  std::size_t own_column = 0;      // of `reads`
  // [row][column]: how often the language has the row's trigrams, as a logarithm; 0: hardly ever.
  std::span<const std::int8_t> weights;
};

// Fails with not_found or io if the file cannot be read, corrupt_model if its size, version,
// checksum or a name is wrong.
Result<LanguageModel> load_languages(const std::filesystem::path& path);

// The language that most of `text` is in, as BCP 47 ("de", "zh"), or "" where there are too few
// words or no language is clearly ahead. For another language than model.reads the evidence
// has to be stronger. Requires: valid UTF-8. O(kLanguageSample).
std::string detect_language(const LanguageModel& model, std::string_view text);

// Does a BCP 47 tag name a language? False for "", "und", "mul" and for what is no tag.
bool names_language(std::string_view tag);

// Do two BCP 47 tags name one language? Regions and scripts do not count ("en-GB" is "en"), and
// Norwegian is one. False for an empty one.
bool is_same_language(std::string_view a, std::string_view b);

}  // namespace hearsay

#endif  // HEARSAY_SRC_INGEST_LANGUAGE_H_
