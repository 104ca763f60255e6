#include <string>
#include <vector>

#include "flags.h"
#include "help.h"

namespace hearsay {
namespace {

std::string join(const std::vector<std::string_view>& words) {
  std::string line;
  for (const std::string_view word : words) {
    if (!line.empty()) line += ' ';
    line += word;
  }
  return line;
}

std::string command_names() {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  return join(names);
}

std::string flag_words(const Command& command) {
  std::string words;
  for (const Flag& flag : command.flags) words += "--" + std::string(flag.name) + " ";
  return words + "--help";
}

// For a single-quoted word of bash, zsh or fish.
std::string quote(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string bash_reply(Completion completion, const std::vector<std::string_view>& choices) {
  switch (completion) {
    case Completion::choices:
      return "COMPREPLY=($(compgen -W '" + join(choices) + "' -- \"$word\"))";
    case Completion::files:
      return "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))";
    case Completion::directories:
      return "compopt -o filenames; COMPREPLY=($(compgen -d -- \"$word\"))";
    case Completion::nothing:
      break;
  }
  return "COMPREPLY=()";
}

std::string bash_script() {
  std::string out =
      "# bash completion for hearsay\n"
      "_hearsay() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W '" +
      command_names() +
      " --help --version' -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case $command:$previous in\n";
  for (const Command& command : commands()) {
    const std::string name(command.name);
    for (const Flag& flag : command.flags) {
      if (flag.value.empty()) continue;
      out += "    " + name + ":--" + std::string(flag.name);
      if (flag.letter != 0) out += "|" + name + ":-" + flag.letter;
      out += ") " + bash_reply(flag.completion, flag.choices) + "; return ;;\n";
    }
  }
  out += "  esac\n  case $command:$word in\n";
  for (const Command& command : commands()) {
    const std::string name(command.name);
    out += "    " + name + ":-*) COMPREPLY=($(compgen -W '" + flag_words(command) + "' -- \"$word\")) ;;\n";
    out += "    " + name + ":*) " + bash_reply(command.operand_completion, command.operand_choices) + " ;;\n";
  }
  return out + "  esac\n}\ncomplete -F _hearsay hearsay\n";
}

std::string zsh_action(std::string_view value, Completion completion,
                       const std::vector<std::string_view>& choices) {
  std::string what = ":";
  what.append(value.empty() ? "operand" : value).append(":");
  switch (completion) {
    case Completion::choices:
      return what + "(" + join(choices) + ")";
    case Completion::files:
      return what + "_files";
    case Completion::directories:
      return what + "_files -/";
    case Completion::nothing:
      break;
  }
  return what;
}

// The brief goes into brackets, in which colons and brackets mean something.
std::string zsh_brief(std::string_view brief) {
  std::string out = "[";
  for (const char c : brief) {
    if (c == '[' || c == ']' || c == ':') out += '\\';
    out += c;
  }
  return out + "]";
}

std::string zsh_script() {
  std::string out = "#compdef hearsay\n_hearsay() {\n  local -a commands\n  commands=(\n";
  for (const Command& command : commands()) {
    out += "    " + quote(std::string(command.name) + ":" + std::string(command.brief)) + "\n";
  }
  out +=
      "  )\n  if ((CURRENT == 2)); then\n    _describe command commands\n    return\n  fi\n"
      "  local command=$words[2]\n  shift words\n  ((CURRENT--))\n  case $command in\n";
  for (const Command& command : commands()) {
    out += "    " + std::string(command.name) + ")\n      _arguments -s";
    for (const Flag& flag : command.flags) {
      const std::string action =
          flag.value.empty() ? "" : zsh_action(flag.value, flag.completion, flag.choices);
      const std::string tail = zsh_brief(flag.brief) + action;
      out += " \\\n        " + quote("--" + std::string(flag.name) + tail);
      if (flag.letter != 0) out += " \\\n        " + quote(std::string("-") + flag.letter + tail);
    }
    if (command.add_operand != nullptr) {
      const std::string action = zsh_action("", command.operand_completion, command.operand_choices);
      out += " \\\n        " + quote((command.many_operands ? "*" : "1") + action);
    }
    out += " ;;\n";
  }
  return out + "  esac\n}\n_hearsay \"$@\"\n";
}

std::string fish_script() {
  std::string out = "# fish completion for hearsay\ncomplete -c hearsay -f\n";
  for (const Command& command : commands()) {
    const std::string name(command.name);
    out += "complete -c hearsay -n __fish_use_subcommand -a " + name + " -d " + quote(command.brief) + "\n";
    const std::string within = "complete -c hearsay -n " + quote("__fish_seen_subcommand_from " + name);
    if (command.operand_completion == Completion::files) out += within + " -F\n";
    if (command.operand_completion == Completion::choices) {
      out += within + " -a " + quote(join(command.operand_choices)) + "\n";
    }
    for (const Flag& flag : command.flags) {
      out += within + " -l " + std::string(flag.name);
      if (flag.letter != 0) out += std::string(" -s ") + flag.letter;
      if (!flag.value.empty()) out += " -x";
      if (flag.completion == Completion::choices) out += " -a " + quote(join(flag.choices));
      if (flag.completion == Completion::files) out += " -a '(__fish_complete_path)'";
      if (flag.completion == Completion::directories) out += " -a '(__fish_complete_directories)'";
      out += " -d " + quote(flag.brief) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell) {
  if (shell == "zsh") return zsh_script();
  if (shell == "fish") return fish_script();
  return bash_script();
}

}  // namespace hearsay
