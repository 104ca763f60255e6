#include "tagger/tagger.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <utility>

#include "document/labels.h"

namespace hearsay {
namespace {

// A sentence longer than this is tagged in pieces, which bounds the memory.
constexpr std::uint32_t kWindow = 4096;

using Scores = std::array<std::int32_t, kMaxClasses>;

template <typename List>
void add_scores(const SparseTable& table, const List& features, Scores& scores) {
  for (const std::uint64_t f : features) table.add(f, scores.data());
}

template <typename List>
void prefetch(const SparseTable& table, const List& features) {
  for (const std::uint64_t f : features) table.prefetch(f);
}

std::uint8_t best_class(const Scores& scores, std::size_t count) {
  return static_cast<std::uint8_t>(std::max_element(scores.begin(), scores.begin() + count) - scores.begin());
}

// The features that both passes share, for all words.
void fill_word_lists(TaggerScratch& scratch) {
  const std::size_t count = scratch.sentence.size();
  scratch.word_lists.resize(std::max(scratch.word_lists.size(), count));
  for (std::size_t i = 0; i < count; ++i) word_feature_list(scratch.sentence, i, scratch.word_lists[i]);
}

// Class of word `i` from the features of its words and of the classes around it.
template <typename List>
std::uint8_t decide(const TaggerModel& model, const SparseTable& table, const TaggerScratch& scratch,
                    std::size_t i, const List& list) {
  prefetch(table, list);
  if (i + 1 < scratch.sentence.size()) prefetch(table, scratch.word_lists[i + 1]);
  Scores scores{};
  add_scores(table, scratch.word_lists[i], scores);
  add_scores(table, list, scores);
  return best_class(scores, model.classes.size());
}

void run_first_pass(const TaggerModel& model, TaggerScratch& scratch) {
  TaggedSentence& s = scratch.sentence;
  FirstFeatureList list;
  for (std::size_t i = 0; i < s.size(); ++i) {
    first_feature_list(s, i, list);
    s.tags[i + kMargin] = decide(model, model.first, scratch, i, list);
  }
}

void run_second_pass(const TaggerModel& model, TaggerScratch& scratch) {
  TaggedSentence& s = scratch.sentence;
  SecondFeatureList list;
  for (std::size_t i = 0; i < s.size(); ++i) {
    second_feature_list(s, i, list);
    s.tags[i + kMargin] = decide(model, model.second, scratch, i, list);
  }
}

void write_tags(const TaggerModel& model, Sentence s, Document& doc, TaggerScratch& scratch) {
  for (std::uint32_t t = s.first_token; t < s.last_token; ++t) {
    const std::uint8_t tag_class = scratch.sentence.tags[t - s.first_token + kMargin];
    std::uint32_t& xpos = scratch.xpos[tag_class];
    if (xpos == kNone) xpos = scratch.interner.intern(model.classes[tag_class].xpos);
    lemmatize(model.lemmas, doc.at(doc.tokens[t].span), tag_class, scratch.buffer, scratch.lemma);
    doc.tags.push_back({.lemma = scratch.interner.intern(scratch.lemma),
                        .xpos = xpos,
                        .upos = model.classes[tag_class].upos});
  }
}

// Tags the tokens of `s`, a sentence or a part of one.
void tag_window(const TaggerModel& model, Sentence s, Document& doc, TaggerScratch& scratch) {
  start_sentence(doc, s, scratch.buffer, scratch.sentence);
  fill_word_lists(scratch);
  run_first_pass(model, scratch);
  std::swap(scratch.sentence.first, scratch.sentence.tags);
  run_second_pass(model, scratch);
  write_tags(model, s, doc, scratch);
}

}  // namespace

std::string to_text(const TagClass& tag_class) {
  return std::string(to_string(tag_class.upos)) + "|" + tag_class.xpos;
}

std::optional<TagClass> parse_tag_class(std::string_view text) {
  const std::size_t bar = text.find('|');
  if (bar == std::string_view::npos || bar + 1 == text.size()) return std::nullopt;
  const std::optional<Upos> upos = find_upos(text.substr(0, bar));
  if (!upos) return std::nullopt;
  return TagClass{*upos, std::string(text.substr(bar + 1))};
}

Result<TaggerModel> load_tagger(const std::filesystem::path& path) {
  Result<ModelFile> file = ModelFile::open(path, "tagger", kTaggerVersion);
  if (!file) return file.error();
  return load_tagger(*std::move(file));
}

Result<TaggerModel> load_tagger(ModelFile file) {
  TaggerModel model;
  const auto classes = file.strings("classes");
  if (!classes) return classes.error();
  for (const std::string& text : *classes) {
    const std::optional<TagClass> tag_class = parse_tag_class(text);
    if (!tag_class) return file.corrupt("section classes: expected UPOS|XPOS, found '" + text + "'");
    model.classes.push_back(*tag_class);
  }
  if (model.classes.empty() || model.classes.size() > kMaxClasses) {
    return file.corrupt("section classes: expected 1 to " + std::to_string(kMaxClasses) + ", found " +
                        std::to_string(model.classes.size()));
  }
  const int count = static_cast<int>(model.classes.size());
  const auto first = load_sparse_table(file, "first", count);
  if (!first) return first.error();
  const auto second = load_sparse_table(file, "second", count);
  if (!second) return second.error();
  auto lemmas = load_lemmas(file);
  if (!lemmas) return lemmas.error();
  model.first = *first;
  model.second = *second;
  model.lemmas = *std::move(lemmas);
  model.file = std::move(file);
  return model;
}

void tag(const TaggerModel& model, Document& doc, TaggerScratch& scratch) {
  assert(doc.tags.empty());
  doc.tags.reserve(doc.tokens.size());
  scratch.interner.attach(doc.strings);
  scratch.xpos.assign(model.classes.size(), kNone);
  for (const Sentence s : doc.sentences) {
    for (std::uint32_t begin = s.first_token; begin < s.last_token; begin += kWindow) {
      tag_window(model, {begin, std::min(s.last_token, begin + kWindow)}, doc, scratch);
    }
  }
}

}  // namespace hearsay
