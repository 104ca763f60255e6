#include "ledger/entity_reader.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <limits>

#include "ledger/article_number.h"
#include "ledger/entity_writer.h"
#include "ledger/test_database.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

struct Article {
  std::string id, published;
  std::vector<Entity> entities;
};

Entity person(std::string name, std::vector<std::string> aliases = {}, std::vector<std::string> roles = {}) {
  return {.name = std::move(name), .aliases = std::move(aliases), .roles = std::move(roles)};
}
Entity organization(std::string name, std::vector<std::string> aliases = {}) {
  return {.name = std::move(name), .aliases = std::move(aliases), .kind = EntityKind::organization};
}

// A ledger in memory with nothing but entities.
class People : public ::testing::Test {
 protected:
  People() : database_(new_database()) {}

  // The first entity of each article says something.
  void add(const std::vector<Article>& articles) {
    EntityWriter writer(database_);
    for (const Article& a : articles) {
      Document doc;
      doc.metadata.id = a.id;
      doc.entities = a.entities;
      doc.text = "x y";
      doc.attributions.resize(1);
      doc.attributions[0].content = {{0, 1}};
      doc.source_entities = {a.entities.empty() ? kNone : 0};
      const std::int64_t number = article_number(a.published, a.id);
      Query row(database_,
                "INSERT INTO articles(number, id, content, version, url, title, publisher, published) "
                "VALUES (?, ?, ?, 1, '', '', '', ?)");
      ASSERT_TRUE(row.bind(number).bind(a.id).bind_blob(a.id).bind(a.published).run());
      ASSERT_TRUE(writer.add(doc, number));
    }
    ASSERT_TRUE(writer.flush());
  }

  void correct(CorrectionKind kind, std::string first, std::string second,
               std::vector<std::string> articles = {}) {
    ASSERT_TRUE(
        write_correction(database_, {.kind = kind, .first = first, .second = second, .articles = articles}));
  }

