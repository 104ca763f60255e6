#include "ledger/ledger.h"

#include <gmock/gmock.h>

#include <fstream>
#include <set>

#include "ledger/test_ledger.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class LedgerTest : public LedgerFile {};

const Document kDenial = article("a", "Ada Holm", "denied", "that the bridge was closed", Act::deny);
const Document kClaim = article("b", "Per Dahl", "said", "the old bridge is safe", Act::assert_);

TEST_F(LedgerTest, KeepsWhatItIsGiven) {
  EXPECT_THAT(add({kDenial, kClaim}), ElementsAre(Added::new_article, Added::new_article));
  Ledger ledger = open();
  const LedgerCounts counts = *ledger.count();
  EXPECT_EQ(counts.articles, 2);
  EXPECT_EQ(counts.statements, 2);
  EXPECT_EQ(counts.names, 2);
  EXPECT_EQ(counts.first, "2024-03-06");
  EXPECT_EQ(counts.last, "2024-03-06");
  EXPECT_THAT(*ledger.check(), IsEmpty());
}

TEST_F(LedgerTest, TheSameArticleAgainChangesNothing) {
  add({kDenial});
  EXPECT_THAT(add({kDenial, kDenial}), ElementsAre(Added::known_already, Added::known_already));
  EXPECT_EQ(open().count()->versions, 1);
}

TEST_F(LedgerTest, NewContentIsANewVersion) {
  const Document changed = article("a", "Ada Holm", "said", "that the bridge was closed", Act::assert_);
  EXPECT_THAT(add({kDenial, changed}), ElementsAre(Added::new_article, Added::new_version));
  Ledger ledger = open();
  EXPECT_EQ(ledger.count()->articles, 1);
  EXPECT_EQ(ledger.count()->versions, 2);
  const auto found = *ledger.search({.words = "bridge"});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].act, Act::assert_);
  EXPECT_THAT(*ledger.check(), IsEmpty());
}

TEST_F(LedgerTest, SearchesWordsSourcesActsAndDates) {
  add({kDenial, kClaim});
  Ledger ledger = open();
  const auto sources = [&](const StatementQuery& query) {
    std::vector<std::string> names;
    const auto found = ledger.search(query);
    for (const LedgerStatement& s : *found) names.push_back(s.source);
    return names;
  };
  EXPECT_THAT(sources({.words = "bridge"}), ElementsAre("Ada Holm", "Per Dahl"));
  EXPECT_THAT(sources({.words = "\"bridge is\""}), ElementsAre("Per Dahl"));
  EXPECT_THAT(sources({.words = "is bridge"}), ElementsAre("Per Dahl"));
  EXPECT_THAT(sources({.words = "NEAR( \"OR *"}), IsEmpty());
  EXPECT_THAT(sources({.source = "holm"}), ElementsAre("Ada Holm"));
  EXPECT_THAT(sources({.act = "deny"}), ElementsAre("Ada Holm"));
  EXPECT_THAT(sources({.act = "dance"}), IsEmpty());
  EXPECT_THAT(sources({.after = "2024-03-07"}), IsEmpty());
  EXPECT_EQ(sources({.after = "2024-03-06", .before = "2024-03-06"}).size(), 2u);
}

TEST_F(LedgerTest, PutsShortNamesWithLongOnes) {
  Document full = kDenial;
  full.entities[0].aliases = {"Holm"};
  add({full, article("c", "Holm", "said", "it was open", Act::assert_)});
  const auto entities = *open().entities();
  ASSERT_EQ(entities.size(), 1u);
  EXPECT_EQ(entities[0].name, "Ada Holm");
  EXPECT_THAT(entities[0].aliases, ElementsAre("Holm"));
  EXPECT_EQ(entities[0].uses.size(), 2u);
}

