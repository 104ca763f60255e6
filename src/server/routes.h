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
  const ServerRequest& request;
  const Parameters& query;
  std::string id;  // what stands in the place of {id}; else ""
};

// Each answers with `problem()` where something fails. Those that take a ledger have it open.
struct Routes {
  static ServerResponse read(const Call& call);
  static ServerResponse add(const Call& call);
  static ServerResponse articles(const Call& call, Ledger& ledger);
  static ServerResponse article(const Call& call, Ledger& ledger);
  static ServerResponse threads(const Call& call, Ledger& ledger);
  static ServerResponse thread(const Call& call, Ledger& ledger);
  static ServerResponse disputes(const Call& call, Ledger& ledger);
  static ServerResponse changes(const Call& call, Ledger& ledger);
  static ServerResponse notices(const Call& call, Ledger& ledger);
  static ServerResponse timeline(const Call& call, Ledger& ledger);
  static ServerResponse search(const Call& call, Ledger& ledger);
  static ServerResponse entities(const Call& call, Ledger& ledger);
  static ServerResponse entity(const Call& call, Ledger& ledger);
  static ServerResponse entity_statements(const Call& call, Ledger& ledger);
  static ServerResponse entity_about(const Call& call, Ledger& ledger);
  static ServerResponse statement(const Call& call, Ledger& ledger);
  static ServerResponse stats(const Call& call, Ledger& ledger);
  static ServerResponse corrections(const Call& call, Ledger& ledger);
  static ServerResponse correct(const Call& call);
  static ServerResponse undo(const Call& call);
  static ServerResponse export_all(const Call& call);
  static ServerResponse events(const Call& call);
  static ServerResponse metrics(const Call& call);
  static ServerResponse health(const Call& call);
  static ServerResponse openapi(const Call& call);
};

// 503: others are writing, and have been for seconds.
ServerResponse busy_writing(const Call& call);

// 503: the ledger cannot be read, which is no fault of the client's.
ServerResponse ledger_problem(const Error& error);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_ROUTES_H_
