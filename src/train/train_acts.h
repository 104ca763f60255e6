// Fits the acts on our own marked sentences and annotated stories and, labelled from afar,
// on annotated articles.
#ifndef HEARSAY_SRC_TRAIN_TRAIN_ACTS_H_
#define HEARSAY_SRC_TRAIN_TRAIN_ACTS_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

struct ActTraining {
  std::filesystem::path examples;  // acts.txt
  std::filesystem::path stories;   // folder of annotated stories
  std::filesystem::path data;      // folder that holds attribution/train.jsonl
  std::filesystem::path models;    // folder that holds the models of the stages before
  std::filesystem::path wordnet;   // folder of WordNet 3.0's index and data files
  std::filesystem::path output;    // the model file to write
  int epochs = 15;
  float rate = 0.1f;
  float dropout = 0.5f;
  float distant_weight = 0.2f;  // of an attribution of the corpus, labelled by its cue alone
  int min_count = 2;
  int bits = 16;  // rows of the table: 2^bits
  std::uint64_t seed = 1;
};

// Deterministic: the same input gives the same bytes. Takes a minute. Reports the
// accuracy on examples left out of the training. Fails with not_found or io if a file is
// missing or cannot be read or written, corrupt_model or invalid_input if one does not
// hold what it should.
Result<Success> train_acts(const ActTraining& training,
                           const std::function<void(std::string_view)>& progress);

// Acts for stages that are trained on the same stories: each is read by a model that has
// not seen it.
class UnseenActs {
 public:
  // Of `folds` models, the k-th has not seen the stories whose number (by file name) is k
  // modulo `folds`. Fails as train_acts() does; `training.output` is not used.
  static Result<UnseenActs> fit(const ActTraining& training, int folds);

  // Reads nothing anew.
  UnseenActs();
  ~UnseenActs();
  UnseenActs(UnseenActs&&) noexcept;
  UnseenActs& operator=(UnseenActs&&) noexcept;

  // Reads the acts of an annotated article of a story anew.
  void read(std::size_t story, Document& doc) const;

 private:
  struct Models;
  std::unique_ptr<const Models> models_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_ACTS_H_
