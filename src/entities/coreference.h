// Coreference: which mentions of a document are of the same thing. A mention ranker
// (Denis & Baldridge 2008; features after Durrett & Klein 2013): a linear model scores
// each candidate antecedent of a mention, and that it has none; the best one wins.
// Names that belong together by their form do so without being scored.
//
// Reads:    text, strings, blocks, sentences, tokens, tags, arcs, names
// Writes:   scratch only; find_entities() makes the layers of it
// Cost:     O(mentions x kMostAntecedents)
// Threads:  one CoreferenceModel may serve any number of threads; one scratch each
#ifndef HEARSAY_SRC_ENTITIES_COREFERENCE_H_
#define HEARSAY_SRC_ENTITIES_COREFERENCE_H_

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "entities/antecedents.h"
#include "entities/name_repair.h"
#include "entities/pair_features.h"
#include "hearsay/document.h"
#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

// Changes with the meaning of features or sections: older weights are then refused.
inline constexpr std::uint32_t kCoreferenceVersion = 1;

// Views into `file`, or into what else holds them.
struct CoreferenceModel {
  ModelFile file;
  std::span<const NounEntry> nouns;
  std::span<const std::int16_t> weights;  // 2^kCoreferenceBits, in 1/1024 of a log-probability
};

struct CoreferenceScratch {
  CandidateScratch candidates;
  NameRepairScratch repair;
  NameGroupScratch names;
  ChainState state;  // the result: state.mentions, state.chain_of, state.chains
  std::vector<std::uint32_t> rows;
};

// Fails with not_found or io if the file cannot be read, corrupt_model if its size,
// version, checksum or a value is wrong.
Result<CoreferenceModel> load_coreference(const std::filesystem::path& path);
Result<CoreferenceModel> read_coreference_model(ModelFile file);

// A writer that holds the model, whatever its views point to.
ModelWriter write_coreference(const CoreferenceModel& model);

// Finds mentions and names and starts a walk over them: scratch.state is ready for
// the first mention. Requires: doc.tags and doc.arcs have one element a token.
void begin_coreference(std::span<const NounEntry> nouns, const Document& doc, CoreferenceScratch& scratch);

// scratch.state holds the chain of each mention. Cannot fail. Requires: as above.
void find_chains(const CoreferenceModel& model, const Document& doc, CoreferenceScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_COREFERENCE_H_
