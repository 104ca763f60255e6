#include "adding.h"

#include <utility>

#include "arguments.h"
#include "hearsay/format.h"

namespace hearsay {

Analysis analyze(const Pipeline& pipeline, const Ledger& ledger, Input input, Scratch& scratch,
                 const Wishes& wishes) {
  Analysis analysis{.error = annotate(pipeline, input, scratch, wishes)};
  if (!analysis.error.empty()) return analysis;
  Result<PreparedArticle> prepared = prepare_article(ledger.relations(), input.doc, to_json(input.doc));
  if (prepared) {
    analysis.prepared = *std::move(prepared);
  } else {
    analysis.error = prepared.error().message;
  }
  analysis.doc = std::move(input.doc);
  return analysis;
}

std::string added_words(std::size_t added, std::size_t changed, std::size_t known) {
  const auto counted = [](std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + (count == 1 ? one : many);
  };
  return counted(added, " article added, ", " articles added, ") +
         counted(changed, " new version, ", " new versions, ") + std::to_string(known) + " known already";
}

bool ArticleSink::receive(Analysis analysis, std::uint64_t bytes_read) {
  if (!analysis.error.empty()) {
    progress_.clear();
    ++failed_;
    report_failure(analysis.error);
  } else if (analysis.known) {
    ++known_;
  } else if (!write(analysis)) {
    return false;
  }
  progress_.add_document(analysis.doc.tokens.size(), bytes_read);
  return true;
}

int ArticleSink::finish() {
  progress_.clear();
  if (!broken_) commit();
  unread_.report();
  return failed_ > 0 || broken_ ? kExitFailed : kExitDone;
}

bool ArticleSink::write(const Analysis& analysis) {
  const Result<Added> added = ledger_.add(analysis.doc, analysis.prepared);
  if (!added) return stop(added.error());
  written_.added += *added == Added::new_article;
  written_.changed += *added == Added::new_version;
  known_ += *added == Added::known_already;
  undated_ += *added == Added::new_article && analysis.doc.metadata.published.empty();
  if (*added != Added::known_already) unread_.add(analysis.doc);
  return std::chrono::steady_clock::now() < next_commit_ || commit();
}

bool ArticleSink::commit() {
  next_commit_ = std::chrono::steady_clock::now() + kBetweenCommits;
  if (const Result<Success> done = ledger_.commit(); !done) return stop(done.error());
  safe_ = written_;
  return true;
}

bool ArticleSink::stop(const Error& error) {
  progress_.clear();
  report_failure(error.message);
  broken_ = true;
  return false;
}

}  // namespace hearsay
