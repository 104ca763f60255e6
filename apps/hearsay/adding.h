// Putting articles into a ledger: many threads read and prepare, one writes.
#ifndef HEARSAY_APPS_HEARSAY_ADDING_H_
#define HEARSAY_APPS_HEARSAY_ADDING_H_

#include <chrono>
#include <cstdint>
#include <string>

#include "ledger/ledger.h"
#include "ledger/prepared_article.h"
#include "progress.h"
#include "reading.h"

namespace hearsay {

// What an input became on a worker.
struct Analysis {
  std::string error;  // for standard error; empty: all is well
  bool known = false;
  Document doc;
  PreparedArticle prepared;
};

// Reads an article for a ledger, on any thread with a scratch of its own.
Analysis analyze(const Pipeline& pipeline, const Ledger& ledger, Input input, Scratch& scratch,
                 const Wishes& wishes = {});

// "3 articles added, 1 new version, 0 known already".
std::string added_words(std::size_t added, std::size_t changed, std::size_t known);

// Receives analyses in order and writes them down, with a progress line on a terminal.
class ArticleSink {
 public:
  // `ledger` must outlive the sink. `total_bytes` of all input, 0 if it is not known.
  ArticleSink(Ledger& ledger, std::uint64_t total_bytes) : ledger_(ledger), progress_(true, total_bytes) {}

  // False when the ledger can take no more. `bytes_read`: of the input so far.
  bool receive(Analysis analysis, std::uint64_t bytes_read);

  // Writes what is left. Returns an exit status.
  int finish();

  // What is safe on disk.
  std::size_t added() const { return safe_.added; }
  std::size_t changed() const { return safe_.changed; }
  std::size_t known() const { return known_; }
  std::size_t failed() const { return failed_; }    // inputs that could not be read
  std::size_t undated() const { return undated_; }  // of those added: no day of publication is known

 private:
  struct Written {
    std::size_t added = 0, changed = 0;
  };

  bool write(const Analysis& analysis);
  bool commit();
  bool stop(const Error& error);

  // What is lost at most where the process is killed; a commit costs about a millisecond.
  static constexpr std::chrono::milliseconds kBetweenCommits{200};

  Ledger& ledger_;
  ProgressLine progress_;
  Written written_, safe_;
  std::size_t known_ = 0;
  UnreadCount unread_;
  std::chrono::steady_clock::time_point next_commit_ = std::chrono::steady_clock::now() + kBetweenCommits;
  std::size_t failed_ = 0, undated_ = 0;
  bool broken_ = false;  // the ledger could not be written to
};

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_ADDING_H_
