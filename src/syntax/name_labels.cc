#include "syntax/name_labels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>

namespace hearsay {
namespace {

constexpr int kInnerKind = static_cast<int>(EntityKind::place);

constexpr bool is_inside(int label) { return label != 0 && label % 2 == 0; }

// May `label` stand after `previous`? A sequence starts as if after label 0.
constexpr bool may_follow(int previous, int label) {
  return !is_inside(label) || previous == label || previous == label - 1;
}

// Below any score that a path can have and far from overflow in 64 bits.
constexpr std::int64_t kForbidden = std::numeric_limits<std::int64_t>::min() / 4;

// Takes a label out of the running, yet is far from overflow when summed.
constexpr std::int32_t kNever = -10'000'000;

std::int32_t to_score(float x) {
  constexpr float kLargest = 1000;
  return static_cast<std::int32_t>(std::floor(std::clamp(x, -kLargest, kLargest) / kNameScoreUnit + 0.5f));
}

// The end of the name that begins at word `i`.
std::uint32_t end_of_name(std::span<const std::uint8_t> labels, std::uint32_t i) {
  std::uint32_t end = i + 1;
  while (end < labels.size() && is_inside(labels[end])) ++end;
  return end;
}

Span span_of(const Document& doc, std::uint32_t first, std::uint32_t last) {
  return {doc.tokens[first].span.begin, doc.tokens[last - 1].span.end};
}

// "-", "--" or the like that touches no other word.
bool is_spaced_dash(const Document& doc, std::uint32_t token) {
  const Span span = doc.tokens[token].span;
  const std::string_view form = doc.at(span);
  if (form != "-" && form != "--" && form != "–" && form != "—") return false;
  const bool touches_left = token > 0 && doc.tokens[token - 1].span.end == span.begin;
  const bool touches_right = token + 1 < doc.tokens.size() && doc.tokens[token + 1].span.begin == span.end;
  return !touches_left && !touches_right;
}

// Places inside the name of words [begin, end), which follow token `first`.
void append_inner(const NameLabelScratch& scratch, std::uint32_t begin, std::uint32_t end,
                  std::uint32_t first, Document& doc) {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (scratch.inner[i] != 1) continue;
    const std::uint32_t last = end_of_name(scratch.inner, i);
    if (last <= end && last - i < end - begin) {
      doc.names.push_back({span_of(doc, first + i, first + last), static_cast<EntityKind>(kInnerKind), true});
    }
  }
}

}  // namespace

void best_name_labels(std::span<const std::int32_t> scores, int stride, int count, int labels,
                      std::span<const std::int32_t> chain, NameLabelScratch& scratch,
                      std::vector<std::uint8_t>& out) {
  out.assign(static_cast<std::size_t>(count), 0);
  if (count == 0) return;
  scratch.back.resize(static_cast<std::size_t>(count));
  const auto step = [&](int before, int label) -> std::int64_t {
    return chain.empty() ? 0 : chain[static_cast<std::size_t>(before * labels + label)];
  };
  std::array<std::int64_t, kNameLabels> best{}, before{};
  for (int t = 0; t < count; ++t) {
    const std::int32_t* row = scores.data() + static_cast<std::size_t>(t) * static_cast<std::size_t>(stride);
    for (int k = 0; k < labels; ++k) {
      std::int64_t top = t == 0 && may_follow(0, k) ? step(labels, k) : kForbidden;
      int from = 0;
      for (int p = 0; t > 0 && p < labels; ++p) {
        if (!may_follow(p, k) || before[p] + step(p, k) <= top) continue;
        top = before[p] + step(p, k);
        from = p;
      }
      best[k] = top + row[k];
      scratch.back[t][k] = static_cast<std::uint8_t>(from);
    }
    before = best;
  }
  int label = static_cast<int>(std::max_element(best.begin(), best.begin() + labels) - best.begin());
  for (int t = count - 1; t >= 0; --t) {
    out[t] = static_cast<std::uint8_t>(label);
    label = scratch.back[t][label];
  }
}

void append_names(std::span<const float> scores, int stride, int count, std::span<const std::int32_t> chain,
                  std::uint32_t first, Document& doc, NameLabelScratch& scratch) {
  constexpr int kLabels = kNameLabels + kInnerLabels;
  scratch.scores.clear();
  for (int t = 0; t < count; ++t) {
    const auto row = scores.subspan(static_cast<std::size_t>(t * stride), kLabels);
    for (const float x : row) scratch.scores.push_back(to_score(x));
    if (!is_spaced_dash(doc, first + static_cast<std::uint32_t>(t))) continue;
    std::fill_n(scratch.scores.end() - kLabels + 1, kNameLabels - 1, kNever);
  }
  const std::span<const std::int32_t> rounded = scratch.scores;
  best_name_labels(rounded, kLabels, count, kNameLabels, chain, scratch, scratch.labels);
  best_name_labels(rounded.subspan(std::min<std::size_t>(kNameLabels, rounded.size())), kLabels, count,
                   kInnerLabels, {}, scratch, scratch.inner);
  const auto words = static_cast<std::uint32_t>(count);
  for (std::uint32_t i = 0; i < words; ++i) {
    const int label = scratch.labels[i];
    if (label % 2 == 0) continue;
    const std::uint32_t end = end_of_name(scratch.labels, i);
    doc.names.push_back({span_of(doc, first + i, first + end), static_cast<EntityKind>(label / 2), false});
    append_inner(scratch, i, end, first, doc);
  }
}

}  // namespace hearsay
