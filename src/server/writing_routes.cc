#include <sstream>

#include "answers/entity_index.h"
#include "answers/records.h"
#include "document/drop_unsure.h"
#include "format/content_id.h"
#include "format/json_lines.h"
#include "format/json_object.h"
#include "format/json_request.h"
#include "hearsay/format.h"
#include "ingest/json_lines.h"
#include "ingest/plain_text.h"
#include "ledger/prepared_article.h"
#include "pages/page.h"
#include "server/problem.h"
#include "server/routes.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostToldStatements = 1000;  // of one article

std::string_view media_type(const ServerRequest& request) {
  const std::string_view type = request.header("content-type");
  return type.substr(0, type.find_first_of("; "));
}

bool is_lines(std::string_view type) {
  return type == "application/x-ndjson" || type == "application/jsonl" || type == "application/json-lines";
}

// What is given beside the text goes before what a page says itself.
void keep_given(const Metadata& given, Metadata& metadata) {
  for (const auto field : {&Metadata::id, &Metadata::url, &Metadata::title, &Metadata::publisher,
                           &Metadata::byline, &Metadata::published, &Metadata::language}) {
    if (!(given.*field).empty()) metadata.*field = given.*field;
  }
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

// The article in the body, which is not of JSON Lines.
Result<Document> body_document(const Call& call) {
  const ServerRequest& request = call.request;
  const std::string_view type = media_type(request);
  const Metadata given = given_in(call.query);
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

std::optional<ServerResponse> refuse_type(const ServerRequest& request, bool lines_too) {
  const std::string_view type = media_type(request);
  if (type == "application/json" || type == "text/plain" || type == "text/html" ||
      type == "application/xhtml+xml" || (lines_too && is_lines(type)))
    return std::nullopt;
  return problem(415, "Content-Type: expected application/json, text/plain or text/html" +
                          std::string(lines_too ? " or application/x-ndjson" : "") + ", found '" +
                          std::string(type) + "'");
}

// An article on its way into the ledger.
struct Arrival {
  Document doc;
  PreparedArticle prepared;
  std::optional<Error> error;
  std::uint64_t line = 0;  // of JSON Lines
  Added outcome = Added::known_already;
};

void prepare(const Call& call, const Pipeline& pipeline, const Ledger& writer, Arrival& arrival) {
  if (arrival.error) return;
  settle_id(arrival.doc);
  const Result<Success> done = pipeline.annotate(arrival.doc, call.worker.scratch);
  if (!done) {
    arrival.error = done.error();
    return;
  }
  Result<PreparedArticle> prepared = prepare_article(writer.relations(), arrival.doc, to_json(arrival.doc));
  if (prepared) {
    arrival.prepared = *std::move(prepared);
  } else {
    arrival.error = prepared.error();
  }
}

std::vector<Arrival> read_arrivals(const Call& call) {
  std::vector<Arrival> arrivals;
  if (!is_lines(media_type(call.request))) {
    Result<Document> doc = body_document(call);
    Arrival& arrival = arrivals.emplace_back();
    if (doc) arrival.doc = *std::move(doc);
    if (!doc) arrival.error = doc.error();
    return arrivals;
  }
  std::istringstream in(call.request.body);
  JsonLinesReader reader(in, "body");
  while (std::optional<JsonLine> line = reader.next()) {
    Arrival& arrival = arrivals.emplace_back();
    arrival.doc = std::move(line->document);
    arrival.error = line->error;
    arrival.line = line->number;
    if (line->html.empty()) continue;
    Result<Document> page = page_document(line->html, arrival.doc.metadata, "text/html; charset=utf-8");
    if (page) arrival.doc = *std::move(page);
    if (!page) arrival.error = page.error();
  }
  return arrivals;
}

std::string_view name_of(Added outcome) {
  switch (outcome) {
    case Added::new_article:
      return "added";
    case Added::new_version:
      return "new_version";
    default:
      return "known";
  }
}

std::string outcome_item(const Arrival& arrival) {
  JsonObject item;
  item.text("id", arrival.doc.metadata.id);
  if (arrival.line > 0) item.number("line", static_cast<std::uint32_t>(arrival.line));
  if (!arrival.error) return item.text("outcome", name_of(arrival.outcome)).take();
  return item.text("outcome", "failed").text("error", arrival.error->message).take();
}

ServerResponse outcomes(const std::vector<Arrival>& arrivals) {
  std::uint32_t added = 0, changed = 0, known = 0, failed = 0;
  std::vector<std::string> items;
  for (const Arrival& arrival : arrivals) {
    items.push_back(outcome_item(arrival));
    failed += arrival.error.has_value();
    if (arrival.error) continue;
    added += arrival.outcome == Added::new_article;
    changed += arrival.outcome == Added::new_version;
    known += arrival.outcome == Added::known_already;
  }
  std::string list;
  for (const std::string& item : items) list += (list.empty() ? "" : ", ") + item;
  ServerResponse response = json_response(JsonObject()
                                              .number("added", added)
                                              .number("new_versions", changed)
                                              .number("known", known)
                                              .number("failed", failed)
                                              .json("articles", "[" + list + "]")
                                              .take());
  response.status = added + changed > 0 ? 201 : 200;
  return response;
}

Result<Success> write(std::vector<Arrival>& arrivals, Ledger& writer) {
  for (Arrival& arrival : arrivals) {
    if (arrival.error) continue;
    const Result<Added> added = writer.add(arrival.doc, arrival.prepared);
    if (!added) return added.error();
    arrival.outcome = *added;
  }
  return writer.commit();
}

// What is told of an article that was added.
void tell(const Arrival& arrival, Ledger& ledger, std::vector<LedgerEvent>& events) {
  const Metadata& m = arrival.doc.metadata;
  events.push_back({"article", JsonObject()
                                   .text("id", m.id)
                                   .text("title", m.title)
                                   .text("publisher", m.publisher)
                                   .text("published", m.published)
                                   .text("outcome", name_of(arrival.outcome))
                                   .take()});
  std::vector<std::int64_t> numbers;
  for (std::uint32_t i = 0; i < kMostToldStatements; ++i) {
    const auto number = ledger.find_statement(m.id, i);
    if (!number || !*number) break;
    numbers.push_back(**number);
  }
  const auto statements = ledger.statements(numbers);
  if (!statements) return;
  const auto entities = EntityIndex::of(ledger, *statements);
  if (!entities) return;
  for (const LedgerStatement& s : *statements)
    events.push_back({"statement", to_record(record_of(s, *entities))});
}

}  // namespace

ServerResponse Routes::read(const Call& call) {
  if (const auto refused = refuse_type(call.request, false)) return *refused;
  const Result<float> sure = call.query.confidence(0);
  if (!sure) return problem(sure.error());
  Result<Document> doc = body_document(call);
  if (!doc) return problem(doc.error());
  const Result<Success> done = call.service.pipeline_.annotate(*doc, call.worker.scratch);
  if (!done) return problem(done.error());
  if (*sure > 0) drop_unsure(*sure, *doc);
  return json_response(to_json(*doc));
}

ServerResponse Routes::add(const Call& call) {
  if (const auto refused = refuse_type(call.request, true)) return *refused;
  std::vector<Arrival> arrivals = read_arrivals(call);
  if (arrivals.empty()) return problem(400, "body: expected an article, found nothing");
  if (arrivals.size() == 1 && arrivals[0].line == 0 && arrivals[0].error) return problem(*arrivals[0].error);
  Service& service = call.service;
  std::shared_ptr<Ledger> writer;
  {
    const std::scoped_lock lock(service.writing_);
    Result<std::shared_ptr<Ledger>> opened = service.writer_.get();
    if (!opened) return try_again(opened.error().message);
    writer = *std::move(opened);
  }
  for (Arrival& arrival : arrivals) prepare(call, service.pipeline_, *writer, arrival);
  {
    const std::scoped_lock lock(service.writing_);
    const Result<std::shared_ptr<Ledger>> same = service.writer_.get();
    if (!same) return try_again(same.error().message);
    if (*same != writer) return try_again(service.ledger_ + ": another ledger took its place");
    const Result<Success> done = write(arrivals, *writer);
    if (!done) return try_again(done.error().message);
    std::vector<LedgerEvent> events;
    for (const Arrival& arrival : arrivals) {
      if (arrival.error || arrival.outcome == Added::known_already) continue;
      ++service.articles_;
      tell(arrival, *writer, events);
    }
    if (!events.empty()) service.publish_(std::move(events));
  }
  if (arrivals.size() == 1 && arrivals[0].line == 0 && arrivals[0].error) return problem(*arrivals[0].error);
  return outcomes(arrivals);
}

ServerResponse Routes::correct(const Call& call) {
  if (media_type(call.request) != "application/json")
    return problem(415, "Content-Type: expected application/json");
  const Result<JsonCorrection> asked = parse_json_correction(call.request.body);
  if (!asked) return problem({asked.error().code, "body: " + asked.error().message});
  CorrectionRequest wanted{.first = asked->first, .second = asked->second, .articles = asked->articles};
  if (asked->kind == "split") wanted.kind = CorrectionKind::split;
  if (asked->kind == "side") wanted.kind = CorrectionKind::side;
  const std::scoped_lock lock(call.service.writing_);
  const auto writer = call.service.writer_.get();
  if (!writer) return try_again(writer.error().message);
  const Result<Correction> made = (*writer)->correct(wanted);
  if (!made && made.error().code == ErrorCode::io) return try_again(made.error().message);
  if (!made) return problem(made.error());
  call.service.publish_({{"changed", "{}"}});
  ServerResponse response = json_response(to_record(record_of(*made)));
  response.status = 201;
  return response;
}

ServerResponse Routes::undo(const Call& call) {
  std::int64_t number = 0;
  for (const char c : call.id) {
    if (c < '0' || c > '9' || number > 1'000'000'000)
      return problem(404, "found no correction '" + call.id + "'");
    number = number * 10 + (c - '0');
  }
  const std::scoped_lock lock(call.service.writing_);
  const auto writer = call.service.writer_.get();
  if (!writer) return try_again(writer.error().message);
  const Result<bool> undone = (*writer)->undo_correction(number);
  if (!undone) return try_again(undone.error().message);
  if (!*undone) return problem(404, "found no correction '" + call.id + "'");
  call.service.publish_({{"changed", "{}"}});
  return {.status = 204, .content_type = ""};
}

}  // namespace hearsay
