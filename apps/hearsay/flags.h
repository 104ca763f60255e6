// The one table of commands and flags. The parser, `hearsay help`, the manual
// page and the shell completions are all made from it.
#ifndef HEARSAY_APPS_HEARSAY_FLAGS_H_
#define HEARSAY_APPS_HEARSAY_FLAGS_H_

#include <string>
#include <string_view>
#include <vector>

#include "arguments.h"

namespace hearsay {

// What a shell offers for a value.
enum class Completion { nothing, choices, files, directories };

struct Flag {
  std::string_view name;                  // without the dashes
  char letter = 0;                        // 0: no short form
  std::string_view old_name;              // likewise; taken, and not shown; may be empty
  std::string_view value;                 // what stands for the value in help; empty: a switch
  std::vector<std::string_view> choices;  // all values there are; empty: anything
  Completion completion = Completion::nothing;
  bool required = false;
  std::string_view brief;      // one line, no full stop
  std::string_view paragraph;  // sentences; may hold several paragraphs, parted by blank lines
  // Puts the value into the arguments. Returns "" or "expected ..., found ...".
  std::string (*set)(Arguments& arguments, const std::string& value) = nullptr;
};

struct Example {
  std::string_view command;
  std::string_view what;
};

struct Command {
  std::string_view name;
  std::string_view operands;  // as the usage line shows them; empty: none are taken
  bool many_operands = false;
  bool needs_operand = false;  // at least one
  std::string_view brief;
  std::string_view paragraph;
  std::vector<Flag> flags;
  std::vector<Example> examples;
  Completion operand_completion = Completion::nothing;
  std::vector<std::string_view> operand_choices;
  std::string (*add_operand)(Arguments& arguments, const std::string& value) = nullptr;
  int (*run)(const Arguments& arguments) = nullptr;
};

// In the order of help. Lives for ever.
const std::vector<Command>& commands();

// nullptr when there is none of that name.
const Command* find_command(std::string_view name);

// "text, json, conllu or html".
std::string list_choices(const std::vector<std::string_view>& choices);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_FLAGS_H_
