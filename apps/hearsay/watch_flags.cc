#include "watch_flags.h"

#include "duration.h"
#include "ledger_commands.h"
#include "shared_flags.h"

namespace hearsay {
namespace {

using std::string;
using namespace std::chrono_literals;

string add_ledger_and_feeds(Arguments& a, const string& v) {
  if (a.ledger.path.empty()) return add_ledger(a, v);
  if (v.empty()) return "expected a feed's address or an OPML file, found an empty name";
  a.watch.feeds.push_back(v);
  return "";
}

std::vector<Flag> when_flags() {
  return {
      {.name = "every",
       .value = "TIME",
       .brief = "How often each feed is asked, such as 15m or 2h",
       .paragraph = "How often each feed is asked: 15m unless told otherwise, from 5s to 7d. A feed that "
                    "cannot be had is asked "
                    "less and less often, down to every six hours.",
       .set = [](Arguments& a, const string& v) { return read_duration(v, 5s, 7 * 24h, a.watch.every); }},
      {.name = "once",
       .brief = "Ask each feed once, read what is new, and end",
       .paragraph =
           "Ask each feed once, read what is new, and end. The exit status is 1 if a feed could not be had, "
           "else 0, whatever becomes of single articles.",
       .set =
           [](Arguments& a, const string&) {
             a.watch.once = true;
             return string();
           }},
      {.name = "delay",
       .value = "TIME",
       .brief = "The pause between two requests to one host",
       .paragraph = "The pause between two requests to one host: 2s unless told otherwise, at most 1m. A "
                    "host whose robots.txt asks for a "
                    "longer one gets it, up to a minute.",
       .set = [](Arguments& a, const string& v) { return read_duration(v, 0s, 1min, a.watch.delay); }},
      {.name = "timeout",
       .value = "TIME",
       .brief = "How long a feed or a page may take",
       .paragraph = "How long a feed or a page may take to come: 30s unless told otherwise, from 1s to 10m. "
                    "One that hardly moves is given up "
                    "after half of that.",
       .set = [](Arguments& a, const string& v) { return read_duration(v, 1s, 10min, a.watch.timeout); }}};
}

std::vector<Flag> what_flags() {
  return {
      {.name = "max-items",
       .value = "N",
       .brief = "Read at most N new items of a feed at a time",
       .paragraph = "Read at most N new items of a feed each time it is asked, 50 unless told otherwise; the "
                    "next ones at the next time.",
       .set = [](Arguments& a, const string& v) { return read_number(v, a.watch.max_items); }},
      {.name = "threads",
       .letter = 'j',
       .value = "N",
       .brief = "Fetch and read N articles at a time",
       .paragraph = "Fetch and read N articles at a time, 4 unless told otherwise; never two of one host.",
       .set =
           [](Arguments& a, const string& v) {
             int threads = 0;
             const string problem = read_number(v, threads);
             if (!problem.empty() || threads > 64) return "expected a number from 1 to 64, found '" + v + "'";
             a.watch.threads = threads;
             return string();
           }},
      {.name = "allow-private",
       .brief = "Fetch from private and loopback addresses, too",
       .paragraph = "Fetch also from addresses that are not the public internet's: of this machine, of a "
                    "local network. Without it, "
                    "no feed and no redirect can make Hearsay ask there, whatever names resolve to.",
       .set =
           [](Arguments& a, const string&) {
             a.watch.allow_private = true;
             return string();
           }},
      {.name = "quiet",
       .letter = 'q',
       .brief = "Say only what fails",
       .paragraph = "Print nothing on standard error but what fails.",
       .set = [](Arguments& a, const string&) {
         a.watch.quiet = true;
         return string();
       }}};
}

}  // namespace

Command watch_command(const Command& read) {
  std::vector<Flag> flags = when_flags();
  for (Flag& flag : what_flags()) flags.push_back(flag);
  flags.push_back(flag_of(read, "models"));
  return {
      .name = "watch",
      .operands = "LEDGER [FEED...]",
      .many_operands = true,
      .needs_operand = true,
      .brief = "Put the articles of feeds into a ledger as they appear",
      .paragraph =
          "Asks feeds what is new, fetches the articles that they link to and puts them into LEDGER as "
          "add does, until it is "
          "stopped. FEED is the address of a feed (RSS, Atom or JSON Feed), or a file of OPML, the list "
          "that feed readers export. "
          "Without FEED, the feeds that LEDGER was filled from before are asked.\n\n"
          "What was asked and read is kept in LEDGER, so it may be stopped and started at any time; what "
          "it said "
          "is added is safe. Ctrl-C (or SIGTERM) lets it keep what it has and say how much was added, with "
          "exit status 130 (143). It asks politely: robots.txt is obeyed, a host gets one request at a time, "
          "and what has not "
          "changed is not fetched again. Where a page cannot be had, the article is what the feed has of "
          "it, if that is all of it.",
      .flags = flags,
      .examples = {{"hearsay watch story.ledger feeds.opml", "read what is new every quarter of an hour"},
                   {"hearsay watch --once -q story.ledger https://news.example.com/rss",
                    "ask a feed once, from a timetable"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger_and_feeds,
      .run = run_watch};
}

}  // namespace hearsay
