#include "claims/speakers.h"

#include <algorithm>
#include <string>

#include "claims/content_words.h"
#include "claims/token_range.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMemberWindow = 8;  // tokens between a person and whom it belongs to
constexpr std::uint32_t kChain = 4;         // attributions back that a pronoun may reach

void insert_sorted(std::vector<std::string>& names, std::string name) {
  if (name.empty() || name.size() > kMaxSlotBytes || names.size() >= kMaxSlotNames) return;
  const auto at = std::ranges::lower_bound(names, name);
  if (at == names.end() || *at != name) names.insert(at, std::move(name));
}

std::string bounded(std::string name) {
  if (name.size() > kMaxSlotBytes) name = "#" + std::to_string(word_key(name));
  return name;
}

// For people; what is too long for a slot has none.
std::string spelled(const std::string& name) { return name.size() > kMaxSlotBytes ? std::string() : name; }

bool is_body(EntityKind kind) { return kind == EntityKind::organization || kind == EntityKind::group; }

// The next word of `name` from `at`, which it moves on.
std::string_view next_word(std::string_view name, std::size_t& at) {
  const std::size_t end = std::min(name.find(' ', at), name.size());
  const std::string_view word = name.substr(at, end - at);
  at = end + 1;
  return word;
}

bool holds_word(std::string_view name, std::string_view word) {
  for (std::size_t at = 0; at < name.size();) {
    if (next_word(name, at) == word) return true;
  }
  return false;
}

// Finds the speakers of one document.
class SpeakerFinder {
 public:
  explicit SpeakerFinder(const Document& doc) : doc_(doc), sides_of_(doc.entities.size()) {}

  std::vector<Speaker> find() {
    join_members();
    join_groups();
    speakers_.reserve(doc_.attributions.size());
    for (std::uint32_t i = 0; i < doc_.attributions.size(); ++i) speakers_.push_back(find_one(i));
    resolve_inner_first_persons();
    return std::move(speakers_);
  }

 private:
  // A person belongs to the organisations named beside it without a verb between:
  // "Ada Holm, chairman of Holm Lines".
  void join_members() {
    for (std::size_t i = 0; i + 1 < doc_.mentions.size(); ++i) {
      for (std::size_t j = i + 1; j < std::min(i + 3, doc_.mentions.size()); ++j) {
        const Mention& a = doc_.mentions[i];
        const Mention& b = doc_.mentions[j];
        const bool a_person = doc_.entities[a.entity].kind == EntityKind::person;
        const bool b_person = doc_.entities[b.entity].kind == EntityKind::person;
        if (a.form != MentionForm::name || b.form != MentionForm::name) continue;
        if (a_person == b_person || !is_joined(a, b)) continue;
        const std::uint32_t body = a_person ? b.entity : a.entity;
        if (is_body(doc_.entities[body].kind)) {
          insert_sorted(sides_of_[a_person ? a.entity : b.entity], fold_name(doc_.entities[body].name));
        }
      }
    }
  }

