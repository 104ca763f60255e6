#include "ledger/identity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace hearsay {
namespace {

TEST(NameKey, LeavesOutCaseFullStopsAndTheArticle) {
  EXPECT_EQ(name_key("The U.N."), "un");
  EXPECT_EQ(name_key("Åse  \n Lindqvist"), "åse lindqvist");
  EXPECT_EQ(name_key("The"), "the");
}

NamedThing person(std::string key, std::vector<std::string> aliases = {}) {
  return {.key = std::move(key), .kind = EntityKind::person, .aliases = std::move(aliases)};
}

TEST(Identities, AShortNameJoinsItsOnlyBearer) {
  const std::vector<NamedThing> things = {person("dahl"), person("per dahl", {"dahl"}), person("holm")};
  EXPECT_EQ(find_identities(things), (std::vector<std::uint32_t>{1, 1, 2}));
}

TEST(Identities, NamesakesStayApart) {
  const std::vector<NamedThing> things = {person("dahl"), person("per dahl", {"dahl"}),
                                          person("anna dahl", {"dahl"})};
  EXPECT_EQ(find_identities(things), (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(Identities, KindsDoNotMix) {
  std::vector<NamedThing> things = {person("dahl"), person("dahl shipping", {"dahl"})};
  things[1].kind = EntityKind::organization;
  EXPECT_EQ(find_identities(things), (std::vector<std::uint32_t>{0, 1}));
}

TEST(Identities, LinksAreFollowedToTheirEnd) {
  const std::vector<NamedThing> things = {person("dahl"), person("per dahl", {"dahl"}),
                                          person("per ivar dahl", {"per dahl"})};
  EXPECT_EQ(find_identities(things), (std::vector<std::uint32_t>{2, 2, 2}));
}

// The rule of the header, word for word: no sorting, no search.
std::vector<std::uint32_t> find_identities_slowly(const std::vector<NamedThing>& things) {
  const auto bears = [](const NamedThing& longer, const NamedThing& shorter) {
    return longer.kind == shorter.kind && longer.key.size() > shorter.key.size() &&
           std::find(longer.aliases.begin(), longer.aliases.end(), shorter.key) != longer.aliases.end();
  };
  std::vector<std::uint32_t> same;
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    std::uint32_t end = i;
    for (bool moved = true; moved;) {
      std::vector<std::uint32_t> bearers;
      for (std::uint32_t k = 0; k < things.size(); ++k) {
        if (bears(things[k], things[end])) bearers.push_back(k);
      }
      moved = bearers.size() == 1;
      if (moved) end = bearers[0];
    }
    same.push_back(end);
  }
  return same;
}

TEST(Identities, AgreeWithASlowReferenceInAnyOrder) {
  std::mt19937 random(11);
  const std::vector<std::string> words = {"moe", "lie", "vik", "per", "ann", "una"};
  const auto draw = [&](std::size_t n) { return random() % n; };
  for (int round = 0; round < 300; ++round) {
    std::map<std::string, NamedThing> named;
    for (std::size_t i = 0; i < 8; ++i) {
      std::string key = words[draw(words.size())];
      for (std::size_t more = draw(3); more > 0; --more) key = words[draw(words.size())] + " " + key;
      NamedThing thing{.key = key, .kind = static_cast<EntityKind>(draw(2)), .aliases = {}};
      std::set<std::string> aliases;
      for (std::size_t more = draw(3); more > 0; --more) aliases.insert(words[draw(words.size())]);
      thing.aliases.assign(aliases.begin(), aliases.end());
      named.emplace(key, std::move(thing));
    }
    std::vector<NamedThing> things;
    for (const auto& [key, thing] : named) things.push_back(thing);
    const std::vector<std::uint32_t> same = find_identities(things);
    EXPECT_EQ(same, find_identities_slowly(things));

    std::vector<NamedThing> backward(things.rbegin(), things.rend());
    const std::vector<std::uint32_t> same_backward = find_identities(backward);
    const auto last = static_cast<std::uint32_t>(things.size() - 1);
    for (std::uint32_t i = 0; i <= last; ++i) EXPECT_EQ(same_backward[last - i], last - same[i]);
  }
}

}  // namespace
}  // namespace hearsay
