#include "entities/governments.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "entities/entities.h"

namespace hearsay {
namespace {

struct GovernmentFinder {
  SourceIndex& x;
  Document& doc = x.doc;
  std::vector<std::string> state = {};         // of each entity: the country whose government it may be
  std::vector<std::uint32_t> government = {};  // of each entity: its government, or kNone
  std::unordered_map<std::string, std::uint32_t> of_state = {};  // the government of a country

  // What belongs to states: "Norway's government", "the Norwegian army".
  bool is_state_noun(std::uint32_t token) const {
    constexpr std::array<std::string_view, 7> kNouns = {"government", "ministry", "army",    "parliament",
                                                        "president",  "embassy",  "minister"};
    return std::ranges::count(kNouns, doc.strings[doc.tags[token].lemma]) > 0;
  }

  void find_states() {
    state.assign(doc.entities.size(), {});
    for (std::uint32_t e = 0; e < doc.entities.size(); ++e) {
      if (doc.entities[e].kind == EntityKind::place && doc.entities[e].place)
        state[e] = doc.entities[e].place->state;
    }
    for (std::uint32_t t = 0; t < doc.tokens.size(); ++t) {
      const Arc arc = doc.arcs[t];
      const std::uint32_t e = x.name_entity[t];
      if (e == kNone || arc.deprel != Deprel::nmod || arc.subtype != DeprelSubtype::poss) continue;
      const Entity& entity = doc.entities[e];
      if (entity.kind != EntityKind::place || entity.place || !is_state_of(arc.head)) continue;
      state[e] = entity.name;
    }
  }

  // The noun, or the one that it is a part of: "Averia's interior ministry spokesman".
  bool is_state_of(std::uint32_t noun) const { return noun != kNone && is_state_noun(noun); }

  // "Oslo sent a helicopter", "Moscow to expel diplomats".
  bool acts(std::uint32_t token) const {
    const Arc arc = doc.arcs[token];
    if (arc.deprel != Deprel::nsubj || arc.subtype == DeprelSubtype::pass || arc.head == kNone) return false;
    constexpr std::array<std::string_view, 24> kDeeds = {
        "accuse", "agree",    "approve", "ban",    "deny",   "deploy", "expel",    "impose",
        "insist", "order",    "promise", "recall", "refuse", "reject", "send",     "sign",
        "summon", "threaten", "urge",    "vow",    "warn",   "close",  "withdraw", "demand"};
    return std::ranges::count(kDeeds, doc.strings[doc.tags[arc.head].lemma]) > 0;
  }

  static void add_alias(Entity& entity, std::string_view name) {
    if (entity.name == name || std::ranges::count(entity.aliases, name) > 0) return;
    if (entity.aliases.size() < kMostAliases) entity.aliases.emplace_back(name);
  }

  std::uint32_t government_of(std::uint32_t place, std::string_view name) {
    const auto [known, is_new] =
        of_state.try_emplace(state[place], static_cast<std::uint32_t>(doc.entities.size()));
    government[place] = known->second;
    if (!is_new) {
      add_alias(doc.entities[known->second], name);
      return known->second;
    }
    Entity entity{.name = std::string(name), .aliases = {}, .kind = EntityKind::organization};
    entity.aliases.push_back("government of " + state[place]);
    if (doc.entities[place].place) {
      entity.place = Place{.name = state[place], .country = doc.entities[place].place->country};
      entity.place->state = state[place];
    }
    doc.entities.push_back(std::move(entity));
    return government[place];
  }

  void move_mentions(std::size_t places) {
    for (Mention& m : doc.mentions) {
      if (m.entity >= places || state[m.entity].empty()) continue;
      const TokenRange range = tokens_under(x.doc, m.span);
      if (range.first >= range.last) continue;
      const std::uint32_t head = x.head_of(range);
      if (!acts(head)) continue;
      m.entity = government_of(m.entity, doc.at(m.span));
      x.head_entity[head] = m.entity;
    }
  }

  void move_sources(std::size_t places) {
    for (std::size_t i = 0; i < doc.source_entities.size(); ++i) {
      std::uint32_t& entity = doc.source_entities[i];
      if (entity >= places || state[entity].empty()) continue;
      entity = government_of(entity, doc.entities[entity].name);
    }
  }

  // "The Norwegian government" is a name.
  void name_governments() {
    for (std::uint32_t e = 0; e < doc.entities.size(); ++e) {
      Entity& entity = doc.entities[e];
      if (entity.named || !entity.place || entity.place->state.empty()) continue;
      if (entity.kind != EntityKind::organization || !entity.name.ends_with("government")) continue;
      entity.named = true;
      of_state.try_emplace(entity.place->state, e);
      entity.aliases.insert(entity.aliases.begin(), "government of " + entity.place->state);
    }
  }

  void run() {
    name_governments();
    find_states();
    const std::size_t places = doc.entities.size();
    government.assign(places, kNone);
    move_mentions(places);
    move_sources(places);
  }
};

}  // namespace

void find_governments(SourceIndex& index) { GovernmentFinder{index}.run(); }

}  // namespace hearsay
