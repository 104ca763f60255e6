#include "serve_flags.h"

#include <charconv>

#include "ledger_commands.h"
#include "shared_flags.h"

namespace hearsay {
namespace {

using std::string;

string read_between(const string& v, int most, int& number) {
  int read = -1;
  const auto [end, error] = std::from_chars(v.data(), v.data() + v.size(), read);
  if (error != std::errc() || end != v.data() + v.size() || read < 0 || read > most)
    return "expected a number from 0 to " + std::to_string(most) + ", found '" + v + "'";
  number = read;
  return "";
}

Flag host_flag() {
  return {.name = "host",
          .value = "ADDRESS",
          .brief = "Listen on ADDRESS",
          .paragraph =
              "Listen on ADDRESS, 127.0.0.1 unless told otherwise: only this machine can ask. "
              "Another address needs a token.",
          .set = [](Arguments& a, const string& v) {
            if (v.empty()) return string("expected an address, found nothing");
            a.serve.host = v;
            return string();
          }};
}

Flag port_flag() {
  return {.name = "port",
          .letter = 'p',
          .value = "N",
          .brief = "Listen on port N",
          .paragraph = "Listen on port N, 8080 unless told otherwise; with 0, on any that is free.",
          .set = [](Arguments& a, const string& v) { return read_between(v, 65535, a.serve.port); }};
}

Flag token_flag() {
  return {.name = "token-file",
          .value = "FILE",
          .completion = Completion::files,
          .brief = "Ask clients for the token in FILE",
          .paragraph =
              "Answer only those who send 'Authorization: Bearer' and the token that stands in FILE, or "
              "else in $HEARSAY_TOKEN: 16 characters or more on one line.",
          .set = [](Arguments& a, const string& v) {
            if (v.empty()) return string("expected a file, found an empty name");
            a.serve.token_file = v;
            return string();
          }};
}

Flag rate_flag() {
  return {.name = "rate",
          .value = "N",
          .brief = "Answer at most N requests a second of one client",
          .paragraph =
              "Answer at most N requests a second of one client, on average; with 0, the default, any "
              "number.",
          .set = [](Arguments& a, const string& v) { return read_between(v, 100'000, a.serve.rate); }};
}

Flag create_flag() {
  return {.name = "create",
          .brief = "Make the ledger where there is none",
          .paragraph =
              "Where there is no file of that name, make an empty ledger, for articles that are pasted into "
              "the page or sent.",
          .set = [](Arguments& a, const string&) {
            a.serve.create = true;
            return string();
          }};
}

}  // namespace

Command serve_command(const Command& read) {
  return {
      .name = "serve",
      .operands = "LEDGER",
      .needs_operand = true,
      .brief = "Answer questions to a ledger over HTTP",
      .paragraph =
          "Answers over HTTP what the other commands print, and takes articles and corrections, until it is "
          "interrupted; then it finishes the requests that are there. Prints its address on standard output. "
          "/openapi.json describes what can be asked.",
      .flags = {create_flag(), host_flag(), port_flag(), token_flag(), rate_flag(), flag_of(read, "threads"),
                flag_of(read, "models")},
      .examples = {{"hearsay serve story.ledger", "answer this machine on port 8080"},
                   {"hearsay serve --create new.ledger", "begin with an empty ledger"},
                   {"hearsay serve --host 0.0.0.0 --token-file token story.ledger",
                    "answer others who know the token"}},
      .operand_completion = Completion::files,
      .add_operand = add_ledger,
      .run = run_serve};
}

}  // namespace hearsay
