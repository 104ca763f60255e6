#include "entities/sources.h"

#include <algorithm>
#include <utility>

namespace hearsay {
namespace {

using TokenRange = std::pair<std::uint32_t, std::uint32_t>;  // [first, last)

TokenRange tokens_in(const Document& doc, Span span) {
  const auto first = std::ranges::partition_point(
      doc.tokens, [&](const Token& token) { return token.span.end <= span.begin; });
  const auto last = std::partition_point(first, doc.tokens.end(),
                                         [&](const Token& token) { return token.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - doc.tokens.begin()),
          static_cast<std::uint32_t>(last - doc.tokens.begin())};
}

// The entity whose mention covers the token, or kNone.
std::uint32_t entity_at(const Document& doc, std::uint32_t token) {
  const Span span = doc.tokens[token].span;
  const auto mention =
      std::ranges::partition_point(doc.mentions, [&](const Mention& m) { return m.span.end <= span.begin; });
  const bool covers = mention != doc.mentions.end() && mention->span.begin <= span.begin;
  return covers ? mention->entity : kNone;
}

// The first token of the range that hangs on none of the others.
std::uint32_t head_of(const Document& doc, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.second; ++i) {
    const std::uint32_t head = doc.arcs[i].head;
    if (head == kNone || head < range.first || head >= range.second) return i;
  }
  return range.first;
}

std::uint32_t speaker_in(const Document& doc, TokenRange range) {
  const std::uint32_t head = head_of(doc, range);
  if (const std::uint32_t entity = entity_at(doc, head); entity != kNone) return entity;
  for (std::uint32_t i = range.first; i < range.second; ++i) {
    const Arc arc = doc.arcs[i];
    if (arc.head != head || (arc.deprel != Deprel::appos && arc.deprel != Deprel::flat)) continue;
    if (const std::uint32_t entity = entity_at(doc, i); entity != kNone) return entity;
  }
  return kNone;
}

}  // namespace

void link_sources(Document& doc) {
  for (const Attribution& a : doc.attributions) {
    std::uint32_t entity = kNone;
    for (std::size_t i = 0; i < a.source.size() && entity == kNone; ++i) {
      const TokenRange range = tokens_in(doc, a.source[i]);
      if (range.first < range.second) entity = speaker_in(doc, range);
    }
    doc.source_entities.push_back(entity);
  }
}

}  // namespace hearsay
