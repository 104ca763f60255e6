#include "entities/coreference.h"

#include "entities/test_sentence.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMany = 10000;

TEST(CoreferenceTest, TenThousandMentionsOfOneNameAreOneChain) {
  Document doc;
  for (std::uint32_t i = 0; i < kMany; ++i) {
    add_sentence(doc, {{"Quist", 0, Deprel::root, Upos::PROPN, "NNP"}});
    doc.names.push_back({doc.tokens.back().span, EntityKind::person, false});
  }
  CoreferenceScratch scratch;
  find_chains(plain_model(), doc, scratch);
  EXPECT_EQ(scratch.state.mentions.size(), kMany);
  EXPECT_EQ(scratch.state.chains.size(), 1u);
}

TEST(CoreferenceTest, AntecedentsAreBounded) {
  Document doc;
  for (std::uint32_t i = 0; i < kMany; ++i) {
    add_sentence(doc,
                 {{i % 2 == 0 ? "ministry" : "she", 0, Deprel::root, i % 2 == 0 ? Upos::NOUN : Upos::PRON}});
  }
  CoreferenceScratch scratch;
  begin_coreference(plain_model().nouns, doc, scratch);
  for (std::uint32_t m = 0; m < scratch.state.mentions.size(); ++m) {
    gather_antecedents(doc, m, scratch.state);
    ASSERT_LE(scratch.state.antecedents.size(), kMostAntecedents);
    join_chain(doc, m, kNone, scratch.state);
  }
  EXPECT_EQ(scratch.state.chain_of.size(), kMany);
}

TEST(CoreferenceTest, SheIsNoMan) {
  Document doc;
  add_sentence(doc, {{"Jon", 3, Deprel::nsubj, Upos::PROPN, "NNP"},
                     {"Holm", 1, Deprel::flat, Upos::PROPN, "NNP"},
                     {"left", 0, Deprel::root, Upos::VERB}});
  add_sentence(doc, {{"She", 2, Deprel::nsubj, Upos::PRON, "PRP"}, {"stayed", 0, Deprel::root, Upos::VERB}});
  add_names(doc, {{"Jon Holm", EntityKind::person}});
  CoreferenceScratch scratch;
  begin_coreference(plain_model().nouns, doc, scratch);
  join_chain(doc, 0, kNone, scratch.state);
  gather_antecedents(doc, 1, scratch.state);
  EXPECT_TRUE(scratch.state.antecedents.empty());
}

TEST(CoreferenceTest, ModelSurvivesItsFile) {
  const ModelWriter writer = write_coreference(plain_model());
  auto file = ModelFile::from_bytes(writer.bytes(), "c.model", "coreference", kCoreferenceVersion);
  ASSERT_TRUE(file) << file.error().message;
  const auto model = read_coreference_model(*std::move(file));
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_TRUE(std::ranges::equal(model->nouns, plain_model().nouns));
  EXPECT_EQ(model->weights.size(), plain_model().weights.size());
}

TEST(CoreferenceTest, WrongNumberOfWeightsIsRefused) {
  CoreferenceModel model;
  model.nouns = plain_model().nouns;
  model.weights = plain_model().weights.first(7);
  auto file =
      ModelFile::from_bytes(write_coreference(model).bytes(), "c.model", "coreference", kCoreferenceVersion);
  ASSERT_TRUE(file);
  const auto read = read_coreference_model(*std::move(file));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::corrupt_model);
}

}  // namespace
}  // namespace hearsay
