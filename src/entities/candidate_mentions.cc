#include "entities/candidate_mentions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/unicode.h"
#include "entities/phrase_extents.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

struct PronounForm {
  std::string_view form;
  std::uint8_t person;
  Number number;
};

constexpr auto kOne = Number::singular;
constexpr auto kMany = Number::plural;
// The place in the list is stored in weights: append only.
constexpr std::array kPronouns = {
    PronounForm{"he", 3, kOne},
    PronounForm{"him", 3, kOne},
    PronounForm{"his", 3, kOne},
    PronounForm{"himself", 3, kOne},
    PronounForm{"she", 3, kOne},
    PronounForm{"her", 3, kOne},
    PronounForm{"hers", 3, kOne},
    PronounForm{"herself", 3, kOne},
    PronounForm{"it", 3, kOne},
    PronounForm{"its", 3, kOne},
    PronounForm{"itself", 3, kOne},
    PronounForm{"they", 3, kMany},
    PronounForm{"them", 3, kMany},
    PronounForm{"their", 3, kMany},
    PronounForm{"theirs", 3, kMany},
    PronounForm{"themselves", 3, kMany},
    PronounForm{"i", 1, kOne},
    PronounForm{"me", 1, kOne},
    PronounForm{"my", 1, kOne},
    PronounForm{"mine", 1, kOne},
    PronounForm{"myself", 1, kOne},
    PronounForm{"we", 1, kMany},
    PronounForm{"us", 1, kMany},
    PronounForm{"our", 1, kMany},
    PronounForm{"ours", 1, kMany},
    PronounForm{"ourselves", 1, kMany},
    PronounForm{"you", 2, Number::unknown},
    PronounForm{"your", 2, Number::unknown},
    PronounForm{"yours", 2, Number::unknown},
    PronounForm{"yourself", 2, kOne},
    PronounForm{"yourselves", 2, kMany},
    PronounForm{"this", 3, kOne},
    PronounForm{"that", 3, kOne},
    PronounForm{"these", 3, kMany},
    PronounForm{"those", 3, kMany},
    PronounForm{"one", 3, kOne},
};

// 1 + the place of a pronoun in the list, 0 for other words.
std::uint8_t pronoun_of(std::string_view lower) {
  for (std::size_t i = 0; i < kPronouns.size(); ++i) {
    if (kPronouns[i].form == lower) return static_cast<std::uint8_t>(i + 1);
  }
  return 0;
}

// As CandidateMention::standing has it.
std::uint8_t standing_of(const Document& doc, const CandidateMention& m) {
  const std::uint32_t verb = doc.arcs[m.head].head;
  if (verb == kNone) return 1;
  constexpr std::array<std::string_view, 12> kReports = {"say",   "tell",    "add",   "write",
                                                         "note",  "explain", "argue", "claim",
                                                         "state", "believe", "think", "announce"};
  const bool subject = m.role == GrammaticalRole::subject;
  const bool reports = subject && std::ranges::count(kReports, doc.strings[doc.tags[verb].lemma]) > 0;
  return (doc.arcs[verb].head == kNone ? 2 : 0) | (reports ? 4 : 0) | (subject ? 8 : 0);
}

GrammaticalRole role_of(const Arc& arc) {
  switch (arc.deprel) {
    case Deprel::nsubj:
    case Deprel::csubj:
      return arc.subtype == DeprelSubtype::pass ? GrammaticalRole::passive_subject : GrammaticalRole::subject;
    case Deprel::obj:
    case Deprel::iobj:
      return GrammaticalRole::object;
    case Deprel::obl:
      return GrammaticalRole::oblique;
    case Deprel::nmod:
      return arc.subtype == DeprelSubtype::poss ? GrammaticalRole::possessor : GrammaticalRole::noun_modifier;
    case Deprel::compound:
      return GrammaticalRole::noun_modifier;
    case Deprel::appos:
      return GrammaticalRole::apposition;
    case Deprel::conj:
      return GrammaticalRole::conjunct;
    case Deprel::root:
    case Deprel::xcomp:
      return GrammaticalRole::predicate;
    default:
      return GrammaticalRole::other;
  }
}

struct Finder {
  std::span<const NounEntry> nouns;
  std::span<const Name> names;
  const Document& doc;
  CandidateScratch& s;
  std::vector<CandidateMention>& out;

