#include "claims/circumstances.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "claims/content_words.h"
#include "claims/speakers.h"
#include "claims/token_range.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostPhraseBytes = 40;  // of the words of one

using Words = std::span<const std::string_view>;

bool is_in(Words words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

// Before what is a cause: "because of", "due to".
constexpr std::string_view kCausalCases[] = {"because", "due", "owing", "thank"};
constexpr std::string_view kCausalMarks[] = {"because", "after"};
// What their subject does to their object.
constexpr std::string_view kCausingVerbs[] = {"cause", "ignite", "prompt", "provoke", "spark", "trigger"};
// "of", "from": verbs of what has a cause.
constexpr std::string_view kResultingVerbs[] = {"arise", "come", "die", "result", "stem", "suffer"};
constexpr std::string_view kCausalNouns[] = {"cause", "culprit", "reason"};
constexpr std::string_view kLocalCases[] = {"aboard", "above",   "across",  "along", "at",     "behind",
                                            "below",  "beneath", "beside",  "in",    "inside", "near",
                                            "off",    "on",      "outside", "under"};

class CircumstanceReader {
 public:
  CircumstanceReader(const Document& doc, const std::vector<std::uint32_t>& content, Statement& statement)
      : doc_(doc), content_(content), statement_(statement) {}

  void read() {
    for (const std::uint32_t i : content_) {
      const std::uint32_t head = doc_.arcs[i].head;
      read_case(i);
      read_predicate_noun(i);
      if (head == kNone || !is_inside(head)) continue;
      read_subject(i, head);
      read_clause(i, head);
      if (doc_.arcs[i].deprel == Deprel::appos && is_noun(i)) add_trait(head, i);
    }
  }

 private:
  bool is_inside(std::uint32_t i) const { return std::ranges::binary_search(content_, i); }
  bool is_noun(std::uint32_t i) const { return doc_.tags[i].upos == Upos::NOUN; }
  bool is_nominal(std::uint32_t i) const { return is_noun(i) || doc_.tags[i].upos == Upos::PROPN; }

  // "because of the heat"; "near the harbour"; "died of"; "blamed on"; "by the police".
  void read_case(std::uint32_t i) {
    const Deprel deprel = doc_.arcs[i].deprel;
    const std::uint32_t head = doc_.arcs[i].head;
    if (deprel == Deprel::case_ && head != kNone && is_inside(head) && is_nominal(head)) {
      const std::string lemma = lemma_of(doc_, i);
      if (is_in(kCausalCases, lemma)) add(phrase_of(head), statement_.causes);
      const std::uint32_t verb = doc_.arcs[head].head;
      if (verb != kNone && is_inside(verb) && (lemma == "of" || lemma == "from") &&
          is_in(kResultingVerbs, lemma_of(doc_, verb))) {
        add(phrase_of(head), statement_.causes);
      }
      if (is_in(kLocalCases, lemma) && is_place(head)) add(phrase_of(head), statement_.places);
    }
    if (deprel == Deprel::obj && head != kNone && is_inside(head) && lemma_of(doc_, head) == "blame")
      add(phrase_of(i), statement_.causes);
  }

  // Not a time, nor what is said or done there: "in June", "in a statement".
  bool is_place(std::uint32_t i) const {
    const Span span = doc_.tokens[i].span;
    const auto time = std::ranges::partition_point(
        doc_.times, [&](const TimeExpression& t) { return t.span.end <= span.begin; });
    if (time != doc_.times.end() && time->span.begin < span.end) return false;
    const std::string lemma = lemma_of(doc_, i);
    if (const std::uint32_t entity = entity_at(i); entity != kNone) {
      return doc_.entities[entity].kind != EntityKind::person;
    }
    return !is_account_noun(lemma) && count_class(lemma).empty() && word_weight(lemma, Upos::NOUN) > 2;
  }

  // Who does what a verb says, and who is what a noun says.
  void read_subject(std::uint32_t i, std::uint32_t head) {
    const Deprel deprel = doc_.arcs[i].deprel;
    const DeprelSubtype subtype = doc_.arcs[i].subtype;
    const bool subject = deprel == Deprel::nsubj && subtype != DeprelSubtype::pass;
    const bool agent = deprel == Deprel::obl && subtype == DeprelSubtype::agent;
    if (doc_.tags[head].upos != Upos::VERB || !(subject || agent)) return;
    const std::string verb = lemma_of(doc_, head);
    if (is_in(kCausingVerbs, verb)) return add(phrase_of(i), statement_.causes);
    if (word_weight(verb, Upos::VERB) < kNameWeight) return;
    Phrase actor = phrase_of(i);
    if (actor.stem.empty() || statement_.deeds.size() == kMaxPhrases) return;
    const std::string_view counted = count_class(verb);
    statement_.deeds.push_back({counted.empty() ? stem_of(verb) : std::string(counted), std::move(actor)});
  }

  void read_predicate_noun(std::uint32_t i) {
    if (doc_.arcs[i].deprel != Deprel::cop || doc_.arcs[i].head == kNone) return;
    const std::uint32_t noun = doc_.arcs[i].head;
    if (!is_inside(noun) || !is_noun(noun)) return;
    for (std::uint32_t j = i; j > content_.front() && j + kReach > i; --j) {
      const Arc& arc = doc_.arcs[j - 1];
      if (arc.head != noun || arc.deprel != Deprel::nsubj || !is_inside(j - 1)) continue;
      if (is_in(kCausalNouns, lemma_of(doc_, noun))) return add(phrase_of(j - 1), statement_.causes);
      return add_trait(j - 1, noun);
    }
  }

  // "because a lamp fell": the verb is the cause.
  void read_clause(std::uint32_t i, std::uint32_t head) {
    if (doc_.arcs[i].deprel != Deprel::mark || !is_in(kCausalMarks, lemma_of(doc_, i))) return;
    if (doc_.arcs[head].deprel != Deprel::advcl) return;
    Phrase cause = phrase_of(head);
    const Span clause{doc_.tokens[i + 1].span.begin, doc_.tokens[head].span.end};
    if (clause.begin < clause.end && clause.end - clause.begin <= kMostPhraseBytes)
      cause.words = doc_.at(clause);
    add(std::move(cause), statement_.causes);
  }

  void add_trait(std::uint32_t who, std::uint32_t what) {
    Phrase subject = phrase_of(who);
    if (subject.stem.empty() || statement_.traits.size() == kMaxPhrases) return;
    Phrase trait = phrase_of(what);
    if (!trait.stem.empty()) statement_.traits.push_back({std::move(subject.stem), std::move(trait)});
  }

  static void add(Phrase phrase, std::vector<Phrase>& phrases) {
    if (phrase.stem.empty() || phrases.size() == kMaxPhrases) return;
    if (std::ranges::find(phrases, phrase.stem, &Phrase::stem) == phrases.end())
      phrases.push_back(std::move(phrase));
  }

  std::uint32_t entity_at(std::uint32_t token) const {
    const Span span = doc_.tokens[token].span;
    const auto m = std::ranges::partition_point(doc_.mentions,
                                                [&](const Mention& x) { return x.span.end <= span.begin; });
    if (m == doc_.mentions.end() || m->span.begin >= span.end) return kNone;
    return doc_.entities[m->entity].named ? m->entity : kNone;
  }

  // The entity, or the noun with what is joined to it before it; "" for a pronoun that stands for none.
  Phrase phrase_of(std::uint32_t i) const {
    const bool pronoun = doc_.tags[i].upos == Upos::PRON;
    const std::uint32_t entity = doc_.tags[i].upos == Upos::PROPN || pronoun ? entity_at(i) : kNone;
    Phrase phrase;
    if (entity != kNone) {
      phrase.stem = fold_name(doc_.entities[entity].name);
      phrase.words = doc_.entities[entity].name;
    } else if (!pronoun && doc_.tags[i].upos != Upos::NUM) {
      phrase.stem = doc_.tags[i].upos == Upos::PROPN ? fold_name(doc_.at(doc_.tokens[i].span))
                                                     : stem_of(lemma_of(doc_, i));
      phrase.words = words_of(i);
    }
    if (phrase.stem.size() > kMaxSlotBytes || phrase.words.size() > kMaxSlotBytes) return {};
    return phrase;
  }

  // "gas leak": with compounds and adjectives, as far as they are short.
  std::string words_of(std::uint32_t i) const {
    std::uint32_t first = i;
    while (first > content_.front() && is_inside(first - 1)) {
      const Arc& arc = doc_.arcs[first - 1];
      const bool joined = arc.deprel == Deprel::compound || arc.deprel == Deprel::amod ||
                          arc.deprel == Deprel::flat || arc.deprel == Deprel::nummod;
      if (!joined || arc.head < first || arc.head > i) break;
      if (doc_.tokens[i].span.end - doc_.tokens[first - 1].span.begin > kMostPhraseBytes) break;
      --first;
    }
    return std::string(doc_.at({doc_.tokens[first].span.begin, doc_.tokens[i].span.end}));
  }

  static constexpr std::uint32_t kReach = 12;  // tokens from a copula back to its subject

  const Document& doc_;
  const std::vector<std::uint32_t>& content_;
  Statement& statement_;
};

// True when the content has the phrase's main word anywhere, or its name.
bool mentions(const Statement& statement, const Phrase& phrase) {
  if (std::ranges::binary_search(statement.words, word_key(phrase.stem), {}, &ContentWord::key)) return true;
  return std::ranges::any_of(statement.names,
                             [&](const std::string& name) { return names_agree(name, phrase.stem); });
}

bool exclude(const Phrase& a, const Phrase& b, const Statement& later, const Statement& earlier) {
  return !names_agree(a.stem, b.stem) && !mentions(earlier, a) && !mentions(later, b);
}

PhrasePair differing(const std::vector<Phrase>& a, const std::vector<Phrase>& b, const Statement& later,
                     const Statement& earlier) {
  PhrasePair found;
  for (const Phrase& one : a) {
    for (const Phrase& other : b) {
      if (!exclude(one, other, later, earlier)) return {};  // they have one in common
      if (!found) found = {&one, &other};
    }
  }
  return found;
}

}  // namespace

void read_circumstances(const Document& doc, const std::vector<std::uint32_t>& content,
                        Statement& statement) {
  if (!content.empty()) CircumstanceReader(doc, content, statement).read();
}

DifferingPhrases find_differing(const Statement& later, const Statement& earlier) {
  DifferingPhrases found{.cause = differing(later.causes, earlier.causes, later, earlier),
                         .actor = {},
                         .role = {},
                         .place = differing(later.places, earlier.places, later, earlier)};
  // That they speak of one thing must show, as anything may be somewhere.
  if (later.predicate != earlier.predicate) found.place = {};
  for (const Deed& a : later.deeds) {
    for (const Deed& b : earlier.deeds) {
      if (!found.actor && a.predicate == b.predicate && exclude(a.actor, b.actor, later, earlier))
        found.actor = {&a.actor, &b.actor};
    }
  }
  for (const Trait& a : later.traits) {
    for (const Trait& b : earlier.traits) {
      if (!found.role && names_agree(a.who, b.who) && exclude(a.what, b.what, later, earlier))
        found.role = {&a.what, &b.what};
    }
  }
  return found;
}

}  // namespace hearsay
