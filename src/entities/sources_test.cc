#include "entities/sources.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

struct Word {
  const char* form;
  int head;  // counts from 1; 0: root
  Deprel deprel;
};

// A sentence of these words, whose first `source_words` are a source, with one name
// over words [begin, end).
Document read(const std::vector<Word>& words, std::size_t source_words, std::size_t begin, std::size_t end) {
  Document doc;
  doc.strings = {"say"};
  for (const Word& word : words) {
    if (!doc.text.empty()) doc.text += ' ';
    const auto at = static_cast<std::uint32_t>(doc.text.size());
    doc.text += word.form;
    doc.tokens.push_back({{at, static_cast<std::uint32_t>(doc.text.size())}});
    doc.arcs.push_back(
        {.head = word.head == 0 ? kNone : static_cast<std::uint32_t>(word.head - 1), .deprel = word.deprel});
  }
  doc.sentences = {{0, static_cast<std::uint32_t>(words.size())}};
  const auto span = [&](std::size_t b, std::size_t e) {
    return Span{doc.tokens[b].span.begin, doc.tokens[e - 1].span.end};
  };
  doc.entities = {{.name = "Ada Holm", .aliases = {}, .kind = EntityKind::person}};
  doc.mentions = {{.span = span(begin, end), .entity = 0, .form = MentionForm::name}};
  Attribution a;
  if (source_words > 0) a.source = {span(0, source_words)};
  a.cue = {span(words.size() - 2, words.size() - 1)};
  a.content = {span(words.size() - 1, words.size())};
  doc.attributions = {a};
  link_sources(doc);
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

TEST(SourcesTest, NameIsTheHead) {
  const Document doc = read({{"Mayor", 2, Deprel::compound},
                             {"Ada", 4, Deprel::nsubj},
                             {"Holm", 2, Deprel::flat},
                             {"said", 0, Deprel::root},
                             {"so", 4, Deprel::advmod}},
                            3, 1, 3);
  EXPECT_EQ(doc.source_entities, std::vector<std::uint32_t>{0});
}

TEST(SourcesTest, NameInApposition) {
  const Document doc = read({{"The", 2, Deprel::det},
                             {"mayor", 6, Deprel::nsubj},
                             {",", 2, Deprel::punct},
                             {"Ada", 2, Deprel::appos},
                             {"Holm", 4, Deprel::flat},
                             {"said", 0, Deprel::root},
                             {"so", 6, Deprel::advmod}},
                            5, 3, 5);
  EXPECT_EQ(doc.source_entities, std::vector<std::uint32_t>{0});
}

TEST(SourcesTest, SomebodyElsesSpokesmanIsNotHer) {
  const Document doc = read({{"Ada", 4, Deprel::nmod},
                             {"Holm", 1, Deprel::flat},
                             {"'s", 1, Deprel::case_},
                             {"spokesman", 5, Deprel::nsubj},
                             {"said", 0, Deprel::root},
                             {"so", 5, Deprel::advmod}},
                            4, 0, 2);
  EXPECT_EQ(doc.source_entities, std::vector<std::uint32_t>{kNone});
}

TEST(SourcesTest, NoSourceNoEntity) {
  const Document doc = read({{"Ada", 3, Deprel::nsubj},
                             {"Holm", 1, Deprel::flat},
                             {"said", 0, Deprel::root},
                             {"so", 3, Deprel::advmod}},
                            0, 0, 2);
  EXPECT_EQ(doc.source_entities, std::vector<std::uint32_t>{kNone});
}

}  // namespace
}  // namespace hearsay