  std::string_view form(std::uint32_t token) const { return doc.at(doc.tokens[token].span); }
  std::string_view xpos(std::uint32_t token) const { return doc.strings[doc.tags[token].xpos]; }

  std::uint64_t lemma_key(std::uint32_t token) {
    std::uint64_t& key = s.lemma_key[doc.tags[token].lemma];
    if (key == 0) {
      to_lower(doc.strings[doc.tags[token].lemma], s.lower);
      key = hash_bytes(s.lower) | 1;
    }
    return key;
  }

  // "President" and "Former President" alone name nobody.
  bool is_title(std::uint32_t token, std::uint32_t end) {
    for (; token < doc.tokens.size() && doc.tokens[token].span.begin < end; ++token) {
      const bool title = find_noun(nouns, lemma_key(token)).has(kRepresentsNoun | kMaleTitle | kFemaleTitle);
      if (!title && doc.tags[token].upos != Upos::ADJ) return false;
      if (!title && doc.tokens[token].span.end >= end) return false;
    }
    return true;
  }

  void mark_names() {
    s.name_at.assign(doc.tokens.size(), kNone);
    std::uint32_t token = 0;
    for (std::uint32_t n = 0; n < names.size(); ++n) {
      if (names[n].inner) continue;
      const Span span = names[n].span;
      while (token < doc.tokens.size() && doc.tokens[token].span.end <= span.begin) ++token;
      if (is_title(token, span.end)) continue;
      for (; token < doc.tokens.size() && doc.tokens[token].span.begin < span.end; ++token) {
        s.name_at[token] = n;
      }
    }
  }

