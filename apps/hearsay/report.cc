#include <algorithm>

#include "answers/disputes.h"
#include "answers/story_timeline.h"
#include "format/story_html.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"

namespace hearsay {
namespace {

// What a page is a view of.
struct Sources {
  LedgerStory board, disagreements;
  EntityIndex on_board, in_disagreements;
  std::vector<std::string> thread_ids;
  float sure = 0;  // that two statements disagree
};

Result<Sources> read_sources(Ledger& ledger, const Arguments& arguments) {
  const StatementQuery query{
      .after = arguments.ledger.after, .before = arguments.ledger.before, .limit = arguments.ledger.limit};
  const float sure = arguments.read.min_confidence.value_or(kUsualConfidence);
  Result<LedgerStory> board = ledger.board(query);
  if (!board) return board.error();
  Result<LedgerStory> disagreements = ledger.disagreements(query, sure, false);
  if (!disagreements) return disagreements.error();
  Result<EntityIndex> on_board = EntityIndex::of(ledger, *board);
  if (!on_board) return on_board.error();
  Result<EntityIndex> in_disagreements = EntityIndex::of(ledger, *disagreements);
  if (!in_disagreements) return in_disagreements.error();
  Sources sources{.board = *std::move(board),
                  .disagreements = *std::move(disagreements),
                  .on_board = *std::move(on_board),
                  .in_disagreements = *std::move(in_disagreements),
                  .thread_ids = {},
                  .sure = sure};
  for (const Thread& thread : sources.board.threads) {
    sources.thread_ids.push_back(thread_id(thread, sources.board));
  }
  return sources;
}

void add_story(const Sources& sources, StoryPage& page) {
  const LedgerStory &board = sources.board, &disagreements = sources.disagreements;
  for (const LedgerStatement& s : board.statements) page.statements.push_back(record_of(s, sources.on_board));
  for (const LedgerStatement& s : disagreements.statements) {
    page.statements.push_back(record_of(s, sources.in_disagreements));
  }
  for (std::size_t i = 0; i < board.threads.size(); ++i) {
    page.threads.push_back(thread_record(board.threads[i], board, sources.on_board, sources.thread_ids[i]));
  }
  for (const LinkedPair& link : disagreements.links) page.relations.push_back(record_of(link, disagreements));
  std::ranges::reverse(page.relations);  // the newest first
}

// The newest articles, in the order of publication. False if one could not be read.
Result<bool> add_articles(Ledger& ledger, const LedgerArguments& arguments, const Sources& sources,
                          StoryPage& page) {
  const Result<std::int64_t> count = ledger.count_articles();
  if (!count) return count.error();
  page.articles_in_all = static_cast<std::size_t>(*count);
  const Result<bool> whole = for_each_newest_document(
      ledger, arguments.after, arguments.before,
      [&](const Document& doc) {
        page.articles.push_back(doc);
        return page.articles.size() < static_cast<std::size_t>(arguments.limit);
      },
      report_failure);
  if (!whole) return whole.error();
  std::ranges::reverse(page.articles);
  for (const Document& doc : page.articles) {
    for (TimelineEntry& e : timeline_entries(doc)) page.timeline.push_back(std::move(e));
  }
  if (const auto done = look_up(ledger, sources.sure, page.timeline); !done) return done.error();
  sort_timeline(page.timeline);
  return whole;
}

}  // namespace

int run_report(const Arguments& all) {
  Result<Ledger> ledger = Ledger::open(all.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  const Result<Sources> sources = read_sources(*ledger, all);
  if (!sources) return report_failure(sources.error().message);
  StoryPage page;
  add_story(*sources, page);
  const Result<bool> whole = add_articles(*ledger, all.ledger, *sources, page);
  if (!whole) return report_failure(whole.error().message);
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  lines->write(to_html(page));
  const int status = lines->finish();
  return *whole ? status : kExitFailed;
}

}  // namespace hearsay
