// What linking has learnt: what words mean, and trees that say from a
// comparison of two statements whether and how they relate.
//
// Threads: immutable once loaded.
#ifndef HEARSAY_SRC_CLAIMS_RELATION_MODEL_H_
#define HEARSAY_SRC_CLAIMS_RELATION_MODEL_H_

#include <cstdint>
#include <filesystem>
#include <span>

#include "hearsay/result.h"
#include "model/decision_trees.h"
#include "model/model_file.h"

namespace hearsay {

inline constexpr std::uint32_t kRelationsVersion = 1;
inline constexpr std::size_t kConfidenceSteps = 51;  // every 20 thousandths of a share

// Concepts are 31-bit hashes of senses; the lowest bit says that the word means the opposite.
using Concept = std::uint32_t;

// A stem that the model knows.
struct KnownWord {
  std::uint32_t key = 0;    // upper half of word_key() of its stem
  std::uint32_t first = 0;  // its concepts begin here and end where those of the next word begin
};

struct RelationModel {
  ModelFile file;
  std::span<const KnownWord> words;  // sorted by key
  std::span<const Concept> concepts;
  DecisionTrees related;                     // two classes: nothing, some relation
  DecisionTrees type;                        // a class for each RelationType
  std::span<const std::uint16_t> bounds;     // least share in thousandths that is reported, by type
  std::span<const std::uint8_t> confidence;  // percent that are right, for each step of the share
};

// Fails with not_found if there is no such file, corrupt_model if it is not as written by
// training.
Result<RelationModel> load_relations(const std::filesystem::path& path);

// The same from a file that is open.
Result<RelationModel> read_relations(ModelFile file);

// What a stem may mean, by its word_key(); nothing for one that the model does not know.
// O(log words).
std::span<const Concept> concepts_of(const RelationModel& model, std::uint64_t key);

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_RELATION_MODEL_H_
