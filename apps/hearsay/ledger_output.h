// How the commands that look into a ledger print what they find.
#ifndef HEARSAY_APPS_HEARSAY_LEDGER_OUTPUT_H_
#define HEARSAY_APPS_HEARSAY_LEDGER_OUTPUT_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "arguments.h"
#include "format/ledger_records.h"
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

// The entities of what is shown.
class EntityIndex {
 public:
  // All entities of a ledger. Linear in its size.
  static Result<EntityIndex> read(Ledger& ledger);

  // Those that are the sources of these statements, and of the story's threads.
  static Result<EntityIndex> of(Ledger& ledger, const std::vector<LedgerStatement>& statements);
  static Result<EntityIndex> of(Ledger& ledger, const LedgerStory& story);

  // nullptr where the statement's source has none.
  const EntityName* source_of(const LedgerStatement& statement) const;

  // The only one that is called so; nullptr where there is none, or several.
  const EntityName* find(std::string_view name) const;

  // Of read(); else none.
  const std::vector<LedgerEntity>& all() const { return entities_; }

 private:
  std::vector<LedgerEntity> entities_;
  std::map<std::pair<std::string, std::uint32_t>, EntityName> by_use_;
  std::map<std::string, EntityName, std::less<>> by_name_;
};

// A view into its argument.
EntityRecord entity_record(const LedgerEntity& entity);

// Views into both arguments.
StatementRecord record_of(const LedgerStatement& statement, const EntityIndex& entities);

StatementPlace place_of(const LedgerStatement& statement);

// A view into its arguments.
RelationRecord record_of(const LinkedPair& link, const LedgerStory& story);

// "T" and 16 hexadecimal digits: the number of its first statement, the same as long as
// that is.
std::string thread_id(const Thread& thread, const LedgerStory& story);

// Views into the arguments.
ThreadRecord thread_record(const Thread& thread, const LedgerStory& story, const EntityIndex& entities,
                           std::string_view id);

// The format asked for, or text on a terminal and JSON elsewhere.
LedgerFormat choose_format(const LedgerArguments& arguments, const OutputFile& output);
TextOptions text_options(const Arguments& arguments, const OutputFile& output);

// Prints statements in the format asked for.
void print_statements(const std::vector<LedgerStatement>& statements, const EntityIndex& entities,
                      const Arguments& arguments, Lines& lines);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_LEDGER_OUTPUT_H_
