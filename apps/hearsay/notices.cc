#include "answers/notices.h"

#include "ledger_output.h"

namespace hearsay {

Result<bool> print_notices(Ledger& ledger, const StatementQuery& query, const Arguments& arguments,
                           bool is_first, Lines& lines) {
  const Result<NoticePage> page = find_notices(ledger, query);
  if (!page) return page.error();
  const LedgerFormat format = choose_format(arguments.ledger, lines.output());
  const TextOptions options = text_options(arguments, lines.output());
  for (const NoticeRecord& notice : page->notices) {
    if (format == LedgerFormat::json) lines.write(to_records(notice));
    if (format == LedgerFormat::text) lines.write((is_first ? "" : "\n") + to_text(notice, options));
    is_first = false;
    if (format != LedgerFormat::csv) continue;
    for (const std::vector<std::string>& row : notice_rows(notice)) lines.write(csv_row(row));
  }
  return !page->notices.empty();
}

}  // namespace hearsay
