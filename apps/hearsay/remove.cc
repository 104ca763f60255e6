#include "ledger/ledger.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"

namespace hearsay {
namespace {

// How many were removed; a failure is reported.
Result<int> remove_all(Ledger& ledger, const LedgerArguments& arguments, int& unknown) {
  int removed = 0;
  for (const std::string& id : arguments.words) {
    const Result<bool> done = ledger.remove(id);
    if (!done) return done.error();
    if (*done) {
      ++removed;
    } else {
      report_failure(arguments.path + ": expected the id of an article, found '" + id + "'");
      ++unknown;
    }
  }
  const Result<Success> kept = ledger.commit();
  if (!kept) return kept.error();
  return removed;
}

}  // namespace

int run_remove(const Arguments& all) {
  const LedgerArguments& arguments = all.ledger;
  if (arguments.words.empty()) {
    report_failure("remove: expected the id of an article after the ledger");
    return kExitUsage;
  }
  // A ledger that does not exist is not made.
  if (const Result<Ledger> there = Ledger::open(arguments.path); !there) {
    return report_failure(there.error().message);
  }
  Result<Ledger> ledger = Ledger::open_for_adding(arguments.path);
  if (!ledger) return report_failure(ledger.error().message);
  int unknown = 0;
  const Result<int> removed = remove_all(*ledger, arguments, unknown);
  if (!removed) return report_failure(removed.error().message);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  lines->write(std::to_string(*removed) + (*removed == 1 ? " article removed\n" : " articles removed\n"));
  const int status = lines->finish();
  return unknown == 0 ? status : kExitFailed;
}

}  // namespace hearsay
