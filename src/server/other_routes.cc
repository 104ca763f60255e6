#include "answers/counts.h"
#include "answers/export.h"
#include "answers/records.h"
#include "server/items.h"
#include "server/problem.h"
#include "server/routes.h"

namespace hearsay {
namespace {

constexpr std::string_view kFormats[] = {"json", "csv", "jsonld", "ftm", "webanno"};
constexpr std::string_view kTypes[] = {"application/x-ndjson", "text/csv; charset=utf-8",
                                       "application/ld+json", "application/x-ndjson", "application/x-ndjson"};
constexpr std::string_view kTables[] = {"statements", "relations", "threads", "entities", "articles"};

// The place of the value; the first one for "", nothing for what is none of them.
template <std::size_t kCount>
std::optional<std::size_t> place_of(const std::string_view (&choices)[kCount], std::string_view value) {
  if (value.empty()) return 0;
  for (std::size_t i = 0; i < kCount; ++i) {
    if (choices[i] == value) return i;
  }
  return std::nullopt;
}

void count_line(std::string_view name, std::string_view what, std::uint64_t value, std::string& out) {
  out.append("# HELP ").append(name).append(" ").append(what).append("\n# TYPE ").append(name);
  out.append(" counter\n").append(name).append(" ").append(std::to_string(value)).append("\n");
}

}  // namespace

ServerResponse Routes::stats(const Call& call, Ledger& ledger) {
  // Counting goes through everything, so once for each state of the ledger.
  Service::Kept& kept = call.service.stats_;
  const std::string tag = call.service.entity_tag();
  const std::scoped_lock lock(kept.mutex);
  if (!tag.empty() && kept.tag == tag) return json_response(kept.answer);
  const Result<LedgerCounts> counts = ledger.count();
  if (!counts) return ledger_problem(counts.error());
  kept.tag = tag;
  kept.answer = to_record(*counts);
  return json_response(kept.answer);
}

ServerResponse Routes::export_all(const Call& call) {
  const auto format = place_of(kFormats, call.query.get("format"));
  if (!format) return problem(400, "format: expected json, csv, jsonld, ftm or webanno");
  const auto table = place_of(kTables, call.query.get("table"));
  if (!table) return problem(400, "table: expected statements, relations, threads, entities or articles");
  // Its own, for it is read on another thread.
  auto reader = std::make_shared<OpenLedger>(call.service.ledger_, OpenLedger::Purpose::reading);
  const auto ledger = reader->get();
  if (!ledger) return try_again(ledger.error().message);
  ServerResponse response{.content_type = std::string(kTypes[*format])};
  response.stream = [reader, ledger = *ledger, format = *format, table = *table](const SendPiece& send) {
    const Result<bool> whole =
        export_ledger(*ledger, static_cast<ExportFormat>(format), static_cast<ExportTable>(table), send,
                      [](const std::string&) {});
    return whole.has_value() && *whole;
  };
  return response;
}

ServerResponse Routes::events(const Call& call) {
  ServerResponse response{.content_type = "text/event-stream"};
  response.events = true;
  response.last_event = call.request.header("last-event-id");
  return response;
}

ServerResponse Routes::metrics(const Call& call) {
  const Service& s = call.service;
  ServerResponse response{.content_type = "text/plain; version=0.0.4; charset=utf-8"};
  count_line("hearsay_requests_total", "Requests answered.", s.requests_, response.body);
  count_line("hearsay_client_errors_total", "Answers of status 400 to 499.", s.refused_, response.body);
  count_line("hearsay_server_errors_total", "Answers of status 500 and above.", s.failed_, response.body);
  count_line("hearsay_articles_added_total", "Articles and versions added.", s.articles_, response.body);
  return response;
}

ServerResponse Routes::health(const Call& call) {
  const auto ledger = call.worker.reader.get();
  if (!ledger) return try_again(ledger.error().message);
  return json_response("{\"status\": \"ok\"}");
}

ServerResponse Routes::openapi(const Call&) { return json_response(std::string(kOpenApi)); }

}  // namespace hearsay
