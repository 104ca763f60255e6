#include "train/act_examples.h"

#include <fstream>
#include <optional>
#include <string_view>
#include <utility>

#include "document/labels.h"

namespace hearsay {
namespace {

struct Heading {
  Act act = Act::assert_;
  bool negated = false;
};

std::optional<Heading> read_heading(std::string_view line) {
  constexpr std::string_view kNegated = ", negated";
  Heading heading;
  heading.negated = line.ends_with(kNegated);
  if (heading.negated) line.remove_suffix(kNegated.size());
  const std::optional<Act> act = find_act(line);
  if (!act) return std::nullopt;
  heading.act = *act;
  return heading;
}

// Takes the marks out; false unless there is one cue and every bracket is closed.
bool read_marks(std::string_view line, ActExample& out) {
  std::optional<std::uint32_t> cue;
  std::optional<std::uint32_t> content;
  for (const char c : line) {
    const auto at = static_cast<std::uint32_t>(out.text.size());
    if (c == '[' && !cue && !content) {
      cue = at;
    } else if (c == ']' && cue) {
      out.attribution.cue.push_back({*std::exchange(cue, std::nullopt), at});
    } else if (c == '{' && !cue && !content) {
      content = at;
    } else if (c == '}' && content) {
      out.attribution.content.push_back({*std::exchange(content, std::nullopt), at});
    } else if (c == '[' || c == ']' || c == '{' || c == '}') {
      return false;
    } else {
      out.text += c;
    }
  }
  return !cue && !content && out.attribution.cue.size() == 1;
}

}  // namespace

Result<std::vector<ActExample>> read_act_examples(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) return Error{ErrorCode::not_found, path.string() + ": expected examples of acts, found no file"};
  std::vector<ActExample> examples;
  std::optional<Heading> heading;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::string place = path.string() + ":" + std::to_string(number) + ": ";
    if (line.starts_with("== ")) {
      heading = read_heading(std::string_view(line).substr(3));
      if (!heading) return Error{ErrorCode::invalid_input, place + "expected an act, found '" + line + "'"};
      continue;
    }
    ActExample example;
    if (!heading || !read_marks(line, example)) {
      return Error{ErrorCode::invalid_input,
                   place + "expected one [cue] and {content}, found '" + line + "'"};
    }
    example.attribution.act = heading->act;
    example.attribution.negated = heading->negated;
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace hearsay
