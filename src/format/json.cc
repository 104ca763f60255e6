#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "document/timex3.h"
#include "document/utf8.h"
#include "format/claim_words.h"
#include "format/content_id.h"
#include "format/event_names.h"
#include "format/explain_words.h"
#include "format/json_writer.h"
#include "hearsay/format.h"

namespace hearsay {
namespace {

void append_span(const CodePointIndex& index, Span span, std::string& out) {
  out += '[';
  append_json_number(index.at(span.begin), out);
  out += ", ";
  append_json_number(index.at(span.end), out);
  out += ']';
}

void append_spans(const CodePointIndex& index, const std::vector<Span>& spans, std::string& out) {
  out += "{\"spans\": [";
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) out += ", ";
    append_span(index, spans[i], out);
  }
  out += ']';
}

// Fields without a value are left out.
void append_field(std::string_view key, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out += ", \"";
  out += key;
  out += "\": ";
  append_json_string(value, out);
}

void append_metadata(const Document& doc, std::string& out) {
  const Metadata& m = doc.metadata;
  append_field("id", m.id.empty() ? content_id(doc.text) : m.id, out);
  append_field("file", m.file, out);
  append_field("url", m.url, out);
  append_field("title", m.title, out);
  append_field("publisher", m.publisher, out);
  append_field("byline", m.byline, out);
  append_field("published", m.published, out);
  append_field("modified", m.modified, out);
  append_field("language", m.language, out);
  if (m.language_given) out += ", \"language_given\": true";
  append_field("status", to_string(m.status), out);
  if (m.version == 0) return;
  out += ", \"version\": ";
  append_json_number(m.version, out);
}

void append_blocks(const Document& doc, const CodePointIndex& index, std::string& out) {
  out += ", \"blocks\": [";
  for (std::size_t i = 0; i < doc.blocks.size(); ++i) {
    if (i > 0) out += ", ";
    out += "{\"kind\": \"";
    out += to_string(doc.blocks[i].kind);
    out += "\", \"span\": ";
    append_span(index, doc.blocks[i].span, out);
    out += '}';
  }
  out += ']';
}

void append_sentences(const Document& doc, const CodePointIndex& index, std::string& out) {
  out += ", \"sentences\": [";
  for (std::size_t i = 0; i < doc.sentences.size(); ++i) {
    const Sentence s = doc.sentences[i];
    if (i > 0) out += ", ";
    append_span(index, {doc.tokens[s.first_token].span.begin, doc.tokens[s.last_token - 1].span.end}, out);
  }
  out += ']';
}

void append_strings(const std::vector<std::string>& strings, std::string& out) {
  out += '[';
  for (std::size_t i = 0; i < strings.size(); ++i) {
    if (i > 0) out += ", ";
    append_json_string(strings[i], out);
  }
  out += ']';
}

// Ten-thousandths as a decimal: -12345 is -1.2345.
void append_degrees(std::int32_t value, std::string& out) {
  if (value < 0) out += '-';
  const auto size = static_cast<std::uint32_t>(value < 0 ? -value : value);
  append_json_number(size / 10000, out);
  const std::string digits = std::to_string(10000 + size % 10000);
  out += '.';
  out.append(digits, 1, 4);
}

void append_place(const Place& place, std::string& out) {
  out += ", \"place\": {\"name\": ";
  append_json_string(place.name, out);
  append_field("country", place.country, out);
  if (!place.state.empty()) append_field("state", place.state, out);
  if (place.is_town) {
    out += ", \"latitude\": ";
    append_degrees(place.latitude, out);
    out += ", \"longitude\": ";
    append_degrees(place.longitude, out);
    out += ", \"population\": ";
    append_json_number(place.population, out);
  }
  out += '}';
}

// The id of what stands at `index` in its layer: "a3"; null for kNone.
void append_id(char layer, std::uint32_t index, std::string& out) {
  if (index == kNone) {
    out += "null";
    return;
  }
  out += '"';
  out += layer;
  append_json_number(index + 1, out);
  out += '"';
}