TEST_F(LedgerTest, UnnamedEntitiesAreNotPutTogether) {
  Document first = article("c", "Two officials", "said", "it was shut", Act::assert_);
  Document second = article("d", "Two officials", "said", "it was open", Act::assert_);
  first.entities[0].named = false;
  second.entities[0].named = false;
  first.entities[0].roles = {"police", "board members"};
  add({first, second});
  const auto entities = *open().entities();
  ASSERT_EQ(entities.size(), 2u);
  for (const LedgerEntity& entity : entities) {
    EXPECT_FALSE(entity.named);
    EXPECT_EQ(entity.name, "Two officials");
    ASSERT_EQ(entity.uses.size(), 1u);
    EXPECT_EQ(entity.roles.size(), entity.uses[0].article == "c" ? 2u : 0u);
  }
}

TEST_F(LedgerTest, MembershipsNameEntitiesOfTheLedger) {
  Document doc = article("c", "Ada Holm", "said", "it was shut", Act::assert_);
  doc.entities.push_back({.name = "The Port Office", .kind = EntityKind::organization});
  doc.entities[0].member_of = {1};
  add({doc, article("d", "Port Office", "said", "it was open", Act::assert_)});
  const auto entities = *open().entities();
  ASSERT_EQ(entities.size(), 2u);
  const bool holm_first = entities[0].name == "Ada Holm";
  const LedgerEntity& holm = entities[holm_first ? 0 : 1];
  const LedgerEntity& office = entities[holm_first ? 1 : 0];
  EXPECT_EQ(office.uses.size(), 2u);
  EXPECT_THAT(holm.member_of, ElementsAre(office.id));
  EXPECT_THAT(office.member_of, IsEmpty());
}

TEST_F(LedgerTest, TheOrderOfAddingDoesNotShow) {
  add({kDenial, kClaim});
  const auto before = *open().entities();
  std::filesystem::remove(path_);
  add({kClaim, kDenial});
  const auto after = *open().entities();
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(before[i].id, after[i].id);
}

TEST_F(LedgerTest, WhatWasNotCommittedIsNotThere) {
  add({kDenial});
  {
    Result<Ledger> ledger = Ledger::open_for_adding(path_);
    ASSERT_TRUE(ledger->add(kClaim, *prepare_article(ledger->relations(), kClaim, "{}")));
  }
  Ledger ledger = open();
  EXPECT_EQ(ledger.count()->articles, 1);
  EXPECT_FALSE(*ledger.contains(article_content_id(kClaim)));
  EXPECT_TRUE(*ledger.contains(article_content_id(kDenial)));
  EXPECT_THAT(*ledger.check(), IsEmpty());
}

TEST_F(LedgerTest, ArticlesComeByDateAndId) {
  Document late = article("0", "Ada Holm", "said", "no", Act::assert_);
  late.metadata.published = "2024-03-09T10:00:00Z";
  add({late, kClaim, kDenial});
  Ledger ledger = open();
  std::vector<std::string> ids;
  ASSERT_TRUE(ledger.for_each_article([&](const LedgerArticle& a) {
    ids.push_back(a.id);
    return ids.size() < 2;
  }));
  EXPECT_THAT(ids, ElementsAre("a", "b"));
  EXPECT_EQ(ledger.search({.before = "2024-03-09"})->size(), 3u);
}

TEST_F(LedgerTest, TheNewestArticlesFirst) {
  std::vector<Document> docs;
  for (const char* day : {"2024-03-07", "", "2024-03-09T08:00", "2024-03-08"}) {
    docs.push_back(article("d" + std::string(day).substr(0, 10), "Ada Holm", "said", "no", Act::assert_));
    docs.back().metadata.published = day;
  }
  add(docs);
  Ledger ledger = open();
  std::int64_t last = 0;
  const auto newest = [&](const char* after, const char* before, std::int64_t below = 0) {
    std::vector<std::string> ids;
    EXPECT_TRUE(ledger.for_each_newest({.after = after, .before = before, .below = below},
                                       [&](const LedgerArticle& a) {
                                         ids.push_back(a.id);
                                         last = a.number;
                                         return ids.size() < 3;
                                       }));
    return ids;
  };
  EXPECT_THAT(newest("", ""), ElementsAre("d2024-03-09", "d2024-03-08", "d2024-03-07"));
  EXPECT_THAT(newest("2024-03-08", ""), ElementsAre("d2024-03-09", "d2024-03-08"));
  EXPECT_THAT(newest("", "2024-03-08", last), ElementsAre("d2024-03-07", "d"));
  EXPECT_THAT(newest("", "2024-03-07"), ElementsAre("d2024-03-07", "d"));
}

