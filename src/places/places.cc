#include "places/places.h"

#include <algorithm>
#include <cstdlib>

namespace hearsay {
namespace {

using Candidates = PlaceScratch::Candidates;

// So many times as big as the next one is beyond doubt.
constexpr std::uint64_t kDominant = 4;
// A smaller town has to have something that speaks for it.
constexpr std::uint64_t kKnownTown = 100'000;
// And a smaller region: many have common words for names, as "West".
constexpr std::uint64_t kKnownRegion = 2'000'000;
// What evidence is worth, as a factor of the population.
constexpr std::uint64_t kCountryNamed = 32, kRegionNamed = 8, kNearTown = 8, kCapital = 15, kCountry = 5;
// Rows of a name, names of an entity and sure towns that are looked at.
constexpr std::size_t kMostRows = 64, kMostNames = 4, kMostTowns = 8;

std::size_t code_of(const PlaceRow& row) { return country_number(row.country); }

std::uint64_t size_of(const PlaceRow& row) {
  const std::uint64_t people = std::max<std::uint64_t>(row.population, 1);
  if (row.kind == PlaceKind::country) return std::max<std::uint64_t>(people * kCountry, kKnownTown);
  if (row.kind == PlaceKind::region) return std::max<std::uint64_t>(people / 2, 1);
  return row.is_capital != 0 ? people * kCapital : people;
}

// A town that gives its region the name: who says "Oslo" means both.
bool is_within(const PlaceRow& town, const PlaceRow& region) {
  return town.kind == PlaceKind::town && region.kind == PlaceKind::region && town.region == region.region;
}

bool is_near(const PlaceRow& a, const PlaceRow& b) {
  constexpr std::int32_t kLatitude = 15'000, kLongitude = 25'000;  // some 150 km at most
  return std::abs(a.latitude - b.latitude) <= kLatitude && std::abs(a.longitude - b.longitude) <= kLongitude;
}

class Resolver {
 public:
  Resolver(const PlaceTable& table, Document& doc, PlaceScratch& scratch)
      : table_(table), doc_(doc), s_(scratch) {}

  void run() {
    look_up();
    find_qualifiers();
    gather_evidence();
    for (std::uint32_t e = 0; e < doc_.entities.size(); ++e) choose(e);
    for (Entity& entity : doc_.entities) place_description(entity);
    for (const std::uint16_t region : s_.touched_regions) s_.regions[region] = 0;
    s_.touched_regions.clear();
  }

 private:
  std::span<const PlaceRow> rows_of(std::string_view name) {
    const auto rows = find_place(table_, name, s_.folded);
    return rows.first(std::min(kMostRows, rows.size()));
  }

  void look_up() {
    s_.entities.assign(doc_.entities.size(), {});
    s_.regions.resize(table_.region_count);
    for (std::uint32_t e = 0; e < doc_.entities.size(); ++e) {
      const Entity& entity = doc_.entities[e];
      if (entity.kind != EntityKind::place && entity.kind != EntityKind::group) continue;
      Candidates& c = s_.entities[e];
      c.rows = rows_of(entity.name);
      for (std::size_t k = 0; c.rows.empty() && k < std::min(kMostNames, entity.aliases.size()); ++k) {
        c.rows = rows_of(entity.aliases[k]);
      }
      c.sure = sure_of(c.rows, entity.kind);
    }
  }

  // The row that dwarfs all others, or nullptr.
  static const PlaceRow* sure_of(std::span<const PlaceRow> rows, EntityKind kind) {
    const PlaceRow* best = nullptr;
    for (const PlaceRow& row : rows) {
      if (!fits(row, kind)) continue;
      if (best == nullptr || size_of(row) > size_of(*best)) best = &row;
    }
    if (best == nullptr || (best->kind == PlaceKind::town && size_of(*best) < kKnownTown)) return nullptr;
    for (const PlaceRow& row : rows) {
      const bool other = fits(row, kind) && code_of(row) != code_of(*best);
      if (other && size_of(*best) < kDominant * size_of(row)) return nullptr;
    }
    return best;
  }

