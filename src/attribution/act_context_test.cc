#include "attribution/act_context.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace hearsay {
namespace {

// Two sentences, "WHO said CONTENT .", of five words each; the second content is that of `second`.
Document two_statements(const std::vector<std::string>& second, std::uint32_t who) {
  const std::vector<std::string> first = {"Lee", "said", "nine", "boats", "sank"};
  Document doc;
  doc.strings = {"_"};
  for (const auto& words : {first, second}) {
    const auto begin = static_cast<std::uint32_t>(doc.tokens.size());
    for (const std::string& word : words) {
      const auto at = static_cast<std::uint32_t>(doc.text.size());
      doc.text += word + " ";
      doc.tokens.push_back({{at, static_cast<std::uint32_t>(doc.text.size() - 1)}});
      doc.strings.push_back(word);
      const Upos upos = word == "nine" || word == "six" ? Upos::NUM
                        : word == "never"               ? Upos::ADV
                                                        : Upos::NOUN;
      doc.tags.push_back({static_cast<std::uint32_t>(doc.strings.size() - 1), 0, upos});
    }
    const auto end = static_cast<std::uint32_t>(doc.tokens.size());
    doc.sentences.push_back({begin, end});
    // All hang on "said".
    for (std::uint32_t i = begin; i < end; ++i)
      doc.arcs.push_back({i == begin + 1 ? kNone : begin + 1, Deprel::dep});
    doc.attributions.push_back(
        {.cue = {doc.tokens[begin + 1].span},
         .content = {{doc.tokens[begin + 2].span.begin, doc.tokens[end - 1].span.end}}});
  }
  doc.entities = {{.name = "Lee"}, {.name = "Moe"}};
  doc.source_entities = {0, who};
  return doc;
}

struct Scene {
  Document doc;
  Facts facts;
  ActScene scene;

  explicit Scene(Document document) : doc(std::move(document)) {
    FactsScratch scratch;
    collect_facts(doc, {}, scratch, facts);
    collect_scene(doc, facts, scene);
  }

  std::vector<std::uint64_t> clues_of(std::uint32_t number) const {
    ActFrame frame;
    std::vector<ActClue> clues;
    find_frame(doc, facts, doc.attributions[number], frame);
    find_context_clues(doc, facts, scene, frame, number, clues);
    std::vector<std::uint64_t> features;
    for (const ActClue& c : clues) features.push_back(c.feature);
    std::ranges::sort(features);
    return features;
  }
};

const std::vector<std::string> kSame = {"Moe", "said", "nine", "boats", "sank"};

TEST(ActScene, KnowsWhatContentsSpeakOf) {
  const Scene scene(two_statements({"Moe", "said", "boats", "never", "sank"}, 1));
  ASSERT_EQ(scene.scene.parts.size(), 2u);
  EXPECT_FALSE(scene.scene.parts[0].negated);
  EXPECT_TRUE(scene.scene.parts[1].negated);
  EXPECT_EQ(scene.scene.parts[0].figures.last - scene.scene.parts[0].figures.first, 1u);
  EXPECT_EQ(scene.scene.parts[1].figures.last - scene.scene.parts[1].figures.first, 0u);
  EXPECT_EQ(scene.scene.parts[1].words.last - scene.scene.parts[1].words.first, 2u);
  EXPECT_EQ(scene.scene.parts[1].entity, 1u);
}

TEST(ActContext, TellsWhoSaidTheLikeBefore) {
  const Scene other(two_statements(kSame, 1));
  const Scene same(two_statements(kSame, 0));
  EXPECT_NE(other.clues_of(1), same.clues_of(1));
  EXPECT_EQ(other.clues_of(1), Scene(two_statements(kSame, 1)).clues_of(1));
}

TEST(ActContext, TellsNotAndOtherFigures) {
  const auto said = Scene(two_statements(kSame, 0)).clues_of(1);
  EXPECT_NE(said, Scene(two_statements({"Moe", "said", "six", "boats", "sank"}, 0)).clues_of(1));
  EXPECT_NE(said, Scene(two_statements({"Moe", "said", "boats", "never", "sank"}, 0)).clues_of(1));
}

TEST(ActContext, TheFirstStatementHasNoneBefore) {
  const Scene scene(two_statements(kSame, 0));
  const auto first = scene.clues_of(0);
  EXPECT_FALSE(first.empty());
  EXPECT_NE(first, scene.clues_of(1));
}

}  // namespace
}  // namespace hearsay
