#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "document/utf8.h"
#include "hearsay/document.h"

namespace hearsay {
namespace {

// True when the span lies in the text, is not empty, and cuts no code point.
bool is_sound(const std::string& text, Span span) {
  const auto starts_code_point = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  return span.begin < span.end && span.end <= text.size() && starts_code_point(span.begin) &&
         starts_code_point(span.end);
}

std::string at_index(const char* layer, std::size_t i, const char* rule) {
  return std::string(layer) + "[" + std::to_string(i) + "]: " + rule;
}

std::string check_blocks(const Document& doc) {
  for (std::size_t i = 0; i < doc.blocks.size(); ++i) {
    if (!is_sound(doc.text, doc.blocks[i].span)) return at_index("blocks", i, "span out of bounds or empty");
    if (i > 0 && doc.blocks[i].span.begin < doc.blocks[i - 1].span.end) {
      return at_index("blocks", i, "overlaps the block before it");
    }
  }
  return "";
}

std::string check_tokens(const Document& doc) {
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    if (!is_sound(doc.text, doc.tokens[i].span)) return at_index("tokens", i, "span out of bounds or empty");
    if (i > 0 && doc.tokens[i].span.begin < doc.tokens[i - 1].span.end) {
      return at_index("tokens", i, "overlaps the token before it");
    }
  }
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
    const Sentence s = doc.sentences[i];
    if (s.first_token != next) return at_index("sentences", i, "does not begin where the last one ends");
    if (s.last_token <= s.first_token) return at_index("sentences", i, "is empty");
    next = s.last_token;
  }
  if (next != doc.tokens.size()) return "sentences: do not cover all tokens";
  return "";
}

std::string check_tags(const Document& doc) {
  if (doc.tags.empty()) return "";
  if (doc.tags.size() != doc.tokens.size()) return "tags: not one per token";
  for (std::size_t i = 0; i < doc.tags.size(); ++i) {
    if (doc.tags[i].lemma >= doc.strings.size() || doc.tags[i].xpos >= doc.strings.size()) {
      return at_index("tags", i, "names a string that does not exist");
    }
  }
  return "";
}

// Heads in [begin, end) must form one tree: a single root, no cycle.
std::string check_tree(const Document& doc, Sentence s) {
  std::vector<std::uint8_t> state(s.last_token - s.first_token, 0);  // 1: on this path, 2: reaches the root
  std::uint32_t roots = 0;
  for (std::uint32_t i = s.first_token; i < s.last_token; ++i) {
    const std::uint32_t head = doc.arcs[i].head;
    if (head == kNone) {
      ++roots;
    } else if (head < s.first_token || head >= s.last_token) {
      return at_index("arcs", i, "head lies outside the sentence");
    }
  }
  if (roots != 1) return at_index("arcs", s.first_token, "sentence has not exactly one root");
  for (std::uint32_t i = s.first_token; i < s.last_token; ++i) {
    std::uint32_t at = i;
    while (at != kNone && state[at - s.first_token] == 0) {
      state[at - s.first_token] = 1;
      at = doc.arcs[at].head;
    }
    if (at != kNone && state[at - s.first_token] == 1) return at_index("arcs", i, "is part of a cycle");
    for (at = i; at != kNone && state[at - s.first_token] == 1; at = doc.arcs[at].head) {
      state[at - s.first_token] = 2;
    }
  }
  return "";
}

std::string check_arcs(const Document& doc) {
  if (doc.arcs.empty()) return "";
  if (doc.arcs.size() != doc.tokens.size()) return "arcs: not one per token";
  for (const Sentence s : doc.sentences) {
    if (std::string broken = check_tree(doc, s); !broken.empty()) return broken;
  }
  return "";
}

// Nesting must be a forest: no attribution stands within itself.
std::string check_parents(const Document& doc) {
  const auto n = doc.attributions.size();
  std::vector<std::uint8_t> state(n, 0);  // 1: on this path, 2: reaches an outermost one
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t parent = doc.attributions[i].parent;
    if (parent != kNone && parent >= n)
      return at_index("attributions", i, "has a parent that does not exist");
  }
  for (std::uint32_t i = 0; i < n; ++i) {
    std::uint32_t at = i;
    for (; at != kNone && state[at] == 0; at = doc.attributions[at].parent) state[at] = 1;
    if (at != kNone && state[at] == 1) return at_index("attributions", i, "stands within itself");
    for (at = i; at != kNone && state[at] == 1; at = doc.attributions[at].parent) state[at] = 2;
  }
  return "";
}

