// Documents for this folder's tests: one sentence of words whose tags and heads are given.
#ifndef HEARSAY_SRC_ENTITIES_TEST_SENTENCE_H_
#define HEARSAY_SRC_ENTITIES_TEST_SENTENCE_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "entities/coreference.h"
#include "model/feature_hash.h"

namespace hearsay {

struct Word {
  std::string form;
  int head;  // counts from 1; 0: root
  Deprel deprel;
  Upos upos = Upos::NOUN;
  std::string xpos = "NN";
  DeprelSubtype subtype = DeprelSubtype::none;
};

struct NamedWords {
  std::string_view words;
  EntityKind kind;
};

inline std::uint32_t intern(Document& doc, const std::string& s) {
  const auto found = std::ranges::find(doc.strings, s);
  if (found != doc.strings.end()) return static_cast<std::uint32_t>(found - doc.strings.begin());
  doc.strings.push_back(s);
  return static_cast<std::uint32_t>(doc.strings.size() - 1);
}

// Adds a sentence; a word's lemma is its form.
inline void add_sentence(Document& doc, const std::vector<Word>& words) {
  const auto first = static_cast<std::uint32_t>(doc.tokens.size());
  for (const Word& word : words) {
    if (!doc.text.empty()) doc.text += ' ';
    const auto at = static_cast<std::uint32_t>(doc.text.size());
    doc.text += word.form;
    doc.tokens.push_back({{at, static_cast<std::uint32_t>(doc.text.size())}});
    doc.tags.push_back({.lemma = intern(doc, word.form), .xpos = intern(doc, word.xpos), .upos = word.upos});
    doc.arcs.push_back({.head = word.head == 0 ? kNone : first + static_cast<std::uint32_t>(word.head - 1),
                        .deprel = word.deprel,
                        .subtype = word.subtype});
  }
  doc.sentences.push_back({first, static_cast<std::uint32_t>(doc.tokens.size())});
}

// Each name at its first place after the one before.
inline void add_names(Document& doc, const std::vector<NamedWords>& names) {
  std::size_t at = 0;
  for (const NamedWords& n : names) {
    at = doc.text.find(n.words, at);
    ASSERT_NE(at, std::string::npos) << n.words;
    doc.names.push_back(
        {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + n.words.size())}, n.kind, false});
    at += n.words.size();
  }
}

inline NounEntry noun(std::string_view word, NounClass c) { return noun_entry(hash_bytes(word) | 1, c); }

// A few nouns, and no weights: nothing refers back but names.
inline const CoreferenceModel& plain_model() {
  static const std::vector<NounEntry> nouns = [] {
    std::vector<NounEntry> list = {noun("spokeswoman", {kPersonFile, kFemaleNoun | kRepresentsNoun}),
                                   noun("engineer", {kPersonFile, kRepresentsNoun}),
                                   noun("officials", {kPersonFile, kCollectiveNoun}),
                                   noun("president", {kPersonFile, kRepresentsNoun}),
                                   noun("ministry", {kGroupFile, kOrganizationNoun}),
                                   noun("mr.", {0, kMaleTitle}),
                                   noun("ms.", {0, kFemaleTitle}),
                                   noun("ada", {0, kFemaleName}),
                                   noun("jon", {0, kMaleName})};
    std::ranges::sort(list);
    return list;
  }();
  static const std::vector<std::int16_t> weights(std::size_t{1} << kCoreferenceBits);
  static const CoreferenceModel model = [] {
    CoreferenceModel made;
    made.nouns = nouns;
    made.weights = weights;
    return made;
  }();
  return model;
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_TEST_SENTENCE_H_
