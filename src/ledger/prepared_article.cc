#include "ledger/prepared_article.h"

#include <algorithm>
#include <utility>

#include "claims/read_statements.h"
#include "claims/signature_bytes.h"
#include "document/reading.h"
#include "ledger/article_number.h"
#include "ledger/compression.h"
#include "ledger/slots.h"

namespace hearsay {
namespace {

std::string words_of(const Document& doc, const std::vector<Span>& spans) {
  std::string words;
  for (const Span span : spans) {
    if (!words.empty()) words += " … ";
    words += doc.at(span);
  }
  return words;
}

std::uint32_t paragraph_of(const Document& doc, const Attribution& a) {
  const std::uint32_t begin = a.content.front().begin;
  const auto after = std::upper_bound(doc.blocks.begin(), doc.blocks.end(), begin,
                                      [](std::uint32_t at, const Block& b) { return at < b.span.begin; });
  return static_cast<std::uint32_t>(after - doc.blocks.begin());
}

PreparedStatement prepare_statement(const Document& doc, std::uint32_t number) {
  const Attribution& a = doc.attributions[number];
  PreparedStatement statement{.source = words_of(doc, a.source),
                              .cue = words_of(doc, a.cue),
                              .content = words_of(doc, a.content),
                              .form = a.form,
                              .act = a.act,
                              .negated = a.negated,
                              .confidence = a.confidence,
                              .paragraph = paragraph_of(doc, a)};
  if (!doc.source_entities.empty()) statement.entity = doc.source_entities[number];
  if (statement.entity != kNone) statement.speaker = doc.entities[statement.entity].name;
  return statement;
}

}  // namespace

std::string_view listed_title(const Document& doc) {
  if (!doc.metadata.title.empty()) return doc.metadata.title;
  const auto block = std::ranges::find(doc.blocks, BlockKind::title, &Block::kind);
  if (block != doc.blocks.end()) return doc.at(block->span);
  const std::string_view file = doc.metadata.file;
  return file.substr(file.find_last_of('/') + 1);
}

Result<PreparedArticle> prepare_article(const RelationModel& model, const Document& doc,
                                        std::string_view analysis) {
  if (doc.attributions.size() > static_cast<std::size_t>(kMostAttributions)) {
    return Error{ErrorCode::invalid_input, doc.metadata.id + ": expected at most " +
                                               std::to_string(kMostAttributions) + " statements, found " +
                                               std::to_string(doc.attributions.size())};
  }
  PreparedArticle article{.content_id = article_content_id(doc),
                          .title = std::string(listed_title(doc)),
                          .analysis = compress(analysis)};
  article.statements.reserve(doc.attributions.size());
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i)
    article.statements.push_back(prepare_statement(doc, i));
  std::vector<Statement> statements = read_statements(doc);
  // An article that is not read has none, not even a list of no statements.
  if (!is_unread(doc)) article.slots = encode_slots(statements);
  const Metadata& m = doc.metadata;
  article.linkable = make_linkable(model, std::move(statements), m.id, m.publisher, m.published);
  article.signature = encode_signature(sign_article(doc));
  article.entities = prepare_entities(doc);
  article.inner = relate_inner(model, article.linkable);
  return article;
}

}  // namespace hearsay