  bool is_joined(const Mention& a, const Mention& b) const {
    const TokenRange range = tokens_under(doc_, {a.span.end, std::max(a.span.end, b.span.begin)});
    if (range.last - range.first > kMemberWindow) return false;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const Upos upos = doc_.tags[i].upos;
      const bool ends = upos == Upos::PUNCT &&
                        doc_.at(doc_.tokens[i].span).find_first_of(".!?;:\"") != std::string_view::npos;
      if (upos == Upos::VERB || upos == Upos::AUX || upos == Upos::CCONJ || ends) return false;
    }
    return range.first < range.last;  // nothing between: a compound, or a list without commas
  }

  // What the entities themselves know of membership.
  void join_groups() {
    for (std::size_t i = 0; i < doc_.entities.size(); ++i) {
      for (const std::uint32_t group : doc_.entities[i].member_of) {
        insert_sorted(sides_of_[i], bounded(fold_name(doc_.entities[group].name)));
      }
    }
  }

  // An entity without a name is told apart by its description, in its article alone.
  Speaker speaker_of(std::uint32_t entity) const {
    return {.kind = doc_.entities[entity].named ? SpeakerKind::named : SpeakerKind::nominal,
            .name = bounded(fold_name(doc_.entities[entity].name)),
            .sides = sides_of_[entity],
            .spelling = spelled(doc_.entities[entity].name)};
  }

  Speaker find_one(std::uint32_t number) {
    const Attribution& a = doc_.attributions[number];
    const std::uint32_t entity = number < doc_.source_entities.size() ? doc_.source_entities[number] : kNone;
    const std::vector<std::uint32_t> tokens = tokens_under(doc_, a.source);
    Speaker speaker;
    if (entity != kNone) {
      speaker = speaker_of(entity);
    } else if (const std::uint32_t inside = name_inside(a, tokens); inside != kNone) {
      speaker = speaker_of(inside);
    } else if (!tokens.empty()) {
      speaker = read_description(number, tokens);
    }
    add_owner(number, tokens, speaker);
    add_sides_in_source(a, tokens, speaker);
    remember_sides(entity, speaker);
    return speaker;
  }

  // The person named in a description, or the body that ends it: "technical manager Ada
  // Holm", "the ship's owner, Holm Lines".
  std::uint32_t name_inside(const Attribution& a, const std::vector<std::uint32_t>& tokens) const {
    if (tokens.empty() || doc_.tags[head_among(doc_, tokens)].upos == Upos::PRON) return kNone;
    std::uint32_t found = kNone;
    for (const Span span : a.source) {
      const auto first = std::ranges::partition_point(
          doc_.mentions, [&](const Mention& m) { return m.span.end <= span.begin; });
      for (auto m = first; m != doc_.mentions.end() && m->span.begin < span.end; ++m) {
        const EntityKind kind = doc_.entities[m->entity].kind;
        const std::string_view rest = doc_.at({m->span.end, std::max(m->span.end, span.end)});
        const bool owns = rest.starts_with("'s") || rest.starts_with("’s") || rest.starts_with("'");
        if (m->form == MentionForm::pronoun || owns) continue;
        if (kind == EntityKind::person) return m->entity;
        const std::string_view before = doc_.at({span.begin, std::max(span.begin, m->span.begin)});
        if (is_body(kind) && rest.size() <= 1 &&
            (before.find(", ") != std::string_view::npos || before.empty() || before.ends_with("The ") ||
             before.ends_with("the "))) {
          found = m->entity;
        }
      }
    }
    if (found != kNone && doc_.tags[head_among(doc_, tokens)].upos != Upos::PROPN &&
        std::ranges::none_of(tokens, [&](std::uint32_t i) { return doc_.at(doc_.tokens[i].span) == ","; })) {
      return kNone;
    }
    return found;
  }

  // "his company", "her lawyer": on the side of whoever spoke last.
  void add_owner(std::uint32_t number, const std::vector<std::uint32_t>& tokens, Speaker& speaker) const {
    if (tokens.size() < 2 || speaker.kind == SpeakerKind::nobody) return;
    const std::string first = lower_form(doc_, tokens.front());
    if (first != "his" && first != "her") return;
    const Speaker owner = speaker_before(number, "he");
    if (owner.kind == SpeakerKind::nobody || owner.name == speaker.name) return;
    insert_sorted(speaker.sides, owner.name);
    for (const std::string& side : owner.sides) insert_sorted(speaker.sides, side);
  }

  Speaker read_description(std::uint32_t number, const std::vector<std::uint32_t>& tokens) const {
    const std::uint32_t head = head_among(doc_, tokens);
    const std::string lemma = lemma_of(doc_, head);
    if (doc_.tags[head].upos == Upos::PRON && lower_form(doc_, head) == "who") return antecedent_of(head);
    if (doc_.tags[head].upos == Upos::PRON) return speaker_before(number, lower_form(doc_, head));
    Speaker speaker{.kind = SpeakerKind::nominal, .name = bounded(fold_name(lemma))};
    if (doc_.tags[head].upos == Upos::PROPN) {
      speaker.kind = SpeakerKind::named;
      std::string name;
      for (const std::uint32_t i : tokens) {
        if (doc_.tags[i].upos == Upos::PROPN) name += (name.empty() ? "" : " ") + lower_form(doc_, i);
      }
      speaker.name = bounded(fold_name(name));
    }
    return speaker;
  }

  // "the nurse, who said": the noun that the clause hangs on.
  Speaker antecedent_of(std::uint32_t pronoun) const {
    std::uint32_t at = doc_.arcs[pronoun].head;
    for (int steps = 0; at != kNone && steps < 4 && doc_.arcs[at].deprel != Deprel::acl; ++steps)
      at = doc_.arcs[at].head;
    if (at == kNone || doc_.arcs[at].deprel != Deprel::acl || doc_.arcs[at].head == kNone) return {};
    const std::uint32_t noun = doc_.arcs[at].head;
    const Span span = doc_.tokens[noun].span;
    const auto m = std::ranges::partition_point(doc_.mentions,
                                                [&](const Mention& x) { return x.span.end <= span.begin; });
    if (m == doc_.mentions.end() || m->span.begin > span.begin) {
      return {.kind = SpeakerKind::nominal, .name = bounded(fold_name(lemma_of(doc_, noun)))};
    }
    return speaker_of(m->entity);
  }

  // Whom a pronoun means: the last speaker that it fits.
  Speaker speaker_before(std::uint32_t number, const std::string& pronoun) const {
    const bool personal = pronoun == "he" || pronoun == "she";
    if (!personal && pronoun != "it" && pronoun != "they") return {};
    for (std::uint32_t back = 1; back <= std::min(kChain, number); ++back) {
      const Speaker& before = speakers_[number - back];
      if (before.kind == SpeakerKind::nobody) continue;
      if (personal == is_person(number - back)) return before;
    }
    return {};
  }

  bool is_person(std::uint32_t number) const {
    const std::uint32_t entity = number < doc_.source_entities.size() ? doc_.source_entities[number] : kNone;
    if (entity != kNone) return doc_.entities[entity].kind == EntityKind::person;
    const std::vector<std::uint32_t> tokens = tokens_under(doc_, doc_.attributions[number].source);
    if (tokens.empty()) return false;
    const std::uint32_t head = head_among(doc_, tokens);
    const std::string form = lower_form(doc_, head);
    if (doc_.tags[head].upos == Upos::PRON) return form == "he" || form == "she" || form == "who";
    return !is_institution(lemma_of(doc_, head)) && lemma_of(doc_, head) != "company" && form != "firm";
  }

  // "a spokeswoman for Holm Lines"; "its chairman"; "police chief Ada Holm".
  void add_sides_in_source(const Attribution& a, const std::vector<std::uint32_t>& tokens,
                           Speaker& speaker) const {
    const bool rules =
        std::ranges::any_of(tokens, [&](std::uint32_t i) { return rules_place(lemma_of(doc_, i)); });
    for (const Span span : a.source) {
      const auto first = std::ranges::partition_point(
          doc_.mentions, [&](const Mention& m) { return m.span.end <= span.begin; });
      for (auto m = first; m != doc_.mentions.end() && m->span.begin < span.end; ++m) {
        if (doc_.entities[m->entity].kind == EntityKind::person || !doc_.entities[m->entity].named) continue;
        if (doc_.entities[m->entity].kind == EntityKind::place && !rules) continue;
        const std::string name = bounded(fold_name(doc_.entities[m->entity].name));
        if (name != speaker.name) insert_sorted(speaker.sides, name);
      }
    }
    for (const std::uint32_t i : tokens) {
      const std::string lemma = lemma_of(doc_, i);
      if (is_owner(i) && !holds_word(speaker.name, lower_form(doc_, i)))
        insert_sorted(speaker.sides, bounded(fold_name(lower_form(doc_, i))));
      if (is_institution(lemma) && lemma != speaker.name) insert_sorted(speaker.sides, lemma);
      if (doc_.tags[i].upos == Upos::PRON &&
          (lower_form(doc_, i) == "its" || lower_form(doc_, i) == "their")) {
        insert_sorted(speaker.sides, body_before(doc_.tokens[i].span.begin));
      }
    }
  }

  // "Keel" of "Keel's chairman" and "Keel spokeswoman", whatever Keel is taken for.
  bool is_owner(std::uint32_t token) const {
    if (doc_.tags[token].upos != Upos::PROPN || token + 1 >= doc_.tokens.size()) return false;
    const std::string next = lower_form(doc_, token + 1);
    return next == "'s" || next == "’s" || doc_.tags[token + 1].upos == Upos::NOUN;
  }

  // The organisation named last before a place in the text, within its sentence or the one before it.
  std::string body_before(std::uint32_t offset) const {
    auto m =
        std::ranges::partition_point(doc_.mentions, [&](const Mention& x) { return x.span.end <= offset; });
    for (int steps = 0; m != doc_.mentions.begin() && steps < 4; ++steps) {
      --m;
      if (is_body(doc_.entities[m->entity].kind)) return fold_name(doc_.entities[m->entity].name);
    }
    return {};
  }

  void remember_sides(std::uint32_t entity, const Speaker& speaker) {
    if (entity == kNone) return;
    for (const std::string& side : speaker.sides) insert_sorted(sides_of_[entity], side);
  }

  void resolve_inner_first_persons() {
    for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
      const Attribution& a = doc_.attributions[i];
      if (a.parent == kNone || a.parent == i || speakers_[i].kind != SpeakerKind::nobody) continue;
      const std::vector<std::uint32_t> tokens = tokens_under(doc_, a.source);
      if (tokens.empty()) continue;
      const std::string form = lower_form(doc_, tokens.front());
      if (form == "i") speakers_[i] = speakers_[a.parent];
      if (form == "we") {  // those for whom the outer speaker speaks
        speakers_[i].sides = speakers_[a.parent].sides;
        insert_sorted(speakers_[i].sides, speakers_[a.parent].name);
      }
    }
  }

  const Document& doc_;
  std::vector<std::vector<std::string>> sides_of_;  // of each entity
  std::vector<Speaker> speakers_;
};

