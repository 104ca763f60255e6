// Statements for tests: read from an invented article, or made by hand.
#ifndef HEARSAY_SRC_CLAIMS_TEST_STATEMENTS_H_
#define HEARSAY_SRC_CLAIMS_TEST_STATEMENTS_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "claims/content_words.h"
#include "claims/read_statements.h"
#include "claims/relate.h"
#include "claims/relation_model.h"
#include "hearsay/pipeline.h"

namespace hearsay {

inline Document read_article(std::string text, std::string published = "2024-03-06") {
  static const Result<Pipeline> pipeline = Pipeline::load();
  static Scratch scratch;
  if (!pipeline) throw std::runtime_error(pipeline.error().message);
  Document doc;
  doc.text = std::move(text);
  doc.metadata.published = std::move(published);
  EXPECT_TRUE(pipeline->annotate(doc, scratch));
  return doc;
}

inline std::vector<PlacedStatement> place_statements(const std::string& id, const std::string& published,
                                                     const std::string& text) {
  std::vector<PlacedStatement> placed;
  for (Statement& statement : read_statements(read_article(text, published))) {
    const auto number = static_cast<std::uint32_t>(placed.size());
    placed.push_back({std::move(statement), id, "The Sluice", published, number});
  }
  return placed;
}

inline std::vector<ContentWord> words_of(const std::vector<std::string>& stems, std::uint8_t weight = 5) {
  std::vector<ContentWord> words;
  for (const std::string& stem : stems)
    words.push_back({.key = word_key(stem), .stem = stem, .weight = weight});
  std::ranges::sort(words, {}, &ContentWord::key);
  return words;
}

// A statement of Ada Holm or whoever else, in an article of its own.
inline PlacedStatement make_statement(const std::string& document, const std::string& speaker,
                                      const std::vector<std::string>& stems) {
  PlacedStatement placed;
  placed.document = document;
  placed.published = "2024-03-06";
  placed.statement.speaker.kind = SpeakerKind::named;
  placed.statement.speaker.name = speaker;
  placed.statement.words = words_of(stems);
  placed.statement.confidence = 90;
  placed.statement.story = {"holm", "sluice"};
  return placed;
}

inline const RelationModel& test_relations() {
  static const Result<RelationModel> model = load_relations(default_model_directory() / "relations.model");
  if (!model) throw std::runtime_error(model.error().message);
  return *model;
}

// The only relation between two statements of two articles.
inline std::optional<Relation> relate_two(const PlacedStatement& later, const PlacedStatement& earlier) {
  const RelationModel& model = test_relations();
  const auto links = relate(model, weigh_article(model, {later}), weigh_article(model, {earlier}));
  if (links.empty()) return std::nullopt;
  return links.front().relation;
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_CLAIMS_TEST_STATEMENTS_H_
