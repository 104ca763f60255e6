#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"

namespace hearsay {

int run_check(const Arguments& arguments) {
  Result<Ledger> ledger = Ledger::open(arguments.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  const auto broken = ledger->check();
  if (!broken) return report_failure(broken.error().message);
  for (const std::string& line : *broken) report_failure(arguments.ledger.path + ": " + line);
  if (!broken->empty()) return kExitFailed;
  Result<Lines> lines = Lines::open(arguments);
  if (!lines) return report_failure(lines.error().message);
  lines->write(arguments.ledger.path + ": all is well\n");
  return lines->finish();
}

int run_stats(const Arguments& arguments) {
  Result<Ledger> ledger = Ledger::open(arguments.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  const Result<LedgerCounts> counts = ledger->count();
  if (!counts) return report_failure(counts.error().message);
  Result<Lines> lines = Lines::open(arguments);
  if (!lines) return report_failure(lines.error().message);
  const auto line = [&](std::int64_t number, const char* what) {
    std::string digits = std::to_string(number);
    digits.insert(0, std::max<std::size_t>(digits.size(), 10) - digits.size(), ' ');
    lines->write(digits + "  " + what + "\n");
  };
  line(counts->articles, "articles");
  line(counts->versions, "versions of them");
  line(counts->statements, "statements");
  line(counts->entities, "people, organisations, places and other names");
  return lines->finish();
}

}  // namespace hearsay
