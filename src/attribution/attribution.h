// Attribution: who said what. A cue tagger finds the words that ascribe something to
// somebody; for each cue a role tagger finds source and content in its paragraph.
// Both are linear-chain conditional random fields, run twice: the second time they
// also read what the first pass found.
//
// Reads:    text, blocks, strings, sentences, tokens, tags, arcs
// Writes:   attributions; adds no strings
// Cost:     O(tokens); once `scratch` is warm, allocates only in doc
// Threads:  one AttributionModel may serve any number of threads; one scratch each
#ifndef HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_H_
#define HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_H_

#include <array>
#include <filesystem>
#include <span>
#include <string>

#include "attribution/confidence.h"
#include "attribution/passes.h"
#include "hearsay/document.h"
#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

// Changes with the meaning of features or sections: older weights are then refused.
inline constexpr std::uint32_t kAttributionVersion = 1;

// Views into `file`.
struct AttributionModel {
  ModelFile file;
  std::span<const WordClassEntry> classes;
  std::array<PassModel, 2> passes;
  Calibration calibration;
};

struct AttributionScratch {
  FactsScratch facts_scratch;
  Facts facts;
  PassScratch pass;
  std::array<Guess, 2> guesses;
};

// Fails with not_found or io if the file cannot be read, corrupt_model if its size,
// version, checksum or a value is wrong.
Result<AttributionModel> load_attribution(const std::filesystem::path& path);

// Finds the attributions. Cannot fail; a document without tokens has none.
// Requires: doc.attributions is empty, and doc.tags has one element a token.
void find_attributions(const AttributionModel& model, Document& doc, AttributionScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_H_
