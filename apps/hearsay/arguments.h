// What a command line asked for, as typed fields.
#ifndef HEARSAY_APPS_HEARSAY_ARGUMENTS_H_
#define HEARSAY_APPS_HEARSAY_ARGUMENTS_H_

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "answers/export_kinds.h"

namespace hearsay {

// Exit statuses. Every error of the library becomes kExitFailed, in exit_status().
inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;  // an input, a model or the output failed
inline constexpr int kExitUsage = 2;   // the command line made no sense

enum class InputFormat { automatic, text, html, jsonl, conllu, warc, mbox, newsml, ninjs };
enum class OutputFormat { automatic, text, json, conllu, html };
enum class LedgerFormat { automatic, text, json, csv };
enum class Correcting { nothing, merge, split, side, unrelated, related, list, undo };
enum class ColorChoice { automatic, always, never };

struct ReadArguments {
  std::vector<std::string> files;  // "-" is standard input; so is no file at all
  InputFormat input = InputFormat::automatic;
  OutputFormat format = OutputFormat::automatic;
  ColorChoice color = ColorChoice::automatic;
  std::string published;  // checked: YYYY-MM-DD, or empty
  std::string language;   // BCP 47 of all documents; empty: each tells its own
  std::string models;     // empty: the default directory
  std::string output;     // empty: standard output
  int threads = 1;
  std::optional<float> min_confidence;  // in [0, 1]
  bool explain = false;
};

struct TrainArguments {
  std::string data;
  std::string output;
  std::string only;  // one stage; empty: all
};

// The rest, inputs and where to print to, is in ReadArguments.
struct LedgerArguments {
  std::string path;                // of the ledger
  std::vector<std::string> words;  // what is asked for: operands after the ledger
  LedgerFormat format = LedgerFormat::automatic;
  int limit = 50;             // at least 1
  std::string after, before;  // checked dates, or empty
  std::string by;             // a name, or empty
  std::string act;            // one that is known, or empty
  std::string outlet;         // a whole name, or empty
  std::optional<ExportFormat> export_format;
  std::optional<ExportTable> table;  // means csv
  Correcting correcting = Correcting::nothing;
  int correction = 0;    // of Correcting::undo: its number
  std::string relation;  // of Correcting::related: its type, or empty
};

// The ledger is in LedgerArguments, the models in ReadArguments.
struct WatchArguments {
  std::vector<std::string> feeds;  // addresses, and files of OPML
  std::chrono::milliseconds every{15 * 60 * 1000};
  std::chrono::milliseconds delay{2000};      // between two requests to a host
  std::chrono::milliseconds timeout{30'000};  // of a request
  int max_items = 50;                         // new ones of a feed at each poll
  int threads = 4;
  bool once = false;
  bool allow_private = false;
  bool quiet = false;
};

struct ServeArguments {
  std::string host = "127.0.0.1";
  int port = 8080;         // 0: any that is free
  std::string token_file;  // empty: $HEARSAY_TOKEN
  int rate = 0;            // requests a second of one client; 0: any number
  bool create = false;     // the ledger where there is none
};

struct EvalArguments {
  std::string stage;   // one of measurable_stages(), or empty
  std::string gold;    // a file
  std::string models;  // empty: the default directory
};

struct HelpArguments {
  std::string topic;       // a command's name, or empty
  std::string completion;  // a shell's name, or empty
  bool man = false;
};

struct Arguments {
  ReadArguments read;
  TrainArguments train;
  LedgerArguments ledger;
  WatchArguments watch;
  ServeArguments serve;
  EvalArguments eval;
  HelpArguments help;
};

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_ARGUMENTS_H_
