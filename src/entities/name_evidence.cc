#include "entities/name_evidence.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/unicode.h"
#include "document/utf8.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostWords = 6;  // of a run that is looked at

bool begins_upper(std::string_view word) {
  return char_class(decode_utf8(word, 0).value) == CharClass::upper;
}

bool is_legal_form(std::string_view lower) {
  constexpr std::array<std::string_view, 16> kForms = {"ltd",  "ltd.",  "inc", "inc.",   "plc", "llc",
                                                       "corp", "corp.", "co.", "gmbh",   "ag",  "asa",
                                                       "s.a.", "n.v.",  "llp", "limited"};
  return std::ranges::count(kForms, lower) > 0;
}

bool is_age(std::string_view form) {
  const bool digits = std::ranges::all_of(form, [](char c) { return c >= '0' && c <= '9'; });
  return digits && (form.size() == 2 || (form.size() == 3 && form[0] == '1'));
}

}  // namespace

NounClass NameEvidence::noun_of(std::uint32_t token) {
  to_lower(form(token), lower_);
  const NounClass as_is = find_noun(nouns_, hash_bytes(lower_) | 1);
  if (as_is.file != 0 || as_is.flags != 0) return as_is;
  to_lower(doc_.strings[doc_.tags[token].lemma], lower_);
  return find_noun(nouns_, hash_bytes(lower_) | 1);
}

// What begins a sentence or quotation has a capital anyway.
bool NameEvidence::is_initial(std::uint32_t token, Sentence sentence) const {
  if (token == sentence.first_token) return true;
  const Upos before = doc_.tags[token - 1].upos;
  return before == Upos::PUNCT && form(token - 1) != "," && form(token - 1) != "-";
}

bool NameEvidence::is_proper(std::uint32_t token, Sentence sentence) const {
  if (!begins_upper(form(token))) return false;
  const Upos upos = doc_.tags[token].upos;
  if (upos == Upos::PROPN || doc_.strings[doc_.tags[token].xpos].starts_with("NNP")) return true;
  if (upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::X) return false;
  if (!is_initial(token, sentence)) return true;
  return token + 1 < sentence.last_token && doc_.tags[token + 1].upos == Upos::PROPN;
}

// A hyphen, an ampersand, or the apostrophe of "Officers' Union" between two of them.
bool NameEvidence::is_joint(std::uint32_t token, Sentence sentence) const {
  if (token == sentence.first_token || token + 1 >= sentence.last_token) return false;
  const Span span = doc_.tokens[token].span;
  const std::string_view word = form(token);
  const bool touches = doc_.tokens[token - 1].span.end == span.begin;
  if (word == "&") return true;
  if (word == "-") return touches && doc_.tokens[token + 1].span.begin == span.end;
  if (word == "'" || word == "’") return touches && form(token - 1).ends_with('s');
  return (word == "'s" || word == "’s") && touches && form(token - 1) == "People";
}

// Where all longer words have capitals, a capital says nothing.
bool NameEvidence::is_headline(Sentence sentence) const {
  constexpr std::uint32_t kLong = 4, kMost = 40;
  std::uint32_t words = 0, upper = 0;
  for (std::uint32_t i = sentence.first_token;
       i < std::min(sentence.last_token, sentence.first_token + kMost); ++i) {
    if (form(i).size() < kLong || doc_.tags[i].upos == Upos::PUNCT) continue;
    ++words;
    upper += begins_upper(form(i)) ? 1 : 0;
  }
  return words > 3 && upper * 5 > words * 4;
}

bool NameEvidence::is_title(std::uint32_t token) {
  return noun_of(token).has(kRepresentsNoun | kMaleTitle | kFemaleTitle);
}

bool NameEvidence::ends_as_organization(ProperRun run) {
  if (run.size() < 2) return false;
  to_lower(form(run.last - 1), lower_);
  if (is_legal_form(lower_)) return noun_of(run.first).file == 0 || run.size() > 2;
  const NounClass noun = noun_of(run.last - 1);
  return noun.has(kOrganizationNoun);
}

bool NameEvidence::is_given_name(std::uint32_t token) {
  to_lower(form(token), lower_);
  return find_noun(nouns_, hash_bytes(lower_) | 1).has(kMaleName | kFemaleName);
}

bool NameEvidence::begins_with_given_name(ProperRun run) {
  return run.size() >= 2 && run.size() <= 4 && is_given_name(run.first);
}

bool NameEvidence::has_proper(ProperRun run) const {
  for (std::uint32_t i = run.first; i < run.last; ++i) {
    if (doc_.tags[i].upos == Upos::PROPN) return true;
  }
  return false;
}

// "Chancellor" of "Chancellor Ada Holm".
bool NameEvidence::is_person_before_name(std::uint32_t token) {
  return noun_of(token).file == kPersonFile && !is_given_name(token) && is_given_name(token + 1);
}

// Titles before a name are none of it, and part it from what stands before them.
void NameEvidence::add_run(std::uint32_t first, std::uint32_t last, std::vector<ProperRun>& out) {
  const bool organization = ends_as_organization({first, last});
  if (last - first <= kMostWords && !organization) {
    std::uint32_t begin = first;
    for (std::uint32_t i = first; i + 1 < last; ++i) {
      if (!is_title(i) && !is_person_before_name(i)) continue;
      if (i > first && begin == first && i + 2 >= last) continue;
      std::uint32_t end = i;
      while (end > begin && doc_.tags[end - 1].upos != Upos::PROPN) --end;
      if (end > begin && has_proper({begin, end})) out.push_back({begin, end});
      begin = i + 1;
    }
    first = begin;
  }
  if (first < last && (organization || has_proper({first, last}))) out.push_back({first, last});
}

