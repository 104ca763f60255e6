#include "hearsay/pipeline.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace hearsay {
namespace {

const Pipeline& english() {
  static const Result<Pipeline> loaded = Pipeline::load();
  EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message);
  return *loaded;
}

TEST(Pipeline, SaysWhereItLookedForModels) {
  const auto pipeline = Pipeline::load("/nonexistent");
  ASSERT_FALSE(pipeline);
  EXPECT_EQ(pipeline.error().code, ErrorCode::not_found);
  EXPECT_NE(pipeline.error().message.find("/nonexistent"), std::string::npos);
}

TEST(Pipeline, NothingIsReadOfWhatWasTakenBack) {
  Document doc;
  doc.text = "Mayor Ada Holm said that the bridge was safe.";
  Scratch scratch;
  Document canceled = doc;
  canceled.metadata.status = ArticleStatus::canceled;
  doc.metadata.status = ArticleStatus::corrected;
  ASSERT_TRUE(english().annotate(doc, scratch));
  ASSERT_TRUE(english().annotate(canceled, scratch));
  EXPECT_EQ(doc.attributions.size(), 1u);
  EXPECT_TRUE(canceled.attributions.empty());
  ASSERT_EQ(canceled.blocks.size(), 1u);
  EXPECT_EQ(canceled.blocks[0].kind, BlockKind::furniture);
}

TEST(Pipeline, SaysWhichModelIsMissing) {
  const auto directory = std::filesystem::temp_directory_path() / "hearsay_pipeline_test";
  std::vector<std::filesystem::path> models;
  for (const auto& entry : std::filesystem::directory_iterator(default_model_directory())) {
    const auto kind = entry.path().extension();
    // Relations are the ledger's.
    if ((kind == ".model" || kind == ".rules") && entry.path().stem() != "relations")
      models.push_back(entry.path());
  }
  ASSERT_GE(models.size(), 4u);
  for (const auto& missing : models) {
    std::filesystem::remove_all(directory);
    std::filesystem::create_directory(directory);
    for (const auto& model : models) {
      if (model != missing) std::filesystem::create_symlink(model, directory / model.filename());
    }
    const auto pipeline = Pipeline::load(directory);
    ASSERT_FALSE(pipeline) << missing;
    EXPECT_EQ(pipeline.error().code, ErrorCode::not_found);
    EXPECT_NE(pipeline.error().message.find(missing.filename()), std::string::npos)
        << pipeline.error().message;
  }
  std::filesystem::remove_all(directory);
}

TEST(Pipeline, RefusesWhatIsNoText) {
  const auto doc = english().analyze("Ada said \xff no.");
  ASSERT_FALSE(doc);
  EXPECT_EQ(doc.error().code, ErrorCode::invalid_input);
  EXPECT_EQ(doc.error().message, "text: not valid UTF-8 at byte 9");
}

TEST(Pipeline, LooksForNoClaimsBesideTheReport) {
  const auto doc = english().analyze(
      "Bridge moved, officials say\n\nBy Ada Holm\n\nThe mayor said that the bridge was safe.\n\n"
      "READ ALSO: Engineer says that she was not asked\n\n"
      "The mayor says that the bridge is safe on Monday. (Photo by Ada Holm/AP)\n\n"
      "\"Nobody asked us,\" the welders replied.\n\nSign up for our newsletter, the editor said.");
  ASSERT_TRUE(doc);
  EXPECT_EQ(find_violation(*doc), "");
  std::vector<std::string> cues;
  for (const Attribution& a : doc->attributions) cues.emplace_back(doc->at(a.cue.front()));
  EXPECT_EQ(cues, (std::vector<std::string>{"say", "said", "replied"}));
  EXPECT_GT(doc->sentences.size(), 6u) << "every block has its tokens";
}

constexpr const char* kGerman =
    "Die Bürgermeisterin sagte am Montag, die Brücke sei sicher und niemand habe sie nach den Messwerten "
    "gefragt. Zwei "
    "Beamte, die mit der Sache vertraut sind, bestritten das.";

