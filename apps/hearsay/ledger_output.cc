#include "ledger_output.h"

#include <algorithm>

#include "progress.h"
#include "reading.h"

namespace hearsay {

Result<Lines> Lines::open(const Arguments& arguments) {
  const std::string& path = arguments.read.output;
  if (!path.empty() && is_same_file(arguments.ledger.path, path)) {
    return Error{ErrorCode::io, path + ": expected another file than the ledger to write to"};
  }
  Result<OutputFile> output = OutputFile::open(path);
  if (!output) return output.error();
  return Lines(*std::move(output));
}

bool Lines::write(const std::string& text) {
  if (!failure_.empty()) return false;
  const Result<Success> written = output_.write(text);
  if (!written) failure_ = written.error().message;
  return written.has_value() && !output_.closed_pipe();
}

int Lines::finish() {
  if (!failure_.empty()) return report_failure(failure_);
  const Result<Success> closed = output_.close();
  return closed ? kExitDone : report_failure(closed.error().message);
}

LedgerFormat choose_format(const LedgerArguments& arguments, const OutputFile& output) {
  if (arguments.format != LedgerFormat::automatic) return arguments.format;
  return output.is_terminal() ? LedgerFormat::text : LedgerFormat::json;
}

TextOptions text_options(const Arguments& arguments, const OutputFile& output) {
  constexpr int kWidest = 100;  // longer lines tire the eye
  return {.color = wants_color(arguments.read.color, output.is_terminal()),
          .width = std::min(output.columns(), kWidest)};
}

void print_statements(const std::vector<LedgerStatement>& statements, const EntityIndex& entities,
                      const Arguments& arguments, Lines& lines) {
  const LedgerFormat format = choose_format(arguments.ledger, lines.output());
  const TextOptions options = text_options(arguments, lines.output());
  bool open = format != LedgerFormat::csv || lines.write(csv_row(csv_columns()));
  for (std::size_t i = 0; open && i < statements.size(); ++i) {
    const StatementRecord record = record_of(statements[i], entities);
    switch (format) {
      case LedgerFormat::csv:
        open = lines.write(csv_row(csv_fields(record)));
        break;
      case LedgerFormat::text:
        open = lines.write((i > 0 ? "\n" : "") + to_text(record, options));
        break;
      default:
        open = lines.write(to_record(record) + "\n");
    }
  }
}

}  // namespace hearsay