  // "Ada Holm: a b" for each entity: its name and the articles that have it; sorted.
  std::vector<std::string> all() {
    const auto reader = EntityReader::open(database_);
    std::vector<std::string> lines;
    for (const std::string& key : (*reader)->all()) {
      const LedgerEntity e = (*reader)->read(key, true);
      std::string line = e.name + ":";
      for (const LedgerEntity::Use& use : e.uses) line += " " + use.article;
      EXPECT_EQ(e.uses.empty(), false) << e.name;
      lines.push_back(line);
    }
    EXPECT_TRUE((*reader)->state());
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  LedgerEntity find(const std::string& words) {
    const auto reader = EntityReader::open(database_);
    const std::vector<std::string> keys = (*reader)->find(words, 10, false);
    EXPECT_FALSE(keys.empty()) << words;
    return keys.empty() ? LedgerEntity() : (*reader)->read(keys[0], true);
  }

  Database database_;
};

TEST_F(People, SpellingsAreOne) {
  add({{"a", "2024-03-06", {person("P\u00e5l R\u00f8nnevik")}},
       {"b", "2024-03-07", {person("PAL RONNEVIK")}},
       {"c", "2024-03-08", {person("Mr. P\u00e5l R\u00f8nnevik")}},
       {"d", "2024-03-08", {person("P\u00e5l R\u00f8nnevik")}}});
  EXPECT_THAT(all(), ElementsAre("P\u00e5l R\u00f8nnevik: a b c d"));
}

TEST_F(People, AreFoundByRole) {
  add({{"a", "2024-03-06", {person("Ada Holm", {"Holm"}, {"Mayor", "mayor of Ansel"})}},
       {"b", "2024-03-07", {person("Tom Holm", {"Holm"}, {"mayoral candidate"})}},
       {"c", "2024-03-08", {person("Eva Strand", {}, {"union spokeswoman"})}},
       {"d", "2024-03-08", {organization("Northline"), person("Silent One", {}, {"mayor"})}}});
  const auto reader = EntityReader::open(database_);
  EXPECT_THAT((*reader)->find("mayor", 10, true), ElementsAre("ada holm"));
  EXPECT_THAT((*reader)->find("spokeswoman", 10, true), ElementsAre("eva strand"));
  EXPECT_THAT((*reader)->find("mayor", 10, false), IsEmpty());
  EXPECT_THAT((*reader)->mean("mayor"), IsEmpty());  // who corrects means a name
  std::optional<ListPlace> place;
  EXPECT_THAT((*reader)->page_of("mayor", true, 10, place), ElementsAre("ada holm"));
}

TEST_F(People, AShortNameGoesToItsBearerInTheSameStory) {
  add({{"a",
        "2024-03-06",
        {person("Ada Holm", {"Holm"}), organization("Northline"), organization("Brightwater")}},
       {"b", "2024-03-07", {person("Holm"), organization("Northline"), organization("Brightwater")}},
       {"c",
        "2024-05-01",
        {person("Tom Holm", {"Holm"}), organization("Harbour Board"), organization("Ansel Courier")}},
       {"d", "2024-05-02", {person("Holm"), organization("Harbour Board"), organization("Ansel Courier")}},
       {"e", "2024-04-01", {person("Holm"), organization("Elsewhere Club")}}});
  EXPECT_THAT(all(), ::testing::IsSupersetOf({"Ada Holm: a b", "Tom Holm: c d", "Holm: e"}));
  EXPECT_EQ(find("ada holm").articles, 2);
  EXPECT_EQ(find("ada holm").statements, 2);
  const auto reader = EntityReader::open(database_);
  EXPECT_THAT((*reader)->find("holm", 10, false), UnorderedElementsAre("ada holm", "tom holm", "holm"));
  EXPECT_EQ((*reader)->said("ada holm", number_range({}), 10).size(), 2u);
  EXPECT_THAT((*reader)->called("tom holm"), ElementsAre("tom holm"));
}

TEST_F(People, AMiddleInitialMakesNoOther) {
  add({{"a", "2024-03-06", {person("Ada Holm", {"Holm"})}},
       {"b", "2024-03-07", {person("Ada M. Holm", {"Holm"})}},
       {"c", "2024-05-08", {person("Ada Holm")}},
       {"d", "2024-03-08", {person("Tom Holm")}},
       {"e", "2024-03-08", {person("Eva A. Strand")}},
       {"f", "2024-03-08", {person("Eva B. Strand")}},
       {"g", "2024-03-08", {person("Eva Strand")}},
       {"j", "2024-03-08", {person("Per Q.R. Moe")}},
       {"k", "2024-03-08", {person("Per S. Moe")}},
       {"l", "2024-03-08", {person("Per Moe")}},
       {"h", "2024-03-08", {organization("Vitamin Bank")}},
       {"i", "2024-03-08", {person("Vitamin C Bank")}}});
  EXPECT_THAT(all(), ElementsAre("Ada M. Holm: a b c", "Eva A. Strand: e", "Eva B. Strand: f",
                                 "Eva Strand: g", "Per Moe: l", "Per Q.R. Moe: j", "Per S. Moe: k",
                                 "Tom Holm: d", "Vitamin Bank: h", "Vitamin C Bank: i"));
  EXPECT_EQ(find("ada holm").name, "Ada M. Holm");
}

TEST_F(People, AShortNameMeansWhoeverHasAnInitialOrNone) {
  std::vector<Article> articles;
  for (const char* id : {"a", "b", "c", "d"})
    articles.push_back({id, "2024-03-06", {person("Ada Holm", {"Holm"})}});
  for (const char* id : {"e", "f"}) articles.push_back({id, "2024-03-06", {person("Ada M. Holm", {"Holm"})}});
  articles.push_back({"g", "2031-01-01", {person("Holm")}});
  add(articles);
  EXPECT_THAT(all(), ElementsAre("Ada M. Holm: a b c d e f g"));
}

TEST_F(People, AnAcronymGoesToTheNameThatItIsMadeOf) {
  add({{"a",
        "2024-03-06",
        {organization("Dufresne-Hollis Agri"), organization("Northline"), person("Ada Holm")}},
       {"b", "2024-03-07", {organization("DHA"), organization("Northline"), person("Ada Holm")}}});
  EXPECT_EQ(find("dha").name, "Dufresne-Hollis Agri");
}

TEST_F(People, WhatIsCalledAPlaceMostlyIsOne) {
  add({{"a",
        "2024-03-06",
        {person("Ada Lyon", {"Lyon"}), organization("Northline"), organization("Brightwater")}},
       {"b",
        "2024-03-07",
        {{.name = "Lyon", .kind = EntityKind::place},
         organization("Northline"),
         organization("Brightwater")}}});
  EXPECT_THAT(all(), ::testing::IsSupersetOf({"Ada Lyon: a", "Lyon: b"}));
}

TEST_F(People, TheOrderOfAddingDoesNotMatter) {
  std::vector<Article> articles = {
      {"a",
       "2024-03-06",
       {person("Ada Holm", {"Holm"}), organization("Northline"), organization("Brightwater")}},
      {"b", "2024-03-07", {person("Holm"), organization("Northline"), organization("Brightwater")}},
      {"c", "2024-05-01", {person("Tom Holm", {"Holm", "Mr Holm"}), organization("Harbour Board")}},
      {"d", "2024-05-02", {person("Mr. Holm"), organization("Harbour Board", {"Board"}), person("two men")}},
      {"e", "2024-04-01", {person("HOLM"), organization("Board"), organization("Northline")}}};
  add(articles);
  const std::vector<std::string> expected = all();
  for (int turn = 0; turn < 20; ++turn) {
    std::next_permutation(articles.begin(), articles.end(),
                          [](const Article& x, const Article& y) { return x.id < y.id; });
    if (turn % 2 == 1) std::rotate(articles.begin(), articles.begin() + 2, articles.end());
    database_ = new_database();
    add(articles);
    EXPECT_EQ(all(), expected);
  }
}

TEST_F(People, CorrectionsMergeSplitAndTellSides) {
  add({{"a", "2024-03-06", {person("Ada Holm", {}, {"mayor"})}},
       {"b", "2024-03-07", {person("Ada Holm")}},
       {"c", "2024-03-08", {person("Mayor of Ansel")}},
       {"d", "2024-03-09", {organization("City of Ansel")}}});
  correct(CorrectionKind::merge, "ada holm", "mayor of ansel");
  EXPECT_THAT(all(), ElementsAre("City of Ansel: d", "Mayor of Ansel: a b c"));
  EXPECT_EQ(find("ada holm").statements, 3);
  correct(CorrectionKind::split, "ada holm", "", {"b"});
  EXPECT_THAT(all(), ElementsAre("Ada Holm: b", "City of Ansel: d", "Mayor of Ansel: a c"));
  correct(CorrectionKind::side, "mayor of ansel", "city of ansel");
  EXPECT_EQ(find("mayor of ansel").side_name, "City of Ansel");
  ASSERT_TRUE(*delete_correction(database_, 1));
  EXPECT_FALSE(*delete_correction(database_, 1));
  EXPECT_THAT(all(), ElementsAre("Ada Holm: a", "Ada Holm: b", "City of Ansel: d", "Mayor of Ansel: c"));
}

TEST_F(People, CorrectionsOutliveTheirArticles) {
  add({{"a", "2024-03-06", {person("Ada Holm")}}});
  correct(CorrectionKind::merge, "ada holm", "tom dahl");
  EXPECT_THAT(all(), ElementsAre("Ada Holm: a"));
  add({{"b", "2024-03-06", {person("Tom Dahl")}}});
  EXPECT_THAT(all(), ElementsAre("Ada Holm: a b"));
}

TEST_F(People, TheSideIsTheTopmostOneThatTheyBelongTo) {
  Entity spokesman = person("Per Dahl", {}, {"spokesman"}), ministry = organization("Works Ministry");
  spokesman.member_of = {1};
  ministry.member_of = {2};
  add({{"a", "2024-03-06", {spokesman, ministry, organization("Government of Ansel")}}});
  const LedgerEntity dahl = find("per dahl");
  EXPECT_EQ(dahl.side_name, "Government of Ansel");
  EXPECT_EQ(dahl.whole_name, "Works Ministry");
  EXPECT_EQ(find("government of ansel").side, find("government of ansel").id);
}

TEST_F(People, WhoSaysMostComesFirst) {
  add({{"a", "2024-03-06", {person("Ada Holm")}},
       {"b", "2024-03-07", {person("Per Dahl")}},
       {"c", "2024-03-08", {person("Per Dahl")}},
       {"d", "2024-03-09", {}}});
  const auto reader = EntityReader::open(database_);
  EXPECT_THAT((*reader)->most_talkative(10), ElementsAre("per dahl", "ada holm"));
  EXPECT_THAT((*reader)->find("nobody", 10, true), IsEmpty());
}

TEST_F(People, PagesOfAListHoldEachOnce) {
  add({{"a", "2024-03-06", {person("Ada Holm", {"Holm"})}},
       {"b", "2024-03-06", {person("Holm"), person("Ada Holm")}},
       {"c", "2024-03-07", {person("Tom Dahl")}},
       {"d", "2024-03-08", {person("Tom Dahl")}},
       {"e", "2024-03-08", {person("Kari Holm")}},
       {"f", "2024-03-09", {person("Inga Moe"), person("Silent Holm")}}});
  const auto walk = [&](const std::string& words, std::size_t limit) {
    std::vector<std::string> names;
    std::optional<ListPlace> place;
    do {
      const auto reader = EntityReader::open(database_);
      for (const std::string& key : (*reader)->page_of(words, false, limit, place))
        names.push_back((*reader)->name_of(key));
    } while (place && names.size() < 20);
    return names;
  };
  for (const std::size_t limit : {1u, 2u, 3u, 9u}) {
    EXPECT_THAT(walk("", limit), UnorderedElementsAre("Ada Holm", "Tom Dahl", "Kari Holm", "Inga Moe"))
        << limit;
    EXPECT_THAT(walk("holm", limit), UnorderedElementsAre("Ada Holm", "Kari Holm", "Silent Holm")) << limit;
  }
  EXPECT_EQ(walk("", 1).front(), "Tom Dahl");
  EXPECT_THAT(walk("nobody", 1), IsEmpty());
}

TEST_F(People, PagesOfStatementsHoldEachOnce) {
  add({{"a", "2024-03-06", {person("Ada Holm")}},
       {"b", "2024-03-06", {person("Ada Holm")}},
       {"c", "2024-03-08", {person("Ada Holm")}}});
  const auto reader = EntityReader::open(database_);
  const std::string key = (*reader)->called("ada holm").front();
  std::vector<std::int64_t> seen;
  NumberRange range{0, std::numeric_limits<std::int64_t>::max()};
  for (std::vector<std::int64_t> page; !(page = (*reader)->said(key, range, 1)).empty(); range.last = page[0])
    seen.push_back(page[0]);
  EXPECT_EQ(seen, (*reader)->said(key, {0, std::numeric_limits<std::int64_t>::max()}, 10));
  EXPECT_EQ(seen.size(), 3u);
}

}  // namespace
}  // namespace hearsay
