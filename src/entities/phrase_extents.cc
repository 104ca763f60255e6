#include "entities/phrase_extents.h"

#include <algorithm>
#include <numeric>

namespace hearsay {
namespace {

enum class Belonging : std::uint8_t { none, phrase, core };

// What a dependent adds to the noun phrase of its head.
Belonging belonging_of(const Arc& arc, bool before) {
  switch (arc.deprel) {
    case Deprel::det:
    case Deprel::amod:
    case Deprel::nmod:
    case Deprel::nummod:
    case Deprel::compound:
    case Deprel::flat:
    case Deprel::fixed:
    case Deprel::goeswith:
      return Belonging::core;
    case Deprel::advmod:
      return before ? Belonging::core : Belonging::none;
    case Deprel::case_:
      return before ? Belonging::none : Belonging::core;
    case Deprel::acl:
    case Deprel::appos:
      return Belonging::phrase;
    default:
      return Belonging::none;
  }
}

// Widens the extents of each head by those of its dependents, leaves first.
void gather_subtrees(const Document& doc, CandidateScratch& s) {
  const std::size_t n = doc.tokens.size();
  s.children.assign(n, 0);
  s.order.clear();
  for (const Arc& arc : doc.arcs) {
    if (arc.head != kNone) ++s.children[arc.head];
  }
  for (std::uint32_t i = 0; i < n; ++i) {
    if (s.children[i] == 0) s.order.push_back(i);
  }
  for (std::size_t k = 0; k < s.order.size(); ++k) {
    const std::uint32_t i = s.order[k];
    const std::uint32_t head = doc.arcs[i].head;
    if (head == kNone) continue;
    s.tree_left[head] = std::min(s.tree_left[head], s.tree_left[i]);
    s.tree_right[head] = std::max(s.tree_right[head], s.tree_right[i]);
    if (--s.children[head] == 0) s.order.push_back(head);
  }
}

}  // namespace

void find_extents(const Document& doc, CandidateScratch& s) {
  const std::size_t n = doc.tokens.size();
  for (auto* extent : {&s.left, &s.right, &s.core_left, &s.core_right, &s.tree_left, &s.tree_right}) {
    extent->resize(n);
    std::iota(extent->begin(), extent->end(), 0u);
  }
  gather_subtrees(doc, s);
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t head = doc.arcs[i].head;
    if (head == kNone) continue;
    const Belonging part = belonging_of(doc.arcs[i], i < head);
    if (part == Belonging::none) continue;
    s.left[head] = std::min(s.left[head], s.tree_left[i]);
    s.right[head] = std::max(s.right[head], s.tree_right[i]);
    if (part != Belonging::core) continue;
    s.core_left[head] = std::min(s.core_left[head], s.tree_left[i]);
    s.core_right[head] = std::max(s.core_right[head], s.tree_right[i]);
  }
}

}  // namespace hearsay