std::string check_names(const Document& doc) {
  Span outer;
  for (std::size_t i = 0; i < doc.names.size(); ++i) {
    const Name& name = doc.names[i];
    if (!is_sound(doc.text, name.span)) return at_index("names", i, "span out of bounds or empty");
    if (name.inner) {
      if (name.span.begin < outer.begin || name.span.end > outer.end || name.span == outer) {
        return at_index("names", i, "does not lie inside the name before it");
      }
      if (!doc.names[i - 1].inner) continue;
      if (name.span.begin < doc.names[i - 1].span.end)
        return at_index("names", i, "overlaps the one before it");
    } else {
      if (name.span.begin < outer.end) return at_index("names", i, "overlaps the name before it");
      outer = name.span;
    }
  }
  return "";
}

std::string check_times(const Document& doc) {
  for (std::size_t i = 0; i < doc.times.size(); ++i) {
    if (!is_sound(doc.text, doc.times[i].span)) return at_index("times", i, "span out of bounds or empty");
    if (doc.times[i].value.empty()) return at_index("times", i, "has no value");
    if (i > 0 && doc.times[i].span.begin < doc.times[i - 1].span.end) {
      return at_index("times", i, "overlaps the one before it");
    }
  }
  return "";
}

std::string check_mentions(const Document& doc) {
  for (std::size_t i = 0; i < doc.mentions.size(); ++i) {
    const Mention& mention = doc.mentions[i];
    if (!is_sound(doc.text, mention.span)) return at_index("mentions", i, "span out of bounds or empty");
    if (mention.entity >= doc.entities.size()) {
      return at_index("mentions", i, "names an entity that does not exist");
    }
    if (i == 0) continue;
    const Span before = doc.mentions[i - 1].span;
    if (mention.span == before) return at_index("mentions", i, "has the span of the mention before it");
    if (mention.span.begin < before.begin ||
        (mention.span.begin == before.begin && mention.span.end > before.end)) {
      return at_index("mentions", i, "out of text order");
    }
  }
  if (!doc.source_entities.empty() && doc.source_entities.size() != doc.attributions.size()) {
    return "source_entities: not one per attribution";
  }
  for (std::size_t i = 0; i < doc.source_entities.size(); ++i) {
    if (doc.source_entities[i] != kNone && doc.source_entities[i] >= doc.entities.size()) {
      return at_index("source_entities", i, "names an entity that does not exist");
    }
  }
  return "";
}

std::string check_entities(const Document& doc) {
  for (std::size_t i = 0; i < doc.entities.size(); ++i) {
    const Entity& entity = doc.entities[i];
    if (entity.name.empty()) return at_index("entities", i, "has no name");
    for (std::size_t k = 0; k < entity.member_of.size(); ++k) {
      if (entity.member_of[k] >= doc.entities.size()) {
        return at_index("entities", i, "belongs to an entity that does not exist");
      }
      if (entity.member_of[k] == i) return at_index("entities", i, "belongs to itself");
      if (k > 0 && entity.member_of[k] <= entity.member_of[k - 1]) {
        return at_index("entities", i, "memberships do not rise");
      }
    }
  }
  return "";
}

std::string check_attributions(const Document& doc) {
  for (std::size_t i = 0; i < doc.attributions.size(); ++i) {
    const Attribution& a = doc.attributions[i];
    if (a.cue.empty()) return at_index("attributions", i, "has no cue");
    if (a.content.empty()) return at_index("attributions", i, "has no content");
    if (a.cue_lemma >= doc.strings.size())
      return at_index("attributions", i, "names a string that does not exist");
    if (!(a.confidence >= 0 && a.confidence <= 1))
      return at_index("attributions", i, "confidence is no probability");
    for (const auto* role : {&a.source, &a.cue, &a.content}) {
      for (std::size_t k = 0; k < role->size(); ++k) {
        if (!is_sound(doc.text, (*role)[k]))
          return at_index("attributions", i, "span out of bounds or empty");
        if (k > 0 && (*role)[k].begin < (*role)[k - 1].end)
          return at_index("attributions", i, "spans out of order");
      }
    }
    if (i > 0 && a.cue[0].begin < doc.attributions[i - 1].cue[0].begin) {
      return at_index("attributions", i, "out of text order");
    }
  }
  return "";
}