TEST(Pipeline, KeepsWhatItCannotRead) {
  auto doc = english().analyze(kGerman);
  ASSERT_TRUE(doc);
  EXPECT_EQ(doc->metadata.language, "de");
  EXPECT_EQ(doc->text, kGerman);
  EXPECT_EQ(doc->blocks.size(), 1u);
  EXPECT_TRUE(doc->sentences.empty() && doc->tokens.empty() && doc->attributions.empty());
  Scratch scratch;
  ASSERT_TRUE(english().annotate(*doc, scratch, {.language = "en"}));
  EXPECT_EQ(doc->metadata.language, "en");
  EXPECT_FALSE(doc->sentences.empty());
}

TEST(Pipeline, TrustsTheTextMoreThanWhatIsDeclared) {
  Scratch scratch;
  const auto read = [&](std::string text, std::string language) {
    Document doc{.metadata = {.language = std::move(language)}, .text = std::move(text)};
    EXPECT_TRUE(english().annotate(doc, scratch));
    return doc.metadata.language + (doc.sentences.empty() ? " unread" : " read");
  };
  const std::string sentences =
      "The mayor said on Monday that the bridge was safe and that nobody had asked her about the readings of "
      "the spring.";
  EXPECT_EQ(read(sentences, ""), "en read");
  EXPECT_EQ(read(sentences, "de"), "en read");
  EXPECT_EQ(read(sentences, "en-GB"), "en-GB read");
  EXPECT_EQ(read(kGerman, "en"), "de unread");
  EXPECT_EQ(read(kGerman, "de-AT"), "de-AT unread");
  EXPECT_EQ(read("Nein, sagte er.", ""), " read") << "too short to tell";
  EXPECT_EQ(read("Nein, sagte er.", "de"), "de unread");
  EXPECT_EQ(read("Holm denied it.", "English"), "English read");
}

TEST(Pipeline, RefusesADocumentThatBreaksARule) {
  Document doc;
  doc.text = "Ada said no.";
  doc.tokens = {{{0, 3}}, {{2, 8}}};
  doc.sentences = {{0, 2}};
  Scratch scratch;
  const auto done = english().annotate(doc, scratch);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::invalid_input);
  EXPECT_TRUE(doc.tags.empty()) << "nothing was written";
}

TEST(Pipeline, ReadsNothingWhereThereIsNothing) {
  for (const char* text : {"", " ", "\n\n", "\u00a0\u200b\ufeff"}) {
    const auto doc = english().analyze(text);
    ASSERT_TRUE(doc);
    EXPECT_EQ(doc->text, text);
    EXPECT_TRUE(doc->tokens.empty() && doc->sentences.empty() && doc->attributions.empty());
  }
}

TEST(Pipeline, KeepsLayersThatAreThere) {
  Document doc;
  doc.text = "Ada said no.";
  doc.blocks = {{BlockKind::caption, {0, 12}}};
  doc.tokens = {{{0, 8}}, {{9, 11}}, {{11, 12}}};  // not as the tokenizer would have it
  doc.sentences = {{0, 3}};
  const Document given = doc;
  Scratch scratch;
  ASSERT_TRUE(english().annotate(doc, scratch));
  EXPECT_EQ(doc.blocks, given.blocks);
  EXPECT_EQ(doc.tokens, given.tokens);
  EXPECT_EQ(doc.sentences, given.sentences);
  EXPECT_EQ(doc.tags.size(), 3u);
  EXPECT_EQ(doc.arcs.size(), 3u);
  EXPECT_EQ(find_violation(doc), "");
}

