#include "format/statement_in_place.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "format/test_document.h"

namespace hearsay {
namespace {

Document story() {
  Document doc = make_document("Zoë left.\n\nHolm said on Monday that it was safe.");
  attribute(doc, {{"Holm"}, {"said"}, {"that it was safe"}});
  doc.times = {{find_words(doc, "Monday"), TimeType::date, "2024-03-04"}};
  doc.statement_times = {0};
  return doc;
}

const StatementRecord kRecord{
    .document = "a", .paragraph = 2, .source = "Holm", .cue = "said", .content = "that it was safe"};

TEST(StatementInPlace, ShowsItsParagraphAndCharacters) {
  EXPECT_EQ(to_text(kRecord, story(), {}),
            "¶2 · a/a1\n"
            "Holm said\n"
            "    that it was safe\n"
            "    indirect · said on 4 March 2024 (Monday) · 88 % sure · characters 31-47\n"
            "\n"
            "  In its paragraph:\n"
            "    Holm said on Monday that it was safe.\n");
}

TEST(StatementInPlace, RecordsCodePoints) {
  const auto record = nlohmann::json::parse(to_record(kRecord, story()));
  EXPECT_EQ(record["attribution"], "a1");
  EXPECT_EQ(record["spans"]["content"], nlohmann::json::parse("[[31, 47]]"));
  EXPECT_EQ(record["spans"]["source"], nlohmann::json::parse("[[11, 15]]"));
  EXPECT_EQ(record["context"], "Holm said on Monday that it was safe.");
}

}  // namespace
}  // namespace hearsay
