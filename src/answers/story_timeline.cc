#include "answers/story_timeline.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "answers/entity_index.h"
#include "document/unicode.h"
#include "format/json_analysis.h"

namespace hearsay {
namespace {

using Entries = std::vector<TimelineEntry>;

// Disagreements that decide on which side of the axis a statement stands.
constexpr int kMostDisagreements = 1000;
constexpr float kSureEnough = 0.5F;

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

std::size_t count_statements(const Entries& entries) {
  return static_cast<std::size_t>(
      std::count_if(entries.begin(), entries.end(), [](const TimelineEntry& e) { return !e.is_event; }));
}

// Those of the newest articles, as many as hold that many statements.
Result<Entries> newest_entries(Ledger& ledger, const StatementQuery& query, const ReportLine& report,
                               bool& whole) {
  Entries entries;
  const Result<bool> done = for_each_newest_document(
      ledger, query.after, query.before,
      [&](const Document& doc) {
        for (TimelineEntry& e : timeline_entries(doc)) entries.push_back(std::move(e));
        return count_statements(entries) < static_cast<std::size_t>(query.limit);
      },
      report);
  if (!done) return done.error();
  whole = *done;
  return entries;
}

// The statements that the ledger finds, and the events of their articles that fit.
Result<Entries> found_entries(Ledger& ledger, const StatementQuery& query, const ReportLine& report,
                              bool& whole) {
  const auto found = ledger.search(query);
  if (!found) return found.error();
  std::map<std::string, std::set<std::uint32_t>> by_article;
  for (const LedgerStatement& s : *found) by_article[s.article].insert(s.attribution);
  Entries entries;
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
    for (TimelineEntry& e : timeline_entries(*doc)) {
      if (e.is_event ? fits(*doc, e, query) : attributions.contains(e.index)) entries.push_back(std::move(e));
    }
  }
  return entries;
}

// Leaves out the oldest statements where there are more than `limit`.
void keep_newest(Entries& entries, int limit) {
  std::size_t many = count_statements(entries);
  std::erase_if(entries, [&](const TimelineEntry& e) {
    return !e.is_event && many > static_cast<std::size_t>(limit) && many-- > 0;
  });
}

}  // namespace

void mark_against(const LedgerStory& disagreements, Entries& entries) {
  std::set<std::pair<std::string_view, std::uint32_t>> against;
  for (const LinkedPair& link : disagreements.links) {
    const LedgerStatement& later = disagreements.statements[link.later];
    against.emplace(later.article, later.attribution);
  }
  for (TimelineEntry& e : entries) {
    if (!e.is_event && against.contains({e.document, e.index})) e.against = true;
  }
}

Result<Success> name_sources(Ledger& ledger, Entries& entries) {
  std::vector<LedgerStatement> statements;
  for (const TimelineEntry& e : entries) statements.push_back({.article = e.document, .entity = e.source});
  const Result<EntityIndex> entities = EntityIndex::of(ledger, statements);
  if (!entities) return entities.error();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const EntityName* source = entities->source_of(statements[i]);
    if (source == nullptr) continue;
    entries[i].who = source->name;
    entries[i].entity = source->id;
  }
  return Success{};
}

Result<Entries> read_timeline(Ledger& ledger, const StatementQuery& query, const ReportLine& report,
                              bool& whole) {
  const StatementQuery dates{.after = query.after, .before = query.before, .limit = kMostDisagreements};
  const bool all = query.words.empty() && query.source.empty() && query.act.empty();
  Result<Entries> entries =
      all ? newest_entries(ledger, query, report, whole) : found_entries(ledger, query, report, whole);
  if (!entries) return entries;
  sort_timeline(*entries);
  keep_newest(*entries, query.limit);
  if (const auto named = name_sources(ledger, *entries); !named) return named.error();
  const Result<LedgerStory> disagreements = ledger.disagreements(dates, kSureEnough, false);
  if (!disagreements) return disagreements.error();
  mark_against(*disagreements, *entries);
  return entries;
}

}  // namespace hearsay
