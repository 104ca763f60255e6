#include "parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "help.h"

namespace hearsay {
namespace {

struct WrongUsage {
  std::string message;
};

std::string option_names(const Flag& flag) {
  std::string names = flag.letter != 0 ? std::string("-") + flag.letter + "," : "";
  if (!flag.old_name.empty()) names += "--" + std::string(flag.old_name) + ",";
  return names + "--" + std::string(flag.name);
}

void check(const Command& command, const std::string& name, const std::string& problem) {
  if (!problem.empty()) throw WrongUsage{std::string(command.name) + ": " + name + ": " + problem};
}

void add_operand(const Command& command, const std::string& value, Arguments& arguments) {
  const std::string taken = command.add_operand == nullptr ? "expected no operands, found '" + value + "'"
                                                           : command.add_operand(arguments, value);
  check(command, value, taken);
}

// All commands that need an operand need a ledger.
void require_operand(const Command& command, const Arguments& arguments) {
  if (command.needs_operand && arguments.ledger.path.empty()) {
    throw WrongUsage{std::string(command.name) + ": expected a ledger, found nothing"};
  }
}

void add_flag(CLI::App& app, const Command& command, const Flag& flag, Arguments& arguments) {
  const auto set = [&command, &flag, &arguments](const std::string& value) {
    check(command, "--" + std::string(flag.name), flag.set(arguments, value));
  };
  if (flag.value.empty()) {
    app.add_flag_callback(option_names(flag), [set] { set(""); });
    return;
  }
  app.add_option_function<std::string>(option_names(flag), set)
      ->required(flag.required)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_command(CLI::App& app, const Command& command, ParsedLine& line) {
  CLI::App& sub = *app.add_subcommand(std::string(command.name));
  sub.set_help_flag();
  sub.add_flag_callback("-h",
                        [&] {
                          line.to_print = command_text(command, false);
                          throw CLI::CallForHelp();
                        })
      ->trigger_on_parse();
  sub.add_flag_callback("--help",
                        [&] {
                          line.to_print = command_text(command, true);
                          throw CLI::CallForHelp();
                        })
      ->trigger_on_parse();
  for (const Flag& flag : command.flags) add_flag(sub, command, flag, line.arguments);
  if (command.add_operand != nullptr) {
    const auto add = [&](const std::vector<std::string>& values) {
      for (const std::string& value : values) add_operand(command, value, line.arguments);
    };
    sub.add_option_function<std::vector<std::string>>("operands", add)->expected(0, -1);
  }
  sub.callback([&] { line.command = &command; });
}

// How many letters have to be put in, left out or replaced.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

// "; did you mean 'search'?", where one of the names begins so or is so near to what was typed.
std::string suggestion(std::string_view typed, const std::vector<std::string>& names) {
  constexpr std::size_t kMostTyped = 40;
  if (names.empty() || typed.size() > kMostTyped) return "";
  constexpr std::size_t kLeastBegun = 3;
  const auto far = [&](const std::string& name) {
    return typed.size() >= kLeastBegun && name.starts_with(typed) ? 0 : distance(typed, name);
  };
  const auto nearest = std::ranges::min_element(names, {}, far);
  const bool is_near = far(*nearest) <= std::max<std::size_t>(1, nearest->size() / 3);
  return is_near ? "; did you mean '" + *nearest + "'?" : "";
}

std::string unknown_command(const std::string& typed) {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  return "expected a command, found '" + typed + "'" + suggestion(typed, names);
}

std::string unknown_option(const Command& command, const std::string& typed) {
  std::vector<std::string> names = {"--help"};
  for (const Flag& flag : command.flags) names.push_back("--" + std::string(flag.name));
  return std::string(command.name) + ": expected one of its options, found '" + typed + "'" +
         suggestion(typed.substr(0, typed.find('=')), names);
}

// In our words what CLI11 makes of a wrong line: first what it did not know, then what was wrong besides.
std::string describe(const CLI::App& app, const std::string& otherwise) {
  const auto chosen = app.get_subcommands();
  const auto unknown = chosen.empty() ? app.remaining() : chosen.front()->remaining();
  const auto option =
      std::ranges::find_if(unknown, [](const std::string& word) { return word.starts_with('-'); });
  if (chosen.empty())
    return unknown.empty() ? otherwise : unknown_command(option != unknown.end() ? *option : unknown.front());
  const Command& command = *find_command(chosen.front()->get_name());
  if (option != unknown.end()) return unknown_option(command, *option);
  return otherwise;
}

std::string words_of(const CLI::App& app, const CLI::ParseError& error) {
  std::string message = error.what();
  while (!message.empty() && (message.back() == '\n' || message.back() == '.')) message.pop_back();
  if (error.get_name() == "ArgumentMismatch")
    message = message.substr(0, message.find(':')) + ": expected a value, found nothing";
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? message : chosen.front()->get_name() + ": " + message;
}

}  // namespace

ParsedLine parse_line(int argc, const char* const* argv) {
  ParsedLine line;
  CLI::App app;
  app.set_help_flag();
  app.require_subcommand(0, 1);
  app.add_flag_callback("-h,--help",
                        [&] {
                          line.to_print = overview_text();
                          throw CLI::CallForHelp();
                        })
      ->trigger_on_parse();
  app.add_flag_callback("-V,--version",
                        [&] {
                          line.to_print = "hearsay " HEARSAY_VERSION "\n";
                          throw CLI::CallForVersion();
                        })
      ->trigger_on_parse();
  for (const Command& command : commands()) add_command(app, command, line);
  // CLI11 hands what follows "--" to the program where a command's operands are
  // optional, so those are added here.
  const char* const* const end = argv + argc;
  const char* const* const mark =
      std::find_if(argv, end, [](const char* argument) { return std::string_view(argument) == "--"; });
  try {
    app.parse(static_cast<int>(mark - argv), argv);
    for (const char* const* operand = mark; operand < end && ++operand < end;) {
      if (line.command != nullptr) add_operand(*line.command, *operand, line.arguments);
    }
    if (line.command != nullptr) require_operand(*line.command, line.arguments);
  } catch (const CLI::CallForHelp&) {
  } catch (const CLI::CallForVersion&) {
  } catch (const WrongUsage& wrong) {
    line.wrong = describe(app, wrong.message);
  } catch (const CLI::ParseError& error) {
    line.wrong = describe(app, words_of(app, error));
  }
  if (const auto chosen = app.get_subcommands(); !chosen.empty())
    line.topic = find_command(chosen.front()->get_name());
  return line;
}

}  // namespace hearsay
