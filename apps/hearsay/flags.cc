#include "flags.h"

#include <algorithm>
#include <charconv>
#include <thread>

#include "help.h"
#include "ledger_flags.h"
#include "read.h"
#include "search_query.h"
#include "train.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

// Sets `field` to the choice's number: the enumerators stand in the order of the
// choices, after `automatic`.
template <typename Choice>
string choose(Choice& field, const std::vector<string_view>& choices, const string& value) {
  const auto found = std::find(choices.begin(), choices.end(), value);
  if (found == choices.end()) return "expected " + list_choices(choices) + ", found '" + value + "'";
  field = static_cast<Choice>(found - choices.begin());
  return "";
}

const std::vector<string_view> kInputs = {"auto", "text", "html",   "jsonl", "conllu",
                                          "warc", "mbox", "newsml", "ninjs"};
const std::vector<string_view> kFormats = {"auto", "text", "json", "conllu", "html"};
const std::vector<string_view> kColors = {"auto", "always", "never"};
const std::vector<string_view> kShells = {"bash", "zsh", "fish"};

bool parse_number(string_view digits, int& number) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size();
}

string set_published(Arguments& arguments, const string& value) {
  if (!is_date(value)) return "expected a date such as 2024-03-06, found '" + value + "'";
  arguments.read.published = value;
  return "";
}

string set_threads(Arguments& arguments, const string& value) {
  constexpr int kMost = 256;
  int threads = 0;
  if (!parse_number(value, threads) || threads < 0 || threads > kMost) {
    return "expected a number from 0 to " + std::to_string(kMost) + ", found '" + value + "'";
  }
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  arguments.read.threads = threads > 0 ? threads : std::clamp(cores, 1, kMost);
  return "";
}

string set_path(string& field, const string& value) {
  if (value.empty()) return "expected a path, found nothing";
  field = value;
  return "";
}

Flag from_flag() {
  return {
      .name = "from",
      .letter = 'i',
      .old_name = "input",
      .value = "FORMAT",
      .choices = kInputs,
      .completion = Completion::choices,
      .brief = "What format the input is in",
      .paragraph =
          "What format the input is in. With auto, the default, the bytes themselves decide, and where they "
          "do not, the file's name. Compression by gzip or Zstandard is found and undone in any case.\n\n"
          "text: one article a file; paragraphs are separated by blank lines. html: one page a file. "
          "jsonl: one article a line, an "
          "object with \"text\" (or \"html\") and, if known, \"id\", \"title\", \"publisher\", \"byline\", "
          "\"published\", \"modified\" and "
          "\"url\". conllu: sentences that are split into tokens already; the tokens are kept, everything "
          "else "
          "is predicted anew. warc: a web archive; its pages and texts. mbox: mail, in a mailbox or one "
          "message. "
          "newsml: NewsML-G2 or NITF. ninjs: IPTC's news in JSON.",
      .set = [](Arguments& a, const string& v) { return choose(a.read.input, kInputs, v); }};
}

Flag format_flag() {
  return {
      .name = "format",
      .letter = 'f',
      .value = "FORMAT",
      .choices = kFormats,
      .completion = Completion::choices,
      .brief = "What to print: auto, text, json, conllu or html",
      .paragraph =
          "What to print. With auto, the default, it is text if the output is a terminal and json if it is a "
          "file or a pipe.\n\n"
          "text: for people; the claims of each article, grouped by source. json: one object a line for each "
          "document; positions count Unicode code points. conllu: tokens, tags and trees. html: one page "
          "over "
          "all documents, complete in itself, with the words marked in the text and the claims by source "
          "beside it.",
      .set = [](Arguments& a, const string& v) { return choose(a.read.format, kFormats, v); }};
}

Flag output_flag() {
  return {.name = "output",
          .letter = 'o',
          .value = "FILE",
          .completion = Completion::files,
          .brief = "Write to FILE instead of standard output",
          .paragraph =
              "Write to FILE instead of standard output. What FILE held before is lost. FILE must not be one "
              "of the inputs.",
          .set = [](Arguments& a, const string& v) { return set_path(a.read.output, v); }};
}

Flag published_flag() {
  return {
      .name = "published",
      .value = "DATE",
      .brief = "Date of the documents that have none, as YYYY-MM-DD",
      .paragraph = "The day on which documents were published that do not say so themselves, as YYYY-MM-DD.",
      .set = set_published};
}

// "en", "pt-BR"
string set_language(Arguments& arguments, const string& value) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  const std::size_t primary = std::min(value.find('-'), value.size());
  if (primary < 2 || primary > 3 || !std::all_of(value.begin(), value.end(), is_part))
    return "expected a language such as en or pt-BR, found '" + value + "'";
  arguments.read.language = value;
  return "";
}

