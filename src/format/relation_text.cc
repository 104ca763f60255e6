#include "format/relation_text.h"

#include <algorithm>

#include "format/printable.h"

namespace hearsay {

std::string_view relation_words(std::string_view type, bool is_later) {
  struct Words {
    std::string_view type, later, earlier;
  };
  static constexpr Words kWords[] = {{"disputes", "disputes", "disputed by"},
                                     {"retracts", "takes back or changes", "taken back or changed by"},
                                     {"supports", "supports", "supported by"},
                                     {"repeats", "repeats", "repeated by"},
                                     {"conflicts", "in conflict with", "in conflict with"}};
  for (const Words& words : kWords) {
    if (words.type == type) return is_later ? words.later : words.earlier;
  }
  return type;
}

std::string indented(const std::string& text, std::size_t columns) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    if (text[begin] != '\n') out.append(columns, ' ');
    out.append(text, begin, end - begin);
    begin = end;
  }
  return out;
}

std::string relation_text(const RelationRecord& relation, bool is_later, const StatementRecord& other,
                          const TextOptions& options) {
  const TextOptions narrower{.color = options.color, .width = std::max(40, options.width - 4)};
  std::string head(relation_words(relation.type, is_later));
  head += ", " + sure_words(relation.confidence, relation.told) + ": " + printable(relation.why);
  std::string out;
  for (const std::string& line : wrap(head, narrower.width)) {
    out += options.color ? "  \033[1;31m" + line + "\033[0m\n" : "  " + line + "\n";
  }
  return out + indented(to_text(other, narrower), 4);
}

}  // namespace hearsay
