#include "help.h"

#include <cstdio>
#include <vector>

#include "flags.h"

namespace hearsay {
namespace {

constexpr std::size_t kWidth = 79;

// Appends words, wrapped, each line indented by `indent`; blank lines part
// paragraphs.
void append_wrapped(std::string_view text, std::size_t indent, std::string& out) {
  std::size_t column = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    if (text[i] == '\n') {
      out += column > 0 ? "\n\n" : "";
      column = 0;
    }
    if (text[i] == ' ' || text[i] == '\n') {
      ++i;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \n", i), text.size());
    if (column > 0 && column + 1 + end - i > kWidth) {
      out += '\n';
      column = 0;
    }
    out += column > 0 ? " " : std::string(indent, ' ');
    column = (column > 0 ? column + 1 : indent) + end - i;
    out += text.substr(i, end - i);
    i = end;
  }
  if (column > 0) out += '\n';
}

std::string flag_names(const Flag& flag) {
  std::string names = flag.letter != 0 ? std::string("-") + flag.letter + ", " : "    ";
  names.append("--").append(flag.name);
  if (!flag.value.empty()) names.append(" ").append(flag.value);
  return names;
}

std::string usage(const Command& command) {
  std::string line = "hearsay " + std::string(command.name);
  for (const Flag& flag : command.flags) {
    if (flag.required) line.append(" --").append(flag.name).append(" ").append(flag.value);
  }
  line += " [OPTION...]";
  if (!command.operands.empty()) line.append(" ").append(command.operands);
  return line;
}

void append_row(const std::string& left, std::string_view right, std::size_t width, std::string& out) {
  out += "  " + left + std::string(width - left.size() + 2, ' ');
  out += right;
  out += '\n';
}

void append_short_flags(const Command& command, std::string& out) {
  const std::string help = "-h, --help";
  std::size_t width = help.size();
  for (const Flag& flag : command.flags) width = std::max(width, flag_names(flag).size());
  for (const Flag& flag : command.flags) append_row(flag_names(flag), flag.brief, width, out);
  append_row(help, "Explain briefly (-h) or in full (--help)", width, out);
}

void append_long_flags(const Command& command, std::string& out) {
  for (const Flag& flag : command.flags) {
    out += "  " + flag_names(flag) + "\n";
    append_wrapped(flag.paragraph, 10, out);
    out += '\n';
  }
  out += "  -h, --help\n";
  append_wrapped("Explain briefly (-h) or in full (--help).", 10, out);
}

}  // namespace

std::string overview_text() {
  std::string out =
      "Hearsay finds who said what in news articles.\n\nUsage: hearsay COMMAND [OPTION...]\n\nCommands:\n";
  for (const Command& command : commands()) append_row(std::string(command.name), command.brief, 8, out);
  out += "\nOptions:\n";
  append_row("-h, --help", "Print this", 13, out);
  append_row("-V, --version", "Print the version", 13, out);
  out += "\nTry 'hearsay read article.txt', and 'hearsay help read' for all its options.\n";
  return out;
}

std::string command_text(const Command& command, bool full) {
  std::string out = std::string(command.brief) + ".\n\nUsage: " + usage(command) + "\n\n";
  if (full) {
    append_wrapped(command.paragraph, 0, out);
    out += '\n';
  }
  out += "Options:\n";
  if (full) {
    append_long_flags(command, out);
  } else {
    append_short_flags(command, out);
  }
  out += "\nExamples:\n";
  for (const Example& example : command.examples) {
    out += "  " + std::string(example.command) + "\n      " + std::string(example.what) + "\n";
  }
  if (full) {
    out += "\n";
    append_wrapped(exit_status_text(), 0, out);
  }
  return out;
}

int run_help(const Arguments& arguments) {
  const HelpArguments& asked = arguments.help;
  std::string text = overview_text();
  if (!asked.topic.empty()) text = command_text(*find_command(asked.topic), true);
  if (!asked.completion.empty()) text = completion_script(asked.completion);
  if (asked.man) text = man_page();
  std::fputs(text.c_str(), stdout);
  return std::fflush(stdout) == 0 ? kExitDone : kExitFailed;
}

}  // namespace hearsay
