#include "train/relation_corpus.h"

#include <map>
#include <utility>

#include "claims/compared_pairs.h"
#include "claims/read_statements.h"
#include "hearsay/pipeline.h"
#include "train/match_statements.h"
#include "train/story_files.h"

namespace hearsay {
namespace {

// An article, what is found in it, and which gold statement each is.
struct ReadArticle {
  std::string published;
  ArticleClaims claims;
  std::vector<std::string> gold;  // its id; "" for none
  std::vector<std::string> labels;
};

// What reads an article.
struct Reader {
  const Pipeline& pipeline;
  const RelationModel& words;
  const UnseenActs& acts;
  Scratch scratch = {};
};

Result<ReadArticle> read_article(Reader& reader, std::size_t story, const GoldStoryArticle& article,
                                 const std::vector<GoldStatement>& gold) {
  Document doc;
  doc.text = article.text;
  doc.metadata = {.id = article.id, .title = article.title, .publisher = article.publisher};
  doc.metadata.published = article.published;
  if (const auto done = reader.pipeline.annotate(doc, reader.scratch); !done) return done.error();
  reader.acts.read(story, doc);
  ReadArticle read{.published = article.published};
  for (const GoldStatement* statement : match_statements(doc, gold, article.id)) {
    read.gold.push_back(statement == nullptr ? "" : statement->id);
  }
  std::vector<PlacedStatement> placed;
  for (Statement& statement : read_statements(doc)) {
    const auto number = static_cast<std::uint32_t>(placed.size());
    read.labels.push_back(article.id + " a" + std::to_string(number + 1) + " [" + statement.speaker.name +
                          "] " + statement.excerpt);
    placed.push_back({std::move(statement), article.id, article.publisher, article.published, number});
  }
  read.claims = weigh_article(reader.words, std::move(placed));
  return read;
}

using GoldTypes = std::map<std::pair<std::string, std::string>, int>;  // by ids, later first

void add_pairs(const ReadArticle& later, const ReadArticle& earlier, const GoldTypes& types,
               MarkedStory& story) {
  for (const ComparedPair& pair : compare_articles(later.claims, earlier.claims)) {
    MarkedPair marked{.features = pair.features,
                      .later = later.labels[pair.later],
                      .earlier = earlier.labels[pair.earlier]};
    const auto type = types.find({later.gold[pair.later], earlier.gold[pair.earlier]});
    if (type != types.end()) marked.type = type->second;
    story.pairs.push_back(std::move(marked));
  }
}

int type_named(const std::string& name) {
  for (int t = 0; t < kRelationTypeCount; ++t) {
    if (to_string(static_cast<RelationType>(t)) == name) return t;
  }
  return kUnrelated;
}

Result<MarkedStory> read_story(const std::filesystem::path& path, std::size_t number, Reader& reader) {
  const Result<GoldStory> gold = read_story_file(path);
  if (!gold) return gold.error();
  MarkedStory story{.id = gold->id, .pairs = {}, .relations = std::vector<int>(kRelationTypeCount)};
  GoldTypes types;
  for (const GoldRelation& relation : gold->relations) {
    const int type = type_named(relation.type);
    if (type == kUnrelated)
      return Error{ErrorCode::invalid_input, path.string() + ": no type " + relation.type};
    types[{relation.from, relation.to}] = type;
    ++story.relations[static_cast<std::size_t>(type)];
  }
  std::vector<ReadArticle> articles;
  for (const GoldStoryArticle& article : gold->articles) {
    Result<ReadArticle> read = read_article(reader, number, article, gold->statements);
    if (!read) return read.error();
    articles.push_back(*std::move(read));
  }
  for (const ReadArticle& later : articles) {
    if (later.claims.statements.empty()) continue;
    for (const ReadArticle& earlier : articles) {
      if (earlier.claims.statements.empty()) continue;
      if (&later != &earlier && !is_earlier_article(earlier.claims, later.claims)) continue;
      add_pairs(later, earlier, types, story);
    }
  }
  return story;
}

}  // namespace

Result<std::vector<MarkedStory>> read_relation_corpus(const std::filesystem::path& folder,
                                                      const std::filesystem::path& models,
                                                      const RelationModel& words, const UnseenActs& acts) {
  const auto pipeline = Pipeline::load(models);
  if (!pipeline) return pipeline.error();
  const auto paths = list_story_files(folder);
  if (!paths) return paths.error();
  Reader reader{*pipeline, words, acts};
  std::vector<MarkedStory> stories;
  for (std::size_t p = 0; p < paths->size(); ++p) {
    Result<MarkedStory> story = read_story((*paths)[p], p, reader);
    if (!story) return story.error();
    stories.push_back(*std::move(story));
  }
  return stories;
}

}  // namespace hearsay
