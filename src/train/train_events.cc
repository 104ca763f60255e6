#include "train/train_events.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "events/event_words.h"
#include "model/feature_hash.h"
#include "train/wordnet.h"

namespace hearsay {
namespace {

// Lexicographer files: lexnames(5WN).
unsigned class_of_noun(int file) {
  constexpr int kAct = 4, kCommunication = 10, kEvent = 11, kPhenomenon = 19, kProcess = 22;
  if (file == kCommunication) return kSpeechNoun;
  return file == kAct || file == kEvent || file == kPhenomenon || file == kProcess ? kEventNoun : 0;
}

unsigned class_of_verb(int file) {
  constexpr int kCommunication = 32;
  return file == kCommunication ? kSpeechVerb : 0;
}

}  // namespace

Result<Success> train_events(const EventsTraining& training,
                             const std::function<void(std::string_view)>& report) {
  constexpr std::size_t kNounSenses = 2, kVerbSenses = 1;
  const auto nouns = read_sense_files(training.wordnet, "noun");
  if (!nouns) return nouns.error();
  const auto verbs = read_sense_files(training.wordnet, "verb");
  if (!verbs) return verbs.error();
  std::map<std::string, unsigned> classes;
  for (const auto& [lemma, files] : *nouns) {
    for (std::size_t k = 0; k < std::min(kNounSenses, files.size()); ++k) {
      classes[lemma] |= class_of_noun(files[k]);
    }
  }
  for (const auto& [lemma, files] : *verbs) {
    for (std::size_t k = 0; k < std::min(kVerbSenses, files.size()); ++k) {
      classes[lemma] |= class_of_verb(files[k]);
    }
  }
  std::vector<std::uint64_t> entries;
  for (const auto& [lemma, found] : classes) {
    if (found != 0) entries.push_back(event_word(hash_bytes(lemma), found));
  }
  std::sort(entries.begin(), entries.end());
  report(std::to_string(entries.size()) + " words");
  ModelWriter writer("events", kEventsVersion);
  writer.add("words", std::span<const std::uint64_t>(entries));
  return writer.write(training.output);
}

}  // namespace hearsay
