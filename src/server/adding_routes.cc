#include "format/content_id.h"
#include "hearsay/format.h"
#include "server/added_articles.h"
#include "server/problem.h"
#include "server/routes.h"

namespace hearsay {
namespace {

void prepare(const Call& call, const Pipeline& pipeline, const Ledger& writer, Arrival& arrival) {
  if (arrival.article.error) return;
  settle_id(arrival.article.doc);
  const Result<Success> done = pipeline.annotate(arrival.article.doc, call.worker.scratch);
  if (!done) {
    arrival.article.error = done.error();
    return;
  }
  Result<PreparedArticle> prepared =
      prepare_article(writer.relations(), arrival.article.doc, to_json(arrival.article.doc));
  if (prepared) {
    arrival.prepared = *std::move(prepared);
  } else {
    arrival.article.error = prepared.error();
  }
}

Result<Success> write(std::vector<Arrival>& arrivals, Ledger& writer) {
  for (Arrival& arrival : arrivals) {
    if (arrival.article.error) continue;
    const Result<Added> added = writer.add(arrival.article.doc, arrival.prepared);
    if (!added) return added.error();
    arrival.outcome = *added;
  }
  return writer.commit();
}

}  // namespace

ServerResponse busy_writing(const Call& call) {
  return try_again(call.service.ledger() + ": others have been writing for seconds");
}

ServerResponse Routes::add(const Call& call) {
  if (const auto refused = refuse_type(call.request, true)) return *refused;
  std::vector<Arrival> arrivals;
  for (BodyArticle& article : body_articles(call.request, call.query))
    arrivals.push_back({std::move(article), {}});
  if (arrivals.empty()) return problem(400, "body: expected an article, found nothing");
  if (arrivals.size() == 1 && arrivals[0].article.line == 0 && arrivals[0].article.error)
    return problem(*arrivals[0].article.error);
  Service& service = call.service;
  std::shared_ptr<Ledger> writer;
  {
    const auto lock = service.lock_writer();
    if (!lock) return busy_writing(call);
    Result<std::shared_ptr<Ledger>> opened = service.writer_.get();
    if (!opened) return try_again(opened.error().message);
    writer = *std::move(opened);
  }
  for (Arrival& arrival : arrivals) prepare(call, service.pipeline_, *writer, arrival);
  {
    const auto lock = service.lock_writer();
    if (!lock) return busy_writing(call);
    const Result<std::shared_ptr<Ledger>> same = service.writer_.get();
    if (!same) return try_again(same.error().message);
    if (*same != writer) return try_again(service.ledger_ + ": another ledger took its place");
    const Result<Success> done = write(arrivals, *writer);
    if (!done) {
      service.writer_.drop();
      return try_again(done.error().message);
    }
    std::vector<LedgerEvent> events;
    for (const Arrival& arrival : arrivals) {
      if (arrival.article.error || arrival.outcome == Added::known_already) continue;
      ++service.articles_;
      tell(arrival, *writer, events);
    }
    if (!events.empty()) service.publish_(std::move(events));
  }
  if (arrivals.size() == 1 && arrivals[0].article.line == 0 && arrivals[0].article.error)
    return problem(*arrivals[0].article.error);
  return outcomes(arrivals);
}

}  // namespace hearsay
