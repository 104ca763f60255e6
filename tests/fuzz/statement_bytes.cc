// Bytes of a ledger as a statement: what decodes keeps every maximum, encodes to the
// same bytes, and may be given to whatever takes a statement.
#include "claims/statement_bytes.h"

#include "claims/relate.h"
#include "claims/relation_model.h"
#include "claims/threads.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  const std::string_view bytes = as_text(data, size);
  const auto statement = decode_statement(bytes);
  if (!statement) return 0;
  require(encode_statement(*statement) == bytes, "one way to write a statement");
  // Without trees, so that every pair is related, if by nothing.
  static constexpr std::uint16_t kBounds[kRelationTypeCount] = {};
  static constexpr std::int32_t kBias[kRelationTypeCount] = {};
  static constexpr std::uint8_t kPercents[kConfidenceSteps] = {};
  RelationModel model;
  model.related = {
      .classes = 2, .features = {}, .bounds = {}, .leaves = {}, .bias = std::span(kBias).first(2)};
  model.type = {.classes = kRelationTypeCount, .features = {}, .bounds = {}, .leaves = {}, .bias = kBias};
  model.bounds = kBounds;
  model.confidence = kPercents;
  const PlacedStatement placed{.statement = *statement, .document = "a1"};
  PlacedStatement later = placed;
  later.document = "a2";
  const ArticleClaims earlier_article = weigh_article(model, {placed});
  const ArticleClaims later_article = weigh_article(model, {later});
  relate(model, later_article, earlier_article);
  relate(model, later_article, later_article);
  const PlacedStatement both[] = {placed, later};
  find_threads(both, {});
  return 0;
}
