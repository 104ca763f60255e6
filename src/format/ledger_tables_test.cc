#include "format/ledger_tables.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(LedgerTables, AStatementEndsWithTheDayItWasSaid) {
  const StatementRecord statement{.document = "a", .source = "Holm", .content = "it is safe"};
  const Row row = statement_fields(statement, "2024-03-05");
  ASSERT_EQ(row.size(), statement_columns().size());
  EXPECT_EQ(statement_columns().back(), "said");
  EXPECT_EQ(row.back(), "2024-03-05");
}

TEST(LedgerTables, ARelationShowsBothWordings) {
  const StatementRecord earlier{.document = "a", .attribution = 0, .source = "Holm", .content = "it is safe"};
  const StatementRecord later{.document = "b",
                              .attribution = 1,
                              .source = "she",
                              .content = "it is not",
                              .entity_name = "Eva Strand"};
  const Row row = relation_fields({.type = "disputes", .why = "says no", .confidence = 0.8F}, later, earlier);
  ASSERT_EQ(row.size(), relation_columns().size());
  EXPECT_EQ(row[0], "disputes");
  EXPECT_EQ(row[2], "0.80");
  EXPECT_EQ(row[6], "Eva Strand");
  EXPECT_EQ(row[10], "a2");
  EXPECT_EQ(row[15], "it is safe");
  EXPECT_EQ(row.back(), "false");
  EXPECT_EQ(relation_columns().back(), "told");
  EXPECT_EQ(relation_fields({.type = "disputes", .told = true}, later, earlier).back(), "true");
}

TEST(LedgerTables, AnArticleIsListedByATitle) {
  Document doc;
  doc.metadata = {.id = "a", .file = "inbox/a.txt", .published = "2024-03-06", .language = "de"};
  doc.attributions.resize(2);
  Row row = article_fields(doc, "a.txt", "b");
  ASSERT_EQ(row.size(), article_columns().size());
  EXPECT_EQ(row[3], "a.txt");
  EXPECT_EQ(row[8], "true");
  EXPECT_EQ(row[10], "2");
  EXPECT_EQ(row[11], "b");
  doc.attributions.clear();
  doc.blocks = {{}};
  row = article_fields(doc, "", "");
  EXPECT_EQ(row[8], "false");
}

TEST(LedgerTables, AnEntityJoinsItsLists) {
  EntityRecord e{.id = "E1", .name = "Ada Holm", .aliases = {"Holm", "A. Holm"}};
  e.uses = {{"a", 0}, {"a", 3}, {"b", 1}};
  const Row row = entity_fields(e);
  ASSERT_EQ(row.size(), entity_columns().size());
  EXPECT_EQ(row[4], "Holm; A. Holm");
  EXPECT_EQ(row.back(), "2");
}

TEST(LedgerTables, AThreadHasARowAPositionAndAtLeastOne) {
  ThreadRecord thread{.id = "T1",
                      .title = "it fell",
                      .statements = {{"a", 0}, {"b", 1}},
                      .independent_sources = 2,
                      .size = 2};
  ASSERT_EQ(thread_rows(thread).size(), 1u);
  EXPECT_EQ(thread_rows(thread)[0].size(), thread_columns().size());
  thread.positions = {{"Holm", "E1", "asserted", "2024-03-06", {"a", 0}},
                      {"Holm", "E1", "denied", "2024-03-07", {"b", 1}}};
  const std::vector<Row> rows = thread_rows(thread);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1].size(), thread_columns().size());
  EXPECT_EQ(rows[1][6], "denied");
  EXPECT_EQ(rows[1][9], "a2");
  EXPECT_EQ(rows[1].back(), "");
  thread.carriers = {{"c", "Courier"}, {"d", ""}};
  EXPECT_EQ(thread_rows(thread)[1].back(), "c; d");
}

}  // namespace
}  // namespace hearsay