// A place has a country's code; coordinates lie on the globe.
bool is_sound(const Place& place) {
  constexpr std::int32_t kPole = 900'000, kDateLine = 1'800'000;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool code = place.country.size() == 2 && is_capital(place.country[0]) && is_capital(place.country[1]);
  const bool elsewhere = place.latitude != 0 || place.longitude != 0 || place.population != 0;
  return code && !place.name.empty() && find_invalid_utf8(place.name) == place.name.size() &&
         place.latitude >= -kPole && place.latitude <= kPole && place.longitude >= -kDateLine &&
         place.longitude <= kDateLine && (place.is_town || !elsewhere);
}

std::string check_places(const Document& doc) {
  for (std::size_t i = 0; i < doc.entities.size(); ++i) {
    const Entity& entity = doc.entities[i];
    if (!entity.place) continue;
    if (entity.kind == EntityKind::person || entity.kind == EntityKind::event)
      return at_index("entities", i, "is no place and lies somewhere");
    if (!is_sound(*entity.place)) return at_index("entities", i, "has a place that is none");
  }
  return "";
}

std::string check_event(const Document& doc, const Event& event) {
  if (!is_sound(doc.text, event.span)) return "span out of bounds or empty";
  for (std::size_t k = 0; k < event.clause.size(); ++k) {
    if (!is_sound(doc.text, event.clause[k])) return "clause out of bounds or empty";
    if (k > 0 && event.clause[k].begin < event.clause[k - 1].end) return "clause out of order";
  }
  if (event.time >= doc.times.size()) return "names a time that does not exist";
  if (event.entity != kNone && event.entity >= doc.entities.size())
    return "names an entity that does not exist";
  for (std::size_t k = 0; k < event.participants.size(); ++k) {
    if (event.participants[k] >= doc.entities.size()) return "names an entity that does not exist";
    const auto here = event.participants.begin() + static_cast<std::ptrdiff_t>(k);
    if (std::find(event.participants.begin(), here, *here) != here) return "names a participant twice";
  }
  return "";
}

std::string check_events(const Document& doc) {
  for (std::size_t i = 0; i < doc.events.size(); ++i) {
    if (const std::string broken = check_event(doc, doc.events[i]); !broken.empty()) {
      return at_index("events", i, broken.c_str());
    }
    if (i > 0 && doc.events[i].span.begin < doc.events[i - 1].span.end) {
      return at_index("events", i, "overlaps the one before it");
    }
  }
  if (!doc.statement_times.empty() && doc.statement_times.size() != doc.attributions.size()) {
    return "statement_times: not one per attribution";
  }
  for (std::size_t i = 0; i < doc.statement_times.size(); ++i) {
    if (doc.statement_times[i] != kNone && doc.statement_times[i] >= doc.times.size()) {
      return at_index("statement_times", i, "names a time that does not exist");
    }
  }
  return "";
}

bool is_probability(float p) { return p >= 0 && p <= 1; }

bool is_sound(const std::string& text, const Finding& finding) {
  return is_probability(finding.sure) &&
         std::all_of(finding.reasons.begin(), finding.reasons.end(), [&](const Reason& r) {
           return is_probability(r.without) && (r.span == Span{} || is_sound(text, r.span));
         });
}

std::string check_explanations(const Document& doc) {
  if (!doc.explanations.empty() && doc.explanations.size() != doc.attributions.size()) {
    return "explanations: not one per attribution";
  }
  for (std::size_t i = 0; i < doc.explanations.size(); ++i) {
    const Explanation& e = doc.explanations[i];
    for (std::size_t k = 0; k < e.findings.size(); ++k) {
      if (k > 0 && e.findings[k].part <= e.findings[k - 1].part)
        return at_index("explanations", i, "parts out of order");
      if (!is_sound(doc.text, e.findings[k]))
        return at_index("explanations", i, "span out of bounds or no probability");
    }
    if (e.by_rule != Span{} && !is_sound(doc.text, e.by_rule))
      return at_index("explanations", i, "span out of bounds or empty");
    if (!is_probability(e.by_features) || !is_probability(e.by_network))
      return at_index("explanations", i, "how sure a tagger is is no probability");
  }
  return "";
}

}  // namespace

std::string find_violation(const Document& doc) {
  if (doc.text.size() >= kNone) return "text: 4 GiB or longer";
  if (const std::size_t bad = find_invalid_utf8(doc.text); bad != doc.text.size()) {
    return "text: not valid UTF-8 at byte " + std::to_string(bad);
  }
  for (auto* check :
       {check_blocks, check_tokens, check_tags, check_arcs, check_names, check_times, check_entities,
        check_mentions, check_attributions, check_parents, check_places, check_events, check_explanations}) {
    if (std::string broken = check(doc); !broken.empty()) return broken;
  }
  return "";
}

}  // namespace hearsay
