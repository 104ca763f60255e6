#include "answers/export.h"

#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"

namespace hearsay {

int run_export(const Arguments& arguments) {
  const LedgerArguments& asked = arguments.ledger;
  const ExportFormat format =
      asked.export_format.value_or(asked.table ? ExportFormat::csv : ExportFormat::json);
  if (asked.table && format != ExportFormat::csv) {
    report_failure("export: --table: expected --format csv, found another format");
    return kExitUsage;
  }
  Result<Ledger> ledger = Ledger::open(arguments.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  Result<Lines> lines = Lines::open(arguments);
  if (!lines) return report_failure(lines.error().message);
  const Result<bool> whole = export_ledger(
      *ledger, format, asked.table.value_or(ExportTable::statements),
      [&](const std::string& text) { return lines->write(text); }, report_failure);
  if (!whole) return report_failure(whole.error().message);
  const int status = lines->finish();
  return *whole ? status : kExitFailed;
}

}  // namespace hearsay
