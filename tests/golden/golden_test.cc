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
// to be found.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

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

std::string found_in(const Pipeline& pipeline, const Case& c, bool names) {
  Document doc = article_of(c);
  Scratch scratch;
  if (const auto done = pipeline.annotate(doc, scratch); !done) return done.error().message;
  EXPECT_EQ(find_violation(doc), "") << c.title;
  return names ? mark_names(doc) : describe(doc);
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
    const std::string found = found_in(*pipeline, c, names);
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
