// `hearsay help`: the flag table as help, manual page and shell completions.
#ifndef HEARSAY_APPS_HEARSAY_HELP_H_
#define HEARSAY_APPS_HEARSAY_HELP_H_

#include <string>
#include <string_view>

#include "arguments.h"

namespace hearsay {

struct Command;

// The overview of all commands.
std::string overview_text();

// Help on one command: a line a flag, or with `full` all there is to know.
std::string command_text(const Command& command, bool full);

// What the exit statuses mean, in one paragraph.
std::string_view exit_status_text();

// The manual page, hearsay(1), in roff's man macros.
std::string man_page();

// A completion script. Requires: shell is "bash", "zsh" or "fish".
std::string completion_script(std::string_view shell);

// Returns the exit status.
int run_help(const Arguments& arguments);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_HELP_H_
