#include "format/timeline_svg.h"

#include <algorithm>
#include <utility>

#include "document/utf8.h"
#include "format/claim_words.h"
#include "format/date_words.h"
#include "format/html_text.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostSlots = 32;
constexpr int kStep = 11;       // from dot to dot
constexpr int kHighest = 8;     // dots above each other
constexpr int kNarrowest = 52;  // of a slot
constexpr int kLetter = 7;      // of a label, at most
constexpr int kLabelHeight = 34;
constexpr std::size_t kLongest = 240;  // bytes of words in a title

// Where a slot stands and how much there is in it.
struct Column {
  int left = 0, width = 0;
  std::vector<std::uint32_t> claimed, against, events;
  std::pair<std::string, std::string> label;  // "5 November" and "2025"; the second may be empty
};

std::pair<std::string, std::string> label_of(const TimelineSlot& slot) {
  std::string words = date_words(slot.when);
  const std::size_t space = words.rfind(' ');
  if (space == std::string::npos) return {std::move(words), ""};
  std::string day = words.substr(0, space);
  if (day.ends_with(" of")) day.resize(day.size() - 3);
  return {std::move(day), words.substr(space + 1)};
}

int stacks(std::size_t count) { return (static_cast<int>(count) + kHighest - 1) / kHighest; }

std::vector<Column> lay_out(const std::vector<TimelineEntry>& entries,
                            const std::vector<TimelineSlot>& slots) {
  std::vector<Column> columns;
  int left = 8;
  for (const TimelineSlot& slot : slots) {
    Column column{.left = left, .label = label_of(slot)};
    for (const std::uint32_t i : slot.entries) {
      (entries[i].is_event  ? column.events
       : entries[i].against ? column.against
                            : column.claimed)
          .push_back(i);
    }
    const int dots = std::max({stacks(column.claimed.size()), stacks(column.against.size()),
                               static_cast<int>(column.events.size())});
    column.width =
        std::max({kNarrowest, (dots + 1) * kStep, static_cast<int>(column.label.first.size()) * kLetter});
    left += column.width;
    columns.push_back(std::move(column));
  }
  return columns;
}

// How many dots stand above each other where there are most.
int height_of(const std::vector<Column>& columns, std::vector<std::uint32_t> Column::*side) {
  std::size_t most = 1;
  for (const Column& column : columns) most = std::max(most, (column.*side).size());
  return static_cast<int>(std::min<std::size_t>(most, kHighest));
}

std::string_view beginning(std::string_view words) {
  std::size_t end = std::min(words.size(), kLongest);
  if (end < words.size()) end = previous_code_point(words, end + 1);
  return words.substr(0, end);
}

std::string title_of(const TimelineEntry& e) {
  std::string title;
  if (!e.is_event) {
    title = (e.who.empty() ? "No source named" : e.who) + " " + e.cue;
    const std::string_view act = act_words({.act = e.act, .negated = e.negated});
    if (!act.empty()) title.append(" (").append(act).append(")");
    title += ", ";
  }
  title += date_words(e.when);
  if (!e.publisher.empty()) title += " · " + e.publisher;
  const std::string_view words = beginning(e.words);
  title.append("\n").append(words).append(words.size() < e.words.size() ? " …" : "");
  return html(title);
}

class Drawing {
 public:
  Drawing(const std::vector<TimelineEntry>& entries,
          const std::function<std::string(const TimelineEntry&)>& link, int axis)
      : entries_(entries), link_(link), axis_(axis) {}

  // Dots from the axis upwards (-1) or downwards (1), as many beside each other as must be.
  void add_dots(const Column& column, const std::vector<std::uint32_t>& dots, int direction,
                std::string_view style) {
    const int across = std::max(1, stacks(dots.size()));
    const int first = column.left + (column.width - (across - 1) * kStep) / 2;
    for (std::size_t i = 0; i < dots.size(); ++i) {
      const int x = first + static_cast<int>(i) % across * kStep;
      const int y = axis_ + direction * (14 + static_cast<int>(i) / across * kStep);
      add_mark(entries_[dots[i]],
               "<circle class=\"" + std::string(style) + "\" cx=\"" + std::to_string(x) + "\" cy=\"" +
                   std::to_string(y) + "\" r=\"4\">",
               "</circle>");
    }
  }

  void add_events(const Column& column) {
    const int count = static_cast<int>(column.events.size());
    const int first = column.left + (column.width - (count - 1) * kStep) / 2;
    for (int i = 0; i < count; ++i) {
      const std::string x = std::to_string(first + i * kStep), y = std::to_string(axis_ - 5);
      add_mark(entries_[column.events[static_cast<std::size_t>(i)]],
               "<path class=\"ev\" d=\"M" + x + " " + y + "l5 5-5 5-5-5z\">", "</path>");
    }
  }

  void add_label(const Column& column, int y) {
    const int x = column.left + column.width / 2;
    add_text(x, y, "day", column.label.first);
    if (!column.label.second.empty()) add_text(x, y + 13, "year", column.label.second);
  }

  void add(std::string_view svg) { svg_ += svg; }
  std::string take() { return std::move(svg_); }

 private:
  void add_mark(const TimelineEntry& entry, const std::string& begin, std::string_view end) {
    const std::string address = link_(entry);
    if (!address.empty()) svg_ += "<a href=\"#" + html(address) + "\">";
    svg_.append(begin).append("<title>").append(title_of(entry)).append("</title>").append(end);
    svg_ += address.empty() ? "\n" : "</a>\n";
  }

  void add_text(int x, int y, std::string_view style, std::string_view words) {
    svg_.append("<text class=\"").append(style).append("\" x=\"").append(std::to_string(x));
    svg_.append("\" y=\"").append(std::to_string(y)).append("\">").append(html(words)).append("</text>\n");
  }

  const std::vector<TimelineEntry>& entries_;
  const std::function<std::string(const TimelineEntry&)>& link_;
  const int axis_;
  std::string svg_;
};

}  // namespace

std::string timeline_svg(const std::vector<TimelineEntry>& entries,
                         const std::function<std::string(const TimelineEntry&)>& link) {
  const std::vector<TimelineSlot> slots = timeline_slots(entries, kMostSlots);
  const std::vector<Column> columns = lay_out(entries, slots);
  const int width = columns.empty() ? kNarrowest : columns.back().left + columns.back().width + 8;
  const int axis = height_of(columns, &Column::claimed) * kStep + 18;
  const int bottom = axis + height_of(columns, &Column::against) * kStep + 12;
  Drawing drawing(entries, link, axis);
  const std::string size = std::to_string(width), height = std::to_string(bottom + kLabelHeight);
  drawing.add("<svg width=\"" + size + "\" height=\"" + height + "\" viewBox=\"0 0 " + size + " " + height +
              "\" role=\"group\" aria-label=\"Timeline\">\n");
  drawing.add("<path class=\"axis\" d=\"M0 " + std::to_string(axis) + "h" + size + "\"/>\n");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) {
      drawing.add("<path class=\"grid\" d=\"M" + std::to_string(columns[i].left) + " 4v" +
                  std::to_string(bottom + kLabelHeight - 8) + "\"/>\n");
    }
    drawing.add_dots(columns[i], columns[i].claimed, -1, "for");
    drawing.add_dots(columns[i], columns[i].against, 1, "against");
    drawing.add_events(columns[i]);
    drawing.add_label(columns[i], bottom + 14);
  }
  drawing.add("</svg>\n");
  return drawing.take();
}

}  // namespace hearsay
