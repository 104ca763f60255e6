#include "server/article_body.h"

#include <sstream>

#include "format/json_lines.h"
#include "ingest/json_lines.h"
#include "ingest/plain_text.h"
#include "pages/page.h"
#include "server/problem.h"

namespace hearsay {
namespace {

bool is_lines(std::string_view type) {
  return type == "application/x-ndjson" || type == "application/jsonl" || type == "application/json-lines";
}

// What is given beside the text goes before what a page says itself.
void keep_given(const Metadata& given, Metadata& metadata) {
  for (const auto field : {&Metadata::id, &Metadata::url, &Metadata::title, &Metadata::publisher,
                           &Metadata::byline, &Metadata::published, &Metadata::language}) {
    if (!(given.*field).empty()) metadata.*field = given.*field;
  }
  if (given.status != ArticleStatus::usable) metadata.status = given.status;
  if (given.version != 0) metadata.version = given.version;
}

Result<Document> page_document(std::string_view html, const Metadata& given, std::string_view type) {
  Result<Document> read = read_page(html, {.url = given.url, .content_type = std::string(type)});
  if (read) keep_given(given, read->metadata);
  return read;
}

Metadata given_in(const Parameters& query) {
  Metadata m;
  for (const auto& [name, field] :
       {std::pair("id", &Metadata::id), std::pair("url", &Metadata::url),
        std::pair("title", &Metadata::title), std::pair("publisher", &Metadata::publisher),
        std::pair("published", &Metadata::published)})
    m.*field = query.get(name);
  return m;
}

}  // namespace

std::string_view media_type(const ServerRequest& request) {
  const std::string_view type = request.header("content-type");
  return type.substr(0, type.find_first_of("; "));
}

std::optional<ServerResponse> refuse_type(const ServerRequest& request, bool lines_too) {
  const std::string_view type = media_type(request);
  if (type == "application/json" || type == "text/plain" || type == "text/html" ||
      type == "application/xhtml+xml" || (lines_too && is_lines(type)))
    return std::nullopt;
  return problem(415, "Content-Type: expected application/json, text/plain or text/html" +
                          std::string(lines_too ? " or application/x-ndjson" : "") + ", found '" +
                          std::string(type) + "'");
}

// The article in the body, which is not of JSON Lines.
Result<Document> body_document(const ServerRequest& request, const Parameters& query) {
  const std::string_view type = media_type(request);
  const Metadata given = given_in(query);
  if (type == "text/html" || type == "application/xhtml+xml")
    return page_document(request.body, given, request.header("content-type"));
  if (type == "text/plain") {
    std::istringstream in(request.body);
    Result<Document> read = read_plain_text(in, "body");
    if (read) keep_given(given, read->metadata);
    return read;
  }
  Document doc;
  std::string html;
  const Result<Success> parsed = parse_json_document(request.body, doc, &html);
  if (!parsed) return Error{parsed.error().code, "body: " + parsed.error().message};
  Metadata metadata = given;
  keep_given(doc.metadata, metadata);
  doc.metadata = metadata;
  if (!html.empty()) return page_document(html, metadata, "text/html; charset=utf-8");
  return doc;
}

std::vector<BodyArticle> body_articles(const ServerRequest& request, const Parameters& query) {
  std::vector<BodyArticle> articles;
  if (!is_lines(media_type(request))) {
    Result<Document> doc = body_document(request, query);
    BodyArticle& article = articles.emplace_back();
    if (doc) article.doc = *std::move(doc);
    if (!doc) article.error = doc.error();
    return articles;
  }
  std::istringstream in(request.body);
  JsonLinesReader reader(in, "body");
  while (std::optional<JsonLine> line = reader.next()) {
    BodyArticle& article = articles.emplace_back();
    article.doc = std::move(line->document);
    article.error = line->error;
    article.line = line->number;
    if (line->html.empty()) continue;
    Result<Document> page = page_document(line->html, article.doc.metadata, "text/html; charset=utf-8");
    if (page) article.doc = *std::move(page);
    if (!page) article.error = page.error();
  }
  return articles;
}

}  // namespace hearsay
