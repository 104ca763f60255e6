// Sentences so plain that any model worth shipping reads them right. Unlike the
// golden files, nobody rewrites these.
#include <gtest/gtest.h>

#include "hearsay/pipeline.h"

namespace hearsay {
namespace {

struct Required {
  std::string text;
  std::string source;  // "" for none
  std::string cue;
  std::vector<std::string> content;
  Form form;
};

std::vector<std::string> texts(const Document& doc, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  for (const Span span : spans) out.emplace_back(doc.at(span));
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ... ") + part;
  return out;
}

// As people see them: the marks at the edges of a content do not count.
std::string bare(std::string s) {
  while (!s.empty() && std::string_view("\",. ").find(s.back()) != std::string_view::npos) s.pop_back();
  return s.substr(std::min(s.find_first_not_of("\" "), s.size()));
}

std::string bare_content(const Document& doc, const Attribution& a) {
  std::vector<std::string> parts = texts(doc, a.content);
  for (std::string& part : parts) part = bare(part);
  return joined(parts);
}

const std::vector<Required>& required() {
  static const std::vector<Required> cases = {
      {"\"The bridge is safe,\" Holm said.", "Holm", "said", {"The bridge is safe"}, Form::direct},
      {"Holm said, \"The bridge is safe.\"", "Holm", "said", {"The bridge is safe"}, Form::direct},
      {"Holm said the bridge was safe.", "Holm", "said", {"the bridge was safe"}, Form::indirect},
      {"Holm said that the bridge was safe.", "Holm", "said", {"that the bridge was safe"}, Form::indirect},
      {"The bridge was safe, Holm said.", "Holm", "said", {"The bridge was safe"}, Form::indirect},
      {"Holm denied that the bridge had moved.",
       "Holm",
       "denied",
       {"that the bridge had moved"},
       Form::indirect},
      {"The bridge had moved, according to Holm.",
       "Holm",
       "according to",
       {"The bridge had moved"},
       Form::indirect},
      {"\"The bridge is safe,\" Holm said, \"and it will stay open.\"",
       "Holm",
       "said",
       {"The bridge is safe", "and it will stay open"},
       Form::direct},
      {"Mayor Ada Holm told reporters that the bridge would reopen on Monday.",
       "Mayor Ada Holm",
       "told",
       {"that the bridge would reopen on Monday"},
       Form::indirect},
      {"She added that the bridge would reopen.",
       "She",
       "added",
       {"that the bridge would reopen"},
       Form::indirect},
      {"The ministry said it was \"deeply sorry\" for the delay.",
       "The ministry",
       "said",
       {"it was \"deeply sorry\" for the delay"},
       Form::mixed},
  };
  return cases;
}

TEST(Required, PlainSentencesAreReadRight) {
  const auto pipeline = Pipeline::load();
  ASSERT_TRUE(pipeline) << pipeline.error().message;
  for (const Required& want : required()) {
    SCOPED_TRACE(want.text);
    const auto doc = pipeline->analyze(want.text);
    ASSERT_TRUE(doc);
    ASSERT_EQ(doc->attributions.size(), 1u);
    const Attribution& found = doc->attributions[0];
    EXPECT_EQ(joined(texts(*doc, found.source)), want.source);
    EXPECT_EQ(joined(texts(*doc, found.cue)), want.cue);
    EXPECT_EQ(bare_content(*doc, found), joined(want.content));
    EXPECT_EQ(to_string(found.form), to_string(want.form));
  }
}

TEST(Required, NothingIsSaidWhereNobodySpeaks) {
  const auto pipeline = Pipeline::load();
  ASSERT_TRUE(pipeline) << pipeline.error().message;
  for (const char* text : {"The bridge opened in 1931.", "It rained all day in the valley.", "", "\n\n",
                           "...", "The train left at 5 p.m. and arrived an hour late."}) {
    const auto doc = pipeline->analyze(text);
    ASSERT_TRUE(doc);
    EXPECT_TRUE(doc->attributions.empty()) << text;
  }
}

}  // namespace
}  // namespace hearsay
