#include "train/score_coreference.h"

#include <gtest/gtest.h>

#include <fstream>

#include "train/coreference_corpus.h"

namespace hearsay {
namespace {

TEST(ScoreCoreference, PerfectChainsScoreOne) {
  CoreferenceScore score;
  const Chains chains = {{1, 2, 3}, {4, 5}};
  add_document(chains, chains, score);
  EXPECT_DOUBLE_EQ(score.conll(), 1);
  EXPECT_DOUBLE_EQ(score.mentions.f1(), 1);
}

// The worked example of Luo (2005): gold {1..5} {6 7} {8..12}, two chains joined.
TEST(ScoreCoreference, JoinedChains) {
  const Chains gold = {{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}};
  const Chains predicted = {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}};
  CoreferenceScore score;
  add_document(gold, predicted, score);
  EXPECT_NEAR(score.muc.f1(), 0.947, 0.001);
  EXPECT_NEAR(score.b_cubed.f1(), 0.865, 0.001);
  EXPECT_NEAR(score.ceaf_e.f1(), 0.733, 0.001);
}

TEST(ScoreCoreference, MissingAndExtraMentionsCount) {
  CoreferenceScore score;
  add_document({{1, 2, 3}}, {{1, 2}, {8, 9}}, score);
  EXPECT_DOUBLE_EQ(score.muc.recall(), 0.5);
  EXPECT_DOUBLE_EQ(score.muc.precision(), 0.5);
  EXPECT_NEAR(score.b_cubed.recall(), 4.0 / 9, 1e-12);
  EXPECT_DOUBLE_EQ(score.b_cubed.precision(), 0.5);
}

TEST(ScoreCoreference, SingletonsCanBeLeftOut) {
  EXPECT_EQ(without_singletons({{1}, {2, 3}, {4}}), (Chains{{2, 3}}));
}

TEST(CoreferenceCorpus, ReadsNestedMentions) {
  const std::string path = testing::TempDir() + "hearsay_coreference.conllu";
  std::ofstream(path)
      << "# newdoc id = one\n"
         "1\tAda\tAda\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(7-person-new-cf1-1-coref)\n"
         "2\tonce\tonce\tADV\tRB\t_\t3\tadvmod\t_\t_\n"
         "3\tsold\tsell\tVERB\tVBD\t_\t0\troot\t_\t_\n"
         "4\ther\ther\tPRON\tPRP$\t_\t5\tnmod:poss\t_\tA=b|Entity=(9-object-new-2-sgl(7-person-1-ana)\n"
         "5\tboat\tboat\tNOUN\tNN\t_\t3\tobj\t_\tEntity=9)\n\n";
  const auto corpus = read_coreference_corpus(path);
  ASSERT_TRUE(corpus) << corpus.error().message;
  ASSERT_EQ(corpus->size(), 1u);
  const std::vector<GoldMention>& mentions = (*corpus)[0].mentions;
  ASSERT_EQ(mentions.size(), 3u);
  EXPECT_EQ(mentions[0].entity, mentions[2].entity);
  EXPECT_EQ(mentions[1].first, 3u);
  EXPECT_EQ(mentions[1].last, 5u);
  EXPECT_EQ(mentions[1].head, 4u);
  EXPECT_EQ(read_coreference_corpus("/nonexistent").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace hearsay
