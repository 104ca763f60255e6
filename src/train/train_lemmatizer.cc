#include "train/train_lemmatizer.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "document/unicode.h"
#include "syntax/lemmatizer.h"
#include "train/inflections.h"

namespace hearsay {
namespace {

// A suffix speaks for words that were not seen only if this many different words
// of the treebank have it.
constexpr std::size_t kMinWords = 2;
constexpr std::size_t kMaxEdits = 60'000;

// One word of the treebank.
struct LemmaExample {
  std::string_view form;
  std::string_view lemma;
  std::uint64_t tag_class = 0;
  bool keeps_case = false;  // of two edits that fit, take the one that keeps the case
};

LemmaEdit edit_between(std::string_view form, std::string_view lemma, bool lower) {
  std::size_t same = 0;
  while (same < form.size() && same < lemma.size() && form[same] == lemma[same]) ++same;
  while (same > 0 && ((same < form.size() && (static_cast<unsigned char>(form[same]) & 0xC0) == 0x80) ||
                      (same < lemma.size() && (static_cast<unsigned char>(lemma[same]) & 0xC0) == 0x80))) {
    --same;
  }
  return {lower, static_cast<std::uint32_t>(form.size() - same), std::string(lemma.substr(same))};
}

std::size_t size_of(const LemmaEdit& edit) { return edit.strip + edit.append.size(); }

LemmaEdit find_edit(const LemmaExample& example) {
  std::string lower;
  to_lower(example.form, lower);
  const LemmaEdit kept = edit_between(example.form, example.lemma, false);
  const LemmaEdit lowered = edit_between(lower, example.lemma, true);
  if (size_of(kept) != size_of(lowered)) return size_of(kept) < size_of(lowered) ? kept : lowered;
  return example.keeps_case ? kept : lowered;
}

// What the treebank says of one key.
struct KeyCounts {
  std::map<std::uint16_t, int> edits;
  std::set<std::string_view> words;
  int length = 0;             // its place among its words' keys
  std::uint64_t shorter = 0;  // key of the next shorter suffix
};

std::uint16_t most_frequent(const std::map<std::uint16_t, int>& edits) {
  return std::max_element(edits.begin(), edits.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// Edits under their numbers.
struct EditList {
  std::vector<LemmaEdit> edits;
  std::map<std::string, std::uint16_t> index;

  // The edit's number, a new one if need be; kMaxEdits when there are that many already.
  std::size_t number_of(const LemmaEdit& edit) {
    const std::string name = to_text(edit);
    if (edits.size() == kMaxEdits && !index.contains(name)) return kMaxEdits;
    const auto [it, added] = index.emplace(name, static_cast<std::uint16_t>(edits.size()));
    if (added) edits.push_back(edit);
    return it->second;
  }
};

// Whole words that no treebank has and whose longest known suffix says something else.
void add_inflections(const std::vector<Inflection>& inflections,
                     const std::map<std::uint64_t, std::uint16_t>& said, EditList& edits,
                     std::vector<LemmaEntry>& entries) {
  std::string buffer;
  std::string lemma;
  for (const Inflection& f : inflections) {
    const LemmaKeys keys = lemma_keys(f.form, lemma_class(f.upos, f.xpos), buffer);
    const std::uint64_t whole = keys.keys[static_cast<std::size_t>(keys.count) - 1];
    int i = keys.count - 1;
    while (i > 0 && !said.contains(keys.keys[static_cast<std::size_t>(i)])) --i;
    const auto known = said.find(keys.keys[static_cast<std::size_t>(i)]);
    if (i + 1 == keys.count) continue;
    if (known != said.end() && apply_edit(edits.edits[known->second], f.form, lemma) && lemma == f.lemma)
      continue;
    const std::size_t number = edits.number_of(find_edit({.form = f.form, .lemma = f.lemma}));
    if (number < kMaxEdits) entries.push_back({whole, static_cast<std::uint16_t>(number)});
  }
}

void store_best_edits(const std::vector<LemmaExample>& examples, const std::vector<Inflection>& inflections,
                      ModelWriter& writer) {
  EditList edits;
  std::map<std::uint64_t, KeyCounts> counts;
  std::string buffer;
  for (const LemmaExample& example : examples) {
    const std::size_t edit = edits.number_of(find_edit(example));
    if (edit == kMaxEdits) continue;
    const LemmaKeys keys = lemma_keys(example.form, example.tag_class, buffer);
    for (int i = 0; i < keys.count; ++i) {
      KeyCounts& key = counts[keys.keys[static_cast<std::size_t>(i)]];
      ++key.edits[static_cast<std::uint16_t>(edit)];
      if (key.words.size() < kMinWords) key.words.insert(example.form);
      const bool whole = i + 1 == keys.count;
      key.length = whole ? kMaxSuffix + 1 : i;
      key.shorter = i == 0 ? 0 : keys.keys[static_cast<std::size_t>(i) - 1];
    }
  }
  // Shorter keys first: what is stored for them decides what the longer ones need.
  std::vector<std::pair<int, std::uint64_t>> order;
  for (const auto& [key, count] : counts) order.push_back({count.length, key});
  std::sort(order.begin(), order.end());
  std::map<std::uint64_t, std::uint16_t> said;  // the edit that each key leads to
  std::vector<LemmaEntry> entries;
  for (const auto& [length, key] : order) {
    const KeyCounts& count = counts[key];
    const auto shorter = said.find(count.shorter);
    const std::uint16_t best = most_frequent(count.edits);
    const bool known = shorter != said.end();
    const bool trusted = length > kMaxSuffix || count.words.size() >= kMinWords;
    if (known && (shorter->second == best || !trusted)) {
      said[key] = shorter->second;
      continue;
    }
    said[key] = best;
    entries.push_back({key, best});
  }
  add_inflections(inflections, said, edits, entries);
  store_lemmas(writer, entries, edits.edits);
}

}  // namespace

Result<Success> train_lemmatizer(const LemmatizerTraining& training, const Progress& progress) {
  const Result<std::vector<Document>> docs = read_training_treebanks(training.data);
  if (!docs) return docs.error();
  const auto inflections = read_inflections(training.wordnet);
  if (!inflections) return inflections.error();
  std::vector<LemmaExample> examples;
  for (const Document& doc : *docs) {
    for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
      const Tag& tag = doc.tags[i];
      examples.push_back({.form = doc.at(doc.tokens[i].span),
                          .lemma = doc.strings[tag.lemma],
                          .tag_class = lemma_class(tag.upos, doc.strings[tag.xpos]),
                          .keeps_case = tag.upos == Upos::PROPN});
    }
  }
  progress(std::to_string(examples.size()) + " words");
  ModelWriter writer("lemmatizer", kLemmatizerVersion);
  store_best_edits(examples, *inflections, writer);
  return writer.write(training.output);
}

}  // namespace hearsay