// "police", "norwegian police".
bool is_one_body(std::string_view name) { return is_institution(name.substr(name.rfind(' ') + 1)); }

// What a name names: all of "harbour board of torsby", but of a description what it is, not of what or
// where: "operator" of "operator of torsby".
std::string_view called(const Speaker& speaker) {
  std::string_view name = speaker.name;
  if (speaker.kind == SpeakerKind::named) return name;
  for (const std::string_view word : {" of ", " at ", " in ", " from ", " on ", " near ", ", "})
    name = name.substr(0, name.find(word));
  return name;
}

bool stands_for(const Speaker& a, const Speaker& b) {
  return std::ranges::any_of(a.sides, [&](const std::string& side) { return names_agree(side, called(b)); });
}

}  // namespace

std::vector<Speaker> find_speakers(const Document& doc) { return SpeakerFinder(doc).find(); }

bool names_agree(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  for (std::size_t at = 0; at < a.size();) {
    if (!holds_word(b, next_word(a, at))) return false;
  }
  return true;
}

Kinship kinship_of(const Speaker& a, const Speaker& b, bool one_article) {
  const bool known = a.kind != SpeakerKind::nobody && b.kind != SpeakerKind::nobody;
  const bool comparable = a.kind == b.kind && (a.kind == SpeakerKind::named || one_article ||
                                               (is_one_body(a.name) && is_one_body(b.name)));
  if (known && comparable && names_agree(a.name, b.name)) return Kinship::same;
  if (stands_for(a, b) || stands_for(b, a)) return Kinship::side;
  for (const std::string& side : a.sides) {
    if (std::ranges::any_of(b.sides, [&](const std::string& s) { return names_agree(side, s); }))
      return Kinship::side;
  }
  return known ? Kinship::other : Kinship::unknown;
}

}  // namespace hearsay
