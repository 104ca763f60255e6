#include <string>

#include "flags.h"
#include "help.h"

namespace hearsay {
namespace {

// Text as roff takes it: no line may begin with a control character, hyphens that
// are typed must not become dashes.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line_begins = i == 0 || text[i - 1] == '\n';
    if (line_begins && (text[i] == '.' || text[i] == '\'')) out += "\\&";
    switch (text[i]) {
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '\n':
        out += line_begins ? ".PP\n" : "\n";
        break;
      default:
        out += text[i];
    }
  }
  return out;
}

// Paragraphs under a tag: their breaks must keep the indentation.
std::string roff_tagged(std::string_view text) {
  std::string out = roff(text);
  for (std::size_t at = 0; (at = out.find("\n.PP\n", at)) != std::string::npos;)
    out.replace(at, 5, "\n.IP\n");
  return out + "\n";
}

void append_flag(const Flag& flag, std::string& out) {
  out += ".TP\n";
  if (flag.letter != 0) out.append("\\fB\\-").append(1, flag.letter).append("\\fR, ");
  out.append("\\fB\\-\\-").append(roff(flag.name)).append("\\fR");
  if (!flag.value.empty()) out.append(" \\fI").append(roff(flag.value)).append("\\fR");
  out.append("\n").append(roff_tagged(flag.paragraph));
}

void append_command(const Command& command, std::string& out) {
  out.append(".SS hearsay ").append(roff(command.name));
  if (!command.operands.empty()) out.append(" ").append(roff(command.operands));
  out += '\n';
  out += roff(command.paragraph) + "\n";
  for (const Flag& flag : command.flags) append_flag(flag, out);
}

}  // namespace

std::string_view exit_status_text() {
  return "The exit status is 0 if all went well (also if nothing was found), 1 if an input, a model or the "
         "output failed, and 2 if the command line was wrong. It is 0, too, if the reader of the output goes "
         "away, and 130 or 143 if add, watch or upgrade was asked to stop (SIGINT, SIGTERM).";
}

std::string man_page() {
  std::string out = ".TH HEARSAY 1 \"\" \"Hearsay " HEARSAY_VERSION "\" \"User Commands\"\n.SH NAME\n";
  out += "hearsay \\- find who said what in news articles\n.SH SYNOPSIS\n";
  for (const Command& command : commands()) {
    out += ".B hearsay " + roff(command.name) + "\n";
    for (const Flag& flag : command.flags) {
      if (flag.required) out += roff("--" + std::string(flag.name)) + " " + roff(flag.value) + "\n";
    }
    out += "[\\fIoption\\fR...]\n";
    if (!command.operands.empty()) out.append(roff(command.operands)).append("\n");
    out += ".br\n";
  }
  out +=
      ".SH DESCRIPTION\nHearsay reads news articles and tells who said what in them: the source, the words "
      "that "
      "ascribe it, and what was said, each with its place in the text.\n.SH COMMANDS\n";
  for (const Command& command : commands()) append_command(command, out);
  out +=
      ".SS Every command\n.TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nExplain briefly (\\-h) or in full "
      "(\\-\\-help).\n";
  out += ".TP\n\\fB\\-V\\fR, \\fB\\-\\-version\\fR\nPrint the version. Without a command only.\n";
  out += ".SH EXIT STATUS\n" + roff(exit_status_text()) + "\n.SH ENVIRONMENT\n";
  out +=
      ".TP\n.B HEARSAY_MODELS\nThe directory of the trained models, unless \\fB\\-\\-models\\fR names one.\n";
  out +=
      ".TP\n.B NO_COLOR\nIf set and not empty, nothing is coloured unless \\fB\\-\\-color always\\fR asks "
      "for it.\n";
  out += ".TP\n.B COLUMNS\nThe width of the text where the output is no terminal.\n.SH EXAMPLES\n";
  for (const Command& command : commands()) {
    for (const Example& example : command.examples) {
      out += ".TP\n.B " + roff(example.command) + "\n" + roff(example.what) + "\n";
    }
  }
  return out;
}

}  // namespace hearsay
