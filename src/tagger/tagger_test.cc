#include "tagger/tagger.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "hearsay/pipeline.h"

namespace hearsay {
namespace {

const TaggerModel& english() {
  static const Result<TaggerModel> model = load_tagger(default_model_directory() / "tagger.model");
  EXPECT_TRUE(model) << (model ? "" : model.error().message);
  return *model;
}

// One sentence of these words, with spaces between them.
Document document_of(const std::vector<std::string>& words) {
  Document doc;
  for (const std::string& word : words) {
    if (!doc.text.empty()) doc.text += ' ';
    const auto begin = static_cast<std::uint32_t>(doc.text.size());
    doc.text += word;
    doc.tokens.push_back({{begin, static_cast<std::uint32_t>(doc.text.size())}});
  }
  if (!words.empty()) doc.sentences = {{0, static_cast<std::uint32_t>(words.size())}};
  return doc;
}

Document tagged(const std::vector<std::string>& words) {
  Document doc = document_of(words);
  TaggerScratch scratch;
  tag(english(), doc, scratch);
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

std::string upos_of(const Document& doc) {
  std::string out;
  for (const Tag& t : doc.tags) out += std::string(out.empty() ? "" : " ").append(to_string(t.upos));
  return out;
}

std::string lemmas_of(const Document& doc) {
  std::string out;
  for (const Tag& t : doc.tags) out += (out.empty() ? "" : " ") + doc.strings[t.lemma];
  return out;
}

TEST(Tagger, TagsAndLemmatisesPlainSentences) {
  Document doc = tagged({"The", "ministers", "denied", "the", "reports", "."});
  EXPECT_EQ(upos_of(doc), "DET NOUN VERB DET NOUN PUNCT");
  EXPECT_EQ(lemmas_of(doc), "the minister deny the report .");
  EXPECT_EQ(doc.strings[doc.tags[2].xpos], "VBD");
  doc = tagged({"She", "says", "they", "were", "wrong", "."});
  EXPECT_EQ(upos_of(doc), "PRON VERB PRON AUX ADJ PUNCT");
  EXPECT_EQ(lemmas_of(doc), "she say they be wrong .");
}

TEST(Tagger, ReadsOneFormByItsContext) {
  EXPECT_EQ(tagged({"He", "will", "report", "it", "."}).tags[2].upos, Upos::VERB);
  EXPECT_EQ(tagged({"The", "report", "was", "late", "."}).tags[1].upos, Upos::NOUN);
}

TEST(Tagger, TagsAnything) {
  EXPECT_EQ(tagged({"?"}).tags[0].upos, Upos::PUNCT);
  tagged({});
  tagged({"\U0001F600", "\U0001F600\U0001F600", "\x01", "\u0301", "\u200b"});
  tagged({std::string(100'000, 'x'), std::string(1000, '-')});
  tagged(std::vector<std::string>(10'000, "no"));
}

TEST(Tagger, GivesTheSameWithAFreshAndAUsedScratch) {
  const std::vector<std::string> words = {"Ann", "told", "Bo", "that", "prices", "rose", "."};
  TaggerScratch scratch;
  Document first = document_of(words);
  tag(english(), first, scratch);
  Document other = document_of({"Completely", "different", "words"});
  tag(english(), other, scratch);
  Document again = document_of(words);
  tag(english(), again, scratch);
  EXPECT_EQ(first.tags, again.tags);
  EXPECT_EQ(first.strings, again.strings);
}

TEST(Lemmatizer, AppliesEdits) {
  std::string out;
  EXPECT_TRUE(apply_edit({true, 3, "y"}, "Stories", out));
  EXPECT_EQ(out, "story");
  EXPECT_TRUE(apply_edit({false, 0, ""}, "Oslo", out));
  EXPECT_EQ(out, "Oslo");
  EXPECT_FALSE(apply_edit({true, 3, "y"}, "as", out)) << "too short";
  EXPECT_FALSE(apply_edit({true, 1, ""}, "caf\u00e9", out)) << "would cut a code point";
  EXPECT_FALSE(apply_edit({true, 2, ""}, "as", out)) << "a lemma is never empty";
}

// A model of two classes and two rows a table, one of whose sections can be spoilt.
std::string error_with(const std::vector<std::string>& classes, const std::vector<std::uint8_t>& labels,
                       const std::vector<LemmaModel::Slot>& slots, const std::vector<std::string>& edits) {
  ModelWriter writer("tagger", kTaggerVersion);
  writer.add_strings("classes", classes);
  std::vector<SparseWeight> weights;
  for (const std::uint8_t label : labels) weights.push_back({label, 1});
  const std::array<std::uint32_t, 3> rows = {0, 0, static_cast<std::uint32_t>(weights.size())};
  for (const std::string name : {"first", "second"}) {
    writer.add<std::uint32_t>(name + ".rows", rows);
    writer.add<SparseWeight>(name + ".weights", weights);
  }
  writer.add<LemmaModel::Slot>("lemma.slots", slots);
  writer.add_strings("lemma.edits", edits);
  auto file = ModelFile::from_bytes(writer.bytes(), "x", "tagger", kTaggerVersion);
  EXPECT_TRUE(file);
  const auto model = load_tagger(*std::move(file));
  if (!model) {
    EXPECT_EQ(model.error().code, ErrorCode::corrupt_model);
  }
  return model ? "" : model.error().message;
}

TEST(TaggerModel, RefusesContentsThatDoNotFit) {
  const std::vector<std::string> classes = {"NOUN|NN", "X|_"};
  EXPECT_EQ(error_with(classes, {0, 1}, {{}, {}}, {"l0|"}), "");
  EXPECT_EQ(error_with({"NOPE|NN"}, {0}, {{}, {}}, {}),
            "x: section classes: expected UPOS|XPOS, found 'NOPE|NN'");
  EXPECT_EQ(error_with({}, {}, {{}, {}}, {}), "x: section classes: expected 1 to 254, found 0");
  EXPECT_EQ(error_with(classes, {2}, {{}, {}}, {}), "x: section first.weights: label out of range");
  EXPECT_EQ(error_with(classes, {0}, {{}, {}, {}}, {}),
            "x: section lemma.slots: expected 2^n slots, found 3");
  EXPECT_EQ(error_with(classes, {0}, {{7, 2, 0}, {}}, {"l0|"}), "x: section lemma.slots: edit out of range");
  EXPECT_EQ(error_with(classes, {0}, {{7, 1, 0}, {8, 1, 0}}, {"l0|"}),
            "x: section lemma.slots: too few free slots");
  EXPECT_EQ(error_with(classes, {0}, {{}, {}}, {"q0|"}), "x: section lemma.edits: not an edit");
  EXPECT_EQ(load_tagger(std::filesystem::path("/nonexistent/tagger.model")).error().code,
            ErrorCode::not_found);
}

}  // namespace
}  // namespace hearsay
