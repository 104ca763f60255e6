#include "format/ledger_records.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace hearsay {
namespace {

TEST(LedgerRecords, ADocumentKeepsItsFields) {
  const auto record = nlohmann::json::parse(document_record(R"({"schema": 1, "id": "a"})"));
  EXPECT_EQ(record["record"], "document");
  EXPECT_EQ(record["id"], "a");
  EXPECT_FALSE(record.contains("copy_of"));
  EXPECT_EQ(nlohmann::json::parse(document_record(R"({"schema": 1})", "b"))["copy_of"], "b");
}

TEST(LedgerRecords, AnEntityNamesItsDocuments) {
  const auto record = nlohmann::json::parse(to_record({.id = "E1",
                                                       .name = "Ada \"A\" Holm",
                                                       .kind = EntityKind::person,
                                                       .aliases = {"Holm"},
                                                       .uses = {{"a", 0}, {"b", 4}}}));
  EXPECT_EQ(record["name"], "Ada \"A\" Holm");
  EXPECT_EQ(record["aliases"], nlohmann::json::array({"Holm"}));
  EXPECT_EQ(record["mentions"][1]["entity"], "e5");
}

const StatementRecord kStatement{.document = "a",
                                 .title = "Bridge \033[31mcloses",
                                 .publisher = "Courier",
                                 .published = "2024-03-06T08:00:00Z",
                                 .attribution = 2,
                                 .paragraph = 4,
                                 .source = "she",
                                 .cue = "did not\ndeny",
                                 .content = "that it was closed",
                                 .entity = "E1",
                                 .entity_name = "Ada Holm",
                                 .act = Act::deny,
                                 .negated = true,
                                 .confidence = 0.875f};

TEST(LedgerRecords, AStatementHasItsArticleAndWords) {
  const auto record = nlohmann::json::parse(to_record(kStatement));
  EXPECT_EQ(record["document"], "a");
  EXPECT_EQ(record["attribution"], "a3");
  EXPECT_EQ(record["entity_name"], "Ada Holm");
  EXPECT_EQ(record["act"], "deny");
  EXPECT_EQ(record["negated"], true);
  EXPECT_EQ(record["confidence"], 0.88);
}

TEST(LedgerRecords, UnnamedSourcesAreMarked) {
  EXPECT_FALSE(nlohmann::json::parse(to_record(kStatement)).contains("named"));
  StatementRecord officials = kStatement;
  officials.named = false;
  EXPECT_EQ(nlohmann::json::parse(to_record(officials))["named"], false);
  const ThreadRecord thread{
      .id = "T1", .positions = {{.source = "two officials", .named = false}}, .disagreement = 0.5F};
  const auto record = nlohmann::json::parse(to_record(thread));
  EXPECT_EQ(record["positions"][0]["named"], false);
  EXPECT_EQ(record["disagreement"], 0.5);
}

TEST(LedgerRecords, AStatementForAPersonIsHarmlessAndShort) {
  EXPECT_EQ(to_text(kStatement, {}),
            "2024-03-06 · Courier · Bridge \uFFFD[31mcloses · ¶4 · a/a3\n"
            "she did not deny · does not deny · Ada Holm\n"
            "    that it was closed\n");
}

TEST(LedgerRecords, AStatementNamesWhoElseCarriesIt) {
  StatementRecord copied = kStatement;
  copied.carried_by = {{"b", "Quay Mail"}, {"c", ""}, {"d", "Quay Mail"}};
  const auto record = nlohmann::json::parse(to_record(copied));
  EXPECT_EQ(record["carried_by"], nlohmann::json::array({"b", "c", "d"}));
  EXPECT_EQ(record["carriers"][0]["publisher"], "Quay Mail");
  EXPECT_FALSE(record["carriers"][1].contains("publisher"));
  EXPECT_TRUE(to_text(copied, {}).ends_with("    that it was closed\n  also carried by Quay Mail, c\n"));
  EXPECT_FALSE(nlohmann::json::parse(to_record(kStatement)).contains("carried_by"));
  EXPECT_EQ(csv_fields(copied).back(), "b; c; d");
}

TEST(LedgerRecords, FewCarriersAreNamed) {
  EXPECT_EQ(carrier_words({}), "");
  std::vector<StatementRecord::Carrier> carriers;
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g"}) carriers.push_back({id, ""});
  EXPECT_EQ(carrier_words(carriers), "carried by a, b, c, d, e, f, g");
  carriers.push_back({"h", ""});
  EXPECT_EQ(carrier_words(carriers), "carried by a, b, c, d, e, f and 2 others");
}

TEST(LedgerRecords, ATableHasAFieldForEachColumn) {
  const auto columns = csv_columns();
  const auto fields = csv_fields(kStatement);
  ASSERT_EQ(fields.size(), columns.size());
  EXPECT_EQ(fields[4], "a3");
  EXPECT_EQ(fields[14], "0.88");
  EXPECT_EQ(fields.back(), "");
}

TEST(LedgerRecords, CsvQuotesWhatNeedsIt) {
  EXPECT_EQ(csv_row({"a", "b, c", "say \"no\"", "two\nlines", ""}),
            "a,\"b, c\",\"say \"\"no\"\"\",\"two\nlines\",\r\n");
}

TEST(LedgerRecords, CsvDisarmsFormulas) { EXPECT_EQ(csv_row({"=1+1", "-5"}), "\"'=1+1\",\"'-5\"\r\n"); }

}  // namespace
}  // namespace hearsay
