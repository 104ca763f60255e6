#include "format/web_annotation.h"

#include <map>

#include "document/utf8.h"
#include "format/claim_words.h"
#include "format/json_object.h"

namespace hearsay {
namespace {

constexpr int kContext = 32;  // code points on either side of a quotation

std::string urn(std::string_view document, std::uint32_t attribution) {
  return "urn:hearsay:statement:" + percent_encoded(document) + "/" + numbered_id('a', attribution);
}

std::string source_of(const Metadata& m) {
  const bool web = m.url.starts_with("https://") || m.url.starts_with("http://");
  return web ? m.url : "urn:hearsay:article:" + percent_encoded(m.id);
}

std::string_view before(const Document& doc, std::uint32_t offset) {
  std::size_t begin = offset;
  for (int i = 0; i < kContext && begin > 0; ++i) begin = previous_code_point(doc.text, begin);
  return std::string_view(doc.text).substr(begin, offset - begin);
}

std::string_view after(const Document& doc, std::uint32_t offset) {
  std::size_t end = offset;
  for (int i = 0; i < kContext && end < doc.text.size(); ++i) end += decode_utf8(doc.text, end).length;
  return std::string_view(doc.text).substr(offset, end - offset);
}

std::string target_of(const Document& doc, Span span, const CodePointIndex& index) {
  JsonObject position;
  position.text("type", "TextPositionSelector")
      .number("start", index.at(span.begin))
      .number("end", index.at(span.end));
  JsonObject quote;
  quote.text("type", "TextQuoteSelector")
      .text("exact", doc.at(span))
      .text("prefix", before(doc, span.begin))
      .text("suffix", after(doc, span.end));
  return JsonObject()
      .text("source", source_of(doc.metadata))
      .list("selector", {position.take(), quote.take()})
      .take();
}

std::string textual(std::string_view purpose, std::string_view value) {
  return JsonObject().text("type", "TextualBody").text("purpose", purpose).text("value", value).take();
}

std::string words_of(const Document& doc, const std::vector<Span>& spans) {
  std::string words;
  for (const Span span : spans) {
    if (!words.empty()) words += ' ';
    words += doc.at(span);
  }
  return words;
}

std::vector<std::string> bodies_of(const Document& doc, std::uint32_t i,
                                   const std::vector<KnownEntity>& entities) {
  const Attribution& a = doc.attributions[i];
  std::vector<std::string> bodies;
  const std::uint32_t entity = doc.source_entities.empty() ? kNone : doc.source_entities[i];
  if (entity != kNone && entity < entities.size() && !entities[entity].id.empty()) {
    const std::string id = "urn:hearsay:entity:" + std::string(entities[entity].id);
    bodies.push_back(JsonObject()
                         .text("type", "SpecificResource")
                         .text("purpose", "identifying")
                         .text("source", id)
                         .take());
    bodies.push_back(textual("identifying", entities[entity].name));
  } else if (!a.source.empty()) {
    bodies.push_back(textual("identifying", words_of(doc, a.source)));
  }
  bodies.push_back(textual("classifying", (a.negated ? "not " : "") + std::string(to_string(a.act))));
  bodies.push_back(textual("classifying", to_string(a.form)));
  bodies.push_back(textual("describing", inside_words(doc, {.parent = i})));
  return bodies;
}

}  // namespace

std::string web_annotations(const Document& doc, const std::vector<KnownEntity>& entities,
                            const std::vector<RelationRecord>& relations) {
  std::multimap<std::uint32_t, const RelationRecord*> by_statement;
  for (const RelationRecord& relation : relations) {
    by_statement.emplace(relation.from.attribution, &relation);
  }
  const CodePointIndex index(doc.text);
  std::string out;
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    std::vector<std::string> bodies = bodies_of(doc, i, entities), targets;
    const auto [first, last] = by_statement.equal_range(i);
    for (auto at = first; at != last; ++at) {
      const RelationRecord& r = *at->second;
      bodies.push_back(JsonObject()
                           .text("type", "SpecificResource")
                           .text("purpose", "linking")
                           .text("source", urn(r.to.document, r.to.attribution))
                           .take());
      bodies.push_back(textual("commenting", std::string(r.type) + ": " + std::string(r.why)));
    }
    for (const Span span : doc.attributions[i].content) targets.push_back(target_of(doc, span, index));
    out += JsonObject()
               .text("@context", "http://www.w3.org/ns/anno.jsonld")
               .text("id", urn(doc.metadata.id, i))
               .text("type", "Annotation")
               .text("motivation", "identifying")
               .list("body", bodies)
               .list("target", targets)
               .take() +
           "\n";
  }
  return out;
}

}  // namespace hearsay
