// Links the statements of articles and prints what a ledger would export, so that
// linking can be scored without one: hearsay_link ARTICLES.jsonl > export.jsonl
//
// Every article is compared with itself and with all that came before it.
// Prints time a pair to stderr.
#include <ctime>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "claims/content_words.h"
#include "claims/read_statements.h"
#include "claims/relate.h"
#include "claims/relation_model.h"
#include "claims/statement_bytes.h"
#include "hearsay/format.h"
#include "hearsay/pipeline.h"
#include "ingest/json_lines.h"

namespace hearsay {
namespace {

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  return out + "\"";
}

std::string statement_id(const PlacedStatement& placed) {
  return "{\"document\": " + json_string(placed.document) + ", \"attribution\": \"a" +
         std::to_string(placed.number + 1) + "\"}";
}

// Entities with equal folded names are one.
void print_entities(const std::vector<Document>& docs) {
  std::map<std::string, std::string> mentions;
  for (const Document& doc : docs) {
    for (std::size_t i = 0; i < doc.entities.size(); ++i) {
      std::string& list = mentions[fold_name(doc.entities[i].name)];
      list += (list.empty() ? "" : ", ") + std::string("{\"document\": ") + json_string(doc.metadata.id) +
              ", \"entity\": \"e" + std::to_string(i + 1) + "\"}";
    }
  }
  int number = 0;
  for (const auto& [name, list] : mentions) {
    std::printf(
        "{\"record\": \"entity\", \"id\": \"E%d\", \"name\": %s, \"aliases\": [], \"mentions\": [%s]}\n",
        ++number, json_string(name).c_str(), list.c_str());
  }
}

void print_relation(const PlacedStatement& later, const PlacedStatement& earlier, const Relation& relation) {
  const std::string detail =
      relation.detail == RelationDetail::none ? "null" : json_string(to_string(relation.detail));
  std::printf(
      "{\"record\": \"relation\", \"type\": %s, \"from\": %s, \"to\": %s, \"detail\": %s, \"confidence\": "
      "%.2f, \"why\": %s}\n",
      json_string(to_string(relation.type)).c_str(), statement_id(later).c_str(),
      statement_id(earlier).c_str(), detail.c_str(), static_cast<double>(relation.confidence),
      json_string(relation.why).c_str());
}

int link(const char* path) {
  auto pipeline = Pipeline::load();
  auto model = load_relations(default_model_directory() / "relations.model");
  std::ifstream in(path);
  if (!pipeline || !model || !in) return 1;
  JsonLinesReader reader(in, path);
  Scratch scratch;
  std::vector<Document> docs;
  std::vector<ArticleClaims> articles;
  std::size_t statements = 0;
  while (auto line = reader.next()) {
    if (line->error || !pipeline->annotate(line->document, scratch)) continue;
    const Document& doc = docs.emplace_back(std::move(line->document));
    std::vector<PlacedStatement> placed;
    std::uint32_t number = 0;
    for (const Statement& statement : read_statements(doc)) {
      // Through bytes, as a ledger would have it.
      auto kept = decode_statement(encode_statement(statement));
      if (!kept || *kept != statement) {
        std::fprintf(stderr, "%s a%u: not the same after encoding\n", doc.metadata.id.c_str(), number + 1);
        return 1;
      }
      placed.push_back(
          {std::move(*kept), doc.metadata.id, doc.metadata.publisher, doc.metadata.published, number++});
    }
    statements += placed.size();
    if (!placed.empty()) articles.push_back(weigh_article(*model, std::move(placed)));
  }
  for (const Document& doc : docs)
    std::printf("{\"record\": \"document\", %s\n", to_json(doc).substr(1).c_str());
  print_entities(docs);
  std::size_t pairs = 0;
  const std::clock_t start = std::clock();
  for (const ArticleClaims& later : articles) {
    for (const ArticleClaims& earlier : articles) {
      if (&later != &earlier && !is_earlier_article(earlier, later)) continue;
      pairs += later.statements.size() * earlier.statements.size();
      for (const LinkedPair& link : relate(*model, later, earlier)) {
        print_relation(later.statements[link.later], earlier.statements[link.earlier], link.relation);
      }
    }
  }
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::fprintf(stderr, "%zu statements, %zu pairs, %.2f microseconds a pair\n", statements, pairs,
               pairs == 0 ? 0.0 : seconds * 1e6 / static_cast<double>(pairs));
  return 0;
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: hearsay_link ARTICLES.jsonl > export.jsonl\n");
    return 2;
  }
  return hearsay::link(argv[1]);
}
