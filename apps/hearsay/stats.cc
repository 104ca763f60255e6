#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answers/counts.h"
#include "format/json_object.h"
#include "format/printable.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"

namespace hearsay {
namespace {

std::string to_text(const LedgerCounts& counts) {
  std::string out;
  for (const Counted& count : all_counts(counts)) {
    std::string digits = std::to_string(count.number);
    digits.insert(0, std::max<std::size_t>(digits.size(), 10) - digits.size(), ' ');
    out.append(digits).append("  ").append(count.words).append("\n");
  }
  if (!counts.first.empty()) {
    out += "from " + printable(counts.first.substr(0, 10)) + " to " + printable(counts.last.substr(0, 10)) +
           "\n";
  }
  return out;
}

std::string to_csv(const LedgerCounts& counts) {
  std::vector<std::string> names, values;
  for (const Counted& count : all_counts(counts)) {
    names.emplace_back(count.name);
    values.push_back(std::to_string(count.number));
  }
  names.insert(names.end(), {"first", "last"});
  values.insert(values.end(), {counts.first, counts.last});
  return csv_row(names) + csv_row(values);
}

// What the file's check says, for programs; for people the problems stand on standard error.
std::string check_output(const std::vector<std::string>& problems, LedgerFormat format,
                         const std::string& ledger) {
  if (format == LedgerFormat::text) return problems.empty() ? ledger + ": all is well\n" : "";
  if (format == LedgerFormat::csv) {
    std::string out = csv_row({"problem"});
    for (const std::string& problem : problems) out += csv_row({problem});
    return out;
  }
  JsonObject record;
  record.text("record", "check").json("sound", problems.empty() ? "true" : "false");
  return record.texts("problems", {problems.begin(), problems.end()}).take() + "\n";
}

}  // namespace

int run_check(const Arguments& all) {
  const std::string& path = all.ledger.path;
  Result<Ledger> ledger = Ledger::open(path);
  if (!ledger) return report_failure(ledger.error().message);
  const auto broken = ledger->check();
  if (!broken) return report_failure(broken.error().message);
  for (const std::string& line : *broken) report_failure(path + ": " + line);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  lines->write(check_output(*broken, choose_format(all.ledger, lines->output()), path));
  const int status = lines->finish();
  return broken->empty() ? status : kExitFailed;
}

int run_stats(const Arguments& all) {
  Result<Ledger> ledger = Ledger::open(all.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  const Result<LedgerCounts> counts = ledger->count();
  if (!counts) return report_failure(counts.error().message);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  const LedgerFormat format = choose_format(all.ledger, lines->output());
  lines->write(format == LedgerFormat::text  ? to_text(*counts)
               : format == LedgerFormat::csv ? to_csv(*counts)
                                             : to_record(*counts) + "\n");
  return lines->finish();
}

}  // namespace hearsay
