#include "format/story_gold.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cstdint>
#include <utility>

#include "document/labels.h"

namespace hearsay {
namespace {

namespace json = boost::json;

Error malformed(const std::string& what) {
  return Error{ErrorCode::invalid_input, "annotated story: " + what};
}

std::string text_of(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(json::string_view(key.data(), key.size()));
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

// A string, or a list of them; nothing for null.
std::vector<std::string> pieces_of(const json::object& object, std::string_view key) {
  std::vector<std::string> pieces;
  const json::value* value = object.if_contains(json::string_view(key.data(), key.size()));
  if (value == nullptr) return pieces;
  if (value->is_string()) pieces.emplace_back(value->get_string());
  if (value->is_array()) {
    for (const json::value& piece : value->get_array()) {
      if (piece.is_string()) pieces.emplace_back(piece.get_string());
    }
  }
  return pieces;
}

std::uint32_t distance(Span a, Span b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

// The occurrence nearest to the anchor; an empty span for none.
Span nearest(std::string_view text, const std::string& piece, Span anchor) {
  Span best;
  for (std::size_t at = text.find(piece); at != std::string_view::npos && !piece.empty();
       at = text.find(piece, at + 1)) {
    const Span found{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + piece.size())};
    if (best.end == 0 || distance(found, anchor) < distance(best, anchor)) best = found;
  }
  return best;
}

Result<GoldStatement> read_statement(const json::object& object,
                                     const std::vector<GoldStoryArticle>& articles) {
  GoldStatement statement{.id = text_of(object, "id"), .article = text_of(object, "article")};
  const auto article = std::ranges::find(articles, statement.article, &GoldStoryArticle::id);
  if (article == articles.end()) return malformed(statement.id + ": no article " + statement.article);
  for (const std::string& piece : pieces_of(object, "content")) {
    const Span span = nearest(article->text, piece, {});
    if (span.end == 0) return malformed(statement.id + ": not in the text: " + piece);
    statement.content.push_back(span);
  }
  const Span anchor = statement.content.empty() ? Span{} : statement.content.front();
  for (const std::string& piece : pieces_of(object, "cue")) {
    const Span span = nearest(article->text, piece, anchor);
    if (span.end == 0) return malformed(statement.id + ": not in the text: " + piece);
    statement.cue.push_back(span);
  }
  statement.act = find_act(text_of(object, "act"));
  const json::value* negated = object.if_contains("negated");
  statement.negated = negated != nullptr && negated->is_bool() && negated->get_bool();
  return statement;
}

const json::array* list_of(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(json::string_view(key.data(), key.size()));
  return value == nullptr ? nullptr : value->if_array();
}

}  // namespace

Result<GoldStory> read_story_gold(std::string_view text) {
  boost::system::error_code error;
  const json::value parsed = json::parse(json::string_view(text.data(), text.size()), error);
  if (error || !parsed.is_object())
    return malformed("expected a JSON object, found '" + error.message() + "'");
  const json::object& object = parsed.get_object();
  const json::array* articles = list_of(object, "articles");
  const json::array* statements = list_of(object, "statements");
  const json::array* relations = list_of(object, "relations");
  if (articles == nullptr || statements == nullptr || relations == nullptr) {
    return malformed("expected articles, statements and relations");
  }
  GoldStory story{.id = text_of(object, "id")};
  for (const json::value& entry : *articles) {
    const json::object* article = entry.if_object();
    if (article == nullptr) return malformed("an article that is no object");
    story.articles.push_back({text_of(*article, "id"), text_of(*article, "publisher"),
                              text_of(*article, "published"), text_of(*article, "title"),
                              text_of(*article, "text")});
  }
  for (const json::value& entry : *statements) {
    const json::object* found = entry.if_object();
    if (found == nullptr) return malformed("a statement that is no object");
    Result<GoldStatement> statement = read_statement(*found, story.articles);
    if (!statement) return statement.error();
    story.statements.push_back(*std::move(statement));
  }
  for (const json::value& entry : *relations) {
    const json::object* found = entry.if_object();
    if (found == nullptr) return malformed("a relation that is no object");
    GoldRelation relation{text_of(*found, "type"), text_of(*found, "from"), text_of(*found, "to")};
    for (const std::string& end : {relation.from, relation.to}) {
      if (std::ranges::find(story.statements, end, &GoldStatement::id) == story.statements.end()) {
        return malformed("a relation of " + end + ", which is no statement");
      }
    }
    story.relations.push_back(std::move(relation));
  }
  return story;
}

}  // namespace hearsay
