// How the commands that look into a ledger print what they find.
#ifndef HEARSAY_APPS_HEARSAY_LEDGER_OUTPUT_H_
#define HEARSAY_APPS_HEARSAY_LEDGER_OUTPUT_H_

#include <string>
#include <utility>
#include <vector>

#include "answers/entity_index.h"
#include "answers/records.h"
#include "arguments.h"
#include "ledger/ledger.h"
#include "output_file.h"

namespace hearsay {

// An output that is written to until something fails or its reader goes away.
class Lines {
 public:
  // The output asked for. Fails with io, also if it is the ledger itself.
  static Result<Lines> open(const Arguments& arguments);

  // False when nothing more is wanted.
  bool write(const std::string& text);

  const OutputFile& output() const { return output_; }

  // Closes the output, reports what failed, and returns the exit status.
  int finish();

 private:
  explicit Lines(OutputFile output) : output_(std::move(output)) {}
  OutputFile output_;
  std::string failure_;
};

// The format asked for, or text on a terminal and JSON elsewhere.
LedgerFormat choose_format(const LedgerArguments& arguments, const OutputFile& output);
TextOptions text_options(const Arguments& arguments, const OutputFile& output);

// Prints statements in the format asked for.
void print_statements(const std::vector<LedgerStatement>& statements, const EntityIndex& entities,
                      const Arguments& arguments, Lines& lines);

// Likewise articles that their publishers took back or corrected (answers/notices.h). True if there are any;
// `is_first`: nothing was printed before. Fails as find_notices().
Result<bool> print_notices(Ledger& ledger, const StatementQuery& query, const Arguments& arguments,
                           bool is_first, Lines& lines);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_LEDGER_OUTPUT_H_
