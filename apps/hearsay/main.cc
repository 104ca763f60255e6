#include <csignal>
#include <cstdio>
#include <string>

#include "flags.h"
#include "help.h"
#include "parse.h"

int main(int argc, char** argv) {
  using namespace hearsay;
  // A reader that goes away shows as EPIPE where we write.
  std::signal(SIGPIPE, SIG_IGN);
  const ParsedLine line = parse_line(argc, argv);
  if (!line.wrong.empty()) {
    const std::string help = line.topic == nullptr ? "--help" : "help " + std::string(line.topic->name);
    std::fprintf(stderr, "hearsay: %s\nTry 'hearsay %s'.\n", line.wrong.c_str(), help.c_str());
    return kExitUsage;
  }
  if (line.command == nullptr && line.to_print.empty()) {
    std::fputs(overview_text().c_str(), stderr);
    return kExitUsage;
  }
  if (line.command == nullptr) {
    std::fputs(line.to_print.c_str(), stdout);
    return std::fflush(stdout) == 0 ? kExitDone : kExitFailed;
  }
  return line.command->run(line.arguments);
}
