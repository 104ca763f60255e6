#include "syntax/syntax.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "hearsay/pipeline.h"

namespace hearsay {
namespace {

const SyntaxModel& english() {
  static const Result<SyntaxModel> model = load_syntax(default_model_directory());
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

Document read(const std::vector<std::string>& words) {
  Document doc = document_of(words);
  SyntaxScratch scratch;
  read_syntax(english(), doc, scratch);
  EXPECT_EQ(find_violation(doc), "");
  EXPECT_EQ(doc.tags.size(), words.size());
  EXPECT_EQ(doc.arcs.size(), words.size());
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

// "nsubj<-denied" for the arc of token i.
std::string arc_of(const Document& doc, std::uint32_t i) {
  const Arc arc = doc.arcs[i];
  const std::string head = arc.head == kNone ? "" : std::string(doc.at(doc.tokens[arc.head].span));
  return std::string(to_string(arc.deprel)) + "<-" + head;
}

TEST(Syntax, TagsAndLemmatisesPlainSentences) {
  const Document doc = read({"The", "ministers", "denied", "the", "reports", "."});
  EXPECT_EQ(upos_of(doc), "DET NOUN VERB DET NOUN PUNCT");
  EXPECT_EQ(lemmas_of(doc), "the minister deny the report .");
  EXPECT_EQ(doc.strings[doc.tags[2].xpos], "VBD");
  EXPECT_EQ(lemmas_of(read({"She", "says", "they", "were", "wrong", "."})), "she say they be wrong .");
}

TEST(Syntax, ReadsOneFormByItsContext) {
  EXPECT_EQ(read({"He", "will", "report", "it", "."}).tags[2].upos, Upos::VERB);
  EXPECT_EQ(read({"The", "report", "was", "late", "."}).tags[1].upos, Upos::NOUN);
}

TEST(Syntax, FindsWhoSaidAndWhat) {
  const Document doc = read({"The", "minister", "said", "that", "no", "call", "was", "made", "."});
  EXPECT_EQ(arc_of(doc, 1), "nsubj<-said");
  EXPECT_EQ(arc_of(doc, 2), "root<-");
  EXPECT_EQ(arc_of(doc, 7), "ccomp<-said");
  EXPECT_EQ(arc_of(doc, 5), "nsubj<-made");
  EXPECT_EQ(doc.arcs[5].subtype, DeprelSubtype::pass);
}

TEST(Syntax, ReadsAnything) {
  EXPECT_EQ(read({"?"}).tags[0].upos, Upos::PUNCT);
  read({});
  read({"\U0001F600", "\U0001F600\U0001F600", "\x01", "\u0301", "\u200b"});
  read({std::string(100'000, 'x'), std::string(1000, '-')});
  std::string marks = "a";
  for (int i = 0; i < 1000; ++i) marks += "\u0301";
  read({marks});
}

TEST(Syntax, LongSentencesAreOneTreeToo) {
  const Document doc = read(std::vector<std::string>(5 * kMaxStretch + 3, "no"));
  int stretches = 0;
  for (std::uint32_t i = 0; i < doc.arcs.size(); ++i) {
    const std::uint32_t head = doc.arcs[i].head;
    stretches += head != kNone && head / kMaxStretch != i / kMaxStretch;
  }
  EXPECT_EQ(stretches, 5);
}

TEST(Syntax, GivesTheSameWithAFreshAndAUsedScratch) {
  const std::vector<std::string> words = {"Ann", "told", "Bo", "that", "prices", "rose", "."};
  const Document first = read(words);
  SyntaxScratch scratch;
  Document other = document_of({"Completely", "different", "words", "are", "here"});
  read_syntax(english(), other, scratch);
  Document again = document_of(words);
  read_syntax(english(), again, scratch);
  EXPECT_EQ(first.tags, again.tags);
  EXPECT_EQ(first.arcs, again.arcs);
}

TEST(Syntax, KeepsALayerThatIsThere) {
  Document doc = read({"He", "left", "."});
  doc.tags[1].upos = Upos::X;
  doc.arcs.clear();
  SyntaxScratch scratch;
  read_syntax(english(), doc, scratch);
  EXPECT_EQ(doc.tags[1].upos, Upos::X);
  EXPECT_EQ(doc.arcs.size(), 3u);
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

std::string error_with(const std::vector<LemmaModel::Slot>& slots, const std::vector<std::string>& edits) {
  ModelWriter writer("lemmatizer", kLemmatizerVersion);
  writer.add<LemmaModel::Slot>("slots", slots);
  writer.add_strings("edits", edits);
  auto file = ModelFile::from_bytes(writer.bytes(), "x", "lemmatizer", kLemmatizerVersion);
  const auto model = load_lemmatizer(*std::move(file));
  return model ? "" : model.error().message;
}

TEST(Lemmatizer, RefusesTablesThatDoNotFit) {
  EXPECT_EQ(error_with({{1, 1, 0}, {}}, {"l3|y"}), "");
  EXPECT_EQ(error_with({{1, 2, 0}, {}}, {"l3|y"}), "x: section slots: edit out of range");
  EXPECT_EQ(error_with({{1, 1, 0}, {1, 1, 0}}, {"l3|y"}), "x: section slots: too few free slots");
  EXPECT_EQ(error_with({{}, {}, {}}, {}), "x: section slots: expected 2^n slots, found 3");
  EXPECT_EQ(error_with({{}, {}}, {"z3|y"}), "x: section edits: 'z3|y' is no edit");
}

}  // namespace
}  // namespace hearsay