void NameEvidence::find_runs(std::vector<ProperRun>& out) {
  out.clear();
  for (const Sentence sentence : doc_.sentences) {
    bool asked = false, headline = false;
    for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
      if (!is_proper(i, sentence)) continue;
      if (!asked) headline = is_headline(sentence);
      asked = true;
      if (headline) break;
      const std::uint32_t first = i;
      for (++i; i < sentence.last_token; ++i) {
        if (is_proper(i, sentence)) continue;
        if (!is_joint(i, sentence) || !is_proper(i + 1, sentence)) break;
      }
      add_run(first, i, out);
    }
  }
}

void NameEvidence::add_description(std::uint32_t token, NameVotes& votes) {
  if (doc_.tags[token].upos != Upos::NOUN) return;
  const NounClass noun = noun_of(token);
  if (noun.has(kOrganizationNoun)) {
    votes.organization += kSureSign;
  } else if (noun.file == kPersonFile || noun.has(kRepresentsNoun | kMaleNoun | kFemaleNoun)) {
    votes.person += kSureSign;
  }
}

// "Mr Quist", "spokeswoman Ada Quist", "the ferry firm Nordlinje", "Oslo-based
// Nordlinje", "in Quistby".
void NameEvidence::add_words_before(ProperRun run, NameVotes& votes) {
  if (run.first == 0) return;
  const std::uint32_t before = run.first - 1;
  const Upos upos = doc_.tags[before].upos;
  if (is_title(before) && (upos == Upos::PROPN || upos == Upos::NOUN)) {
    votes.person += kSureSign;
  } else if (upos == Upos::NOUN) {
    add_description(before, votes);
  } else if (upos == Upos::ADP) {
    to_lower(form(before), lower_);
    if (lower_ == "in" || lower_ == "near") ++votes.place;
  } else if (form(before) == "based" && before > 0 && form(before - 1) == "-") {
    votes.organization += 2 * kSureSign;
  }
}

// "Quist, 58,", "Quist, who".
void NameEvidence::add_words_after(ProperRun run, NameVotes& votes) {
  const auto size = static_cast<std::uint32_t>(doc_.tokens.size());
  if (run.last + 2 >= size || form(run.last) != ",") return;
  const std::string_view word = form(run.last + 1);
  if (word == "who" || word == "whose") votes.person += kSureSign;
  if (is_age(word) && doc_.tags[run.last + 2].upos == Upos::PUNCT) votes.person += kSureSign;
}

// What has a clause for an object says something.
bool NameEvidence::speaks(ProperRun run) const {
  constexpr std::uint32_t kFar = 40;  // tokens
  for (std::uint32_t i = run.first; i < run.last; ++i) {
    const Arc arc = doc_.arcs[i];
    if (arc.head == kNone || (arc.head >= run.first && arc.head < run.last)) continue;
    if (arc.deprel != Deprel::nsubj || arc.subtype == DeprelSubtype::pass) return false;
    const std::uint32_t verb = arc.head;
    if (doc_.tags[verb].upos != Upos::VERB) return false;
    const auto end = std::min(static_cast<std::uint32_t>(doc_.tokens.size()), verb + kFar);
    for (std::uint32_t k = verb - std::min(verb, kFar); k < end; ++k) {
      if (doc_.arcs[k].head == verb && doc_.arcs[k].deprel == Deprel::ccomp) return true;
    }
    return false;
  }
  return false;
}

// Of somebody who speaks: words that are no nouns are a person's name, words that are an
// organisation's, and so is one word that nobody knows.
void NameEvidence::add_speech(ProperRun run, NameVotes& votes) {
  if (run.size() > 4 || !speaks(run)) return;
  std::uint32_t words = 0;
  for (std::uint32_t i = run.first; i < run.last; ++i) {
    if (doc_.tags[i].upos != Upos::PROPN) return;
    words += noun_of(i).file != 0 ? 1 : 0;
  }
  if (run.size() == 1) {
    const bool known = words != 0 || noun_of(run.first).flags != 0 || form(run.first).size() < 4;
    votes.speaks = votes.speaks || !known;
    return;
  }
  (words == 0 ? votes.person : votes.organization) += words == 1 ? 0 : kSureSign;
}

// "the director, Ada Quist", "Nordlinje, the ferry firm".
void NameEvidence::add_appositions(ProperRun run, NameVotes& votes) {
  for (std::uint32_t i = run.first; i < run.last; ++i) {
    const Arc arc = doc_.arcs[i];
    const bool beside = arc.deprel == Deprel::appos || arc.deprel == Deprel::flat;
    const bool outside = arc.head != kNone && (arc.head < run.first || arc.head >= run.last);
    if (beside && outside && arc.head + 1 != run.first) {
      add_description(arc.head, votes);
    }
  }
  constexpr std::uint32_t kFar = 8;  // tokens of the apposition
  const auto end = std::min(static_cast<std::uint32_t>(doc_.tokens.size()), run.last + kFar);
  if (run.last + 1 >= end || form(run.last) != ",") return;
  for (std::uint32_t i = run.last + 1; i < end; ++i) {
    const Arc arc = doc_.arcs[i];
    if (arc.deprel == Deprel::appos && arc.head >= run.first && arc.head < run.last) {
      return add_description(i, votes);
    }
  }
}

void NameEvidence::add_votes(ProperRun run, NameVotes& votes) {
  ++votes.places;
  add_words_before(run, votes);
  add_words_after(run, votes);
  add_appositions(run, votes);
  add_speech(run, votes);
  if (ends_as_organization(run)) {
    votes.ends_as_organization = true;
  } else if (begins_with_given_name(run)) {
    votes.person += kSureSign;
  }
}

}  // namespace hearsay
