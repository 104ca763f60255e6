// Writes the list of words that name events.
#ifndef HEARSAY_SRC_TRAIN_TRAIN_EVENTS_H_
#define HEARSAY_SRC_TRAIN_TRAIN_EVENTS_H_

#include <filesystem>
#include <functional>
#include <string_view>

#include "hearsay/result.h"

namespace hearsay {

struct EventsTraining {
  std::filesystem::path wordnet;  // folder of WordNet's files
  std::filesystem::path output;   // the model file to write
};

// A noun is an event where one of its two most frequent senses is filed under act,
// event, phenomenon or process, and speech where one is under communication; a verb is
// speech where its most frequent sense is. Fails with not_found if a file of WordNet is
// missing, io if the model cannot be written.
Result<Success> train_events(const EventsTraining& training,
                             const std::function<void(std::string_view)>& report);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_TRAIN_EVENTS_H_
