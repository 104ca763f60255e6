#include <limits>

#include "answers/records.h"
#include "format/json_request.h"
#include "server/article_body.h"
#include "server/items.h"
#include "server/problem.h"
#include "server/routes.h"

namespace hearsay {

ServerResponse Routes::corrections(const Call& call, Ledger& ledger) {
  const Result<int> limit = call.query.limit();
  if (!limit) return problem(limit.error());
  const auto from = call.query.place("corrections");
  if (!from) return problem(from.error());
  const std::int64_t below = *from ? (**from)[0] : std::numeric_limits<std::int64_t>::max();
  auto newest = ledger.newest_corrections(below, *limit + 1);
  if (!newest) return ledger_problem(newest.error());
  const bool more = newest->size() > static_cast<std::size_t>(*limit);
  if (more) newest->pop_back();
  Items items;
  for (const Correction& c : *newest) items.push_back(to_record(record_of(c)));
  return list_response(items, more ? call.query.cursor("corrections", {newest->back().number}) : "");
}

ServerResponse Routes::correct(const Call& call) {
  if (media_type(call.request) != "application/json")
    return problem(415, "Content-Type: expected application/json");
  const Result<JsonCorrection> asked = parse_json_correction(call.request.body);
  if (!asked) return problem({asked.error().code, "body: " + asked.error().message});
  CorrectionRequest wanted{.first = asked->first, .second = asked->second, .articles = asked->articles};
  if (asked->kind == "split") wanted.kind = CorrectionKind::split;
  if (asked->kind == "side") wanted.kind = CorrectionKind::side;
  if (asked->kind == "unrelated") wanted.kind = CorrectionKind::unrelated;
  if (asked->kind == "related") wanted.kind = CorrectionKind::related;
  wanted.relation = relation_type(asked->type);
  const auto lock = call.service.lock_writer();
  if (!lock) return busy_writing(call);
  const auto writer = call.service.writer_.get();
  if (!writer) return try_again(writer.error().message);
  const Result<Correction> made = (*writer)->correct(wanted);
  if (!made && made.error().code == ErrorCode::io) {
    call.service.writer_.drop();
    return try_again(made.error().message);
  }
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
  const auto lock = call.service.lock_writer();
  if (!lock) return busy_writing(call);
  const auto writer = call.service.writer_.get();
  if (!writer) return try_again(writer.error().message);
  const Result<bool> undone = (*writer)->undo_correction(number);
  if (!undone) {
    call.service.writer_.drop();
    return try_again(undone.error().message);
  }
  if (!*undone) return problem(404, "found no correction '" + call.id + "'");
  call.service.publish_({{"changed", "{}"}});
  return {.status = 204, .content_type = ""};
}

}  // namespace hearsay
