#include "ledger_flags.h"

#include <utility>

#include "ledger_commands.h"
#include "question_flags.h"
#include "serve_flags.h"
#include "shared_flags.h"
#include "watch_flags.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

const std::vector<string_view> kExportFormats = {"json", "csv", "jsonld", "ftm", "webanno"};
const std::vector<string_view> kTables = {"statements", "relations", "threads", "entities", "articles"};

Command add_command(const Command& read) {
  return {
      .name = "add",
      .operands = "LEDGER [FILE...]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Put articles into a ledger",
      .paragraph =
          "Reads articles and keeps what they say in LEDGER, which is made if it does not exist. FILE may be "
          "a folder: all files in it are read. Without FILE, standard input is read.\n\n"
          "An article that the ledger has already is left alone, so the same command may be given again, "
          "also after it was interrupted: what it reported as added is safe. Ctrl-C (or SIGTERM) lets it "
          "finish "
          "what it is at and say how far it came, with exit status 130 (143); a second one ends it at once, "
          "and that costs at most the articles of the last fifth of a second. An article with a known id "
          "(or, "
          "without one, a known address) and a new text is kept as a new version.",
      .flags = {flag_of(read, "from"), flag_of(read, "published"), flag_of(read, "language"),
                flag_of(read, "threads"), flag_of(read, "models")},
      .examples = {{"hearsay add story.ledger articles.jsonl", "keep what the articles say"},
                   {"hearsay add -j 0 story.ledger inbox/", "read a folder on all cores"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_files,
      .run = run_add};
}

Command report_command(const Command& read) {
  std::vector<Flag> flags = {limit_flag("Show at most N articles, claims and disagreements"),
                             min_confidence_flag(read), flag_of(read, "output")};
  for (Flag& flag : date_flags()) flags.push_back(std::move(flag));
  return {.name = "report",
          .operands = "LEDGER",
          .needs_operand = true,
          .brief = "Write a page about a ledger",
          .paragraph =
              "Prints one HTML page for a browser, which needs nothing else and fetches nothing: who stands "
              "where, both wordings wherever accounts differ and why, the timeline drawn, and the newest "
              "articles with all sources, cues and claims highlighted, each claim linked with its place.",
          .flags = flags,
          .examples = {{"hearsay report -o story.html story.ledger", "write the page to a file"}},
          .operand_completion = Completion::files,
          .add_operand = add_ledger,
          .run = run_report};
}

Command remove_command() {
  return {.name = "remove",
          .operands = "LEDGER ID...",
          .many_operands = true,
          .needs_operand = true,
          .brief = "Take articles out of a ledger",
          .paragraph =
              "Takes the articles with these ids out of LEDGER, with all their versions and all that they "
              "say. An id that the ledger does not have is reported; the others are removed all the same.",
          .examples = {{"hearsay remove story.ledger courier-17", "forget an article"}},
          .operand_completion = Completion::files,
          .add_operand = add_ledger_and_words,
          .run = run_remove};
}

Flag export_format_flag() {
  return {
      .name = "format",
      .letter = 'f',
      .value = "FORMAT",
      .choices = kExportFormats,
      .completion = Completion::choices,
      .brief = "What to print: json, csv, jsonld, ftm or webanno",
      .paragraph =
          "What to print. json, the default: one record a line, documents first, then entities, threads "
          "and relations. csv: a table, see --table. jsonld: schema.org, with Claim and Quotation. ftm: "
          "entities of FollowTheMoney, one a line. webanno: a W3C Web Annotation a statement, one a line.",
      .set = [](Arguments& a, const string& v) {
        const std::size_t place = place_in(kExportFormats, v);
        if (place == kExportFormats.size()) return unknown(kExportFormats, v);
        a.ledger.export_format = static_cast<ExportFormat>(place);
        return string();
      }};
}

Flag table_flag() {
  return {.name = "table",
          .value = "TABLE",
          .choices = kTables,
          .completion = Completion::choices,
          .brief = "The table to print, as CSV",
          .paragraph =
              "Which table to print, as CSV: statements, the default; relations, with the words of both "
              "statements; threads, with a row for each position that a source takes; entities; or articles.",
          .set = [](Arguments& a, const string& v) {
            const std::size_t place = place_in(kTables, v);
            if (place == kTables.size()) return unknown(kTables, v);
            a.ledger.table = static_cast<ExportTable>(place);
            return string();
          }};
}

Command export_command(const Command& read) {
  return {
      .name = "export",
      .operands = "LEDGER",
      .needs_operand = true,
      .brief = "Print all that a ledger holds",
      .paragraph =
          "Prints all that LEDGER holds, for other programs. The output does not depend on the order "
          "in which articles were added.",
      .flags = {export_format_flag(), table_flag(), flag_of(read, "output")},
      .examples = {{"hearsay export story.ledger > story.jsonl", "everything, as JSON Lines"},
                   {"hearsay export -f csv -o statements.csv story.ledger", "the statements, as a table"},
                   {"hearsay export --table relations story.ledger", "who contradicts whom, as a table"},
                   {"hearsay export -f webanno story.ledger", "each statement's place, for an annotator"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger,
      .run = run_export};
}

Command stats_command(const Command& read) {
  return {.name = "stats",
          .operands = "LEDGER",
          .needs_operand = true,
          .brief = "Count what a ledger holds",
          .paragraph = "Prints how many articles, statements, relations and names LEDGER holds.",
          .flags = printing_flags(read, {}),
          .examples = {{"hearsay stats story.ledger", "count"}},
          .operand_completion = Completion::files,
          .add_operand = add_ledger,
          .run = run_stats};
}

Command upgrade_command(const Command& read) {
  return {
      .name = "upgrade",
      .operands = "LEDGER",
      .needs_operand = true,
      .brief = "Read the articles of a ledger anew",
      .paragraph =
          "Reads all articles that LEDGER has, every version, with this version of hearsay, and puts a new "
          "ledger in its place: for one of an older schema, or to have what better models find. "
          "Until all is done, LEDGER stays as it is; Ctrl-C (or SIGTERM) leaves it so, with exit status 130 "
          "(143).",
      .flags = {flag_of(read, "threads"), flag_of(read, "models")},
      .examples = {{"hearsay upgrade -j 0 story.ledger", "read it anew on all cores"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger,
      .run = run_upgrade};
}

Command check_command(const Command& read) {
  return {.name = "check",
          .operands = "LEDGER",
          .needs_operand = true,
          .brief = "Check that a ledger is whole",
          .paragraph = "Reads all of LEDGER and says what is wrong with it, one line each.",
          .flags = printing_flags(read, {}),
          .examples = {{"hearsay check story.ledger", "look for damage"}},
          .operand_completion = Completion::files,
          .add_operand = add_ledger,
          .run = run_check};
}

}  // namespace

std::vector<Command> ledger_commands(const Command& read) {
  std::vector<Command> all = {add_command(read), watch_command(read)};
  for (Command& command : question_commands(read)) all.push_back(std::move(command));
  for (Command& command : std::vector<Command>{report_command(read), export_command(read),
                                               stats_command(read), check_command(read), serve_command(read),
                                               remove_command(), upgrade_command(read)})
    all.push_back(std::move(command));
  return all;
}

}  // namespace hearsay
