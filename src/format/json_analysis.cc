#include "format/json_analysis.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "document/timex3.h"
#include "document/utf8.h"
#include "format/json_value.h"

namespace hearsay {
namespace {

namespace json = boost::json;

// What is read beside the document. The first thing that is wrong is kept, and from then
// on everything reads as empty.
struct Reading {
  Document doc;
  std::vector<std::uint32_t> bytes;  // where each code point of the text begins, and its end
  std::map<std::string, std::uint32_t, std::less<>> times, days, lemmas;  // the first of each value
  std::string problem;
};

void expect(std::string_view what, Reading& in) {
  if (in.problem.empty()) in.problem = "expected " + std::string(what);
}

const json::value* member(const json::object& object, std::string_view name, Reading& in) {
  const json::value* value = object.if_contains(name);
  if (value == nullptr) expect("a field '" + std::string(name) + "'", in);
  return value;
}

const json::array& array_of(const json::object& object, std::string_view name, Reading& in) {
  static const json::array kNothing;
  const json::value* value = member(object, name, in);
  if (value != nullptr && value->is_array()) return value->get_array();
  expect("an array in '" + std::string(name) + "'", in);
  return kNothing;
}

const json::object& object_of(const json::value* value, std::string_view name, Reading& in) {
  static const json::object kNothing;
  if (value != nullptr && value->is_object()) return value->get_object();
  expect("an object in '" + std::string(name) + "'", in);
  return kNothing;
}

std::string text_of(const json::value& value, std::string_view name, Reading& in) {
  if (value.is_string()) return std::string(value.get_string());
  expect("a string in '" + std::string(name) + "'", in);
  return "";
}

std::string text_of(const json::object& object, std::string_view name, Reading& in) {
  const json::value* value = member(object, name, in);
  return value == nullptr ? "" : text_of(*value, name, in);
}

// Empty where the field is missing.
std::string optional_text(const json::object& object, std::string_view name, Reading& in) {
  const json::value* value = object.if_contains(name);
  return value == nullptr ? "" : text_of(*value, name, in);
}

bool flag_of(const json::object& object, std::string_view name, Reading& in) {
  const json::value* value = member(object, name, in);
  if (value != nullptr && value->is_bool()) return value->get_bool();
  expect("true or false in '" + std::string(name) + "'", in);
  return false;
}

std::uint32_t number_of(const json::value& value, Reading& in) {
  if (value.is_int64() && value.get_int64() >= 0 && value.get_int64() < kNone) {
    return static_cast<std::uint32_t>(value.get_int64());
  }
  expect("a whole number", in);
  return 0;
}

double real_of(const json::object& object, std::string_view name, Reading& in) {
  const json::value* value = member(object, name, in);
  if (value != nullptr && value->is_number()) return value->to_number<double>();
  expect("a number in '" + std::string(name) + "'", in);
  return 0;
}

// The number of the label among all that there are.
template <typename Label>
Label label_of(const json::object& object, std::string_view name, int count, Reading& in) {
  const std::string text = text_of(object, name, in);
  for (int i = 0; i < count; ++i) {
    if (to_string(static_cast<Label>(i)) == text) return static_cast<Label>(i);
  }
  expect("a known '" + std::string(name) + "'", in);
  return Label{};
}

// "a3" as 2; kNone for null.
std::uint32_t index_of(const json::value& value, char layer, Reading& in) {
  if (value.is_null()) return kNone;
  const std::string id = text_of(value, "id", in);
  std::uint32_t number = 0;
  for (std::size_t i = 1; i < id.size() && i < 10; ++i) {
    if (id[i] < '0' || id[i] > '9') number = 0;
    number = number * 10 + static_cast<std::uint32_t>(id[i] - '0');
  }
  if (id.size() < 2 || id.size() > 9 || id[0] != layer || number == 0) {
    expect("an id such as " + std::string(1, layer) + "1", in);
    return kNone;
  }
  return number - 1;
}

std::uint32_t index_of(const json::object& object, std::string_view name, char layer, Reading& in) {
  const json::value* value = member(object, name, in);
  return value == nullptr ? kNone : index_of(*value, layer, in);
}

Span span_of(const json::value& value, Reading& in) {
  if (!value.is_array() || value.get_array().size() != 2) {
    expect("a span of two numbers", in);
    return {};
  }
  const std::uint32_t begin = number_of(value.get_array()[0], in);
  const std::uint32_t end = number_of(value.get_array()[1], in);
  if (end >= in.bytes.size() || begin > end) {
    expect("a span within the text", in);
    return {};
  }
  return {in.bytes[begin], in.bytes[end]};
}

Span span_of(const json::object& object, Reading& in) {
  const json::value* value = member(object, "span", in);
  return value == nullptr ? Span{} : span_of(*value, in);
}

std::vector<Span> spans_of(const json::object& object, Reading& in) {
  std::vector<Span> spans;
  for (const json::value& value : array_of(object, "spans", in)) spans.push_back(span_of(value, in));
  return spans;
}

std::vector<std::string> texts_of(const json::object& object, std::string_view name, Reading& in) {
  std::vector<std::string> texts;
  for (const json::value& value : array_of(object, name, in)) texts.push_back(text_of(value, name, in));
  return texts;
}

std::vector<std::uint32_t> indices_of(const json::object& object, std::string_view name, Reading& in) {
  std::vector<std::uint32_t> indices;
  for (const json::value& value : array_of(object, name, in)) indices.push_back(index_of(value, 'e', in));
  return indices;
}

void read_text(const json::object& line, Reading& in) {
  Document& doc = in.doc;
  Metadata& m = doc.metadata;
  doc.text = text_of(line, "text", in);
  m.id = text_of(line, "id", in);
  m.file = optional_text(line, "file", in);
  m.url = optional_text(line, "url", in);
  m.title = optional_text(line, "title", in);
  m.publisher = optional_text(line, "publisher", in);
  m.byline = optional_text(line, "byline", in);
  m.published = optional_text(line, "published", in);
  m.modified = optional_text(line, "modified", in);
  m.language = optional_text(line, "language", in);
  m.language_given = line.contains("language_given") && flag_of(line, "language_given", in);
  if (line.contains("status")) m.status = label_of<ArticleStatus>(line, "status", kArticleStatusCount, in);
  if (const json::value* version = line.if_contains("version")) m.version = number_of(*version, in);
  for (std::size_t i = 0; i < doc.text.size(); i += decode_utf8(doc.text, i).length) {
    in.bytes.push_back(static_cast<std::uint32_t>(i));
  }
  in.bytes.push_back(static_cast<std::uint32_t>(doc.text.size()));
}

void read_blocks_and_sentences(const json::object& line, Reading& in) {
  for (const json::value& value : array_of(line, "blocks", in)) {
    const json::object& block = object_of(&value, "blocks", in);
    in.doc.blocks.push_back({label_of<BlockKind>(block, "kind", kBlockKindCount, in), span_of(block, in)});
  }
  for (const json::value& value : array_of(line, "sentences", in)) {
    const auto token = static_cast<std::uint32_t>(in.doc.tokens.size());
    in.doc.tokens.push_back({span_of(value, in)});
    in.doc.sentences.push_back({token, token + 1});
  }
}

std::int32_t ten_thousandths(double degrees) {
  return std::abs(degrees) <= 360 ? static_cast<std::int32_t>(std::lround(degrees * 10000)) : 0;
}

Place place_of(const json::object& object, Reading& in) {
  Place place{.name = text_of(object, "name", in), .country = optional_text(object, "country", in)};
  place.state = optional_text(object, "state", in);
  place.is_town = object.contains("latitude");
  if (!place.is_town) return place;
  place.latitude = ten_thousandths(real_of(object, "latitude", in));
  place.longitude = ten_thousandths(real_of(object, "longitude", in));
  if (const json::value* population = member(object, "population", in)) {
    place.population = number_of(*population, in);
  }
  return place;
}

void read_entities(const json::object& line, Reading& in) {
  Document& doc = in.doc;
  for (const json::value& value : array_of(line, "entities", in)) {
    const json::object& object = object_of(&value, "entities", in);
    Entity entity{.name = text_of(object, "name", in), .aliases = texts_of(object, "aliases", in)};
    entity.kind = label_of<EntityKind>(object, "kind", kEntityKindCount, in);
    entity.named = flag_of(object, "named", in);
    entity.roles = texts_of(object, "roles", in);
    entity.member_of = indices_of(object, "member_of", in);
    if (const json::value* count = object.if_contains("count")) entity.count = number_of(*count, in);
    if (const json::value* place = object.if_contains("place")) {
      entity.place = place_of(object_of(place, "place", in), in);
    }
    const auto number = static_cast<std::uint32_t>(doc.entities.size());
    for (const json::value& mention : array_of(object, "mentions", in)) {
      const json::object& m = object_of(&mention, "mentions", in);
      doc.mentions.push_back(
          {span_of(m, in), number, label_of<MentionForm>(m, "form", kMentionFormCount, in)});
    }
    doc.entities.push_back(std::move(entity));
  }
  std::ranges::sort(doc.mentions, {},
                    [](const Mention& m) { return std::pair(m.span.begin, std::uint32_t{0} - m.span.end); });
}

void read_times(const json::object& line, Reading& in) {
  for (const json::value& value : array_of(line, "times", in)) {
    const json::object& object = object_of(&value, "times", in);
    TimeExpression time{span_of(object, in), label_of<TimeType>(object, "type", kTimeTypeCount, in),
                        text_of(object, "value", in)};
    const auto number = static_cast<std::uint32_t>(in.doc.times.size());
    in.times.emplace(time.value, number);
    if (is_dated(time)) in.days.emplace(day_of(time.value), number);
    in.doc.times.push_back(std::move(time));
  }
}

std::uint32_t find(const std::map<std::string, std::uint32_t, std::less<>>& first, std::string_view value) {
  const auto found = first.find(value);
  return found == first.end() ? kNone : found->second;
}

void read_events(const json::object& line, Reading& in) {
  for (const json::value& value : array_of(line, "events", in)) {
    const json::object& object = object_of(&value, "events", in);
    Event event{.span = span_of(object, in)};
    event.clause = spans_of(object_of(member(object, "clause", in), "clause", in), in);
    event.time = find(in.times, text_of(object, "when", in));
    event.entity = index_of(object, "entity", 'e', in);
    event.participants = indices_of(object, "participants", in);
    in.doc.events.push_back(std::move(event));
  }
}

void read_attribution(const json::object& object, Reading& in) {
  Document& doc = in.doc;
  const json::object& source = object_of(member(object, "source", in), "source", in);
  const json::object& cue = object_of(member(object, "cue", in), "cue", in);
  Attribution a{.source = spans_of(source, in), .cue = spans_of(cue, in)};
  a.content = spans_of(object_of(member(object, "content", in), "content", in), in);
  const auto [lemma, is_new] =
      in.lemmas.emplace(text_of(cue, "lemma", in), static_cast<std::uint32_t>(doc.strings.size()));
  if (is_new) doc.strings.push_back(lemma->first);
  a.cue_lemma = lemma->second;
  a.form = label_of<Form>(object, "form", kFormCount, in);
  a.act = label_of<Act>(object, "act", kActCount, in);
  a.negated = flag_of(object, "negated", in);
  a.parent = index_of(object, "parent", 'a', in);
  a.confidence = static_cast<float>(real_of(object, "confidence", in));
  doc.attributions.push_back(std::move(a));
  if (source.contains("entity")) doc.source_entities.push_back(index_of(source, "entity", 'e', in));
  if (const json::value* when = object.if_contains("when")) {
    doc.statement_times.push_back(when->is_null() ? kNone : find(in.days, text_of(*when, "when", in)));
  }
}

void read_attributions(const json::object& line, Reading& in) {
  for (const json::value& value : array_of(line, "attributions", in)) {
    read_attribution(object_of(&value, "attributions", in), in);
  }
}

Error invalid(const std::string& problem) { return {ErrorCode::invalid_input, "analysis: " + problem}; }

}  // namespace

Result<Document> parse_analysis(std::string_view line) {
  const Result<json::value> value = parse_json_value(line);
  if (!value) return invalid(value.error().message);
  const json::object* object = value->if_object();
  if (object == nullptr) return invalid("expected an object");
  Reading in;
  read_text(*object, in);
  read_blocks_and_sentences(*object, in);
  read_entities(*object, in);
  read_times(*object, in);
  read_events(*object, in);
  read_attributions(*object, in);
  if (!in.problem.empty()) return invalid(in.problem);
  const std::string violation = find_violation(in.doc);
  if (!violation.empty()) return invalid(violation);
  return std::move(in.doc);
}

}  // namespace hearsay