// Only where somebody in the article uses one of the names.
void append_names_by(const std::vector<NameUse>& uses, std::string& out) {
  const auto is_said = [](const NameUse& use) { return !use.by.empty() && use.by.front() != kNone; };
  if (std::ranges::none_of(uses, is_said)) return;
  out += ", \"names_by\": [";
  for (std::size_t i = 0; i < uses.size(); ++i) {
    out += i > 0 ? ", {\"name\": " : "{\"name\": ";
    append_json_string(uses[i].name, out);
    out += ", \"by\": [";
    for (std::size_t k = 0; k < uses[i].by.size(); ++k) {
      if (k > 0) out += ", ";
      append_id('e', uses[i].by[k], out);
    }
    out += "]}";
  }
  out += ']';
}

void append_entity(const Document& doc, std::uint32_t entity, const std::vector<std::uint32_t>& mentions,
                   const std::vector<std::uint32_t>& around, const CodePointIndex& index, std::string& out) {
  const Entity& e = doc.entities[entity];
  out += "{\"id\": \"e";
  append_json_number(entity + 1, out);
  out += "\", \"name\": ";
  append_json_string(e.name, out);
  out += ", \"kind\": \"";
  out += to_string(e.kind);
  out += e.named ? "\", \"named\": true, \"aliases\": " : "\", \"named\": false, \"aliases\": ";
  append_strings(e.aliases, out);
  out += ", \"roles\": ";
  append_strings(e.roles, out);
  out += ", \"member_of\": [";
  for (std::size_t i = 0; i < e.member_of.size(); ++i) {
    if (i > 0) out += ", ";
    append_id('e', e.member_of[i], out);
  }
  out += ']';
  if (e.count > 0) {
    out += ", \"count\": ";
    append_json_number(e.count, out);
  }
  if (e.place) append_place(*e.place, out);
  if (e.kind == EntityKind::event) append_names_by(event_names(doc, mentions, around), out);
  out += ", \"mentions\": [";
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = doc.mentions[mentions[i]];
    if (i > 0) out += ", ";
    out += "{\"span\": ";
    append_span(index, mention.span, out);
    out += ", \"form\": \"";
    out += to_string(mention.form);
    out += "\"}";
  }
  out += "]}";
}

void append_entities(const Document& doc, const CodePointIndex& index, std::string& out) {
  std::vector<std::vector<std::uint32_t>> mentions(doc.entities.size());
  for (std::uint32_t i = 0; i < doc.mentions.size(); ++i) mentions[doc.mentions[i].entity].push_back(i);
  const std::vector<std::uint32_t> around = attributions_around_mentions(doc);
  out += ", \"entities\": [";
  for (std::uint32_t i = 0; i < doc.entities.size(); ++i) {
    if (i > 0) out += ", ";
    append_entity(doc, i, mentions[i], around, index, out);
  }
  out += ']';
}

void append_times(const Document& doc, const CodePointIndex& index, std::string& out) {
  out += ", \"times\": [";
  for (std::size_t i = 0; i < doc.times.size(); ++i) {
    if (i > 0) out += ", ";
    out += "{\"span\": ";
    append_span(index, doc.times[i].span, out);
    out += ", \"type\": \"";
    out += to_string(doc.times[i].type);
    out += "\", \"value\": ";
    append_json_string(doc.times[i].value, out);
    out += '}';
  }
  out += ']';
}

void append_events(const Document& doc, const CodePointIndex& index, std::string& out) {
  out += ", \"events\": [";
  for (std::size_t i = 0; i < doc.events.size(); ++i) {
    const Event& event = doc.events[i];
    out += i > 0 ? ", {\"id\": " : "{\"id\": ";
    append_id('v', static_cast<std::uint32_t>(i), out);
    out += ", \"span\": ";
    append_span(index, event.span, out);
    out += ", \"when\": ";
    append_json_string(doc.times[event.time].value, out);
    out += ", \"entity\": ";
    append_id('e', event.entity, out);
    out += ", \"participants\": [";
    for (std::size_t k = 0; k < event.participants.size(); ++k) {
      if (k > 0) out += ", ";
      append_id('e', event.participants[k], out);
    }
    out += "], \"clause\": ";
    append_spans(index, event.clause, out);
    out += "}}";
  }
  out += ']';
}

