// What Hearsay ought to find, one case for each thing that news does, whether it finds it
// today or not (tests/golden/wanted).
//
// What is expected is one block an attribution, blocks apart by an empty line. Only the
// lines that are there count: source, cue, content (one line a piece), form, act, negated,
// lemma, and `inside` (the cue of the parent, or `nothing`). Marks and stops at the edges
// do not count. `nothing` alone: there is no attribution.
//
// An XFAIL case is a known failure and fails on the day it passes.
// HEARSAY_UPDATE_GOLDEN=1 puts and takes the word XFAIL, and changes nothing else.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "hearsay/pipeline.h"
#include "tests/golden/cases.h"

namespace hearsay {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(HEARSAY_SOURCE) / "tests/golden/wanted";

using Lines = std::multimap<std::string, std::string>;

// Without the marks, stops and spaces at its edges.
std::string bare(std::string s) {
  const std::vector<std::string> edges = {"\"", "'", ",", ".", " ", ":", "“", "”", "‘", "’", "«", "»"};
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string& edge : edges) {
      if (s.ends_with(edge)) s.resize(s.size() - edge.size()), changed = true;
      if (s.starts_with(edge)) s.erase(0, edge.size()), changed = true;
    }
  }
  return s;
}

void add_spans(const Document& doc, const char* role, const std::vector<Span>& spans, Lines& out) {
  for (const Span span : spans) {
    std::string text = bare(std::string(doc.at(span)));
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (!text.empty()) out.emplace(role, text);
  }
  if (spans.empty()) out.emplace(role, "nothing");
}

Lines lines_of(const Document& doc, const Attribution& a) {
  Lines out;
  add_spans(doc, "source", a.source, out);
  add_spans(doc, "cue", a.cue, out);
  add_spans(doc, "content", a.content, out);
  out.emplace("form", to_string(a.form));
  out.emplace("act", to_string(a.act));
  out.emplace("negated", a.negated ? "yes" : "no");
  out.emplace("lemma", doc.strings[a.cue_lemma]);
  add_spans(doc, "inside", a.parent == kNone ? std::vector<Span>{} : doc.attributions[a.parent].cue, out);
  return out;
}

// The expected blocks.
std::vector<Lines> parse_wanted(const std::string& expected) {
  std::vector<Lines> blocks(1);
  std::istringstream in(expected);
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      blocks.emplace_back();
    } else if (line != "nothing") {
      const std::size_t space = line.find(' ');
      blocks.back().emplace(line.substr(0, space), bare(line.substr(std::min(space, line.size()))));
    }
  }
  std::erase_if(blocks, [](const Lines& block) { return block.empty(); });
  return blocks;
}

// Every role that is asked for is exactly as asked for.
bool is_wanted(const Lines& wanted, const Lines& found) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& line) {
    const auto values = [&](const Lines& lines) {
      std::vector<std::string> out;
      const auto [first, last] = lines.equal_range(line.first);
      for (auto at = first; at != last; ++at) out.push_back(at->second);
      return out;
    };
    return values(wanted) == values(found);
  });
}

std::string shown(const std::vector<Lines>& blocks) {
  std::string out;
  for (const Lines& block : blocks) {
    for (const auto& [role, text] : block) out += role + " " + text + "\n";
    out += "\n";
  }
  return out;
}

// Returns "" or what was found instead.
std::string check(const Pipeline& pipeline, const Case& c) {
  const auto doc = pipeline.analyze(c.text);
  if (!doc) return doc.error().message;
  EXPECT_EQ(find_violation(*doc), "") << c.title;
  std::vector<Lines> found;
  for (const Attribution& a : doc->attributions) found.push_back(lines_of(*doc, a));
  const std::vector<Lines> wanted = parse_wanted(c.expected);
  if (wanted.empty()) return found.empty() ? "" : shown(found);
  for (const Lines& block : wanted) {
    const bool is_found =
        std::any_of(found.begin(), found.end(), [&](const Lines& lines) { return is_wanted(block, lines); });
    if (!is_found) return "wanted\n" + shown({block}) + "found\n" + shown(found);
  }
  return "";
}

void mark(Case& c, bool fails) {
  if (c.known_failure()) c.title = c.title.substr(6);
  if (fails) c.title = "XFAIL " + c.title;
}

class Wanted : public testing::TestWithParam<std::string> {};

TEST_P(Wanted, IsFoundOrKnownToFail) {
  const auto pipeline = Pipeline::load();
  ASSERT_TRUE(pipeline) << pipeline.error().message;
  const bool update = std::getenv("HEARSAY_UPDATE_GOLDEN") != nullptr;
  const std::filesystem::path path = kFolder / (GetParam() + ".txt");
  std::vector<Case> cases = parse_cases(read_file(path));
  EXPECT_FALSE(cases.empty()) << path;
  std::string failures;
  int count = 0;
  for (Case& c : cases) {
    const std::string instead = check(*pipeline, c);
    if (update) {
      mark(c, !instead.empty());
    } else if (c.known_failure()) {
      EXPECT_NE(instead, "") << "passes now: take XFAIL from '" << c.title << "'";
    } else {
      EXPECT_EQ(instead, "") << "in '" << c.title << "' of " << path.filename();
    }
    if (instead.empty()) continue;
    ++count;
    failures += "\n  " + c.title;
  }
  std::printf("%s: %zu cases, %d expected failures%s\n", GetParam().c_str(), cases.size(), count,
              failures.c_str());
  if (update) std::ofstream(path, std::ios::binary) << print_cases(cases);
}

INSTANTIATE_TEST_SUITE_P(Files, Wanted, testing::ValuesIn(case_files(kFolder)),
                         [](const auto& file) { return file.param; });

}  // namespace
}  // namespace hearsay