Flag language_flag() {
  return {.name = "language",
          .value = "TAG",
          .brief = "Read all documents as ones in language TAG",
          .paragraph =
              "The language that all documents are in, as BCP 47 has it, such as en. Without it, a document "
              "is in "
              "the language that its text is in where that is clear, else in the one that it names, else in "
              "that of the models. Where there are no models for a language, the document is kept, not read.",
          .set = set_language};
}

Flag threads_flag() {
  return {.name = "threads",
          .letter = 'j',
          .value = "N",
          .brief = "Read N documents at a time; 0: one for each core",
          .paragraph =
              "Read N documents at a time, 1 unless told otherwise; 0 means one for each core. The output "
              "is in the order of the input, and is the same, byte for byte, for every N.",
          .set = set_threads};
}

string set_min_confidence(Arguments& arguments, const string& value) {
  float least = -1;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), least);
  if (error != std::errc() || end != value.data() + value.size() || !(least >= 0 && least <= 1)) {
    return "expected a number from 0 to 1, found '" + value + "'";
  }
  arguments.read.min_confidence = least;
  return "";
}

Flag min_confidence_flag() {
  return {
      .name = "min-confidence",
      .value = "X",
      .brief = "Leave out claims less sure than X, from 0 to 1",
      .paragraph =
          "Leave out claims of which Hearsay is less sure than X, a probability from 0 to 1. A claim inside "
          "one that is left out is then inside the next outer one.",
      .set = set_min_confidence};
}

Flag explain_flag() {
  return {
      .name = "explain",
      .brief = "Say of each claim why it was found",
      .paragraph =
          "Say of each claim what made Hearsay find it: what speaks for its cue, source, content and act, "
          "and how sure each would be without that. With --format text the reasons stand below each "
          "claim, with json in a field \"explanation\". The claims are the same. Reading takes many "
          "times as long.",
      .set = [](Arguments& a, const string&) {
        a.read.explain = true;
        return string();
      }};
}

Flag color_flag() {
  return {.name = "color",
          .value = "WHEN",
          .choices = kColors,
          .completion = Completion::choices,
          .brief = "Colour the text: auto, always or never",
          .paragraph =
              "When to colour what --format text prints. With auto, the default, colours appear if the "
              "output is a terminal, TERM is not \"dumb\" and NO_COLOR is not set.",
          .set = [](Arguments& a, const string& v) { return choose(a.read.color, kColors, v); }};
}

Flag models_flag() {
  return {.name = "models",
          .value = "DIR",
          .completion = Completion::directories,
          .brief = "Where the trained models are",
          .paragraph =
              "The directory that holds the trained models. The default is the directory named by "
              "HEARSAY_MODELS, else the one that Hearsay was installed with.",
          .set = [](Arguments& a, const string& v) { return set_path(a.read.models, v); }};
}

Command read_command() {
  return {
      .name = "read",
      .operands = "[FILE...]",
      .many_operands = true,
      .brief = "Find who said what in articles",
      .paragraph =
          "Reads articles and prints who said what: the source, the words that ascribe it (the cue) and what "
          "was said, word for word as the article has it. Without FILE, or where FILE is -, standard input "
          "is read.\n\n"
          "An input that cannot be read costs that input alone: it gets a line on standard error (and, with "
          "--format json, an object with \"error\" in its place), and the rest goes on.",
      .flags = {from_flag(), format_flag(), output_flag(), published_flag(), language_flag(), threads_flag(),
                min_confidence_flag(), explain_flag(), color_flag(), models_flag()},
      .examples = {{"hearsay read article.txt", "print an article's claims, grouped by source"},
                   {"hearsay read --format html -o report.html *.jsonl",
                    "write a report to open in a browser"},
                   {"hearsay read -j 0 articles.jsonl > read.jsonl",
                    "read many articles on all cores, as JSON Lines"}},
      .operand_completion = Completion::files,
      .add_operand =
          [](Arguments& a, const string& v) {
            a.read.files.push_back(v);
            return string(v.empty() ? "expected a file, found an empty name" : "");
          },
      .run = run_read};
}

