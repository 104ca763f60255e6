#include "places/places.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "model/feature_hash.h"

namespace hearsay {
namespace {

// An invented gazetteer: Norland (NL, with the region Upper Fen) and Sudland (SL).
struct Gazetteer {
  std::vector<std::uint64_t> keys;
  std::vector<PlaceRow> rows;
  std::string names;
  std::uint32_t regions = 3;

  void add(std::string key, PlaceRow row, std::string_view name) {
    row.name = static_cast<std::uint32_t>(names.size());
    names.append(name).append(1, '\0');
    keys.push_back(hash_bytes(key));
    rows.push_back(row);
  }

  // Keys must be sorted.
  std::vector<std::byte> bytes() {
    std::vector<std::size_t> order(keys.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return keys[i]; });
    std::vector<std::uint64_t> sorted_keys;
    std::vector<PlaceRow> sorted_rows;
    for (const std::size_t i : order) {
      sorted_keys.push_back(keys[i]);
      sorted_rows.push_back(rows[i]);
    }
    ModelWriter writer("places", kPlacesVersion);
    writer.add<std::uint64_t>("keys", sorted_keys);
    writer.add<PlaceRow>("places", sorted_rows);
    writer.add<char>("names", names);
    writer.add<std::uint32_t>("regions", std::span(&regions, 1));
    return writer.bytes();
  }
};

PlaceRow town(std::array<char, 2> country, std::uint32_t population, std::uint16_t region = kNoRegion,
              std::int32_t latitude = 0) {
  return {.latitude = latitude,
          .longitude = 0,
          .population = population,
          .region = region,
          .country = country,
          .kind = PlaceKind::town};
}

Gazetteer invented() {
  Gazetteer g;
  g.add("norland",
        {.population = 3'000'000, .region = kNoRegion, .country = {'N', 'L'}, .kind = PlaceKind::country},
        "Norland");
  g.add("norlander",
        {.population = 3'000'000, .region = kNoRegion, .country = {'N', 'L'}, .kind = PlaceKind::people},
        "Norland");
  g.add("sudland",
        {.population = 2'000'000, .region = kNoRegion, .country = {'S', 'L'}, .kind = PlaceKind::country},
        "Sudland");
  g.add("upper fen", {.population = 400'000, .region = 1, .country = {'N', 'L'}, .kind = PlaceKind::region},
        "Upper Fen");
  g.add("port ansel", town({'N', 'L'}, 1'000'000), "Port Ansel");
  g.add("port ansel", town({'S', 'L'}, 20'000), "Port Ansel");
  g.add("holm", town({'N', 'L'}, 60'000, 1, 500'000), "Holm");
  g.add("holm", town({'S', 'L'}, 50'000), "Holm");
  g.add("holm", town({'N', 'L'}, 40'000, 2), "Holm");
  g.add("nc", town({'N', 'L'}, 500'000), "N. C.");
  g.add("sorrel", town({'S', 'L'}, 30'000), "Sorrel");
  PlaceRow capital = town({'S', 'L'}, 700'000);
  capital.is_capital = 1;
  g.add("fort regent", capital, "Fort Regent");
  return g;
}

const PlaceTable& table() {
  static Gazetteer gazetteer = invented();
  static const std::vector<std::byte> bytes = gazetteer.bytes();
  static const PlaceTable loaded = [] {
    const auto path =
        std::filesystem::temp_directory_path() / ("hearsay_places_" + std::to_string(getpid()) + ".model");
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    auto places = load_places(path);
    EXPECT_TRUE(places) << (places ? "" : places.error().message);
    std::filesystem::remove(path);
    return *std::move(places);
  }();
  return loaded;
}

// "place:Holm|, |place:Norland": names by kind and the text between them.
Document make_document(const std::vector<std::string>& parts) {
  Document doc;
  std::map<std::string, std::uint32_t> entities;
  for (const std::string& part : parts) {
    const std::size_t colon = part.find(':');
    const std::string kind = part.substr(0, colon);
    if (kind != "place" && kind != "group") {
      doc.text += part;
      continue;
    }
    const std::string name = part.substr(colon + 1);
    const auto at = static_cast<std::uint32_t>(doc.text.size());
    doc.text += name;
    const auto entity_kind = kind == "place" ? EntityKind::place : EntityKind::group;
    const auto [found, fresh] = entities.try_emplace(name, static_cast<std::uint32_t>(doc.entities.size()));
    if (fresh) doc.entities.push_back({.name = name, .aliases = {}, .kind = entity_kind});
    const Span span{at, static_cast<std::uint32_t>(doc.text.size())};
    doc.names.push_back({span, entity_kind, false});
    doc.mentions.push_back({span, found->second, MentionForm::name});
  }
  return doc;
}

// "NL", or "NL 1000000" for a town; "" for what is not resolved.
std::string resolved(const std::vector<std::string>& parts, std::size_t entity) {
  Document doc = make_document(parts);
  PlaceScratch scratch;
  resolve_places(table(), doc, scratch);
  EXPECT_EQ(find_violation(doc), "");
  const std::optional<Place>& place = doc.entities[entity].place;
  if (!place) return "";
  return place->is_town ? place->country + " " + std::to_string(place->population) : place->country;
}

TEST(Places, TheBiggestByFarIsMeant) {
  EXPECT_EQ(resolved({"place:Port Ansel"}, 0), "NL 1000000");
  EXPECT_EQ(resolved({"place:NORLAND"}, 0), "NL");
  EXPECT_EQ(resolved({"place:The Norland"}, 0), "NL");
  EXPECT_EQ(resolved({"place:N.C."}, 0), "NL 500000");
}

TEST(Places, WhatStandsBesideDecides) {
  EXPECT_EQ(resolved({"place:Port Ansel", ", ", "place:Sudland"}, 0), "SL 20000");
  EXPECT_EQ(resolved({"place:Holm", ", ", "place:Upper Fen"}, 0), "NL 60000");
  EXPECT_EQ(resolved({"place:Port Ansel", " and ", "place:Sudland"}, 0), "")
      << "the text speaks for the smaller one";
}

TEST(Places, CountriesPeoplesAndRegionsOfTheTextDecide) {
  EXPECT_EQ(resolved({"place:Holm"}, 0), "") << "no ground";
  EXPECT_EQ(resolved({"place:Holm", " in ", "place:Sudland"}, 0), "SL 50000");
  EXPECT_EQ(resolved({"place:Holm", " of the ", "group:Norlander"}, 0), "NL") << "either of two towns";
  EXPECT_EQ(resolved({"place:Holm", " in ", "place:Upper Fen", " of ", "place:Norland"}, 0), "NL 60000");
}

TEST(Places, ASmallTownNeedsGround) {
  EXPECT_EQ(resolved({"place:Sorrel"}, 0), "");
  EXPECT_EQ(resolved({"place:Sorrel", " of ", "place:Norland"}, 0), "");
  EXPECT_EQ(resolved({"place:Sorrel", " of ", "place:Sudland"}, 0), "SL 30000");
}

TEST(Places, PeoplesAndUnknownNamesAreNoPlaces) {
  EXPECT_EQ(resolved({"group:Norlander"}, 0), "");
  EXPECT_EQ(resolved({"place:Norlander"}, 0), "");
  EXPECT_EQ(resolved({"place:Nowhere"}, 0), "");
  EXPECT_EQ(resolved({"place:" + std::string(5000, 'x')}, 0), "");
}

// The state that an entity may speak for; "" for none.
std::string state_of(const std::string& name, EntityKind kind, bool named) {
  Document doc;
  doc.entities = {{.name = name, .aliases = {}, .kind = kind}};
  doc.entities[0].named = named;
  PlaceScratch scratch;
  resolve_places(table(), doc, scratch);
  return doc.entities[0].place ? doc.entities[0].place->state : "";
}

TEST(Places, CountriesAndCapitalsStandForStates) {
  EXPECT_EQ(state_of("Norland", EntityKind::place, true), "Norland");
  EXPECT_EQ(state_of("Port Ansel", EntityKind::place, true), "") << "no capital";
  EXPECT_EQ(state_of("Fort Regent", EntityKind::place, true), "Sudland");
}

TEST(Places, DescriptionsNameTheirCountry) {
  EXPECT_EQ(state_of("Norlander police", EntityKind::group, false), "Norland");
  EXPECT_EQ(state_of("Sudland's government", EntityKind::organization, false), "Sudland");
  EXPECT_EQ(state_of("Holm's police", EntityKind::organization, false), "") << "a town";
  EXPECT_EQ(state_of("Norlander Bank", EntityKind::organization, true), "") << "a name";
}

TEST(Places, UsedScratchChangesNothing) {
  PlaceScratch scratch;
  Document first = make_document({"place:Holm", " in ", "place:Upper Fen", " of ", "place:Norland"});
  resolve_places(table(), first, scratch);
  Document second = make_document({"place:Holm", " in ", "place:Sudland"});
  resolve_places(table(), second, scratch);
  ASSERT_TRUE(second.entities[0].place);
  EXPECT_EQ(second.entities[0].place->country, "SL");
}

std::string message_for(Gazetteer g) {
  // Of this process alone: tests run side by side.
  const auto folder = std::filesystem::temp_directory_path() / ("hearsay_places_" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  const auto path = folder / "hearsay_bad_places_test.model";
  const std::vector<std::byte> bytes = g.bytes();
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  const auto places = load_places(path);
  std::filesystem::remove_all(folder);
  if (places) return "";
  EXPECT_EQ(places.error().code, ErrorCode::corrupt_model);
  return places.error().message;
}

TEST(Places, RefusesValuesOutOfRange) {
  EXPECT_EQ(message_for(invented()), "");
  const auto damaged = [](auto damage) {
    Gazetteer g = invented();
    damage(g.rows[2]);
    return message_for(g);
  };
  const std::string message = "hearsay_bad_places_test.model: section places: a value out of range";
  EXPECT_EQ(damaged([](PlaceRow& row) { row.country = {'n', 'l'}; }), message);
  EXPECT_EQ(damaged([](PlaceRow& row) { row.country = {'\xff', 'A'}; }), message);
  EXPECT_EQ(damaged([](PlaceRow& row) { row.latitude = 900'001; }), message);
  EXPECT_EQ(damaged([](PlaceRow& row) { row.longitude = std::numeric_limits<std::int32_t>::min(); }),
            message);
  EXPECT_EQ(damaged([](PlaceRow& row) { row.kind = static_cast<PlaceKind>(4); }), message);
  EXPECT_EQ(damaged([](PlaceRow& row) { row.region = 3; }), message);
  Gazetteer g = invented();
  g.names.back() = 'x';
  EXPECT_EQ(message_for(g), "hearsay_bad_places_test.model: section names: does not end a name");
  g = invented();
  g.regions = 70'000;
  EXPECT_EQ(message_for(g), "hearsay_bad_places_test.model: section regions: no number of regions");
}

}  // namespace
}  // namespace hearsay
