#include "train/relation_corpus.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include "claims/compared_pairs.h"
#include "claims/read_statements.h"
#include "claims/token_range.h"
#include "format/story_gold.h"
#include "hearsay/pipeline.h"

namespace hearsay {
namespace {

using Tokens = std::vector<std::uint32_t>;

std::size_t count_common(const Tokens& a, const Tokens& b) {
  Tokens common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return common.size();
}

// An article, what is found in it, and which gold statement each is.
struct ReadArticle {
  std::string published;
  ArticleClaims claims;
  std::vector<std::string> gold;  // its id; "" for none
  std::vector<std::string> labels;
};

// Pairs of gold and found statements that fit, those with most in common first, one to one.
std::vector<std::string> match(const Document& doc, const std::vector<GoldStatement>& gold,
                               const std::string& article) {
  struct Fit {
    double dice = 0;
    std::size_t gold = 0;
    std::size_t found = 0;
  };
  std::vector<Fit> fits;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    if (gold[g].article != article) continue;
    const Tokens cue = tokens_under(doc, gold[g].cue);
    const Tokens content = tokens_under(doc, gold[g].content);
    for (std::size_t f = 0; f < doc.attributions.size(); ++f) {
      const Attribution& a = doc.attributions[f];
      if (count_common(cue, tokens_under(doc, a.cue)) == 0) continue;
      const Tokens found = tokens_under(doc, a.content);
      const double dice = 2.0 * static_cast<double>(count_common(content, found)) /
                          static_cast<double>(std::max<std::size_t>(1, content.size() + found.size()));
      if (dice >= 0.5) fits.push_back({dice, g, f});
    }
  }
  std::ranges::stable_sort(fits, std::ranges::greater(), &Fit::dice);
  std::vector<std::string> matched(doc.attributions.size());
  std::vector<bool> taken(gold.size());
  for (const Fit& fit : fits) {
    if (taken[fit.gold] || !matched[fit.found].empty()) continue;
    taken[fit.gold] = true;
    matched[fit.found] = gold[fit.gold].id;
  }
  return matched;
}

Result<ReadArticle> read_article(const Pipeline& pipeline, Scratch& scratch, const RelationModel& words,
                                 const GoldStoryArticle& article, const std::vector<GoldStatement>& gold) {
  Document doc;
  doc.text = article.text;
  doc.metadata = {.id = article.id, .title = article.title, .publisher = article.publisher};
  doc.metadata.published = article.published;
  if (const auto done = pipeline.annotate(doc, scratch); !done) return done.error();
  ReadArticle read{.published = article.published, .gold = match(doc, gold, article.id)};
  std::vector<PlacedStatement> placed;
  for (Statement& statement : read_statements(doc)) {
    const auto number = static_cast<std::uint32_t>(placed.size());
    read.labels.push_back(article.id + " a" + std::to_string(number + 1) + " [" + statement.speaker.name +
                          "] " + statement.excerpt);
    placed.push_back({std::move(statement), article.id, article.publisher, article.published, number});
  }
  read.claims = weigh_article(words, std::move(placed));
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

Result<MarkedStory> read_story(const std::filesystem::path& path, const Pipeline& pipeline, Scratch& scratch,
                               const RelationModel& words) {
  std::ifstream in(path);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const Result<GoldStory> gold = read_story_gold(text);
  if (!gold) return Error{gold.error().code, path.string() + ": " + gold.error().message};
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
    Result<ReadArticle> read = read_article(pipeline, scratch, words, article, gold->statements);
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
                                                      const RelationModel& words) {
  const auto pipeline = Pipeline::load(models);
  if (!pipeline) return pipeline.error();
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  if (paths.empty()) {
    return Error{ErrorCode::not_found, folder.string() + ": expected annotated stories (*.json), found none"};
  }
  std::ranges::sort(paths);
  Scratch scratch;
  std::vector<MarkedStory> stories;
  for (const std::filesystem::path& path : paths) {
    Result<MarkedStory> story = read_story(path, *pipeline, scratch, words);
    if (!story) return story.error();
    stories.push_back(*std::move(story));
  }
  return stories;
}

}  // namespace hearsay
