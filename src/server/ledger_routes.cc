#include <algorithm>
#include <charconv>

#include "answers/disputes.h"
#include "answers/records.h"
#include "format/json_object.h"
#include "server/items.h"
#include "server/problem.h"
#include "server/routes.h"

namespace hearsay {
namespace {

std::string thread_item(const Thread& thread, const LedgerStory& story, const EntityIndex& entities) {
  const std::string id = thread_id(thread, story);
  return to_record(thread_record(thread, story, entities, id));
}

// The answer about one thing: its record and lists of what belongs to it.
ServerResponse thing(std::string_view name, const std::string& record,
                     const std::vector<std::pair<std::string_view, Items>>& lists) {
  JsonObject object;
  object.json(name, record);
  for (const auto& [key, items] : lists) object.json(key, json_list(items));
  return json_response(object.take());
}

ServerResponse disagreements(const Call& call, Ledger& ledger, bool own_side) {
  const std::string_view list = own_side ? "changes" : "disputes";
  const Result<StatementQuery> query = call.query.page_query(list);
  if (!query) return problem(query.error());
  const Result<float> sure = call.query.confidence(kUsualConfidence);
  if (!sure) return problem(sure.error());
  const Result<LedgerStory> story = ledger.disagreements(*query, *sure, own_side);
  if (!story) return ledger_problem(story.error());
  const Result<EntityIndex> entities = EntityIndex::of(ledger, *story);
  if (!entities) return ledger_problem(entities.error());
  Items items;
  for (const Dispute& dispute : find_disputes(*story)) {
    Items against;
    for (const LinkedPair* link : dispute.links) {
      against.push_back(
          JsonObject()
              .json("statement", to_record(record_of(story->statements[link->later], *entities)))
              .json("relation", to_record(record_of(*link, *story)))
              .take());
    }
    items.push_back(
        JsonObject()
            .json("statement", to_record(record_of(story->statements[dispute.earlier], *entities)))
            .json("against", json_list(against))
            .take());
  }
  return list_response(items, story->next ? call.query.cursor(list, *story->next) : "");
}

}  // namespace

ServerResponse ledger_problem(const Error& error) { return try_again(error.message); }

ServerResponse Routes::articles(const Call& call, Ledger& ledger) {
  const Result<StatementQuery> asked = call.query.page_query("articles");
  if (!asked) return problem(asked.error());
  auto found = ledger.articles({.publisher = call.query.get("outlet"),
                                .after = asked->after,
                                .before = asked->before,
                                .below = asked->from ? asked->from->front() : 0,
                                .limit = asked->limit + 1});
  if (!found) return ledger_problem(found.error());
  const bool more = found->size() > static_cast<std::size_t>(asked->limit);
  if (more) found->pop_back();
  Items items;
  for (const ArticleSummary& a : *found) {
    items.push_back(JsonObject()
                        .text("id", a.id)
                        .text("title", a.title)
                        .text("publisher", a.publisher)
                        .text("published", a.published)
                        .text("url", a.url)
                        .number("statements", static_cast<std::uint32_t>(a.statements))
                        .take());
  }
  return list_response(items, more ? call.query.cursor("articles", {found->back().number}) : "");
}

// The one that is asked for, from 1; the newest where none is; 0 where there is no such.
static std::size_t version_asked(const std::string& text, std::size_t count) {
  if (text.empty()) return count;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_one = error == std::errc() && end == text.data() + text.size() && number <= count;
  return is_one ? number : 0;
}

// The ledger keeps how statements relate of the newest version alone.
static ServerResponse article_answer(const std::vector<LedgerArticle>& versions, std::size_t version,
                                     const Items& statements, const Items& relations) {
  const LedgerArticle& article = versions[version - 1];
  return json_response(JsonObject()
                           .json("document", document_record(article.analysis, article.copy_of))
                           .number("version", static_cast<std::uint32_t>(version))
                           .number("versions", static_cast<std::uint32_t>(versions.size()))
                           .json("statements", json_list(statements))
                           .json("relations", json_list(relations))
                           .take());
}

ServerResponse Routes::article(const Call& call, Ledger& ledger) {
  const auto versions = ledger.versions(call.id);
  if (!versions) return ledger_problem(versions.error());
  if (versions->empty()) return problem(404, "found no article '" + call.id + "'");
  const std::size_t version = version_asked(call.query.get("version"), versions->size());
  if (version == 0) {
    return problem(404, "version: expected a number from 1 to " + std::to_string(versions->size()) +
                            ", found '" + call.query.get("version") + "'");
  }
  if (version < versions->size()) return article_answer(*versions, version, {}, {});
  std::vector<std::int64_t> numbers;
  for (std::uint32_t i = 0;; ++i) {
    const auto number = ledger.find_statement(call.id, i);
    if (!number) return ledger_problem(number.error());
    if (!*number) break;
    numbers.push_back(**number);
  }
  const Result<LedgerStory> story = ledger.surroundings(numbers);
  if (!story) return ledger_problem(story.error());
  const Result<EntityIndex> entities = EntityIndex::of(ledger, *story);
  if (!entities) return ledger_problem(entities.error());
  return article_answer(*versions, version, statement_items(story->statements, *entities),
                        relation_items(*story));
}

ServerResponse Routes::threads(const Call& call, Ledger& ledger) {
  const Result<StatementQuery> query = call.query.page_query("threads");
  if (!query) return problem(query.error());
  const Result<LedgerStory> story = ledger.board(*query);
  if (!story) return ledger_problem(story.error());
  const Result<EntityIndex> entities = EntityIndex::of(ledger, *story);
  if (!entities) return ledger_problem(entities.error());
  Items items;
  for (const Thread& thread : story->threads) items.push_back(thread_item(thread, *story, *entities));
  return list_response(items, story->next ? call.query.cursor("threads", *story->next) : "");
}

ServerResponse Routes::thread(const Call& call, Ledger& ledger) {
  const std::optional<std::int64_t> number = hexadecimal_id(call.id, 'T');
  const Result<LedgerStory> story = ledger.thread_with(number.value_or(-1));
  if (!story) return ledger_problem(story.error());
  if (!number || story->threads.empty()) return problem(404, "found no claim '" + call.id + "'");
  const Result<EntityIndex> entities = EntityIndex::of(ledger, *story);
  if (!entities) return ledger_problem(entities.error());
  return thing(
      "thread", thread_item(story->threads.front(), *story, *entities),
      {{"statements", statement_items(story->statements, *entities)}, {"relations", relation_items(*story)}});
}

ServerResponse Routes::disputes(const Call& call, Ledger& ledger) {
  return disagreements(call, ledger, false);
}

ServerResponse Routes::changes(const Call& call, Ledger& ledger) { return disagreements(call, ledger, true); }

ServerResponse Routes::statement(const Call& call, Ledger& ledger) {
  const std::optional<StatementPlace> place = statement_place(call.id);
  if (!place) return problem(404, "found no statement '" + call.id + "'");
  const auto number = ledger.find_statement(std::string(place->document), place->attribution);
  if (!number) return ledger_problem(number.error());
  if (!*number) return problem(404, "found no statement '" + call.id + "'");
  const Result<LedgerStory> story = ledger.surroundings({**number});
  if (!story) return ledger_problem(story.error());
  const Result<EntityIndex> entities = EntityIndex::of(ledger, *story);
  if (!entities) return ledger_problem(entities.error());
  const Result<LedgerStory> thread = ledger.thread_with(**number);
  if (!thread) return ledger_problem(thread.error());
  JsonObject object;
  std::vector<LedgerStatement> others;
  for (const LedgerStatement& s : story->statements) {
    if (s.number == **number) object.json("statement", to_record(record_of(s, *entities)));
    if (s.number != **number) others.push_back(s);
  }
  object.json("others", json_list(statement_items(others, *entities)));
  object.json("relations", json_list(relation_items(*story)));
  for (const Thread& found : thread->threads) object.text("thread", thread_id(found, *thread));
  return json_response(object.take());
}

}  // namespace hearsay
