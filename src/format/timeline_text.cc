#include "format/timeline_text.h"

#include <algorithm>
#include <array>

#include "format/claim_words.h"
#include "format/date_words.h"
#include "format/printable.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostRows = 24;

constexpr std::string_view kFaint = "\033[2m";
constexpr std::string_view kHeading = "\033[1m";
constexpr std::string_view kClaimed = "\033[36m";  // cyan, as sources are
constexpr std::string_view kAgainst = "\033[31m";  // red

class Chart {
 public:
  explicit Chart(const TextOptions& options) : options_(options) {}

  std::string styled(std::string_view style, const std::string& text) const {
    return options_.color && !text.empty() ? std::string(style) + text + "\033[0m" : text;
  }

  // Claimed, against, events.
  using Counts = std::array<int, 3>;

  std::string draw(const std::vector<TimelineEntry>& entries, const std::vector<TimelineSlot>& slots) const {
    std::vector<std::string> labels;
    std::vector<Counts> counts;
    int label_width = 0, most = 1;
    for (const TimelineSlot& slot : slots) {
      labels.push_back(printable(date_words(slot.when)));
      label_width = std::max(label_width, column_width(labels.back()));
      Counts& c = counts.emplace_back();
      for (const std::uint32_t i : slot.entries) ++c[entries[i].is_event ? 2 : entries[i].against ? 1 : 0];
      most = std::max({most, c[0], c[1]});
    }
    // Label, left bar, axis, right bar, events.
    const int bar = std::clamp((options_.width - label_width - 26) / 2, 5, 30);
    std::string out = spaces(label_width + 2 + std::max(0, bar + 5 - 7)) + styled(kClaimed, "claimed") +
                      " │ " + styled(kAgainst, "denied or disputed") + "\n";
    for (std::size_t i = 0; i < slots.size(); ++i) {
      out += spaces(label_width - column_width(labels[i])) + labels[i] + "  " + row(counts[i], bar, most);
    }
    return out;
  }

 private:
  static std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
  }

  static std::string bar_of(int count, int width, int most) {
    // At least one cell for whatever there is.
    const int cells = count == 0 ? 0 : std::max(1, count * width / most);
    std::string out;
    for (int i = 0; i < cells; ++i) out += "█";
    return out;
  }

  std::string row(const Counts& c, int width, int most) const {
    const std::string left = bar_of(c[0], width, most), right = bar_of(c[1], width, most);
    const std::string number = c[0] > 0 ? std::to_string(c[0]) : "";
    std::string out = spaces(4 - static_cast<int>(number.size()) + width - column_width(left)) +
                      styled(kFaint, number) + " " + styled(kClaimed, left) + " │";
    if (c[1] > 0) out += " " + styled(kAgainst, right) + styled(kFaint, " " + std::to_string(c[1]));
    if (c[2] > 0) out += "  ◇ " + std::to_string(c[2]);
    return out + "\n";
  }

  const TextOptions& options_;
};

void append_wrapped(const Chart& chart, std::string_view style, const std::string& text, int indent,
                    int width, std::string& out) {
  for (const std::string& line : wrap(text, std::max(20, width - indent))) {
    out += std::string(static_cast<std::size_t>(indent), ' ') + chart.styled(style, line) + "\n";
  }
}

// Where it stands, behind `used` columns of a line. The id is never broken: where it has no room, it has a
// line of its own.
std::string place_of(const TimelineEntry& e, int used, int width) {
  std::string place =
      (e.publisher.empty() ? "" : " · " + printable(e.publisher)) + " · ¶" + std::to_string(e.paragraph);
  const std::string id = printable(e.document) + (e.is_event ? "" : "/" + entry_id(e));
  const bool fits = used + column_width(place) + 3 + column_width(id) <= width;
  return place + (fits ? " · " : "\n    ") + id;
}

void append_entry(const TimelineEntry& e, const Chart& chart, const TextOptions& options, std::string& out) {
  if (e.is_event) {
    const std::string when = "  ◇ " + date_words(e.when);
    out += when + chart.styled(kFaint, place_of(e, column_width(when), options.width)) + "\n";
  } else {
    const std::string who = e.who.empty() ? "no source named" : printable(e.who);
    const std::string cue = printable(e.cue);
    std::string act(act_words({.act = e.act, .negated = e.negated}));
    if (!act.empty()) act = " · " + act;
    out += chart.styled(e.against ? kAgainst : kClaimed, e.against ? "  ○ " : "  ● ");
    out += chart.styled("\033[1;36m", who) + " " + chart.styled("\033[33m", cue) + act;
    const int used = 5 + column_width(who) + column_width(cue) + column_width(act);
    out += chart.styled(kFaint, place_of(e, used, options.width)) + "\n";
  }
  append_wrapped(chart, "", printable(e.words), 4, options.width, out);
}

}  // namespace

std::string timeline_text(const std::vector<TimelineEntry>& entries, const TextOptions& options) {
  const Chart chart(options);
  std::string out;
  const std::vector<TimelineSlot> slots = timeline_slots(entries, kMostRows);
  if (slots.size() > 1) out += chart.draw(entries, slots);
  for (const TimelineSlot& slot : timeline_slots(entries, entries.size())) {
    out += "\n" + chart.styled(kHeading, printable(date_words(slot.when))) + "\n";
    for (const std::uint32_t i : slot.entries) append_entry(entries[i], chart, options, out);
  }
  return out;
}

}  // namespace hearsay
