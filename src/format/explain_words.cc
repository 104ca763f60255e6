#include "format/explain_words.h"

#include <algorithm>
#include <cstddef>

#include "format/claim_words.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

string percent(float p) { return std::to_string(static_cast<int>(p * 100 + 0.5f)) + "%"; }

// Long stretches are cut: they stand in the text anyway.
string quoted(const Document& doc, Span span) {
  constexpr std::size_t kMostWords = 5;
  const string words = printable(doc.at(span));
  std::size_t end = 0;
  for (std::size_t n = 0; n < kMostWords && end != string::npos; ++n) {
    end = words.find(' ', n > 0 ? end + 1 : 0);
  }
  return "“" + (end == string::npos ? words : words.substr(0, end) + " …") + "”";
}

// The words' name with the words themselves, where there are some.
string named(string_view name, const Document& doc, Span span) {
  string out(name);
  if (span != Span{}) out += (out.empty() ? "" : " ") + quoted(doc, span);
  return out;
}

// What follows "by".
string words_of(const Document& doc, const Reason& r) {
  switch (r.kind) {
    case ReasonKind::word:
      return named(r.span == Span{} ? "the words of the cue" : "the word", doc, r.span);
    case ReasonKind::word_class:
      return named("the dictionary's sense of", doc, r.span);
    case ReasonKind::subject:
      return named("being the subject of", doc, r.span);
    case ReasonKind::source_tie:
      return named("the sentence's tie of the source to", doc, r.span);
    case ReasonKind::content_tie:
      return named("the sentence's tie of the content to", doc, r.span);
    case ReasonKind::source_word:
      return r.span == Span{} ? "who says it" : named("who says it,", doc, r.span);
    case ReasonKind::opening:
      return named("the opening", doc, r.span);
    case ReasonKind::quotation:
      return "the quotation marks";
    case ReasonKind::punctuation:
      return named("the", doc, r.span) + " beside the cue";
    case ReasonKind::nearness:
      return "the source's standing near the cue";
    case ReasonKind::modifier:
      return (r.span == Span{} ? "words" : named("the", doc, r.span)) + " beside the cue";
    case ReasonKind::governor:
      return named("what the cue hangs on,", doc, r.span);
    case ReasonKind::object:
      return r.span == Span{} ? "what it is done to" : named("what it is done to,", doc, r.span);
    case ReasonKind::content_word:
      return r.span == Span{} ? "what is said" : named("what is said, above all", doc, r.span);
  }
  return "";
}

// "97% sure by the quotation marks (81% without them) and the word “said” (9% without both)".
string words_of(const Document& doc, const Finding& finding) {
  constexpr std::string_view kWithout[] = {" without that", " without both", " without all three"};
  string out = percent(finding.sure) + " sure";
  const std::vector<Reason>& reasons = finding.reasons;
  if (reasons.empty()) return out + "; no single clue decides it";
  for (std::size_t k = 0; k < reasons.size(); ++k) {
    out += k == 0 ? " by " : k + 1 == reasons.size() ? " and " : ", ";
    out += words_of(doc, reasons[k]) + " (" + percent(reasons[k].without);
    out += string(kWithout[std::min<std::size_t>(k, 2)]) + ")";
  }
  return out;
}

// The mention of the entity within the source, or null.
const Mention* mention_in(const Document& doc, const std::vector<Span>& source, std::uint32_t entity) {
  for (const Span s : source) {
    auto m = std::partition_point(doc.mentions.begin(), doc.mentions.end(),
                                  [&](const Mention& mention) { return mention.span.begin < s.begin; });
    for (; m != doc.mentions.end() && m->span.end <= s.end; ++m) {
      if (m->entity == entity) return &*m;
    }
  }
  return nullptr;
}

// "" where the source says it all.
string entity_words(const Document& doc, std::size_t i) {
  if (doc.source_entities.empty() || doc.source_entities[i] == kNone) return "";
  const Entity& entity = doc.entities[doc.source_entities[i]];
  if (!entity.named) return "";
  const Mention* mention = mention_in(doc, doc.attributions[i].source, doc.source_entities[i]);
  if (mention == nullptr) return "taken for " + printable(entity.name);
  if (doc.at(mention->span) == entity.name) return "";
  return quoted(doc, mention->span) + " is taken for " + printable(entity.name);
}

string nesting_words(const Document& doc, std::size_t i) {
  const Attribution& a = doc.attributions[i];
  if (a.parent == kNone) return "";
  const string outer = quoted(doc, doc.attributions[a.parent].cue.front());
  if (doc.explanations[i].read_alone) return "found when what " + outer + " reports was read by itself";
  return "stands within what " + outer + " reports";
}

}  // namespace

std::vector<Explained> explain_in_words(const Document& doc, std::size_t i) {
  std::vector<Explained> out;
  if (doc.explanations.empty()) return out;
  const Explanation& e = doc.explanations[i];
  const Attribution& a = doc.attributions[i];
  for (const Finding& finding : e.findings) {
    out.push_back({to_string(finding.part), words_of(doc, finding), &finding});
    if (finding.part == Part::cue) {
      out.back().words += "; of the two taggers, the features say " + percent(e.by_features) +
                          ", the network " + percent(e.by_network);
      if (a.source.empty()) out.push_back({"source", "nobody was found who says it", nullptr});
    } else if (finding.part == Part::content && e.by_rule != Span{}) {
      out.back().words += "; " + quoted(doc, e.by_rule) +
                          " by the rule that a paragraph of nothing but quotation is of who spoke last";
    } else if (finding.part == Part::source) {
      if (string words = entity_words(doc, i); !words.empty()) out.push_back({"entity", words, nullptr});
    }
  }
  if (string words = nesting_words(doc, i); !words.empty()) out.push_back({"nesting", words, nullptr});
  out.push_back(
      {"confidence",
       "of a hundred like it, " + std::to_string(static_cast<int>(a.confidence * 100 + 0.5f)) + " are right",
       nullptr});
  return out;
}

}  // namespace hearsay
