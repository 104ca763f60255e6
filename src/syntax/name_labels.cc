#include "syntax/name_labels.h"

#include <algorithm>
#include <cstddef>

namespace hearsay {
namespace {

constexpr int kInnerKind = static_cast<int>(EntityKind::place);

// A label may stand after those of its own name, or anywhere if it begins one.
constexpr bool is_inside(int label) { return label != 0 && label % 2 == 0; }

int first_of_best(std::span<const float> scores) {
  return static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin());
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

void best_name_labels(std::span<const float> scores, int stride, int count, int labels,
                      NameLabelScratch& scratch, std::vector<std::uint8_t>& out) {
  out.assign(static_cast<std::size_t>(count), 0);
  if (count == 0) return;
  scratch.back.resize(static_cast<std::size_t>(count));
  std::array<float, kNameLabels> best{}, next{};
  for (int t = 0; t < count; ++t) {
    const float* row = scores.data() + static_cast<std::size_t>(t) * static_cast<std::size_t>(stride);
    const int anywhere = t == 0 ? 0 : first_of_best({best.data(), static_cast<std::size_t>(labels)});
    for (int k = 0; k < labels; ++k) {
      int from = anywhere;
      if (is_inside(k)) from = best[k - 1] >= best[k] ? k - 1 : k;
      // A sequence starts as if after label 0.
      next[k] = t == 0 ? (is_inside(k) ? -1e9f : row[k]) : best[from] + row[k];
      scratch.back[t][k] = static_cast<std::uint8_t>(from);
    }
    best = next;
  }
  int label = first_of_best({best.data(), static_cast<std::size_t>(labels)});
  for (int t = count - 1; t >= 0; --t) {
    out[t] = static_cast<std::uint8_t>(label);
    label = scratch.back[t][label];
  }
}

void append_names(std::span<const float> scores, int stride, int count, std::uint32_t first, Document& doc,
                  NameLabelScratch& scratch) {
  best_name_labels(scores, stride, count, kNameLabels, scratch, scratch.labels);
  best_name_labels(scores.subspan(std::min<std::size_t>(kNameLabels, scores.size())), stride, count,
                   kInnerLabels, scratch, scratch.inner);
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