  static bool fits(const PlaceRow& row, EntityKind kind) {
    return (row.kind == PlaceKind::people) == (kind == EntityKind::group);
  }

  // "Paris, Texas": a place, a comma, and another one.
  void find_qualifiers() {
    for (std::size_t m = 1; m < doc_.mentions.size(); ++m) {
      const Mention &before = doc_.mentions[m - 1], &mention = doc_.mentions[m];
      if (before.span.end > mention.span.begin || before.entity == mention.entity) continue;
      if (doc_.at({before.span.end, mention.span.begin}) != ", ") continue;
      if (doc_.entities[mention.entity].kind != EntityKind::place) continue;
      const auto holds = [&](const PlaceRow& row) {
        return row.kind != PlaceKind::people && lies_in(row, s_.entities[mention.entity].rows);
      };
      Candidates& c = s_.entities[before.entity];
      if (c.beside == kNone && std::ranges::any_of(c.rows, holds)) c.beside = mention.entity;
    }
  }

  static bool lies_in(const PlaceRow& row, std::span<const PlaceRow> wholes) {
    return std::ranges::any_of(wholes, [&](const PlaceRow& whole) {
      if (whole.kind == PlaceKind::country)
        return row.kind != PlaceKind::country && code_of(row) == code_of(whole);
      return row.kind == PlaceKind::town && is_within(row, whole);
    });
  }

  void gather_evidence() {
    s_.countries.fill(0);
    s_.towns.clear();
    for (const Mention& mention : doc_.mentions) {
      Candidates& c = s_.entities[mention.entity];
      if (c.sure == nullptr) continue;
      ++c.own_mentions;
      speak_for(*c.sure);
    }
    for (const Candidates& c : s_.entities) {
      const bool town = c.sure != nullptr && c.sure->kind == PlaceKind::town;
      if (town && s_.towns.size() < kMostTowns) s_.towns.push_back(c.sure);
    }
    // Places inside other names: "the Norwegian Coastguard", "Bergen Fire Brigade".
    for (const Name& name : doc_.names) {
      if (!name.inner) continue;
      const EntityKind kind = name.kind == EntityKind::group ? EntityKind::group : EntityKind::place;
      const PlaceRow* sure = sure_of(rows_of(doc_.at(name.span)), kind);
      if (sure != nullptr) speak_for(*sure);
    }
  }

  void speak_for(const PlaceRow& row) {
    ++s_.countries[code_of(row)];
    if (row.region == kNoRegion) return;
    if (s_.regions[row.region]++ == 0) s_.touched_regions.push_back(row.region);
  }

  bool country_is_named(const PlaceRow& row, const Candidates& c) const {
    const bool own = c.sure != nullptr && code_of(*c.sure) == code_of(row);
    return s_.countries[code_of(row)] > (own ? c.own_mentions : 0);
  }

  bool region_is_named(const PlaceRow& row, const Candidates& c) const {
    if (row.region == kNoRegion) return false;
    const bool own = c.sure != nullptr && c.sure->region == row.region;
    return s_.regions[row.region] > (own ? c.own_mentions : 0);
  }

  // How much speaks for a row; 0 for what it cannot be.
  std::uint64_t score(const PlaceRow& row, const Candidates& c) const {
    if (row.kind == PlaceKind::people) return 0;
    if (c.beside != kNone && !lies_in(row, s_.entities[c.beside].rows)) return 0;
    std::uint64_t score = size_of(row);
    if (country_is_named(row, c)) score *= kCountryNamed;
    if (row.kind != PlaceKind::town) return score;
    if (region_is_named(row, c)) score *= kRegionNamed;
    const auto near = [&](const PlaceRow* town) { return town != c.sure && is_near(*town, row); };
    if (std::ranges::any_of(s_.towns, near)) score *= kNearTown;
    return score;
  }