TEST_F(LedgerTest, VersionsOfAnArticle) {
  Document changed = kDenial;
  changed.metadata.title = "New";
  add({kDenial, changed});
  const auto versions = open().versions("a");
  ASSERT_EQ(versions->size(), 2u);
  EXPECT_EQ((*versions)[0].title, "");
  EXPECT_EQ((*versions)[1].title, "New");
  EXPECT_THAT(*open().versions("none"), IsEmpty());
}

TEST_F(LedgerTest, AStatementKnowsItsSourceAndPlace) {
  Document doc = article("a", "Ada Holm", "said", "no", Act::assert_);
  doc.source_entities = {kNone};
  add({doc, kClaim});
  const auto found = open().search({});
  ASSERT_EQ(found->size(), 2u);
  EXPECT_EQ((*found)[0].entity, kNone);
  EXPECT_EQ((*found)[1].entity, 0u);
  EXPECT_EQ((*found)[1].paragraph, 1u);
  EXPECT_EQ((*found)[1].cue, "said");
  EXPECT_FLOAT_EQ((*found)[1].confidence, 0.5f);
}

TEST_F(LedgerTest, ReadersSeeWhatIsCommitted) {
  add({kDenial});
  Ledger reader = open();
  Result<Ledger> writer = Ledger::open_for_adding(path_);
  ASSERT_TRUE(writer->add(kClaim, *prepare_article(writer->relations(), kClaim, "{}")));
  EXPECT_EQ(reader.count()->articles, 1);
  ASSERT_TRUE(writer->commit());
  EXPECT_EQ(reader.count()->articles, 2);
}

TEST(ContentId, DependsOnEveryField) {
  const std::string before = article_content_id(kDenial);
  EXPECT_EQ(before.size(), 16u);
  std::set<std::string> ids = {before};
  for (std::string Metadata::*field : {&Metadata::id, &Metadata::url, &Metadata::title, &Metadata::publisher,
                                       &Metadata::byline, &Metadata::published}) {
    Document changed = kDenial;
    changed.metadata.*field += "x";
    ids.insert(article_content_id(changed));
  }
  EXPECT_EQ(ids.size(), 7u);
}

TEST_F(LedgerTest, RefusesWhatIsNoLedger) {
  std::ofstream(path_) << std::string(4096, 'x');
  for (const auto& opened : {Ledger::open(path_), Ledger::open_for_adding(path_)}) {
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::invalid_input);
    EXPECT_THAT(opened.error().message, HasSubstr("expected a ledger"));
  }
  std::ifstream in(path_);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), std::string(4096, 'x'));
  EXPECT_EQ(Ledger::open(folder_ / "none").error().code, ErrorCode::not_found);
  EXPECT_FALSE(Ledger::open_for_adding(folder_));
}

TEST_F(LedgerTest, ADamagedFileIsSaidToBeDamaged) {
  std::vector<Document> docs;
  for (int i = 0; i < 200; ++i)
    docs.push_back(article(std::to_string(i), "Ada Holm", "said", "no " + std::to_string(i), Act::deny));
  add(docs);
  std::filesystem::resize_file(path_, std::filesystem::file_size(path_) / 2);
  Result<Ledger> ledger = Ledger::open(path_);
  if (!ledger) return;
  const auto broken = ledger->check();
  EXPECT_TRUE(!broken || !broken->empty());
}

}  // namespace
}  // namespace hearsay
