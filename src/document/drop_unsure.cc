#include "document/drop_unsure.h"

#include <utility>
#include <vector>

namespace hearsay {
namespace {

// Of a layer beside the attributions, what belongs to those that stay.
void keep_beside(const std::vector<std::uint32_t>& number, std::vector<std::uint32_t>& beside) {
  if (beside.empty()) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (number[i] != kNone) beside[kept++] = beside[i];
  }
  beside.resize(kept);
}

}  // namespace

void drop_unsure(float least, Document& doc) {
  const auto is_kept = [&](std::uint32_t i) { return doc.attributions[i].confidence >= least; };
  std::vector<Attribution> kept;
  std::vector<std::uint32_t> number(doc.attributions.size(), kNone);
  std::vector<std::uint32_t> parents;
  std::vector<Explanation> explanations;
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    if (!is_kept(i)) continue;
    std::uint32_t parent = doc.attributions[i].parent;
    while (parent != kNone && !is_kept(parent)) parent = doc.attributions[parent].parent;
    number[i] = static_cast<std::uint32_t>(kept.size());
    parents.push_back(parent);
    kept.push_back(doc.attributions[i]);
    if (!doc.explanations.empty()) explanations.push_back(std::move(doc.explanations[i]));
  }
  for (std::size_t k = 0; k < kept.size(); ++k) {
    kept[k].parent = parents[k] == kNone ? kNone : number[parents[k]];
  }
  doc.attributions = std::move(kept);
  keep_beside(number, doc.source_entities);
  keep_beside(number, doc.statement_times);
  doc.explanations = std::move(explanations);
}

}  // namespace hearsay
