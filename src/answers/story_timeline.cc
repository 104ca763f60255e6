#include "answers/story_timeline.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "answers/entity_index.h"
#include "answers/search_query.h"
#include "document/unicode.h"
#include "format/json_analysis.h"
#include "ledger/article_number.h"

namespace hearsay {
namespace {

using Entries = std::vector<TimelineEntry>;

// That a statement is against another one.
constexpr float kSureEnough = 0.5F;

// Articles of a page without conditions.
constexpr int kMostArticles = 200;

bool holds(std::string_view text, std::string_view words) {
  std::string lower_text, lower_words;
  to_lower(text, lower_text);
  to_lower(words, lower_words);
  std::erase(lower_words, '"');
  return lower_text.find(lower_words) != std::string::npos;
}

// True for an event that has the words and in which the source takes part.
bool fits(const Document& doc, const TimelineEntry& event, const StatementQuery& query) {
  if (!query.act.empty() || !holds(event.words, query.words)) return false;
  const std::vector<std::uint32_t>& participants = doc.events[event.index].participants;
  return query.source.empty() || std::any_of(participants.begin(), participants.end(), [&](std::uint32_t e) {
           return holds(doc.entities[e].name, query.source);
         });
}

bool is_statement(const TimelineEntry& entry) { return !entry.is_event; }

// A page of the newest articles: statements in the order of articles, of each its latest first.
class NewestArticles {
 public:
  explicit NewestArticles(const StatementQuery& query)
      : from_(query.from), most_(static_cast<std::size_t>(query.limit)) {}

  // Adds what an article has; false when the page is full.
  bool add(std::int64_t article, Entries entries) {
    sort_timeline(entries);
    auto left = static_cast<std::size_t>(std::ranges::count_if(entries, is_statement));
    if (from_ && article == from_->front()) {
      // Its latest ones were on the page before, and its events.
      left = std::min(left, static_cast<std::size_t>((*from_)[1]));
      std::size_t many = 0;
      std::erase_if(entries, [&](const TimelineEntry& e) { return e.is_event || many++ >= left; });
    }
    if (entries.empty()) return true;
    if (statements_ == most_ || articles_++ == kMostArticles) {
      page.next = last_;
      return false;
    }
    const std::size_t room = std::min(most_ - statements_, left);
    statements_ += room;
    last_ = {article, static_cast<std::int64_t>(left - room), 0};
    for (TimelineEntry& e : entries) {
      if (is_statement(e) && left-- > room) continue;  // the next page has the article's first ones
      page.entries.push_back(std::move(e));
    }
    if (last_[1] > 0) page.next = last_;
    return last_[1] == 0;
  }

  StoryTimeline page;

 private:
  std::optional<ListPlace> from_;
  std::size_t most_, statements_ = 0;
  int articles_ = 0;
  ListPlace last_{};
};

Result<StoryTimeline> newest_entries(Ledger& ledger, const StatementQuery& query, const ReportLine& report,
                                     bool& whole) {
  NewestArticles articles(query);
  const ArticleQuery wanted{.publisher = query.publisher,
                            .after = query.after,
                            .before = query.before,
                            .below = query.from ? query.from->front() + 1 : 0};
  const Result<Success> done = ledger.for_each_newest(wanted, [&](const LedgerArticle& article) {
    const Result<Document> doc = parse_analysis(article.analysis);
    if (doc) return articles.add(article.number, timeline_entries(*doc));
    report(article.id + ": " + doc.error().message);
    whole = false;
    return true;
  });
  if (!done) return done.error();
  return std::move(articles.page);
}

// The statements that the ledger finds, and the events of their articles that fit.
Result<StoryTimeline> found_entries(Ledger& ledger, StatementQuery query, const ReportLine& report,
                                    bool& whole) {
  if (query.from) query.below = query.from->front();
  ++query.limit;
  auto found = ledger.search(query);
  if (!found) return found.error();
  StoryTimeline page;
  if (const std::int64_t below = keep_page(query.limit - 1, *found)) page.next = {below, 0, 0};
  std::map<std::string, std::set<std::uint32_t>> by_article;
  for (const LedgerStatement& s : *found) by_article[s.article].insert(s.attribution);
  for (const auto& [article, attributions] : by_article) {
    const auto versions = ledger.versions(article);
    if (!versions) return versions.error();
    if (versions->empty()) continue;
    const Result<Document> doc = parse_analysis(versions->back().analysis);
    if (!doc) {
      report(article + ": " + doc.error().message);
      whole = false;
      continue;
    }
    // Events of an article that the page before ended in were there.
    const bool is_begun = query.below > 0 && versions->back().number == article_of(query.below);
    for (TimelineEntry& e : timeline_entries(*doc)) {
      if (e.is_event ? !is_begun && fits(*doc, e, query) : attributions.contains(e.index))
        page.entries.push_back(std::move(e));
    }
  }
  return page;
}

}  // namespace

Result<Success> look_up(Ledger& ledger, float min_confidence, std::vector<TimelineEntry>& entries) {
  std::vector<LedgerStatement> statements;
  std::vector<std::int64_t> numbers;
  std::vector<TimelineEntry*> found;
  for (TimelineEntry& e : entries) {
    if (!is_statement(e)) continue;
    const auto number = ledger.find_statement(e.document, e.index);
    if (!number) return number.error();
    if (!*number) continue;
    found.push_back(&e);
    numbers.push_back(**number);
    statements.push_back({.number = **number, .article = e.document, .entity = e.source});
  }
  const Result<EntityIndex> entities = EntityIndex::of(ledger, statements);
  if (!entities) return entities.error();
  const auto against = ledger.are_against(numbers, min_confidence);
  if (!against) return against.error();
  for (std::size_t i = 0; i < found.size(); ++i) {
    if ((*against)[i]) found[i]->against = true;
    const EntityName* source = entities->source_of(statements[i]);
    if (source == nullptr) continue;
    found[i]->who = source->name;
    found[i]->entity = source->id;
  }
  return Success{};
}

Result<StoryTimeline> read_timeline(Ledger& ledger, const StatementQuery& query, const ReportLine& report,
                                    bool& whole) {
  const bool all = query.words.empty() && query.source.empty() && query.act.empty();
  Result<StoryTimeline> page =
      all ? newest_entries(ledger, query, report, whole) : found_entries(ledger, query, report, whole);
  if (!page) return page;
  sort_timeline(page->entries);
  if (const auto done = look_up(ledger, kSureEnough, page->entries); !done) return done.error();
  return page;
}

}  // namespace hearsay