  // A small place that nothing speaks for is as likely a village that we do not know.
  bool has_ground(const PlaceRow& row, const Candidates& c) const {
    const std::uint64_t known = row.kind == PlaceKind::town     ? size_of(row) / kKnownTown
                                : row.kind == PlaceKind::region ? row.population / kKnownRegion
                                                                : 1;
    return known > 0 || c.beside != kNone || country_is_named(row, c);
  }

  void choose(std::uint32_t e) {
    Candidates& c = s_.entities[e];
    if (doc_.entities[e].kind != EntityKind::place || c.rows.empty()) return;
    const PlaceRow* best = nullptr;
    std::uint64_t most = 0;
    for (const PlaceRow& row : c.rows) {
      const std::uint64_t points = score(row, c);
      const bool names_region = best != nullptr && points > 0 && is_within(row, *best);
      const bool named_by_best = best != nullptr && is_within(*best, row);
      if (named_by_best || (points <= most && !names_region)) continue;
      best = &row;
      most = std::max(most, points);
    }
    if (best == nullptr || !has_ground(*best, c)) return;
    bool one_place = true, one_country = true;
    for (const PlaceRow& row : c.rows) {
      if (&row == best || is_within(*best, row) || most >= kDominant * score(row, c)) continue;
      one_place = false;
      one_country = one_country && code_of(row) == code_of(*best);
    }
    if (one_country) doc_.entities[e].place = place_of(*best, one_place);
  }

  std::string state_of(const PlaceRow& row) const {
    const std::uint32_t name = table_.countries[code_of(row)];
    return name == kNoName ? std::string() : std::string(table_.names.data() + name);
  }

  // A country, its capital, or the region that bears the capital's name.
  bool speaks_for_state(const PlaceRow& row) {
    if (row.kind == PlaceKind::country || row.is_capital != 0) return true;
    const auto same = rows_of(name_of(table_, row));
    return std::ranges::any_of(same,
                               [&](const PlaceRow& r) { return r.is_capital != 0 && is_within(r, row); });
  }

  // "Norwegian police", "Norway's government": the first word that is a country or a people.
  void place_description(Entity& entity) {
    const bool some = entity.kind == EntityKind::organization || entity.kind == EntityKind::group;
    if (entity.named || !some || entity.place) return;
    constexpr int kMostWords = 4;
    std::string_view rest = entity.name;
    for (int k = 0; k < kMostWords && !rest.empty(); ++k) {
      std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      for (const std::string_view ending : {"'s", "’s"}) {
        if (word.ends_with(ending)) word.remove_suffix(ending.size());
      }
      if (word.empty() || word.front() < 'A' || word.front() > 'Z') continue;
      const auto rows = rows_of(word);
      const PlaceRow* people = sure_of(rows, EntityKind::group);
      const PlaceRow* row = people != nullptr ? people : sure_of(rows, EntityKind::place);
      if (row == nullptr || (people == nullptr && row->kind != PlaceKind::country)) continue;
      const std::string state = state_of(*row);
      if (state.empty()) continue;
      entity.place = Place{.name = state, .country = {row->country[0], row->country[1]}};
      entity.place->state = state;
      return;
    }
  }

  Place place_of(const PlaceRow& row, bool one_place) {
    Place place{.name = std::string(name_of(table_, row)), .country = {row.country[0], row.country[1]}};
    place.is_town = one_place && row.kind == PlaceKind::town;
    if (one_place && speaks_for_state(row)) place.state = state_of(row);
    if (!place.is_town) return place;
    place.latitude = row.latitude;
    place.longitude = row.longitude;
    place.population = row.population;
    return place;
  }

  const PlaceTable& table_;
  Document& doc_;
  PlaceScratch& s_;
};

}  // namespace

void resolve_places(const PlaceTable& table, Document& doc, PlaceScratch& scratch) {
  Resolver(table, doc, scratch).run();
}

}  // namespace hearsay
