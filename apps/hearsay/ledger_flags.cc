#include "ledger_flags.h"

#include <algorithm>
#include <charconv>

#include "ledger_commands.h"
#include "search_query.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

const std::vector<string_view> kFormats = {"auto", "text", "json", "csv"};
const std::vector<string_view> kExportFormats = {"json", "csv", "jsonld", "ftm", "webanno"};
const std::vector<string_view> kTables = {"statements", "relations", "threads", "entities"};

// The number of the choice; the choices' own number if it is none of them.
std::size_t place_in(const std::vector<string_view>& choices, const string& value) {
  return static_cast<std::size_t>(std::find(choices.begin(), choices.end(), value) - choices.begin());
}

string unknown(const std::vector<string_view>& choices, const string& value) {
  return "expected " + list_choices(choices) + ", found '" + value + "'";
}

// The first operand is the ledger.
string add_ledger(Arguments& a, const string& v) {
  if (v.empty()) return "expected a ledger, found an empty name";
  if (!a.ledger.path.empty()) return "expected one ledger, found also '" + v + "'";
  a.ledger.path = v;
  return "";
}

string add_ledger_and_words(Arguments& a, const string& v) {
  if (a.ledger.path.empty()) return add_ledger(a, v);
  a.ledger.words.push_back(v);
  return "";
}

string add_ledger_and_files(Arguments& a, const string& v) {
  if (a.ledger.path.empty()) return add_ledger(a, v);
  if (v.empty()) return "expected a file or folder, found an empty name";
  a.read.files.push_back(v);
  return "";
}

Flag format_flag() {
  return {
      .name = "format",
      .letter = 'f',
      .value = "FORMAT",
      .choices = kFormats,
      .completion = Completion::choices,
      .brief = "What to print: auto, text, json or csv",
      .paragraph =
          "What to print. With auto, the default, it is text if the output is a terminal and json if it is "
          "a file or a pipe. json: one object a line. csv: a table of statements, with a header.",
      .set = [](Arguments& a, const string& v) {
        const std::size_t place = place_in(kFormats, v);
        if (place == kFormats.size()) return unknown(kFormats, v);
        a.ledger.format = static_cast<LedgerFormat>(place);
        return string();
      }};
}

// "" if it is one.
string read_number(const string& v, int& number) {
  int read = 0;
  const auto [end, error] = std::from_chars(v.data(), v.data() + v.size(), read);
  if (error != std::errc() || end != v.data() + v.size() || read < 1)
    return "expected a number from 1 on, found '" + v + "'";
  number = read;
  return "";
}

Flag limit_flag(string_view what) {
  return {.name = "limit",
          .letter = 'n',
          .value = "N",
          .brief = what,
          .paragraph = "Print at most N of them, 50 unless told otherwise.",
          .set = [](Arguments& a, const string& v) { return read_number(v, a.ledger.limit); }};
}

string set_date(string& date, const string& v) {
  if (!is_date(v)) return "expected a date such as 2024-03-06, found '" + v + "'";
  date = v;
  return "";
}

// What all commands that look for statements leave out.
std::vector<Flag> filter_flags() {
  return {{.name = "by",
           .value = "NAME",
           .brief = "Only what NAME says",
           .paragraph = "Leave out what others say: only statements with NAME among the words of the source.",
           .set =
               [](Arguments& a, const string& v) {
                 if (v.empty()) return string("expected a name, found nothing");
                 a.ledger.by = v;
                 return string();
               }},
          {.name = "after",
           .value = "DATE",
           .brief = "Only articles published on DATE or later",
           .paragraph = "Leave out articles that were published before DATE, written YYYY-MM-DD.",
           .set = [](Arguments& a, const string& v) { return set_date(a.ledger.after, v); }},
          {.name = "before",
           .value = "DATE",
           .brief = "Only articles published on DATE or earlier",
           .paragraph = "Leave out articles that were published after DATE, written YYYY-MM-DD.",
           .set = [](Arguments& a, const string& v) { return set_date(a.ledger.before, v); }}};
}

Flag flag_of(const Command& command, string_view name) {
  return *std::find_if(command.flags.begin(), command.flags.end(),
                       [&](const Flag& f) { return f.name == name; });
}

// What all commands that print have: read's flags, and how it is printed.
std::vector<Flag> printing_flags(const Command& read, std::vector<Flag> own) {
  own.push_back(format_flag());
  own.push_back(flag_of(read, "output"));
  own.push_back(flag_of(read, "color"));
  return own;
}

// What those have that look for statements.
std::vector<Flag> searching_flags(const Command& read, std::vector<Flag> own) {
  for (const Flag& flag : filter_flags()) own.push_back(flag);
  return printing_flags(read, std::move(own));
}