  // Quotation marks open and close; a new block begins outside of any.
  void mark_quotes() {
    s.quoted.assign(doc.tokens.size(), 0);
    bool inside = false;
    std::size_t block = 0;
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
      const std::size_t before = block;
      while (block < doc.blocks.size() && doc.blocks[block].span.end <= doc.tokens[i].span.begin) ++block;
      if (block != before) inside = false;
      const std::string_view word = form(i);
      if (word == "\"") inside = !inside;
      if (word == "“" || word == "``") inside = true;
      if (word == "”" || word == "''") inside = false;
      s.quoted[i] = inside ? 1 : 0;
    }
  }

  // Determiners, numbers and other modifiers, each told to its head.
  void mark_modifiers() {
    s.determiner.assign(doc.tokens.size(), kNone);
    s.quantified.assign(doc.tokens.size(), 0);
    s.modifiers.assign(doc.tokens.size(), 0);
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
      const Arc arc = doc.arcs[i];
      if (arc.head == kNone) continue;
      const bool possessor = arc.deprel == Deprel::nmod && arc.subtype == DeprelSubtype::poss;
      if ((arc.deprel == Deprel::det || possessor) && s.determiner[arc.head] == kNone)
        s.determiner[arc.head] = i;
      if (arc.deprel == Deprel::nummod) s.quantified[arc.head] = 1;
      if (arc.deprel == Deprel::amod || arc.deprel == Deprel::compound || arc.deprel == Deprel::nummod ||
          (arc.deprel == Deprel::nmod && !possessor)) {
        s.modifiers[arc.head] |= std::uint64_t{1} << (lemma_key(i) >> 58);
      }
    }
  }

  // The token of [first, last) whose head lies outside.
  std::uint32_t top_of(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      const std::uint32_t head = doc.arcs[i].head;
      if (head == kNone || head < first || head >= last) return i;
    }
    return first;
  }

  Determination determination_of(std::uint32_t head) {
    if (doc.arcs[head].deprel == Deprel::compound) return Determination::modifier;
    if (s.quantified[head] != 0 && s.determiner[head] == kNone) return Determination::quantified;
    const std::uint32_t det = s.determiner[head];
    if (det == kNone) {
      return doc.tags[head].upos == Upos::NUM ? Determination::number : Determination::bare;
    }
    if (doc.arcs[det].deprel == Deprel::nmod) return Determination::possessed;
    to_lower(form(det), s.lower);
    if (s.lower == "the") return Determination::definite;
    if (s.lower == "a" || s.lower == "an" || s.lower == "another") return Determination::indefinite;
    if (pronoun_of(s.lower) != 0) return Determination::demonstrative;
    return Determination::quantified;
  }

  Number number_of(std::uint32_t head) const {
    const std::string_view tag = xpos(head);
    if (tag == "NNS" || tag == "NNPS") return Number::plural;
    if (tag == "NN" || tag == "NNP") return Number::singular;
    return Number::unknown;
  }

  // Hash of the words from after the determiner, in lower case.
  std::uint64_t phrase_key(const CandidateMention& m) {
    std::uint32_t first = m.core_first;
    while (first < m.head && doc.arcs[first].deprel == Deprel::det) ++first;
    std::uint64_t key = 1;
    const std::uint32_t last = std::min(m.core_last, first + 12);
    for (std::uint32_t i = first; i < last; ++i) key = mix(key, lemma_key(i));
    return key;
  }

  CandidateMention begin_mention(std::uint32_t head) {
    CandidateMention m;
    m.head = head;
    m.first = s.left[head];
    m.last = s.right[head] + 1;
    m.core_first = s.core_left[head];
    m.core_last = s.core_right[head] + 1;
    m.head_key = lemma_key(head);
    m.role = role_of(doc.arcs[head]);
    m.quoted = s.quoted[head] != 0;
    m.modifiers = s.modifiers[head];
    return m;
  }

  void add_pronoun(std::uint32_t token) {
    to_lower(form(token), s.lower);
    const std::uint8_t word = pronoun_of(s.lower);
    if (word == 0 || doc.arcs[token].deprel == Deprel::expl) return;
    CandidateMention m = begin_mention(token);
    m.form = MentionForm::pronoun;
    m.determination = Determination::pronoun;
    m.first = m.core_first = token;
    m.last = m.core_last = token + 1;
    m.word = word;
    m.person = kPronouns[word - 1u].person;
    m.number = kPronouns[word - 1u].number;
    m.gender = gender_of_pronoun(s.lower);
    m.possessive = xpos(token) == "PRP$";
    out.push_back(m);
  }

  Gender gender_of_noun(NounClass noun) const {
    if (noun.has(kMaleNoun)) return Gender::male;
    if (noun.has(kFemaleNoun)) return Gender::female;
    const bool maybe_person = noun.file == 0 || noun.has(kPersonNoun) || noun.file == kPersonFile;
    return maybe_person ? Gender::unknown : Gender::thing;
  }

  void add_nominal(std::uint32_t token) {
    CandidateMention m = begin_mention(token);
    m.noun = find_noun(nouns, m.head_key);
    m.determination = determination_of(token);
    m.number = number_of(token);
    m.gender = gender_of_noun(m.noun);
    m.phrase_key = phrase_key(m);
    out.push_back(m);
  }

  bool is_honorific(std::uint32_t token) {
    return find_noun(nouns, lemma_key(token)).has(kMaleTitle | kFemaleTitle);
  }

  // Of a person: by a title before it or by its given name.
  Gender gender_of_name(std::uint32_t first, std::uint32_t last) {
    if (first > 0) {
      const NounClass before = find_noun(nouns, lemma_key(first - 1));
      if (before.has(kMaleTitle | kMaleNoun)) return Gender::male;
      if (before.has(kFemaleTitle | kFemaleNoun)) return Gender::female;
    }
    if (last - first < 2) return Gender::unknown;
    to_lower(form(first), s.lower);
    const NounClass given = find_noun(nouns, hash_bytes(s.lower));
    if (given.has(kMaleName) == given.has(kFemaleName)) {
      // Given names in -a that no list has are mostly women's.
      return !given.has(kMaleName) && s.lower.ends_with('a') ? Gender::female : Gender::unknown;
    }
    return given.has(kMaleName) ? Gender::male : Gender::female;
  }

  // A noun just before a name that the tree puts above it: "engineer Paula Holm".
  std::uint32_t title_above(std::uint32_t top, std::uint32_t first) const {
    const Arc arc = doc.arcs[top];
    const bool close = arc.deprel == Deprel::flat || arc.deprel == Deprel::appos || arc.deprel == Deprel::dep;
    if (!close || arc.head == kNone || arc.head + 1 != first || s.name_at[arc.head] != kNone) return kNone;
    const Upos upos = doc.tags[arc.head].upos;
    return upos == Upos::NOUN || upos == Upos::PROPN ? arc.head : kNone;
  }

  // "President" in "President Ada Holm" is no mention of its own.
  void drop_titles(std::uint32_t first, std::uint32_t head) {
    const auto is_title_of = [&](const CandidateMention& m) {
      return m.form == MentionForm::nominal && m.head < first && doc.arcs[m.head].head == head &&
             (doc.arcs[m.head].deprel == Deprel::compound ||
              doc.arcs[m.head].subtype == DeprelSubtype::desc) &&
             (m.noun.has(kRepresentsNoun) || m.noun.file == kPersonFile);
    };
    while (!out.empty() && is_title_of(out.back())) out.pop_back();
  }

  void add_name(std::uint32_t first, std::uint32_t last) {
    const std::uint32_t top = top_of(first, last);
    const EntityKind kind = names[s.name_at[first]].kind;
    CandidateMention m = begin_mention(top);
    m.adjectival = doc.tags[top].upos == Upos::ADJ;
    if (const std::uint32_t title = title_above(top, first); title != kNone) {
      if (!out.empty() && out.back().head == title) out.pop_back();
      m = begin_mention(title);
    }
    drop_titles(first, m.head);
    m.first = std::min(m.first, first);
    m.last = std::max(m.last, last);
    m.core_first = std::min(m.core_first, first);
    m.core_last = std::max(m.core_last, last);
    m.form = MentionForm::name;
    m.determination = Determination::name;
    m.name = s.name_at[first];
    m.kind = kind;
    m.number = xpos(top) == "NNPS" && kind != EntityKind::organization ? Number::plural : Number::singular;
    if (kind == EntityKind::person && first > 0 && is_honorific(first - 1)) m.honorific = first - 1;
    m.gender = kind == EntityKind::person ? gender_of_name(first, last) : Gender::thing;
    if (kind == EntityKind::group) m.number = Number::plural;
    m.phrase_key = phrase_key(m);
    out.push_back(m);
  }

  void add_token(std::uint32_t i) {
    const Deprel deprel = doc.arcs[i].deprel;
    const Upos upos = doc.tags[i].upos;
    const bool part = deprel == Deprel::flat || deprel == Deprel::fixed || deprel == Deprel::goeswith;
    if (upos == Upos::PRON) return add_pronoun(i);
    if (part) return;
    if (upos == Upos::NOUN || upos == Upos::PROPN) return add_nominal(i);
    if (upos == Upos::NUM && deprel != Deprel::nummod && deprel != Deprel::compound) return add_nominal(i);
    const bool bare_adjective = upos == Upos::ADJ && s.determiner[i] != kNone && deprel != Deprel::amod;
    if (bare_adjective) add_nominal(i);
  }

  // Sentence, paragraph and standing of each mention, which are in order of their heads.
  void place_mentions() {
    std::uint32_t sentence = 0;
    std::uint32_t block = 0;
    for (CandidateMention& m : out) {
      while (sentence + 1 < doc.sentences.size() && doc.sentences[sentence].last_token <= m.head) ++sentence;
      while (block + 1 < doc.blocks.size() && doc.blocks[block].span.end <= doc.tokens[m.head].span.begin)
        ++block;
      m.sentence = sentence;
      m.paragraph = block;
      m.standing = standing_of(doc, m);
    }
  }

  void run() {
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
      if (s.name_at[i] == kNone) {
        add_token(i);
        continue;
      }
      const std::uint32_t first = i;
      while (i + 1 < doc.tokens.size() && s.name_at[i + 1] == s.name_at[first]) ++i;
      add_name(first, i + 1);
    }
    std::ranges::stable_sort(out, {}, &CandidateMention::head);
    place_mentions();
  }
};

}  // namespace

void find_candidate_mentions(std::span<const NounEntry> nouns, std::span<const Name> names,
                             const Document& doc, CandidateScratch& scratch,
                             std::vector<CandidateMention>& out) {
  out.clear();
  scratch.lemma_key.assign(doc.strings.size(), 0);
  find_extents(doc, scratch);
  Finder finder{nouns, names, doc, scratch, out};
  finder.mark_names();
  finder.mark_quotes();
  finder.mark_modifiers();
  finder.run();
}

}  // namespace hearsay