Command train_command() {
  return {
      .name = "train",
      .brief = "Fit the models to annotated data",
      .paragraph =
          "Fits the models to annotated data and writes them to a directory that --models takes. The same "
          "data gives the same models.",
      .flags = {{.name = "data",
                 .value = "DIR",
                 .completion = Completion::directories,
                 .required = true,
                 .brief = "Annotated data: treebank/ and attribution/",
                 .paragraph = "The directory of the annotated data. It holds treebank/*-train.conllu and "
                              "treebank/*-dev.conllu, attribution/train.jsonl and attribution/dev.jsonl.",
                 .set = [](Arguments& a, const string& v) { return set_path(a.train.data, v); }},
                {.name = "output",
                 .letter = 'o',
                 .value = "DIR",
                 .completion = Completion::directories,
                 .required = true,
                 .brief = "Where to put the models",
                 .paragraph =
                     "The directory that gets the models. It is made if it does not exist; models in it are "
                     "replaced.",
                 .set = [](Arguments& a, const string& v) { return set_path(a.train.output, v); }},
                {.name = "only",
                 .value = "STAGE",
                 .choices = trainable_stages(),
                 .completion = Completion::choices,
                 .brief = "Train one stage only",
                 .paragraph =
                     "Train this stage only. The models of the stages before it are expected in --output.",
                 .set =
                     [](Arguments& a, const string& v) {
                       a.train.only = v;
                       std::size_t stage = 0;
                       return choose(stage, trainable_stages(), v);
                     }}},
      .examples = {{"hearsay train --data corpora --output models", "fit all stages"}},
      .run = run_train};
}

string add_eval_operand(Arguments& arguments, const string& value) {
  EvalArguments& asked = arguments.eval;
  if (!asked.gold.empty()) return "expected one file, found '" + value + "' as well";
  if (!asked.stage.empty()) return set_path(asked.gold, value);
  std::size_t stage = 0;
  asked.stage = value;
  return choose(stage, measurable_stages(), value);
}

Command eval_command() {
  return {
      .name = "eval",
      .operands = "STAGE FILE",
      .many_operands = true,
      .brief = "Score a stage on annotated data",
      .paragraph =
          "Scores what a stage finds against FILE, annotated by hand, and prints precision, recall and F1. "
          "The only STAGE so far is coreference: FILE is CoNLL-U with Entity= in its last column; its "
          "tokens are kept, everything else is predicted.",
      .flags = {{.name = "models",
                 .value = "DIR",
                 .completion = Completion::directories,
                 .brief = "Where the trained models are",
                 .paragraph =
                     "The directory that holds the trained models. The default is the directory named by "
                     "HEARSAY_MODELS, else the one that Hearsay was installed with.",
                 .set = [](Arguments& a, const string& v) { return set_path(a.eval.models, v); }}},
      .examples = {{"hearsay eval coreference gum-dev.conllu", "score which mentions are of the same thing"}},
      .operand_completion = Completion::files,
      .add_operand = add_eval_operand,
      .run = run_eval};
}

Command help_command() {
  return {.name = "help",
          .operands = "[COMMAND]",
          .brief = "Explain Hearsay or one of its commands",
          .paragraph = "Prints all there is to know about COMMAND, or an overview of the commands.",
          .flags = {{.name = "man",
                     .brief = "Print the manual page",
                     .paragraph = "Print the manual page, to be kept as hearsay.1 or read with man -l.",
                     .set =
                         [](Arguments& a, const string&) {
                           a.help.man = true;
                           return string();
                         }},
                    {.name = "completion",
                     .value = "SHELL",
                     .choices = kShells,
                     .completion = Completion::choices,
                     .brief = "Print the completions for bash, zsh or fish",
                     .paragraph =
                         "Print the script that teaches a shell to complete Hearsay's commands and flags.",
                     .set =
                         [](Arguments& a, const string& v) {
                           a.help.completion = v;
                           std::size_t shell = 0;
                           return choose(shell, kShells, v);
                         }}},
          .examples = {{"hearsay help --man | man -l -", "read the manual page"},
                       {"source <(hearsay help --completion bash)", "complete in this shell"}},
          .operand_completion = Completion::choices,
          .add_operand =
              [](Arguments& a, const string& v) {
                if (!a.help.topic.empty()) return "expected one command, found '" + v + "' as well";
                a.help.topic = v;
                return find_command(v) ? string()
                                       : "expected " + list_choices(find_command("help")->operand_choices) +
                                             ", found '" + v + "'";
              },
          .run = run_help};
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all = [] {
    std::vector<Command> table = {read_command()};
    for (Command& command : ledger_commands(table.front())) table.push_back(std::move(command));
    table.push_back(train_command());
    table.push_back(eval_command());
    table.push_back(help_command());
    std::vector<string_view>& topics = table.back().operand_choices;
    for (const Command& command : table) topics.push_back(command.name);
    return table;
  }();
  return all;
}

const Command* find_command(string_view name) {
  for (const Command& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

string list_choices(const std::vector<string_view>& choices) {
  string list;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) list += i + 1 == choices.size() ? " or " : ", ";
    list += choices[i];
  }
  return list;
}

}  // namespace hearsay
