#include "parser/parser.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "document/strings.h"
#include "hearsay/pipeline.h"

namespace hearsay {
namespace {

const ParserModel& english() {
  static const Result<ParserModel> model = load_parser(default_model_directory() / "parser.model");
  EXPECT_TRUE(model) << (model ? "" : model.error().message);
  return *model;
}

struct Word {
  std::string form;
  Upos upos = Upos::X;
  std::string xpos;
};

Document document_of(const std::vector<Word>& words) {
  Document doc;
  Interner interner;
  interner.attach(doc.strings);
  for (const Word& word : words) {
    if (!doc.text.empty()) doc.text += ' ';
    const auto begin = static_cast<std::uint32_t>(doc.text.size());
    doc.text += word.form;
    doc.tokens.push_back({{begin, static_cast<std::uint32_t>(doc.text.size())}});
    doc.tags.push_back({interner.intern(word.form), interner.intern(word.xpos), word.upos});
  }
  if (!words.empty()) doc.sentences = {{0, static_cast<std::uint32_t>(words.size())}};
  return doc;
}

Document parsed(const std::vector<Word>& words) {
  Document doc = document_of(words);
  ParserScratch scratch;
  parse(english(), doc, scratch);
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

const std::vector<Word> kSmithDenied = {{"Smith", Upos::PROPN, "NNP"}, {"denied", Upos::VERB, "VBD"},
                                        {"the", Upos::DET, "DT"},      {"new", Upos::ADJ, "JJ"},
                                        {"report", Upos::NOUN, "NN"},  {".", Upos::PUNCT, "."}};

TEST(Parser, ParsesAPlainSentence) {
  const Document doc = parsed(kSmithDenied);
  const std::vector<Arc> expected = {{1, Deprel::nsubj}, {kNone, Deprel::root}, {4, Deprel::det},
                                     {4, Deprel::amod},  {1, Deprel::obj},      {1, Deprel::punct}};
  EXPECT_EQ(doc.arcs, expected);
}

TEST(Parser, NamesSubtypes) {
  const Document doc = parsed({{"It", Upos::PRON, "PRP"},
                               {"was", Upos::AUX, "VBD"},
                               {"written", Upos::VERB, "VBN"},
                               {"by", Upos::ADP, "IN"},
                               {"her", Upos::PRON, "PRP$"},
                               {"brother", Upos::NOUN, "NN"},
                               {".", Upos::PUNCT, "."}});
  EXPECT_EQ(doc.arcs[0], (Arc{2, Deprel::nsubj, DeprelSubtype::pass}));
  EXPECT_EQ(doc.arcs[4], (Arc{5, Deprel::nmod, DeprelSubtype::poss}));
}

TEST(Parser, MakesOneTreeOfAnything) {
  parsed({});
  EXPECT_EQ(parsed({{"Yes", Upos::INTJ, "UH"}}).arcs[0], (Arc{kNone, Deprel::root}));
  parsed(std::vector<Word>(7, {"!", Upos::PUNCT, "."}));
  parsed(std::vector<Word>(10'000, {"\U0001F600", Upos::SYM, "NFP"}));
  std::vector<Word> words;
  for (std::size_t i = 0; i < 10'000; ++i) {
    words.push_back({std::to_string(i * i % 997), static_cast<Upos>(i * 7919 % kUposCount), "_"});
  }
  parsed(words);
}

TEST(Parser, GivesTheSameWithAFreshAndAUsedScratch) {
  ParserScratch scratch;
  Document first = document_of(kSmithDenied);
  parse(english(), first, scratch);
  Document other = document_of({{"Why", Upos::ADV, "WRB"}, {"not", Upos::PART, "RB"}});
  parse(english(), other, scratch);
  Document again = document_of(kSmithDenied);
  parse(english(), again, scratch);
  EXPECT_EQ(first.arcs, again.arcs);
}

TEST(Transition, EndsAfterAnySequenceOfLegalActions) {
  for (unsigned pick = 0; pick < kActionCount; ++pick) {
    const Document doc = document_of(kSmithDenied);
    ParserState state;
    std::string buffer;
    start_state(doc, doc.sentences[0], buffer, state);
    std::size_t steps = 0;
    while (!state.is_finished()) {
      const unsigned legal = legal_actions(state);
      ASSERT_NE(legal, 0u);
      unsigned action = pick;
      while ((legal >> action & 1) == 0) action = (action + 1) % kActionCount;
      take_action(state, static_cast<Action>(action), 0);
      ASSERT_LE(++steps, 2 * kSmithDenied.size());
    }
    for (std::uint32_t i = 0; i < state.root(); ++i) EXPECT_TRUE(state.has_head(i)) << "picking " << pick;
  }
}

TEST(Relation, ReadsBackFromItsName) {
  EXPECT_EQ(to_text(Relation{Deprel::nsubj, DeprelSubtype::pass}), "nsubj:pass");
  EXPECT_EQ(parse_relation("nsubj:pass"), (Relation{Deprel::nsubj, DeprelSubtype::pass}));
  EXPECT_EQ(parse_relation("case"), (Relation{Deprel::case_}));
  EXPECT_FALSE(parse_relation("nsubj:"));
  EXPECT_FALSE(parse_relation("nsubj:nope"));
  EXPECT_FALSE(parse_relation("nope"));
}

std::string error_with(const std::vector<std::string>& relations, std::size_t action_rows,
                       std::uint8_t label) {
  ModelWriter writer("parser", kParserVersion);
  writer.add_strings("relations", relations);
  writer.add<std::uint32_t>("actions", std::vector<std::uint32_t>(action_rows, 0x80808080));
  writer.add<std::uint32_t>("relation.rows", std::array<std::uint32_t, 3>{0, 0, 1});
  writer.add<SparseWeight>("relation.weights", std::array<SparseWeight, 1>{{{label, 1}}});
  auto file = ModelFile::from_bytes(writer.bytes(), "x", "parser", kParserVersion);
  EXPECT_TRUE(file);
  const auto model = load_parser(*std::move(file));
  if (!model) {
    EXPECT_EQ(model.error().code, ErrorCode::corrupt_model);
  }
  return model ? "" : model.error().message;
}

TEST(ParserModel, RefusesContentsThatDoNotFit) {
  EXPECT_EQ(error_with({"obj", "nmod:poss"}, 2, 1), "");
  EXPECT_EQ(error_with({"obj", "nope"}, 2, 1), "x: section relations: unknown relation 'nope'");
  EXPECT_EQ(error_with({}, 2, 0), "x: section relations: expected 1 to 128, found 0");
  EXPECT_EQ(error_with({"obj"}, 3, 0), "x: section actions: expected 2^n rows, found 3");
  EXPECT_EQ(error_with({"obj"}, 2, 1), "x: section relation.weights: label out of range");
  EXPECT_EQ(load_parser(std::filesystem::path("/nonexistent/parser.model")).error().code,
            ErrorCode::not_found);
}

}  // namespace
}  // namespace hearsay
