#include "attribution/acts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace hearsay {
namespace {

// "Lee never denied it", "it" being the content: the cue's verb has a subject and an adverb.
Document denial() {
  Document doc;
  doc.text = "Lee never denied it";
  doc.strings = {"_", "lee", "never", "deny", "it"};
  doc.sentences = {{0, 4}};
  doc.tokens = {{{0, 3}}, {{4, 9}}, {{10, 16}}, {{17, 19}}};
  doc.tags = {{1, 0, Upos::PROPN}, {2, 0, Upos::ADV}, {3, 0, Upos::VERB}, {4, 0, Upos::PRON}};
  doc.arcs = {{2, Deprel::nsubj}, {2, Deprel::advmod}, {kNone, Deprel::root}, {2, Deprel::obj}};
  doc.attributions = {{.source = {{0, 3}}, .cue = {{10, 16}}, .content = {{17, 19}}}};
  doc.source_entities = {kNone};
  return doc;
}

struct Read {
  Document doc = denial();
  Facts facts;
  ActFrame frame;
  std::vector<ActClue> clues;

  explicit Read(std::span<const SenseEntry> senses = {}) {
    FactsScratch scratch;
    collect_facts(doc, {}, scratch, facts);
    find_frame(doc, facts, doc.attributions[0], frame);
    find_act_clues(senses, facts, frame, clues);
  }

  // Words shown by the clues of a kind.
  std::string shown(ClueKind kind) const {
    std::string words;
    for (const ActClue& c : clues) {
      if (c.kind != kind) continue;
      const std::string_view word = doc.at({doc.tokens[c.first].span.begin, doc.tokens[c.last - 1].span.end});
      if (words.find(word) == std::string::npos) words += std::string(word) + ";";
    }
    return words;
  }
};

std::vector<std::byte> model_bytes(const std::vector<SenseEntry>& senses,
                                   const std::vector<WeightRow<kActScores>>& rows) {
  ActModel model;
  model.senses = senses;
  model.table = as_table<kActScores>(rows);
  return write_acts(model).bytes();
}

Result<ActModel> read(const std::vector<std::byte>& bytes) {
  auto file = ModelFile::from_bytes(bytes, "x.model", "acts", kActVersion);
  if (!file) return file.error();
  return read_act_model(*std::move(file));
}

TEST(ActClues, NameTheWordsThatShowThem) {
  const Read read;
  EXPECT_EQ(read.frame.cue.head, 2u);
  EXPECT_EQ(read.shown(ClueKind::cue_word), "denied;");
  EXPECT_EQ(read.shown(ClueKind::auxiliary), "never;");
  EXPECT_EQ(read.shown(ClueKind::subject), "Lee;");
  EXPECT_EQ(read.shown(ClueKind::content_word), "it;");
}

TEST(ActClues, AWordHasAllItsSenses) {
  const std::uint32_t deny = Read().facts.tokens[2].lemma;
  const std::vector<SenseEntry> senses = {sense_entry(deny, 5), sense_entry(deny, 9),
                                          sense_entry(deny + 1, 7)};
  EXPECT_EQ(find_senses(senses, deny).size(), 2u);
  EXPECT_EQ(find_senses(senses, deny - 1).size(), 0u);
  const Read read(senses);
  EXPECT_EQ(std::count_if(read.clues.begin(), read.clues.end(),
                          [](const ActClue& c) { return c.kind == ClueKind::cue_sense; }),
            2);
}

TEST(ReadActs, TheHighestScoreWins) {
  std::vector<WeightRow<kActScores>> rows(2);
  auto model = read(model_bytes({}, rows));
  ASSERT_TRUE(model) << model.error().message;
  Read read_doc;
  ActScratch scratch;
  read_acts(*model, read_doc.facts, read_doc.doc, scratch);
  EXPECT_EQ(read_doc.doc.attributions[0].act, Act::assert_) << "of equals, the first";
  EXPECT_FALSE(read_doc.doc.attributions[0].negated);
  for (auto& row : rows) {
    row.roots[static_cast<std::size_t>(Act::deny)] = 60;  // squared, more than kPlainBonus
    row.roots[kActCount] = 1;
  }
  model = read(model_bytes({}, rows));
  ASSERT_TRUE(model);
  read_acts(*model, read_doc.facts, read_doc.doc, scratch);
  EXPECT_EQ(read_doc.doc.attributions[0].act, Act::deny);
  EXPECT_TRUE(read_doc.doc.attributions[0].negated);
  EXPECT_EQ(find_violation(read_doc.doc), "");
}

TEST(ActModel, SaysWhatIsWrong) {
  EXPECT_EQ(read(model_bytes({2, 1}, std::vector<WeightRow<kActScores>>(2))).error().message,
            "x.model: section senses: not sorted");
  EXPECT_EQ(load_acts("/nonexistent/acts.model").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace hearsay