// The same flag for relations, of which less sure ones are left out.
Flag min_confidence_flag(const Command& read) {
  Flag flag = flag_of(read, "min-confidence");
  flag.brief = "Leave out what is less sure than X, from 0 to 1";
  flag.paragraph =
      "Leave out relations of which Hearsay is less sure than X, from 0 to 1; 0.4 unless told otherwise.";
  return flag;
}

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
          "also after it was interrupted: what it reported as added is safe. An article with a known id (or, "
          "without one, a known address) and a new text is kept as a new version.",
      .flags = {flag_of(read, "input"), flag_of(read, "published"), flag_of(read, "threads"),
                flag_of(read, "models")},
      .examples = {{"hearsay add story.ledger articles.jsonl", "keep what the articles say"},
                   {"hearsay add -j 0 story.ledger inbox/", "read a folder on all cores"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_files,
      .run = run_add};
}

Command search_command(const Command& read) {
  return {
      .name = "search",
      .operands = "LEDGER [QUERY...]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Find statements in a ledger",
      .paragraph =
          "Prints the statements that hold all words of QUERY, newest first. \"Words in quotation marks\" "
          "are "
          "found side by side. Filters: by:NAME (words of the source), act:ACT (what is done by saying it: "
          "deny, confirm, accuse, ...), after:DATE and before:DATE (when the article was published, that "
          "day included).",
      .flags = searching_flags(read, {limit_flag("Print at most N statements")}),
      .examples = {{"hearsay search story.ledger bridge act:deny", "denials that speak of a bridge"},
                   {"hearsay search story.ledger by:\"Ada Holm\" after:2024-03-06", "what she said since"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_search};
}

string choose_task(Arguments& a, WhoTask task) {
  if (a.ledger.who != WhoTask::show)
    return string("expected one of --merge, --split, --side, --corrections and --undo, found two");
  a.ledger.who = task;
  return "";
}

// What corrects who is who.
std::vector<Flag> who_flags() {
  return {{.name = "merge",
           .brief = "Tell the ledger that A and B are one",
           .paragraph = "The two operands after LEDGER, names or ids, are one person or thing, in all "
                        "articles, also in those "
                        "that are added later. What is merged has the id of the longest of its names.",
           .set = [](Arguments& a, const string&) { return choose_task(a, WhoTask::merge); }},
          {.name = "split",
           .brief = "Tell the ledger that A is another one in some articles",
           .paragraph = "The first operand after LEDGER, a name or id, is somebody or something else in the "
                        "articles whose ids "
                        "follow.",
           .set = [](Arguments& a, const string&) { return choose_task(a, WhoTask::split); }},
          {.name = "side",
           .brief = "Tell the ledger whom A speaks for",
           .paragraph = "The first operand after LEDGER, a name or id, speaks for the second one, whatever "
                        "the articles say.",
           .set = [](Arguments& a, const string&) { return choose_task(a, WhoTask::side); }},
          {.name = "corrections",
           .brief = "List what the ledger was told",
           .paragraph = "Lists all corrections, numbered.",
           .set = [](Arguments& a, const string&) { return choose_task(a, WhoTask::corrections); }},
          {.name = "undo",
           .value = "N",
           .brief = "Take correction N back",
           .paragraph = "Takes the correction of that number back.",
           .set = [](Arguments& a, const string& v) {
             const string problem = read_number(v, a.ledger.correction);
             return problem.empty() ? choose_task(a, WhoTask::undo) : problem;
           }}};
}

Command who_command(const Command& read) {
  std::vector<Flag> flags = who_flags();
  flags.insert(flags.begin(), limit_flag("Show at most N names, and N statements of each"));
  return {
      .name = "who",
      .operands = "LEDGER [NAME]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show who speaks in a ledger, and correct who is who",
      .paragraph =
          "Without NAME, lists the people, organisations and other names of the ledger; who says most comes "
          "first. With NAME, shows those who are called so, with their other names, roles and side, what "
          "they "
          "say, and what others say about them, newest first.\n\n"
          "Hearsay finds out itself who is who in many articles, and is mistaken at times: --merge A B, "
          "--split A "
          "ARTICLE... and --side A SIDE correct it, for good.",
      .flags = printing_flags(read, std::move(flags)),
      .examples = {{"hearsay who story.ledger", "list them all"},
                   {"hearsay who story.ledger Holm", "all that Holm says"},
                   {"hearsay who story.ledger --merge \"Ada Holm\" \"the mayor of Ansel\"", "they are one"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_who};
}

Command claims_command(const Command& read) {
  return {
      .name = "claims",
      .operands = "LEDGER [QUERY...]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show the claims of a ledger and who stands where",
      .paragraph =
          "Prints the board: each claim that several statements make, deny, confirm or revise, with the "
          "position of each source and since when, and how many independent sources there are. The newest "
          "come first, among those of a day the ones on which sources differ. QUERY filters as that of "
          "search "
          "does; it is enough if one statement of the claim fits.",
      .flags = searching_flags(read, {limit_flag("Print at most N claims")}),
      .examples = {{"hearsay claims story.ledger", "who stands where"},
                   {"hearsay claims story.ledger --by Holm", "what Holm has a position on"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_claims};
}

Command disputes_command(const Command& read) {
  return {
      .name = "disputes",
      .operands = "LEDGER [QUERY...]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show where accounts differ",
      .paragraph =
          "Prints statements that others dispute, that are taken back, or that cannot be true together with "
          "another one, each with what was said against it and why Hearsay thinks so; the newest come first. "
          "Hearsay never says who is right. QUERY filters as that of search does: words, by:NAME, act:ACT, "
          "after:DATE, before:DATE; it is enough if one of the two statements fits.",
      .flags = searching_flags(read, {limit_flag("Print at most N statements"), min_confidence_flag(read)}),
      .examples = {{"hearsay disputes story.ledger", "where accounts differ"},
                   {"hearsay disputes story.ledger by:Holm",
                    "whom Holm contradicts, or who contradicts Holm"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_disputes};
}

Command changes_command(const Command& read) {
  return {
      .name = "changes",
      .operands = "LEDGER [WHO]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show whose story changed",
      .paragraph =
          "Prints statements that their source or its own side later withdrew, corrected or revised, with "
          "what was said then; the newest come first. With WHO, only those of that name.",
      .flags = searching_flags(read, {limit_flag("Print at most N statements"), min_confidence_flag(read)}),
      .examples = {{"hearsay changes story.ledger \"the operator\"", "how the operator's story moved"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_changes};
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
          .brief = "The table of --format csv",
          .paragraph =
              "Which table --format csv prints: statements, the default; relations, with the words of both "
              "statements; threads, with a row for each position that a source takes; or entities.",
          .set = [](Arguments& a, const string& v) {
            const std::size_t place = place_in(kTables, v);
            if (place == kTables.size()) return unknown(kTables, v);
            a.ledger.table = static_cast<ExportTable>(place);
            return string();
          }};
}

Command timeline_command(const Command& read) {
  return {
      .name = "timeline",
      .operands = "LEDGER [QUERY...]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show what was said and what happened on one axis",
      .paragraph =
          "Draws the newest statements and the events that their articles date on one axis, claims on the "
          "left, denials and disputes on the right, and lists them day by day. QUERY filters as that of "
          "search does, events, too: by:NAME those that NAME takes part in.",
      .flags = searching_flags(read, {limit_flag("Show at most N statements")}),
      .examples = {{"hearsay timeline story.ledger", "what happened, and who said so"},
                   {"hearsay timeline --by Holm --after 2024-03-06 story.ledger", "what Holm said since"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_timeline};
}

Command show_command(const Command& read) {
  return {
      .name = "show",
      .operands = "LEDGER ID",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Show an article, a statement, a claim or a person of a ledger",
      .paragraph =
          "ID is one that the other commands print. An article: what it says, what others dispute or support "
          "of it, and what its versions changed. ARTICLE/a3, a statement: its words in their paragraph, "
          "where "
          "they stand (in characters of the article's text), its claim, and its relations both ways, with "
          "why. T..., a claim: who stands where, and all statements. E..., a person or thing: what it is "
          "called, and what it says.",
      .flags = printing_flags(read, {limit_flag("Print at most N statements of a person or thing")}),
      .examples = {{"hearsay show story.ledger courier-17", "all that an article says"},
                   {"hearsay show story.ledger courier-17/a3", "one statement and who contradicts it"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_words,
      .run = run_show};
}

Command report_command(const Command& read) {
  std::vector<Flag> flags = {limit_flag("Show at most N articles, claims and disagreements"),
                             min_confidence_flag(read), flag_of(read, "output")};
  for (const Flag& flag : filter_flags()) {
    if (flag.name != "by") flags.push_back(flag);
  }
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
                   {"hearsay export -f csv --table relations story.ledger",
                    "who contradicts whom, as a table"},
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
          "Until all is done, LEDGER stays as it is.",
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
  return {add_command(read),      claims_command(read), disputes_command(read), changes_command(read),
          timeline_command(read), search_command(read), who_command(read),      show_command(read),
          report_command(read),   export_command(read), stats_command(read),    check_command(read),
          remove_command(),       upgrade_command(read)};
}

}  // namespace hearsay