TEST(Pipeline, AnnotatingTwiceChangesNothing) {
  auto doc = english().analyze("Mayor Ada Holm said on Monday that the bridge was safe.");
  ASSERT_TRUE(doc);
  EXPECT_EQ(doc->attributions.size(), 1u);
  const Document once = *doc;
  Scratch scratch;
  ASSERT_TRUE(english().annotate(*doc, scratch));
  EXPECT_EQ(doc->strings, once.strings);
  EXPECT_EQ(doc->tags, once.tags);
  EXPECT_EQ(doc->arcs, once.arcs);
  EXPECT_EQ(doc->attributions, once.attributions);
}

std::vector<std::string> articles() {
  std::vector<std::string> texts;
  const char* speakers[] = {"Ada Holm", "the ministry", "Per Dahl, 42,", "she", "two officials"};
  const char* cues[] = {"said", "denied", "told reporters", "wrote", "warned"};
  for (int i = 0; i < 40; ++i) {
    std::string text = "OSLO, May 2 (Nordwire) - ";
    for (int k = 0; k <= i % 5; ++k) {
      text.append("“It is over,” ").append(speakers[(i + k) % 5]).append(" ").append(cues[(i + 2 * k) % 5]);
      text.append(" on Monday. The bridge stayed closed.\n\n");
    }
    texts.push_back(text);
  }
  return texts;
}

TEST(Pipeline, ThreadsShareOneModelAndAgree) {
  const std::vector<std::string> texts = articles();
  std::vector<Document> alone;
  for (const std::string& text : texts) alone.push_back(*english().analyze(text));
  constexpr std::size_t kThreads = 4;
  std::vector<std::vector<Document>> found(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      Scratch scratch;
      // Each begins elsewhere, so that no two read the same text at the same time.
      for (std::size_t i = 0; i < texts.size(); ++i) {
        found[t].push_back(*english().analyze(texts[(i + t * 10) % texts.size()], scratch));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t t = 0; t < kThreads; ++t) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const Document& want = alone[(i + t * 10) % texts.size()];
      EXPECT_EQ(found[t][i].strings, want.strings);
      EXPECT_EQ(found[t][i].tokens, want.tokens);
      EXPECT_EQ(found[t][i].tags, want.tags);
      EXPECT_EQ(found[t][i].arcs, want.arcs);
      EXPECT_EQ(found[t][i].attributions, want.attributions);
    }
  }
}

TEST(Pipeline, ExplainsWithoutChangingWhatItFinds) {
  Scratch scratch;
  std::vector<std::vector<Explanation>> explanations[2];
  for (auto& round : explanations) {
    for (const std::string& text : articles()) {
      Document doc;
      doc.text = text + "\n\nThe minister said he believed that the bank had denied it.";
      ASSERT_TRUE(english().annotate(doc, scratch, {.explain = true}));
      EXPECT_EQ(find_violation(doc), "");
      EXPECT_EQ(doc.attributions, english().analyze(doc.text)->attributions);
      ASSERT_EQ(doc.explanations.size(), doc.attributions.size());
      for (std::size_t i = 0; i < doc.attributions.size(); ++i) {
        const std::vector<Finding>& findings = doc.explanations[i].findings;
        ASSERT_GE(findings.size(), 3u);
        EXPECT_EQ(findings[0].part, Part::cue);
        EXPECT_EQ(findings[1].part == Part::source, !doc.attributions[i].source.empty());
        EXPECT_EQ(doc.explanations[i].read_alone && doc.attributions[i].parent == kNone, false);
      }
      round.push_back(doc.explanations);
    }
  }
  EXPECT_EQ(explanations[0], explanations[1]);
}

TEST(Pipeline, CanBeMoved) {
  auto loaded = Pipeline::load();
  ASSERT_TRUE(loaded);
  Pipeline pipeline = *std::move(loaded);
  Scratch scratch;
  Scratch moved = std::move(scratch);
  EXPECT_EQ(pipeline.analyze("Ada Holm said no.", moved)->attributions.size(), 1u);
  pipeline = *Pipeline::load();
  EXPECT_EQ(pipeline.analyze("Ada Holm said no.", moved)->attributions.size(), 1u);
}

}  // namespace
}  // namespace hearsay