void append_finding(const Finding& finding, const CodePointIndex& index, std::string& out) {
  out += "\"sure\": ";
  append_json_probability(finding.sure, out);
  out += ", \"reasons\": [";
  for (std::size_t k = 0; k < finding.reasons.size(); ++k) {
    const Reason& reason = finding.reasons[k];
    out += k > 0 ? ", {\"kind\": \"" : "{\"kind\": \"";
    out += to_string(reason.kind);
    out += "\", \"span\": ";
    if (reason.span == Span{}) {
      out += "null";
    } else {
      append_span(index, reason.span, out);
    }
    out += ", \"without\": ";
    append_json_probability(reason.without, out);
    out += '}';
  }
  out += "], ";
}

// Nothing unless explanations were asked for.
void append_explanation(const Document& doc, std::size_t i, const CodePointIndex& index, std::string& out) {
  if (doc.explanations.empty()) return;
  out += ", \"explanation\": [";
  bool first = true;
  for (const Explained& explained : explain_in_words(doc, i)) {
    out += first ? "{\"part\": \"" : ", {\"part\": \"";
    out += explained.part;
    out += "\", ";
    if (explained.finding != nullptr) append_finding(*explained.finding, index, out);
    out += "\"words\": ";
    append_json_string(explained.words, out);
    out += '}';
    first = false;
  }
  out += ']';
}

// The day on which it was said, or the month or year; null where the text does not say.
void append_when(const Document& doc, std::size_t i, std::string& out) {
  if (doc.statement_times.empty()) return;
  out += ", \"when\": ";
  if (doc.statement_times[i] == kNone) {
    out += "null";
  } else {
    append_json_string(day_of(doc.times[doc.statement_times[i]].value), out);
  }
}

void append_attribution(const Document& doc, std::size_t i, const CodePointIndex& index, std::string& out) {
  const Attribution& a = doc.attributions[i];
  out += "\"source\": ";
  append_spans(index, a.source, out);
  if (!doc.source_entities.empty()) {
    out += ", \"entity\": ";
    const std::uint32_t entity = doc.source_entities[i];
    append_id('e', entity, out);
    const bool named = entity != kNone && doc.entities[entity].named;
    out += named ? ", \"named\": true" : ", \"named\": false";
  }
  out += "}, \"cue\": ";
  append_spans(index, a.cue, out);
  out += ", \"lemma\": ";
  append_json_string(doc.strings[a.cue_lemma], out);
  out += "}, \"content\": ";
  append_spans(index, a.content, out);
  out += "}, \"form\": \"";
  out += to_string(a.form);
  out += "\", \"act\": \"";
  out += to_string(a.act);
  out += a.negated ? "\", \"negated\": true" : "\", \"negated\": false";
  out += ", \"parent\": ";
  append_id('a', a.parent, out);
  append_when(doc, i, out);
  out += ", \"confidence\": ";
  append_json_probability(a.confidence, out);
  append_explanation(doc, i, index, out);
  out += '}';
}

void append_attributions(const Document& doc, const CodePointIndex& index, std::string& out) {
  out += ", \"attributions\": [";
  for (std::size_t i = 0; i < doc.attributions.size(); ++i) {
    out += i > 0 ? ", {\"id\": \"a" : "{\"id\": \"a";
    append_json_number(static_cast<std::uint32_t>(i + 1), out);
    out += "\", ";
    append_attribution(doc, i, index, out);
  }
  out += ']';
}

std::string_view code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_input:
      return "invalid_input";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::corrupt_model:
      return "corrupt_model";
    case ErrorCode::io:
      return "io";
  }
  return "";
}

std::string begin_object() { return "{\"schema\": " + std::to_string(kJsonSchema); }

}  // namespace

std::string to_json(const Document& doc) {
  const CodePointIndex index(doc.text);
  std::string out = begin_object();
  out.reserve(2 * doc.text.size() + 1024);
  append_metadata(doc, out);
  append_field("unread", why_unread(doc), out);
  out += ", \"text\": ";
  append_json_string(doc.text, out);
  append_blocks(doc, index, out);
  append_sentences(doc, index, out);
  append_entities(doc, index, out);
  append_times(doc, index, out);
  append_events(doc, index, out);
  append_attributions(doc, index, out);
  out += '}';
  return out;
}

std::string to_json(std::string_view id, const Error& error) {
  std::string out = begin_object();
  append_field("id", id, out);
  out += ", \"error\": {\"code\": \"";
  out += code_name(error.code);
  out += "\", \"message\": ";
  append_json_string(error.message, out);
  out += "}}";
  return out;
}

}  // namespace hearsay
