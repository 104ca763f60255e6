// The functions that answer, one a route.
#ifndef HEARSAY_SRC_SERVER_ROUTES_H_
#define HEARSAY_SRC_SERVER_ROUTES_H_

#include <memory>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "server/parameters.h"
#include "server/service.h"

namespace hearsay {

// A request that fits a route.
struct Call {
  Service& service;
  Worker& worker;
  const HttpRequest& request;
  const Parameters& query;
  std::string id;  // what stands in the place of {id}; else ""
};

// Each answers with `problem()` where something fails. Those that take a ledger have it open.
struct Routes {
  static HttpResponse read(const Call& call);
  static HttpResponse add(const Call& call);
  static HttpResponse articles(const Call& call, Ledger& ledger);
  static HttpResponse article(const Call& call, Ledger& ledger);
  static HttpResponse threads(const Call& call, Ledger& ledger);
  static HttpResponse thread(const Call& call, Ledger& ledger);
  static HttpResponse disputes(const Call& call, Ledger& ledger);
  static HttpResponse changes(const Call& call, Ledger& ledger);
  static HttpResponse timeline(const Call& call, Ledger& ledger);
  static HttpResponse search(const Call& call, Ledger& ledger);
  static HttpResponse entities(const Call& call, Ledger& ledger);
  static HttpResponse entity(const Call& call, Ledger& ledger);
  static HttpResponse statement(const Call& call, Ledger& ledger);
  static HttpResponse stats(const Call& call, Ledger& ledger);
  static HttpResponse corrections(const Call& call, Ledger& ledger);
  static HttpResponse correct(const Call& call);
  static HttpResponse undo(const Call& call);
  static HttpResponse export_all(const Call& call);
  static HttpResponse events(const Call& call);
  static HttpResponse metrics(const Call& call);
  static HttpResponse health(const Call& call);
  static HttpResponse openapi(const Call& call);
};

// An error of the ledger while it answers: its own fault, not the client's.
HttpResponse ledger_problem(const Error& error);

// {"items": [...], "next": "..." or null}.
HttpResponse list_response(const std::vector<std::string>& items, const std::string& next);

HttpResponse json_response(std::string json);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_ROUTES_H_
