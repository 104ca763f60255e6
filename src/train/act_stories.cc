#include "train/act_stories.h"

#include <utility>

#include "attribution/act_context.h"
#include "train/match_statements.h"
#include "train/statement_stages.h"
#include "train/story_files.h"

namespace hearsay {
namespace {

class StoryReader {
 public:
  StoryReader(StatementStages& stages, std::span<const WordClassEntry> classes,
              std::span<const SenseEntry> senses, std::vector<MarkedAct>& out)
      : stages_(stages), classes_(classes), senses_(senses), out_(out) {}

  void read(const GoldStoryArticle& article, const std::vector<GoldStatement>& statements,
            std::uint32_t story) {
    Document doc;
    doc.text = article.text;
    stages_.read(doc);
    collect_facts(doc, classes_, facts_scratch_, facts_);
    collect_scene(doc, facts_, scene_);
    const auto matched = match_statements(doc, statements, article.id);
    for (std::uint32_t a = 0; a < matched.size(); ++a) {
      if (matched[a] != nullptr && matched[a]->act) mark(doc, a, *matched[a], story);
    }
  }

 private:
  void mark(const Document& doc, std::uint32_t attribution, const GoldStatement& gold, std::uint32_t story) {
    MarkedAct m{.act = *gold.act, .negated = gold.negated, .story = story};
    find_frame(doc, facts_, doc.attributions[attribution], frame_);
    find_act_clues(senses_, facts_, frame_, m.clues);
    find_context_clues(doc, facts_, scene_, frame_, attribution, m.clues);
    out_.push_back(std::move(m));
  }

  StatementStages& stages_;
  std::span<const WordClassEntry> classes_;
  std::span<const SenseEntry> senses_;
  std::vector<MarkedAct>& out_;
  FactsScratch facts_scratch_;
  Facts facts_;
  ActScene scene_;
  ActFrame frame_;
};

}  // namespace

Result<std::vector<MarkedAct>> read_act_stories(const std::filesystem::path& folder,
                                                const std::filesystem::path& models,
                                                std::span<const WordClassEntry> classes,
                                                std::span<const SenseEntry> senses) {
  auto stages = StatementStages::load(models);
  if (!stages) return stages.error();
  const auto paths = list_story_files(folder);
  if (!paths) return paths.error();
  std::vector<MarkedAct> marked;
  StoryReader reader(*stages, classes, senses, marked);
  for (std::uint32_t p = 0; p < paths->size(); ++p) {
    const Result<GoldStory> gold = read_story_file((*paths)[p]);
    if (!gold) return gold.error();
    for (const GoldStoryArticle& article : gold->articles) reader.read(article, gold->statements, p);
  }
  return marked;
}

}  // namespace hearsay
