// Golden files: what the pipeline finds in short articles, one block a case.
//
//   === title                   or  === XFAIL title (why)
//   the article, or one line `@ path N`: line N of a file of JSON Lines
//   ---
//   what is found, as describe() prints it
//
// HEARSAY_UPDATE_GOLDEN=1 writes what is found now. An XFAIL block says what
// ought to be found: it is never rewritten, and fails on the day it passes. Nor is
// names.txt rewritten: it holds the text with its names in brackets, as they ought
// to be found. when.txt records dates of statements and events, and places;
// explained.txt says why each claim was found.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "format/explain_words.h"
#include "format/json_lines.h"
#include "hearsay/pipeline.h"
#include "tests/golden/cases.h"

namespace hearsay {
namespace {

const std::filesystem::path kSource = HEARSAY_SOURCE;

void append_spans(const Document& doc, const char* role, const std::vector<Span>& spans, std::string& out) {
  for (const Span span : spans) {
    std::string text(doc.at(span));
    std::replace(text.begin(), text.end(), '\n', ' ');
    const std::string place = "[" + std::to_string(span.begin) + "," + std::to_string(span.end) + ")";
    out += std::string(role) + ' ' + place + std::string(12 - std::min<std::size_t>(12, place.size()), ' ') +
           ' ' + text + '\n';
  }
}

// Spans are byte offsets; line breaks are shown as spaces.
std::string describe(const Document& doc) {
  std::string out;
  for (const Attribution& a : doc.attributions) {
    if (!out.empty()) out += '\n';
    append_spans(doc, "source ", a.source, out);
    append_spans(doc, "cue    ", a.cue, out);
    append_spans(doc, "content", a.content, out);
    out += "form    " + std::string(to_string(a.form)) + ", by '" + doc.strings[a.cue_lemma] + "'\n";
    out += "act     " + std::string(to_string(a.act)) + (a.negated ? ", negated\n" : "\n");
    if (a.parent != kNone) out += "inside  " + std::to_string(a.parent + 1) + "\n";
  }
  return out.empty() ? "nothing\n" : out;
}

// What is found, and why, in the words of --explain.
std::string explain(const Document& doc) {
  std::string out;
  for (std::size_t i = 0; i < doc.attributions.size(); ++i) {
    if (i > 0) out += '\n';
    append_spans(doc, "claim  ", doc.attributions[i].content, out);
    for (const Explained& e : explain_in_words(doc, i)) out += std::string(e.part) + ": " + e.words + '\n';
  }
  return out.empty() ? "nothing\n" : out;
}

// The text with its names in brackets: "[person Ada Holm] left [place Bergen]".
std::string mark_names(const Document& doc) {
  std::string out;
  std::vector<std::uint32_t> ends;  // of the open brackets, innermost last
  auto name = doc.names.begin();
  for (std::uint32_t at = 0; at <= doc.text.size(); ++at) {
    for (; !ends.empty() && ends.back() == at; ends.pop_back()) out += ']';
    for (; name != doc.names.end() && name->span.begin == at; ++name) {
      out += '[' + std::string(to_string(name->kind)) + ' ';
      ends.push_back(name->span.end);
    }
    if (at < doc.text.size()) out += doc.text[at];
  }
  return out + '\n';
}

std::string place_words(const Place& place) {
  if (!place.is_town) return place.name + ", " + place.country;
  return place.name + ", " + place.country + ", " + std::to_string(place.latitude) + " " +
         std::to_string(place.longitude) + ", " + std::to_string(place.population);
}

// When things were said and when they happened, and where places are.
std::string describe_when(const Document& doc) {
  std::string out;
  for (std::size_t i = 0; i < doc.attributions.size(); ++i) {
    const std::uint32_t time = doc.statement_times[i];
    if (time == kNone) continue;
    out += "said   " + doc.times[time].value + "  " + std::string(doc.at(doc.attributions[i].cue[0])) + '\n';
  }
  for (const Event& event : doc.events) {
    out += "event  " + doc.times[event.time].value + "  " + std::string(doc.at(event.span));
    for (const std::uint32_t entity : event.participants) out += ", " + doc.entities[entity].name;
    out += ':';
    for (const Span span : event.clause) out += " [" + std::string(doc.at(span)) + "]";
    out += '\n';
  }
  for (const Entity& entity : doc.entities) {
    if (entity.kind != EntityKind::place) continue;
    out +=
        "place  " + entity.name + ": " + (entity.place ? place_words(*entity.place) : "not resolved") + '\n';
  }
  return out.empty() ? "nothing\n" : out;
}

Document article_of(const Case& c) {
  Document doc;
  if (!c.text.starts_with("@ ")) {
    doc.text = c.text;
    return doc;
  }
  std::istringstream name(c.text.substr(2));
  std::string path;
  std::size_t number = 0;
  name >> path >> number;
  std::istringstream lines(read_file(kSource / path));
  std::string line;
  while (number-- > 0) EXPECT_TRUE(std::getline(lines, line)) << c.text;
  EXPECT_TRUE(parse_json_document(line, doc)) << c.text;
  return doc;
}

// `file` is the name of the file of cases.
std::string found_in(const Pipeline& pipeline, const Case& c, std::string_view file) {
  Document doc = article_of(c);
  Scratch scratch;
  const auto done = pipeline.annotate(doc, scratch, {.explain = file == "explained"});
  if (!done) return done.error().message;
  EXPECT_EQ(find_violation(doc), "") << c.title;
  if (file == "when") return describe_when(doc);
  if (file == "explained") return explain(doc);
  return file == "names" ? mark_names(doc) : describe(doc);
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, FindsWhatItFoundBefore) {
  const auto pipeline = Pipeline::load();
  ASSERT_TRUE(pipeline) << pipeline.error().message;
  const bool names = GetParam() == "names";
  const bool update = std::getenv("HEARSAY_UPDATE_GOLDEN") != nullptr && !names;
  const std::filesystem::path path = kSource / "tests/golden" / (GetParam() + ".txt");
  std::vector<Case> cases = parse_cases(read_file(path));
  EXPECT_FALSE(cases.empty()) << path;
  for (Case& c : cases) {
    const std::string found = found_in(*pipeline, c, GetParam());
    if (c.known_failure()) {
      EXPECT_NE(found, c.expected) << "passes now: take XFAIL from '" << c.title << "'";
    } else if (update) {
      c.expected = found;
    } else {
      EXPECT_EQ(found, c.expected) << "in '" << c.title << "' of " << path.filename();
    }
  }
  if (update) std::ofstream(path, std::ios::binary) << print_cases(cases);
}

INSTANTIATE_TEST_SUITE_P(Files, Golden, testing::ValuesIn(case_files(kSource / "tests/golden")),
                         [](const auto& file) { return file.param; });

}  // namespace
}  // namespace hearsay
