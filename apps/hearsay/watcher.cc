#include "watcher.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <thread>
#include <utility>

#include "duration.h"
#include "stopping.h"

namespace hearsay {
namespace {

using std::string;
using std::chrono::seconds;

constexpr const char* kFeedTypes =
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "application/json;q=0.9, "
    "*/*;q=0.5";
constexpr std::size_t kMostFeedBytes = std::size_t{64} << 20;
constexpr std::int64_t kLongestPause = 6 * 60 * 60;
constexpr std::int64_t kMostTries = 5;
constexpr std::size_t kMostWaitingBytes = std::size_t{4} << 20;

std::int64_t now() { return std::time(nullptr); }

WatchSchedule::Clock::time_point on_schedule(std::int64_t time) {
  return WatchSchedule::Clock::now() + seconds(std::max<std::int64_t>(time - now(), 0));
}

string counted(std::size_t number, const char* one, const char* many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

bool is_small(const string& text) { return text.size() <= kMostWaitingBytes; }

string quoted(const string& title) {
  return title.empty() ? "an article without a title" : "“" + title + "”";
}

}  // namespace

Watcher::Watcher(const Arguments& arguments, const Pipeline& pipeline, FeedStore& store)
    : arguments_(arguments),
      asked_(arguments.watch),
      pipeline_(pipeline),
      store_(store),
      log_(asked_.quiet),
      fetcher_(asked_.delay),
      schedule_([this](const string& host) { return fetcher_.ready(host); },
                [this](WatchSchedule::Clock::time_point due) {
                  const auto left = std::chrono::duration_cast<seconds>(due - WatchSchedule::Clock::now());
                  log_.wait("waiting until " + clock_words(now() + left.count()));
                }) {}

int Watcher::run(WatchedFeeds feeds) {
  for (const string& problem : feeds.problems) {
    log_.fail(problem);
    feed_failed_ = true;
  }
  for (WatchedFeed& watched : feeds.feeds) {
    Feed& feed = feeds_.emplace_back();
    feed.watched = std::move(watched);
  }
  for (std::size_t i = 0; i < feeds_.size(); ++i) feed_failed_ = !schedule_first(i) || feed_failed_;
  stop_when_asked();
  {
    // A site that does not answer must not keep the user waiting. Whoever writes holds the mutex.
    const StopListener listener([this] { schedule_.stop(); },
                                [this] {
                                  const std::scoped_lock lock(mutex_);
                                  std::_Exit(report());
                                });
    std::vector<std::jthread> others;
    for (int i = 1; i < asked_.threads; ++i) others.emplace_back([this] { work(); });
    work();
  }
  return report();
}

// What is safe on disk.
int Watcher::report() {
  log_.end();
  std::string done = added_words(added_, changed_, known_);
  int status = feed_failed_ || broken_ ? kExitFailed : kExitDone;
  if (stop_status() != 0) {
    done += "; stopped: give the same command again to go on";
    status = stop_status();
  }
  return report_done(done, status);
}

// At the start. False where a feed must not be asked yet, and there is only this once.
bool Watcher::schedule_first(std::size_t number) {
  const FeedState& state = feeds_[number].watched.state;
  if (!asked_.once) {
    const std::int64_t due = next_due(state);
    schedule_feed(number, due);
    if (due > now()) log_.say(feeds_[number].watched.name + ": asked again at " + clock_words(due));
    return true;
  }
  if (state.not_before <= now()) {
    schedule_feed(number, 0);
    return true;
  }
  log_.fail(state.url + ": expected a feed that may be asked, found one that wants to be left alone until " +
            clock_words(state.not_before));
  return false;
}

void Watcher::schedule_feed(std::size_t number, std::int64_t due) {
  schedule_.add({.feed = number, .host = feeds_[number].watched.url.host, .item = {}}, on_schedule(due));
}

std::int64_t Watcher::next_due(const FeedState& state) const {
  if (state.checked == 0) return 0;
  return std::max(state.checked + pause_after(state.failures), state.not_before);
}

// Twice as long after each failure.
std::int64_t Watcher::pause_after(std::int64_t failures) const {
  const std::int64_t every = asked_.every.count() / 1000;
  const std::int64_t longest = std::max(every, kLongestPause);
  return std::min(every << std::min<std::int64_t>(failures, 20), longest);
}

void Watcher::work() {
  Worker worker{.client = HttpClient(
                    {.user_agent = "Hearsay/" HEARSAY_VERSION " (reads feeds; obeys robots.txt as Hearsay)",
                     .timeout = asked_.timeout,
                     .allow_private = asked_.allow_private}),
                .scratch = {}};
  while (std::optional<WatchJob> job = schedule_.take()) {
    if (job->item) {
      read_item(*job, worker);
    } else {
      poll(job->feed, worker);
    }
    schedule_.finish(*job);
  }
}

// Whatever fails in the ledger's file fails for all.
template <typename T>
bool Watcher::check(const Result<T>& result) {
  if (result) return true;
  if (!broken_) log_.fail(result.error().message);
  broken_ = true;
  schedule_.stop();
  return false;
}

void Watcher::poll(std::size_t number, Worker& worker) {
  HttpRequest request;
  {
    const std::scoped_lock lock(mutex_);
    const Feed& feed = feeds_[number];
    request = {.url = feed.watched.url,
               .accept = kFeedTypes,
               .etag = feed.watched.state.etag,
               .last_modified = feed.watched.state.last_modified,
               .most_bytes = kMostFeedBytes,
               .keep_beginning = false};
  }
  Fetched fetched = fetcher_.fetch(worker.client, std::move(request));
  const std::scoped_lock lock(mutex_);
  if (fetched.outcome == FetchOutcome::not_modified) {
    log_.say(feeds_[number].watched.name + ": not changed");
    end_poll(number);
  } else if (fetched.outcome == FetchOutcome::done) {
    poll_answered(number, std::move(fetched));
  } else {
    poll_failed(number, fetched, feeds_[number].watched.url.text + ": " + fetched.problem);
  }
  if (!broken_ && !asked_.once) schedule_feed(number, next_due(feeds_[number].watched.state));
}

void Watcher::poll_answered(std::size_t number, Fetched fetched) {
  Feed& feed = feeds_[number];
  Poll found;
  const FeedSource source{.name = feed.watched.url.text, .content_type = fetched.headers.content_type};
  const Result<hearsay::Feed> read = read_feed(fetched.body, source, [&](FeedItem&& item) {
    consider(feed, fetched.url, std::move(item), found);
    return !broken_;
  });
  consider_waiting(feed, found);
  if (broken_) return;
  FeedState& state = feed.watched.state;
  if (read && !read->title.empty()) feed.watched.name = state.title = read->title;
  if (read) feed.language = read->language;
  // Until all items are done with, the feed has to be read again whether it changes or not.
  feed.etag = fetched.headers.etag;
  feed.last_modified = fetched.headers.last_modified;
  feed.all_done = read && found.left == 0 && found.waiting == 0;
  state.etag = state.last_modified = "";
  feed.outstanding += found.fresh.size();
  for (WatchedItem& item : found.fresh) {
    scheduled_.insert(item.key);
    string host = item.url.host;
    schedule_.add({.feed = number, .host = std::move(host), .item = std::move(item)}, {});
  }
  if (!read) return poll_failed(number, fetched, read.error().message);
  log_.say(feed.watched.name + ": " + counted(found.items, "item", "items") + ", " +
           (found.fresh.empty() ? "nothing new" : std::to_string(found.fresh.size()) + " to read") +
           (found.left == 0 ? "" : ", " + std::to_string(found.left) + " left for later") +
           (found.useless == 0 ? "" : ", " + std::to_string(found.useless) + " without an address"));
  end_poll(number);
}

void Watcher::end_poll(std::size_t number) {
  Feed& feed = feeds_[number];
  FeedState& state = feed.watched.state;
  state.checked = now();
  state.failures = state.not_before = 0;
  state.problem = "";
  if (feed.outstanding == 0 && feed.all_done && state.etag.empty() && state.last_modified.empty()) {
    state.etag = feed.etag;
    state.last_modified = feed.last_modified;
  }
  FeedState kept = state;
  // Who is stopped amid the articles of a feed asks for it at once when started again.
  if (feed.outstanding > 0) kept.checked = 0;
  check(store_.save(kept));
}

void Watcher::poll_failed(std::size_t number, const Fetched& fetched, const string& problem) {
  FeedState& state = feeds_[number].watched.state;
  feed_failed_ = true;
  state.checked = now();
  ++state.failures;
  state.problem = problem;
  state.not_before = fetched.wait.count() > 0 ? now() + fetched.wait.count() : 0;
  log_.fail(problem + (asked_.once ? "" : "; asked again at " + clock_words(next_due(state))));
  check(store_.save(state));
}

void Watcher::consider(Feed& feed, const Url& base, FeedItem item, Poll& found) {
  ++found.items;
  WatchedItem fresh;
  if (!item.url.empty()) {
    const Result<Url> outer = item.base.empty() ? Result<Url>(base) : resolve_url(base, item.base);
    const Result<Url> url = resolve_url(outer ? *outer : base, item.url);
    if (url) fresh.url = *url;
  }
  fresh.key = !fresh.url.text.empty()
                  ? article_url(fresh.url)
                  : feed.watched.url.text + "#" + (item.id.empty() ? item.title : item.id);
  if (fresh.url.text.empty() && !is_whole(item)) {
    ++found.useless;
    return;
  }
  if (scheduled_.contains(fresh.key)) return;
  fresh.version = item_version(item);
  const Result<std::optional<SeenItem>> seen = store_.item(fresh.key);
  if (!check(seen)) return;
  if (*seen && (*seen)->version == fresh.version) {
    if ((*seen)->fate != ItemFate::waiting) return;
    if ((*seen)->not_before > now()) {
      ++found.waiting;
      return;
    }
    fresh.tries = (*seen)->tries;
  }
  if (found.fresh.size() == static_cast<std::size_t>(asked_.max_items)) {
    ++found.left;
    return;
  }
  fresh.item = std::move(item);
  // A feed that names an article twice means it once.
  for (const WatchedItem& other : found.fresh) {
    if (other.key == fresh.key) return;
  }
  found.fresh.push_back(std::move(fresh));
}

// What waits and is no longer in the feed.
void Watcher::consider_waiting(Feed& feed, Poll& found) {
  const auto waiting = store_.waiting(feed.watched.url.text, now(), asked_.max_items);
  if (!check(waiting)) return;
  for (const WaitingItem& said : *waiting) {
    const auto is_it = [&](const WatchedItem& other) { return other.key == said.key; };
    if (scheduled_.contains(said.key) || std::ranges::any_of(found.fresh, is_it)) continue;
    const Result<Url> url = parse_url(said.url);
    const Result<std::optional<SeenItem>> seen = store_.item(said.key);
    if (!check(seen)) return;
    if (!url || !*seen) continue;
    if (found.fresh.size() == static_cast<std::size_t>(asked_.max_items)) {
      ++found.left;
      return;
    }
    found.fresh.push_back({.item = {.id = said.id,
                                    .url = said.url,
                                    .title = said.title,
                                    .byline = said.byline,
                                    .published = said.published,
                                    .updated = said.updated,
                                    .language = said.language,
                                    .content = said.content,
                                    .summary = said.summary},
                           .key = said.key,
                           .url = *url,
                           .version = (*seen)->version,
                           .tries = (*seen)->tries});
  }
}

// With what the feed said, which may drop it meanwhile.
void Watcher::wait_for(const WatchJob& job, std::int64_t tries, std::int64_t not_before) {
  const FeedItem& item = job.item->item;
  const SeenItem seen{.key = job.item->key,
                      .version = job.item->version,
                      .fate = ItemFate::waiting,
                      .tries = tries,
                      .not_before = not_before};
  check(store_.save(seen, {.key = job.item->key,
                           .feed = feeds_[job.feed].watched.url.text,
                           .url = job.item->url.text,
                           .id = item.id,
                           .title = item.title,
                           .byline = item.byline,
                           .published = item.published,
                           .updated = item.updated,
                           .language = item.language,
                           // What is whole does not wait, and what is too large for an article is not kept.
                           .content = is_small(item.content) ? item.content : "",
                           .summary = is_small(item.summary) ? item.summary : ""}));
}

ItemOrigin Watcher::origin_of(const WatchJob& job) {
  const std::scoped_lock lock(mutex_);
  const Feed& feed = feeds_[job.feed];
  return {.feed_title = feed.watched.state.title,
          .feed_language = feed.language,
          .key = job.item->key,
          .url = job.item->url};
}

void Watcher::read_item(const WatchJob& job, Worker& worker) {
  const ItemOrigin origin = origin_of(job);
  if (job.host.empty()) return keep(job, article_of_item(job.item->item, origin), worker);
  const Fetched fetched = fetcher_.fetch(worker.client, {.url = job.item->url,
                                                         .accept = kPageTypes,
                                                         .etag = {},
                                                         .last_modified = {},
                                                         .most_bytes = kMostFetchedBytes,
                                                         .keep_beginning = false});
  if (fetched.outcome != FetchOutcome::done) {
    page_failed(job, fetched.outcome, fetched.problem, worker);
    if (fetched.wait.count() > 0 || fetcher_.ready(job.host) > WatchSchedule::Clock::now() + seconds(60))
      put_off_host(job, fetched.problem);
    return;
  }
  Result<Document> doc = article_of_page(fetched, job.item->item, origin);
  if (!doc) return page_failed(job, FetchOutcome::failed, doc.error().message, worker);
  if (is_poorer(*doc, job.item->item)) doc = article_of_item(job.item->item, origin);
  keep(job, *std::move(doc), worker);
}

void Watcher::page_failed(const WatchJob& job, FetchOutcome outcome, const string& problem, Worker& worker) {
  const string line = job.item->url.text + ": " + problem;
  if (is_whole(job.item->item)) {
    log_.fail(line + "; what the feed has of it is kept");
    return keep(job, article_of_item(job.item->item, origin_of(job)), worker);
  }
  const std::scoped_lock lock(mutex_);
  if (outcome == FetchOutcome::put_off && job.item->tries + 1 < kMostTries) return try_later(job, line);
  log_.fail(line);
  settle(job, ItemFate::given_up, job.item->tries + 1);
  let_go(job, true);
}

void Watcher::try_later(const WatchJob& job, const string& line) {
  const std::int64_t pause = pause_after(job.item->tries);
  log_.fail(line + "; tried again in " + duration_words(seconds(pause)));
  wait_for(job, job.item->tries + 1, now() + pause);
  let_go(job, false);
}

// The other articles of a host that is to be left alone wait for the next poll.
void Watcher::put_off_host(const WatchJob& job, const string& problem) {
  const std::vector<WatchJob> dropped = schedule_.drop_articles(job.host);
  if (dropped.empty()) return;
  const std::scoped_lock lock(mutex_);
  log_.fail(job.host + ": " + counted(dropped.size(), "other article", "other articles") +
            " put off: " + problem);
  for (const WatchJob& other : dropped) {
    wait_for(other, other.item->tries, 0);
    let_go(other, false);
  }
}

// A ledger that nobody else has written to since we opened it: what is kept in memory of it holds.
std::shared_ptr<Ledger> Watcher::open_ledger() {
  const Result<std::int64_t> version = store_.version();
  if (!check(version)) return nullptr;
  if (ledger_ != nullptr && *version == ledger_version_) return ledger_;
  Result<Ledger> opened = Ledger::open_for_adding(arguments_.ledger.path, arguments_.read.models);
  if (!check(opened)) return nullptr;
  ledger_ = std::make_shared<Ledger>(*std::move(opened));
  ledger_version_ = *version;
  return ledger_;
}

void Watcher::keep(const WatchJob& job, Document doc, Worker& worker) {
  std::shared_ptr<Ledger> ledger;
  {
    const std::scoped_lock lock(mutex_);
    ledger = open_ledger();
  }
  if (ledger == nullptr) return;
  settle_id(doc);
  Input input{.name = job.item->key, .doc = std::move(doc), .lines = {}, .error = {}};
  const Analysis analysis = analyze(pipeline_, *ledger, std::move(input), worker.scratch);
  const std::scoped_lock lock(mutex_);
  if (analysis.error.empty()) return write(job, analysis);
  log_.fail(analysis.error);
  settle(job, ItemFate::given_up, job.item->tries + 1);
  let_go(job, true);
}

void Watcher::write(const WatchJob& job, const Analysis& analysis) {
  const std::shared_ptr<Ledger> ledger = open_ledger();
  if (ledger == nullptr) return;
  const Result<Added> added = ledger->add(analysis.doc, analysis.prepared);
  if (!check(added) || !check(ledger->commit())) return;
  const Result<std::int64_t> version = store_.version();
  if (!check(version)) return;
  ledger_version_ = *version;
  const string& name = feeds_[job.feed].watched.name;
  const string title = quoted(analysis.doc.metadata.title);
  if (*added == Added::known_already) {
    ++known_;
    log_.say(name + ": " + title + " is known already");
  } else {
    ++(*added == Added::new_version ? changed_ : added_);
    log_.say(name + ": " + (*added == Added::new_version ? "a new version of " : "added ") + title + ", " +
             counted(analysis.doc.attributions.size(), "statement", "statements"));
  }
  settle(job, ItemFate::kept);
  let_go(job, true);
}

void Watcher::settle(const WatchJob& job, ItemFate fate, std::int64_t tries, std::int64_t not_before) {
  check(store_.save(SeenItem{.key = job.item->key,
                             .version = job.item->version,
                             .fate = fate,
                             .tries = tries,
                             .not_before = not_before}));
}

void Watcher::let_go(const WatchJob& job, bool done) {
  scheduled_.erase(job.item->key);
  Feed& feed = feeds_[job.feed];
  feed.all_done = feed.all_done && done;
  if (--feed.outstanding > 0 || broken_) return;
  FeedState& state = feed.watched.state;
  if (feed.all_done && state.failures == 0) {
    state.etag = feed.etag;
    state.last_modified = feed.last_modified;
  }
  check(store_.save(state));
}

}  // namespace hearsay
