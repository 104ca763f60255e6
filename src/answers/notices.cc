#include "answers/notices.h"

#include <algorithm>
#include <utility>

#include "document/unicode.h"
#include "format/json_analysis.h"

namespace hearsay {
namespace {

constexpr int kMostLookedAt = 1'000;

std::vector<std::string> lower_words(std::string_view text) {
  std::string lower;
  to_lower(text, lower);
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', begin), lower.size());
    if (end > begin) words.push_back(lower.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool holds_all(const std::vector<std::string>& wanted, std::string_view name) {
  const std::vector<std::string> words = lower_words(name);
  return std::ranges::all_of(
      wanted, [&](const std::string& word) { return std::ranges::find(words, word) != words.end(); });
}

bool is_by(const std::vector<std::string>& wanted, const Document& doc, std::uint32_t i) {
  if (i == kNone) return false;
  const std::uint32_t entity = doc.source_entities.empty() ? kNone : doc.source_entities[i];
  if (entity != kNone && holds_all(wanted, doc.entities[entity].name)) return true;
  return std::ranges::any_of(doc.attributions[i].source,
                             [&](Span span) { return holds_all(wanted, doc.at(span)); });
}

bool is_wanted(const std::vector<std::string>& wanted, const NoticeRecord& notice) {
  if (holds_all(wanted, notice.publisher)) return true;
  return std::ranges::any_of(notice.changes, [&](const VersionChange& change) {
    return is_by(wanted, notice.before, change.before) || is_by(wanted, notice.after, change.after);
  });
}

Result<NoticeRecord> read_notice(Ledger& ledger, LedgerNotice said) {
  const auto versions = ledger.versions(said.article);
  if (!versions) return versions.error();
  NoticeRecord notice{.publisher = std::move(said.publisher),
                      .published = std::move(said.published),
                      .title = std::move(said.title),
                      .document = std::move(said.article),
                      .status = said.status,
                      .version = static_cast<std::uint32_t>(said.version)};
  for (std::size_t i = 0; i < versions->size(); ++i) {
    const std::size_t number = i + 1;
    if (number != notice.version && number + 1 != notice.version) continue;
    Result<Document> doc = parse_analysis((*versions)[i].analysis);
    if (!doc) return Error{doc.error().code, notice.document + ": " + doc.error().message};
    (number == notice.version ? notice.after : notice.before) = *std::move(doc);
  }
  notice.changes = compare_versions(notice.before, notice.after);
  return notice;
}

}  // namespace

Result<NoticePage> find_notices(Ledger& ledger, const StatementQuery& query) {
  const std::vector<std::string> wanted = lower_words(query.source);
  const auto limit = static_cast<std::size_t>(std::max(query.limit, 0));
  // Those of other publishers and sources are passed over, so more are looked at, though not all.
  const int looked_at = wanted.empty() ? query.limit + 1 : std::max(query.limit + 1, kMostLookedAt);
  auto said = ledger.notices({.publisher = query.publisher,
                              .after = query.after,
                              .before = query.before,
                              .below = query.from ? query.from->front() : 0,
                              .limit = looked_at});
  if (!said) return said.error();
  NoticePage page;
  const bool is_cut = said->size() == static_cast<std::size_t>(looked_at);
  ListPlace place{};
  for (LedgerNotice& one : *said) {
    if (page.notices.size() == limit) {
      page.next = place;
      return page;
    }
    place = {one.number};
    Result<NoticeRecord> notice = read_notice(ledger, std::move(one));
    if (!notice) return notice.error();
    if (wanted.empty() || is_wanted(wanted, *notice)) page.notices.push_back(*std::move(notice));
  }
  if (is_cut) page.next = place;
  return page;
}

}  // namespace hearsay
