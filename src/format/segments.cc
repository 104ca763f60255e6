#include "format/segments.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace hearsay {
namespace {

enum class Role : std::uint8_t { source, cue, content };

// One span of an attribution.
struct Mark {
  Span span;
  std::uint32_t attribution = 0;
  Role role = Role::content;
  bool first = false;  // of the spans of its role
};

// Marks that are open at a point of the text, the most telling first.
class OpenMarks {
 public:
  void add(const Mark& mark) {
    open_.insert(key(mark));
    ++count_[static_cast<std::size_t>(mark.role)];
  }

  void remove(const Mark& mark) {
    open_.erase(key(mark));
    --count_[static_cast<std::size_t>(mark.role)];
  }

  Segment describe(Span span) const {
    Segment segment{.span = span,
                    .source = count_[0] > 0,
                    .cue = count_[1] > 0,
                    .content = count_[2] > 0,
                    .attributions = {},
                    .cues_begin = {}};
    for (const Key& key : open_) {
      const std::uint32_t attribution = std::get<2>(key);
      auto& named = segment.attributions;
      if (named.size() == Segment::kMostNamed) break;
      if (std::find(named.begin(), named.end(), attribution) == named.end()) named.push_back(attribution);
    }
    return segment;
  }

 private:
  using Key = std::tuple<bool, std::uint32_t, std::uint32_t, std::uint32_t, Role>;
  static Key key(const Mark& mark) {
    return {mark.role == Role::content, mark.span.end - mark.span.begin, mark.attribution, mark.span.begin,
            mark.role};
  }

  std::set<Key> open_;
  std::array<std::size_t, 3> count_{};
};

void add_marks(const std::vector<Span>& spans, std::uint32_t attribution, Role role,
               std::vector<Mark>& marks) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    marks.push_back({.span = spans[i], .attribution = attribution, .role = role, .first = i == 0});
  }
}

// By where they begin.
std::vector<Mark> collect_marks(const Document& doc) {
  std::vector<Mark> marks;
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    add_marks(doc.attributions[i].source, i, Role::source, marks);
    add_marks(doc.attributions[i].cue, i, Role::cue, marks);
    add_marks(doc.attributions[i].content, i, Role::content, marks);
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  return marks;
}

std::vector<std::uint32_t> collect_cuts(const Document& doc, const std::vector<Mark>& marks) {
  std::vector<std::uint32_t> cuts = {0, static_cast<std::uint32_t>(doc.text.size())};
  const auto add = [&](Span span) {
    cuts.push_back(span.begin);
    cuts.push_back(span.end);
  };
  for (const Mark& mark : marks) add(mark.span);
  for (const Block& block : doc.blocks) add(block.span);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

}  // namespace

std::vector<Segment> cut_segments(const Document& doc) {
  const std::vector<Mark> begins = collect_marks(doc);
  std::vector<Mark> ends = begins;
  std::stable_sort(ends.begin(), ends.end(),
                   [](const Mark& a, const Mark& b) { return a.span.end < b.span.end; });
  const std::vector<std::uint32_t> cuts = collect_cuts(doc, begins);
  std::vector<Segment> segments;
  OpenMarks open;
  auto begin = begins.begin();
  auto end = ends.begin();
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    for (; end != ends.end() && end->span.end <= cuts[i]; ++end) open.remove(*end);
    std::vector<std::uint32_t> cues_begin;
    for (; begin != begins.end() && begin->span.begin == cuts[i]; ++begin) {
      open.add(*begin);
      if (begin->role == Role::cue && begin->first) cues_begin.push_back(begin->attribution);
    }
    segments.push_back(open.describe({cuts[i], cuts[i + 1]}));
    segments.back().cues_begin = std::move(cues_begin);
  }
  return segments;
}

}  // namespace hearsay
