#include "format/board_text.h"

#include "format/printable.h"

namespace hearsay {
namespace {

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

void append_wrapped(const std::string& text, std::size_t indent, std::string_view style,
                    const TextOptions& options, std::string& out) {
  for (const std::string& line : wrap(text, options.width - static_cast<int>(indent))) {
    out.append(indent, ' ');
    out += options.color && !style.empty() ? std::string(style) + line + "\033[0m\n" : line + "\n";
  }
}

// "Ada Holm: asserted since 2024-03-06, then denied since 2024-03-08", one source a line.
void append_positions(const ThreadRecord& thread, const TextOptions& options, std::string& out) {
  for (std::size_t i = 0; i < thread.positions.size();) {
    const std::string_view source = thread.positions[i].source;
    std::string line = printable(source.empty() ? "no source named" : source) + ": ";
    for (bool first = true; i < thread.positions.size() && thread.positions[i].source == source;
         ++i, first = false) {
      line += first ? "" : ", then ";
      line += thread.positions[i].position;
      const std::string since = printable(thread.positions[i].since.substr(0, 10));
      if (!since.empty()) line += " since " + since;
    }
    append_wrapped(line, 4, "", options, out);
  }
}

void append_list(std::string_view title, const std::vector<std::string_view>& values, std::string& out) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    out.append(i == 0 ? " · " : ", ").append(i == 0 ? title : "").append(printable(values[i]));
  }
}

}  // namespace

std::string thread_text(const ThreadRecord& thread, std::string_view first_day, std::string_view last_day,
                        const TextOptions& options) {
  std::string out;
  append_wrapped(printable(thread.title), 0, "\033[1m", options, out);
  std::string line = printable(last_day);
  if (first_day != last_day && !first_day.empty()) line = printable(first_day) + " to " + line;
  if (!line.empty()) line += " · ";
  line += counted(thread.size, "statement", "statements") + " · " +
          (thread.independent_sources == 0
               ? "no named source"
               : counted(thread.independent_sources, "independent source", "independent sources"));
  for (const std::string& part : wrap_with_id(line, thread.id, options.width - 2)) out += "  " + part + "\n";
  if (!thread.carriers.empty())
    append_wrapped("in the same words " + printable(carrier_words(thread.carriers)), 2, "", options, out);
  append_positions(thread, options, out);
  return out;
}

std::string entity_text(const EntityRecord& entity, const std::vector<std::string_view>& member_of,
                        const TextOptions& options) {
  std::string out, line(to_string(entity.kind));
  append_wrapped(printable(entity.name), 0, "\033[1;36m", options, out);
  append_list("also ", entity.aliases, line);
  append_list("", entity.roles, line);
  append_list("of or for ", member_of, line);
  line += " · " + counted(entity.articles, "article", "articles");
  for (const std::string& part : wrap_with_id(line, entity.id, options.width - 2)) out += "  " + part + "\n";
  return out;
}

}  // namespace hearsay
