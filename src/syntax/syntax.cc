#include "syntax/syntax.h"

#include <algorithm>
#include <utility>

#include "document/labels.h"
#include "syntax/spanning_tree.h"

namespace hearsay {
namespace {

// Words after which those collected are read: enough for the network to read many
// sentences side by side, few enough for their scores to stay in the cache.
constexpr std::size_t kReadAtOnce = 256;

// The tag with the best score; the first of equals.
int best(std::span<const float> scores) {
  return static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

// Of the words of scratch, which begin at token `first`.
void write_tags(const SyntaxModel& model, Document& doc, std::uint32_t first, std::span<const float> scores,
                SyntaxScratch& scratch) {
  const auto stride = static_cast<std::size_t>(model.network.tag_head.rows);
  for (std::size_t i = 0; i < scratch.words.size(); ++i) {
    const auto row = scores.subspan(i * stride, stride);
    const int upos = best(row.first(kUposCount));
    const int xpos = best(row.subspan(kUposCount, model.xpos.size()));
    if (scratch.xpos[xpos] == kNone) scratch.xpos[xpos] = scratch.interner.intern(model.xpos[xpos]);
    const std::uint64_t tag_class = lemma_class(static_cast<Upos>(upos), model.xpos[xpos]);
    const Span word = doc.tokens[first + i].span;
    lemmatize(model.lemmas, doc.at(word), tag_class, scratch.buffer, scratch.lemma);
    doc.tags.push_back({.lemma = scratch.interner.intern(scratch.lemma),
                        .xpos = scratch.xpos[xpos],
                        .upos = static_cast<Upos>(upos)});
  }
}

// The tree over a stretch whose first word is word `word` of scratch. Its root hangs
// on the token `anchor`, or is the sentence's root. Returns the root's token.
std::uint32_t write_arcs(const SyntaxModel& model, Document& doc, const SyntaxStretch& stretch, int word,
                         std::uint32_t anchor, SyntaxScratch& scratch) {
  const std::uint32_t first = stretch.first;
  const int count = stretch.length;
  scratch.heads = find_spanning_tree(score_arcs(model.network, word, count, scratch.network), count);
  scratch.labels.resize(scratch.heads.size());
  choose_labels(model.network, word, scratch.heads, static_cast<int>(model.relations.size()), scratch.labels,
                scratch.network);
  std::uint32_t root = first;
  for (int i = 0; i < count; ++i) {
    Arc arc;
    if (scratch.heads[i] == 0) {
      root = first + static_cast<std::uint32_t>(i);
      arc.head = anchor;
      arc.deprel = anchor == kNone ? Deprel::root : Deprel::parataxis;
    } else {
      const ArcLabel relation = model.relations[scratch.labels[i]];
      arc.head = first + static_cast<std::uint32_t>(scratch.heads[i] - 1);
      // Only the root is a root.
      arc.deprel = relation.deprel == Deprel::root ? Deprel::dep : relation.deprel;
      arc.subtype = relation.subtype;
    }
    doc.arcs.push_back(arc);
  }
  return root;
}

struct Wanted {
  bool tags, arcs, names;
};

// Reads the stretches of scratch and forgets them.
void read_stretches(const SyntaxModel& model, Document& doc, Wanted wanted, SyntaxScratch& scratch) {
  if (scratch.words.empty()) return;
  const std::uint32_t first = scratch.stretches.front().first;
  scratch.lengths.clear();
  for (const SyntaxStretch& s : scratch.stretches) scratch.lengths.push_back(s.length);
  const std::span<const float> tag_scores =
      run_encoder(model.network, scratch.words, scratch.lengths, scratch.network);
  if (wanted.tags) write_tags(model, doc, first, tag_scores, scratch);
  const std::span<const float> name_scores =
      wanted.names ? score_names(model.network, scratch.lengths, scratch.network) : std::span<const float>();
  int word = 0;
  for (const SyntaxStretch& s : scratch.stretches) {
    if (wanted.names) {
      const int rows = model.network.names.from_states.rows;
      append_names(name_scores.subspan(static_cast<std::size_t>(word) * static_cast<std::size_t>(rows)), rows,
                   s.length, model.network.names.chain, s.first, doc, scratch.names.labels);
    }
    if (wanted.arcs) {
      if (s.begins_sentence) scratch.anchor = kNone;
      const std::uint32_t root = write_arcs(model, doc, s, word, scratch.anchor, scratch);
      if (s.begins_sentence) scratch.anchor = root;
    }
    word += s.length;
  }
  scratch.words.clear();
  scratch.stretches.clear();
}

void read_sentences(const SyntaxModel& model, Document& doc, Wanted wanted, SyntaxScratch& scratch) {
  scratch.words.clear();
  scratch.stretches.clear();
  for (const Sentence s : doc.sentences) {
    for (std::uint32_t first = s.first_token; first < s.last_token; first += kMaxStretch) {
      const std::uint32_t last = std::min(s.last_token, first + kMaxStretch);
      for (std::uint32_t i = first; i < last; ++i) scratch.words.push_back(doc.at(doc.tokens[i].span));
      scratch.stretches.push_back({.first = first,
                                   .length = static_cast<int>(last - first),
                                   .begins_sentence = first == s.first_token});
      if (scratch.words.size() >= kReadAtOnce) read_stretches(model, doc, wanted, scratch);
    }
  }
  read_stretches(model, doc, wanted, scratch);
}

}  // namespace

Result<SyntaxModel> load_syntax(const std::filesystem::path& directory) {
  Result<ModelFile> network = ModelFile::open(directory / "syntax.model", "syntax", kSyntaxVersion);
  if (!network) return network.error();
  Result<ModelFile> lemmas =
      ModelFile::open(directory / "lemmatizer.model", "lemmatizer", kLemmatizerVersion);
  if (!lemmas) return lemmas.error();
  return load_syntax(*std::move(network), *std::move(lemmas));
}

Result<SyntaxModel> load_syntax(ModelFile network_file, ModelFile lemma_file) {
  SyntaxModel model;
  model.file = std::move(network_file);
  Result<LemmaModel> lemmas = load_lemmatizer(std::move(lemma_file));
  if (!lemmas) return lemmas.error();
  model.lemmas = *std::move(lemmas);
  const auto upos = model.file.strings("upos");
  if (!upos) return upos.error();
  for (std::size_t i = 0; i < kUposCount; ++i) {
    if (upos->size() != kUposCount || (*upos)[i] != to_string(static_cast<Upos>(i))) {
      return model.file.corrupt("section upos: not the tags of Universal Dependencies in order");
    }
  }
  Result<std::vector<std::string>> xpos = model.file.strings("xpos");
  if (!xpos) return xpos.error();
  const auto labels = model.file.strings("labels");
  if (!labels) return labels.error();
  if (xpos->empty() || xpos->size() > 1000 || labels->empty() || labels->size() > 1000) {
    return model.file.corrupt("sections xpos, labels: expected 1 to 1000 names each");
  }
  model.xpos = *std::move(xpos);
  for (const std::string& label : *labels) {
    const std::size_t colon = std::min(label.find(':'), label.size());
    const auto deprel = find_deprel(std::string_view(label).substr(0, colon));
    const auto subtype =
        find_deprel_subtype(std::string_view(label).substr(std::min(colon + 1, label.size())));
    if (!deprel) return model.file.corrupt("section labels: unknown relation '" + label + "'");
    model.relations.push_back({*deprel, subtype.value_or(DeprelSubtype::none)});
  }
  const auto kinds = model.file.strings("kinds");
  if (!kinds) return kinds.error();
  for (std::size_t i = 0; i < kEntityKindCount; ++i) {
    if (kinds->size() != kEntityKindCount || (*kinds)[i] != to_string(static_cast<EntityKind>(i))) {
      return model.file.corrupt("section kinds: not the kinds of names in order");
    }
  }
  Result<SyntaxNetwork> network = load_network(model.file, kUposCount, static_cast<int>(model.xpos.size()),
                                               static_cast<int>(labels->size()), kNameLabels + kInnerLabels);
  if (!network) return network.error();
  model.network = *std::move(network);
  return model;
}

void read_syntax(const SyntaxModel& model, Document& doc, SyntaxScratch& scratch) {
  const Wanted wanted{.tags = doc.tags.empty(), .arcs = doc.arcs.empty(), .names = doc.names.empty()};
  if (!wanted.tags && !wanted.arcs && !wanted.names) return;
  scratch.interner.attach(doc.strings);
  scratch.xpos.assign(model.xpos.size(), kNone);
  if (wanted.tags) doc.tags.reserve(doc.tokens.size());
  if (wanted.arcs) doc.arcs.reserve(doc.tokens.size());
  read_sentences(model, doc, wanted, scratch);
  if (wanted.names) agree_on_names(doc, scratch.names.agreement);
}

}  // namespace hearsay
