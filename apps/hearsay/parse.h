// The command line, checked against the flag table.
#ifndef HEARSAY_APPS_HEARSAY_PARSE_H_
#define HEARSAY_APPS_HEARSAY_PARSE_H_

#include <string>

#include "arguments.h"
#include "flags.h"

namespace hearsay {

// One of these is meant: a wrong usage, text to print, or a command. None of them
// where the line is empty.
struct ParsedLine {
  std::string wrong;     // what is wrong with the line, in one sentence
  std::string to_print;  // the answer to --help or --version
  const Command* command = nullptr;
  const Command* topic = nullptr;  // the command that the line names, also where it is wrong
  Arguments arguments;
};

ParsedLine parse_line(int argc, const char* const* argv);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_PARSE_H_
