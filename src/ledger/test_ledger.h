// A ledger file of a test's own, and articles to put into it.
#ifndef HEARSAY_SRC_LEDGER_TEST_LEDGER_H_
#define HEARSAY_SRC_LEDGER_TEST_LEDGER_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/prepared_article.h"
#include "ledger/thread_store.h"

namespace hearsay {

inline Span span_of(const Document& doc, std::string_view words) {
  const std::size_t at = doc.text.find(words);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// "<source> <cue> <content>." by one person.
inline Document article(std::string id, std::string source, std::string cue, std::string content, Act act) {
  Document doc;
  doc.metadata.id = std::move(id);
  doc.metadata.published = "2024-03-06";
  doc.text = source + " " + cue + " " + content + ".";
  doc.strings = {cue};
  doc.blocks = {{.kind = BlockKind::paragraph, .span = {0, static_cast<std::uint32_t>(doc.text.size())}}};
  doc.entities.emplace_back();
  doc.entities[0].name = source;
  doc.entities[0].kind = EntityKind::person;
  doc.mentions = {{.span = span_of(doc, source), .entity = 0, .form = MentionForm::name}};
  Attribution a;
  a.source = {span_of(doc, source)};
  a.cue = {span_of(doc, cue)};
  a.content = {span_of(doc, content)};
  a.act = act;
  a.confidence = 0.5f;
  doc.attributions = {a};
  doc.source_entities = {0};
  return doc;
}

class LedgerFile : public ::testing::Test {
 protected:
  LedgerFile() : folder_(std::filesystem::temp_directory_path() / ("ledger-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    path_ = folder_ / "story.ledger";
  }
  ~LedgerFile() override { std::filesystem::remove_all(folder_); }

  // What became of each article.
  std::vector<Added> add(const std::vector<Document>& docs) {
    Result<Ledger> ledger = Ledger::open_for_adding(path_);
    EXPECT_TRUE(ledger) << (ledger ? "" : ledger.error().message);
    std::vector<Added> outcomes;
    for (const Document& doc : docs)
      outcomes.push_back(*ledger->add(doc, *prepare_article(ledger->relations(), doc, "{}")));
    EXPECT_TRUE(ledger->commit());
    return outcomes;
  }

  void remove(const std::string& id) {
    Result<Ledger> ledger = Ledger::open_for_adding(path_);
    EXPECT_TRUE(*ledger->remove(id));
    EXPECT_TRUE(ledger->commit());
  }

  // Links the first statements of two articles, as if they had been found to be related.
  void link(const std::string& later, const std::string& earlier, RelationType type,
            float confidence = 0.9f) {
    const StoredLink link{*number_of(later), *number_of(earlier), type, confidence};
    Database database = *Database::open(path_, Database::Access::create);
    Query relation(
        database,
        "INSERT INTO relations(later, earlier, type, detail, confidence, why) VALUES (?, ?, ?, 0, ?, '')");
    relation.bind(link.later).bind(link.earlier).bind(static_cast<std::int64_t>(type));
    ASSERT_TRUE(relation.bind(static_cast<double>(confidence)).run());
    ASSERT_TRUE(ThreadStore(database).join(std::vector{link}));
  }

  std::optional<std::int64_t> number_of(const std::string& article) {
    return *open().find_statement(article, 0);
  }

  Ledger open() { return *Ledger::open(path_); }

  std::filesystem::path folder_, path_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_TEST_LEDGER_H_
