// Attribution: who said what. Two taggers look for the words that ascribe something
// to somebody, a linear one and a network, and their scores are averaged; for each
// cue the network then finds source and content around it.
//
// Reads:    text, blocks, strings, sentences, tokens, tags, arcs
// Writes:   attributions; strings (fixed expressions that are cues); explanations, if asked for
// Cost:     O(tokens), some twenty times as much with explanations; once `scratch` is warm, allocates only in
// doc Threads:  one AttributionModel may serve any number of threads; one scratch each
#ifndef HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_H_
#define HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_H_

#include <filesystem>
#include <span>
#include <vector>

#include "attribution/confidence.h"
#include "attribution/content_view.h"
#include "attribution/explain.h"
#include "attribution/roles.h"
#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// Changes with the meaning of features or sections: older weights are then refused.
inline constexpr std::uint32_t kAttributionVersion = 2;

// Views into `file`.
struct AttributionModel {
  ModelFile file;
  std::span<const WordClassEntry> classes;
  CueTagger cues;
  std::int32_t cue_bias = 0;  // added to the score of beginning a cue: recall for precision
  RolesNetwork network;
  Calibration calibration;
};

struct AttributionScratch {
  FactsScratch facts_scratch;
  Facts facts;
  CueScratch cues;
  CueScores linear;
  std::vector<Scores<kCueLabels>> scores;
  EncodedTokens encoded;
  RoleTaggerScratch roles;
  Guess guess;
  ContentView view;
  std::vector<bool> is_cue;
  ExplainScratch explain;
};

// Loads attribution.model and roles.model from `directory`. Fails with not_found or io
// if a file cannot be read, corrupt_model if its size, version, checksum or a value is
// wrong.
Result<AttributionModel> load_attribution(const std::filesystem::path& directory);

// Fills scratch.guess for scratch.facts: cues, their roles, and what speaks for them. Paragraphs
// in which no cue reaches kLeastCueLevel are not read (find_stretches).
void guess_attributions(const AttributionModel& model, AttributionScratch& scratch);

// Finds the attributions. Cannot fail; a document without tokens has none.
// With `explain`, says why (explain.h); the attributions are the same.
// Requires: doc.attributions is empty, and doc.tags has one element a token.
void find_attributions(const AttributionModel& model, Document& doc, AttributionScratch& scratch,
                       bool explain = false);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_ATTRIBUTION_H_
