#include "claims/read_statements.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <string>
#include <utility>

#include "claims/circumstances.h"
#include "claims/content_words.h"
#include "claims/pointers.h"
#include "claims/quantities.h"
#include "claims/speakers.h"
#include "claims/token_range.h"

namespace hearsay {
namespace {

using Tokens = std::vector<std::uint32_t>;

constexpr std::size_t kMaxContentTokens = 400;  // read of one content
constexpr std::size_t kExcerptBytes = 80;

void insert_sorted(std::vector<std::string>& slot, std::string value) {
  if (value.empty() || value.size() > kMaxSlotBytes || slot.size() >= kMaxSlotNames) return;
  const auto at = std::ranges::lower_bound(slot, value);
  if (at == slot.end() || *at != value) slot.insert(at, std::move(value));
}

// The words with the greatest weights, sorted by key.
std::vector<ContentWord> find_words(const Document& doc, const Tokens& tokens) {
  std::vector<ContentWord> words;
  for (const std::uint32_t i : tokens) {
    const std::string lemma = lemma_of(doc, i);
    const std::uint8_t weight = word_weight(lemma, doc.tags[i].upos);
    std::string stem = stem_of(lemma);
    if (weight == 0 || stem.size() > kMaxSlotBytes || is_negation(lemma)) continue;
    if (const std::string_view counted = count_class(lemma); !counted.empty()) stem = counted;
    words.push_back({.key = word_key(stem), .stem = std::move(stem), .weight = weight});
  }
  std::ranges::stable_sort(words, [](const ContentWord& a, const ContentWord& b) {
    return std::pair(a.key, -a.weight) < std::pair(b.key, -b.weight);
  });
  words.erase(std::unique(words.begin(), words.end(), has_same_key), words.end());
  if (words.size() > kMaxContentWords) {
    std::ranges::stable_sort(words,
                             [](const ContentWord& a, const ContentWord& b) { return a.weight > b.weight; });
    words.resize(kMaxContentWords);
    std::ranges::sort(words, {}, &ContentWord::key);
  }
  return words;
}

// What is said to be true or false: of "her statement that nobody was told", what stands behind the noun.
Tokens find_proposition(const Document& doc, const Tokens& content) {
  const std::uint32_t head = head_among(doc, content);
  if (head == kNone || doc.tags[head].upos != Upos::NOUN || !is_account_noun(lemma_of(doc, head)))
    return content;
  const auto first = std::ranges::upper_bound(content, head);
  const bool has_clause = std::any_of(first, content.end(), [&](std::uint32_t i) {
    const Deprel deprel = doc.arcs[i].deprel;
    return doc.arcs[i].head == head && (deprel == Deprel::acl || deprel == Deprel::ccomp);
  });
  return has_clause ? Tokens(first, content.end()) : content;
}

// The main word; of "is a prank" it is "prank".
std::string predicate_of(const Document& doc, const Tokens& content) {
  const std::uint32_t head = head_among(doc, content);
  if (head == kNone) return {};
  const std::string lemma = lemma_of(doc, head);
  const std::string_view counted = count_class(lemma);
  std::string stem = counted.empty() ? stem_of(lemma) : std::string(counted);
  if (stem.size() > kMaxSlotBytes) stem.clear();
  return stem;
}

std::string excerpt_of(const Document& doc, const Attribution& a) {
  std::string excerpt;
  for (const Span span : a.content) {
    if (!excerpt.empty()) excerpt += " ... ";
    excerpt += doc.at(span);
    if (excerpt.size() > kExcerptBytes) break;
  }
  std::ranges::replace(excerpt, '\n', ' ');
  if (excerpt.size() > kExcerptBytes) {
    std::size_t end = kExcerptBytes;
    while (end > 0 && (static_cast<unsigned char>(excerpt[end]) & 0xC0) == 0x80) --end;
    excerpt.resize(end);
  }
  return excerpt;
}

// True when the main clause is negated: "there was no call", "nobody was hurt". A "not"
// that only sets two things against each other ("69, not 71") is none.
bool is_negated(const Document& doc, const Tokens& tokens) {
  for (const std::uint32_t i : tokens) {
    if (!is_negation(lemma_of(doc, i)) && lower_form(doc, i) != "n't") continue;
    const bool after_comma = i > 0 && doc.at(doc.tokens[i - 1].span) == ",";
    if (after_comma) continue;
    const std::uint32_t head = doc.arcs[i].head;
    if (head == kNone || !std::ranges::binary_search(tokens, head)) return true;
    const std::uint32_t above = doc.arcs[head].head;
    if (above == kNone || !std::ranges::binary_search(tokens, above)) return true;
    const Deprel deprel = doc.arcs[head].deprel;
    std::uint32_t top = doc.arcs[above].head;
    if (top != kNone && doc.arcs[above].deprel == Deprel::conj) top = doc.arcs[top].head;
    const bool argument = deprel == Deprel::nsubj || deprel == Deprel::obj;
    if (argument && (top == kNone || !std::ranges::binary_search(tokens, top))) return true;
  }
  return false;
}

bool has_contrast(const Document& doc, const Tokens& tokens) {
  return std::ranges::any_of(tokens, [&](std::uint32_t i) {
    if (is_error_word(lemma_of(doc, i))) return true;
    return lower_form(doc, i) == "not" && i > 0 && doc.at(doc.tokens[i - 1].span) == ",";
  });
}

// "The requests", "the science": a thing that can be turned down, but is not true or false.
bool is_thing(const Document& doc, const Tokens& content) {
  const std::uint32_t head = head_among(doc, content);
  if (head == kNone || (doc.tags[head].upos != Upos::NOUN && doc.tags[head].upos != Upos::PROPN))
    return false;
  if (is_account_noun(lemma_of(doc, head))) return false;
  return std::ranges::none_of(content, [&](std::uint32_t i) {
    const Deprel deprel = doc.arcs[i].deprel;
    return doc.arcs[i].head == head && (deprel == Deprel::nsubj || deprel == Deprel::cop);
  });
}

bool is_denying(std::string_view lemma) { return lemma == "deny" || lemma == "denial"; }

// "repeated", "his denial", but not "said in a statement".
bool is_again(const Document& doc, const Tokens& cue) {
  const bool has_verb =
      std::ranges::any_of(cue, [&](std::uint32_t i) { return doc.tags[i].upos == Upos::VERB; });
  return std::ranges::any_of(cue, [&](std::uint32_t i) {
    const std::string lemma = lemma_of(doc, i);
    return is_recalling_cue(lemma) || (!has_verb && doc.tags[i].upos == Upos::NOUN && is_account_noun(lemma));
  });
}

bool is_before_word(const std::string& form) {
  return form == "earlier" || form == "initially" || form == "once" || form == "originally" ||
         form == "previously";
}

// "had said", "earlier claimed", "said initially".
bool is_told_before(const Document& doc, const Tokens& cue) {
  for (const std::uint32_t i : cue) {
    if (lower_form(doc, i) == "had") return true;
    const std::uint32_t begin = i > 3 ? i - 3 : 0;
    for (std::uint32_t j = begin; j < i; ++j) {
      if (doc.arcs[j].head != i) continue;
      const std::string form = lower_form(doc, j);
      if (form == "had" || form == "having" || is_before_word(form)) return true;
    }
    for (std::uint32_t j = i + 1;
         j < std::min<std::uint32_t>(i + 4, static_cast<std::uint32_t>(doc.tokens.size())); ++j) {
      if (doc.arcs[j].head == i && is_before_word(lower_form(doc, j))) return true;
    }
  }
  return false;
}

std::uint32_t sentence_of(const Document& doc, std::uint32_t token) {
  const auto found =
      std::ranges::partition_point(doc.sentences, [&](const Sentence& s) { return s.last_token <= token; });
  return static_cast<std::uint32_t>(found - doc.sentences.begin());
}

bool has_lemma(const Document& doc, const Tokens& tokens, bool (*in_class)(std::string_view)) {
  return std::ranges::any_of(tokens, [&](std::uint32_t i) { return in_class(lemma_of(doc, i)); });
}

void read_names_and_times(const Document& doc, const Attribution& a, Statement& statement) {
  for (const Span span : a.content) {
    const auto mention = std::ranges::partition_point(
        doc.mentions, [&](const Mention& m) { return m.span.end <= span.begin; });
    for (auto m = mention; m != doc.mentions.end() && m->span.begin < span.end; ++m) {
      if (statement.names.size() >= kMaxSlotNames) break;
      if (m->form != MentionForm::nominal)
        insert_sorted(statement.names, fold_name(doc.entities[m->entity].name));
    }
    const auto time = std::ranges::partition_point(
        doc.times, [&](const TimeExpression& t) { return t.span.end <= span.begin; });
    for (auto t = time; t != doc.times.end() && t->span.begin < span.end; ++t) {
      if (statement.times.size() >= kMaxSlotNames) break;
      if (t->type == TimeType::date || t->type == TimeType::time) insert_sorted(statement.times, t->value);
    }
  }
}

// The names that the document mentions most, earlier ones first among equals; sorted.
std::vector<std::string> find_story(const Document& doc) {
  std::vector<std::uint32_t> mentions(doc.entities.size());
  for (const Mention& mention : doc.mentions) {
    if (mention.form == MentionForm::name) ++mentions[mention.entity];
  }
  std::vector<std::uint32_t> order(doc.entities.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order,
                           [&](std::uint32_t a, std::uint32_t b) { return mentions[a] > mentions[b]; });
  std::vector<std::string> story;
  for (const std::uint32_t entity : order) {
    if (story.size() == kMaxStoryNames || mentions[entity] == 0) break;
    const std::string name = fold_name(doc.entities[entity].name);
    const std::string last = name.substr(name.rfind(' ') + 1);
    const auto at = std::ranges::lower_bound(story, last);
    if (last.empty() || last.size() > kMaxSlotBytes || (at != story.end() && *at == last)) continue;
    story.insert(at, last);
  }
  return story;
}

// "We said" inside somebody's own words.
bool is_self_quotation(const Document& doc, const Attribution& a) {
  if (a.parent == kNone || a.source.empty()) return false;
  const std::vector<std::uint32_t> source = tokens_under(doc, a.source);
  if (source.size() != 1) return false;
  const std::string form = lower_form(doc, source.front());
  return form == "we" || form == "i";
}

Statement read_statement(const Document& doc, std::uint32_t number) {
  const Attribution& a = doc.attributions[number];
  Tokens content = tokens_under(doc, a.content);
  if (content.size() > kMaxContentTokens) content.resize(kMaxContentTokens);
  const Tokens cue = tokens_under(doc, a.cue);
  Statement statement;
  statement.words = find_words(doc, content);
  const Tokens proposition = find_proposition(doc, content);
  statement.predicate = predicate_of(doc, proposition);
  statement.quantities = find_quantities(doc, content);
  read_names_and_times(doc, a, statement);
  statement.excerpt = excerpt_of(doc, a);
  statement.act = a.act;
  statement.negated = a.negated;
  // Who denies a thing holds that there was none; who rejects one, nothing.
  const bool refusing_cue =
      has_lemma(doc, cue, is_refusing_cue) && (!is_thing(doc, content) || has_lemma(doc, cue, is_denying));
  statement.rejects = refusing_cue;
  statement.refusing = refusing_cue || a.act == Act::deny;
  statement.denied = is_negated(doc, proposition) != refusing_cue;
  statement.told_before = is_told_before(doc, cue);
  statement.recalled = statement.told_before || is_again(doc, cue);
  statement.contrast = has_contrast(doc, content) || has_lemma(doc, cue, is_retracting_cue);
  read_circumstances(doc, content, statement);
  statement.confidence = static_cast<std::uint8_t>(std::clamp(a.confidence, 0.0F, 1.0F) * 100.0F);
  statement.parent = a.parent;
  statement.place = cue.empty() ? 0 : sentence_of(doc, cue.front());
  return statement;
}

}  // namespace

std::vector<Statement> read_statements(const Document& doc) {
  assert(doc.tags.size() == doc.tokens.size() && doc.arcs.size() == doc.tokens.size());
  std::vector<Statement> statements;
  statements.reserve(doc.attributions.size());
  std::vector<Speaker> speakers = find_speakers(doc);
  const std::vector<std::string> story = find_story(doc);
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    statements.push_back(read_statement(doc, i));
    statements.back().speaker = std::move(speakers[i]);
    statements.back().story = story;
  }
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    if (is_self_quotation(doc, doc.attributions[i]))
      statements[i].told_before = statements[i].recalled = true;
  }
  resolve_pointers(doc, statements);
  return statements;
}

}  // namespace hearsay
