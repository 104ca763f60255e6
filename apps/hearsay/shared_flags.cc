#include "shared_flags.h"

#include <algorithm>
#include <charconv>

#include "search_query.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

const std::vector<string_view> kFormats = {"auto", "text", "json", "csv"};

// As of `read`, with other formats.
Flag format_flag(const Command& read) {
  Flag flag = flag_of(read, "format");
  flag.choices = kFormats;
  flag.brief = "What to print: auto, text, json or csv";
  flag.paragraph =
      "What to print. With auto, the default, it is text if the output is a terminal and json if it is "
      "a file or a pipe. json: one object a line. csv: a table, with a header.";
  flag.set = [](Arguments& a, const string& v) {
    const std::size_t place = place_in(kFormats, v);
    if (place == kFormats.size()) return unknown(kFormats, v);
    a.ledger.format = static_cast<LedgerFormat>(place);
    return string();
  };
  return flag;
}

string set_date(string& date, const string& v) {
  if (!is_date(v)) return "expected a date such as 2024-03-06, found '" + v + "'";
  date = v;
  return "";
}

std::vector<string_view> act_names() {
  std::vector<string_view> names;
  for (int i = 0; i < kActCount; ++i) names.push_back(to_string(static_cast<Act>(i)));
  return names;
}

}  // namespace

std::size_t place_in(const std::vector<string_view>& choices, const string& value) {
  return static_cast<std::size_t>(std::find(choices.begin(), choices.end(), value) - choices.begin());
}

string unknown(const std::vector<string_view>& choices, const string& value) {
  return "expected " + list_choices(choices) + ", found '" + value + "'";
}

string add_ledger(Arguments& a, const string& v) {
  if (v.empty()) return "expected a ledger, found an empty name";
  if (!a.ledger.path.empty()) return "expected one ledger, found '" + v + "' as well";
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

std::vector<Flag> date_flags() {
  return {{.name = "after",
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

std::vector<Flag> filter_flags() {
  std::vector<Flag> flags = {
      {.name = "by",
       .value = "NAME",
       .brief = "Only what NAME says",
       .paragraph = "Leave out what others say: only statements with NAME among the words of the source.",
       .set =
           [](Arguments& a, const string& v) {
             if (v.empty()) return string("expected a name, found nothing");
             a.ledger.by = v;
             return string();
           }},
      {.name = "act",
       .value = "ACT",
       .choices = act_names(),
       .brief = "Only what does ACT, such as deny",
       .paragraph = "Leave out what does something else: only statements that deny, confirm, accuse, ...",
       .set =
           [](Arguments& a, const string& v) {
             const std::vector<string_view> acts = act_names();
             if (place_in(acts, v) == acts.size()) return unknown(acts, v);
             a.ledger.act = v;
             return string();
           }},
      {.name = "outlet",
       .value = "NAME",
       .brief = "Only what the outlet NAME published",
       .paragraph = "Leave out articles of other publishers; NAME is the whole name, as it is printed.",
       .set = [](Arguments& a, const string& v) {
         if (v.empty()) return string("expected the name of an outlet, found nothing");
         a.ledger.outlet = v;
         return string();
       }}};
  for (Flag& flag : date_flags()) flags.push_back(std::move(flag));
  return flags;
}

Flag flag_of(const Command& command, string_view name) {
  return *std::find_if(command.flags.begin(), command.flags.end(),
                       [&](const Flag& f) { return f.name == name; });
}

std::vector<Flag> printing_flags(const Command& read, std::vector<Flag> own) {
  own.push_back(format_flag(read));
  own.push_back(flag_of(read, "output"));
  own.push_back(flag_of(read, "color"));
  return own;
}

std::vector<Flag> searching_flags(const Command& read, std::vector<Flag> own) {
  for (const Flag& flag : filter_flags()) own.push_back(flag);
  return printing_flags(read, std::move(own));
}

Flag min_confidence_flag(const Command& read) {
  Flag flag = flag_of(read, "min-confidence");
  flag.brief = "Leave out what is less sure than X, from 0 to 1";
  flag.paragraph =
      "Leave out relations of which Hearsay is less sure than X, from 0 to 1; 0.5 unless told otherwise.";
  return flag;
}

}  // namespace hearsay
