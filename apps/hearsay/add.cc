#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "hearsay/format.h"
#include "ledger/ledger.h"
#include "ledger_commands.h"
#include "ordered_work.h"
#include "progress.h"
#include "reading.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// What is lost at most where the process is killed; a commit costs about a millisecond.
constexpr std::chrono::milliseconds kBetweenCommits{200};

// What an input became on a worker.
struct Analysis {
  std::string error;  // for standard error; empty: all is well
  bool known = false;
  Document doc;
  PreparedArticle prepared;
};

// The files of a folder and of those in it, by name; hidden ones are left out. What is no
// folder stands for itself.
std::vector<std::string> list_files(const std::string& path) {
  std::error_code error;
  if (path == "-" || !fs::is_directory(path, error)) return {path};
  std::vector<std::string> files;
  for (auto it = fs::recursive_directory_iterator(path, error); it != fs::recursive_directory_iterator();
       it.increment(error)) {
    const bool hidden = it->path().filename().string().starts_with('.');
    if (hidden && it->is_directory(error)) it.disable_recursion_pending();
    if (!hidden && it->is_regular_file(error)) files.push_back(it->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::uint64_t total_size(const std::vector<std::string>& files) {
  std::uint64_t total = 0;
  for (const std::string& file : files) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (!error) total += size;
  }
  return total;
}

// Receives the analyses in order and writes them down.
class Writer {
 public:
  Writer(Ledger& ledger, std::uint64_t total_bytes) : ledger_(ledger), progress_(true, total_bytes) {}

  bool receive(Analysis analysis, std::uint64_t bytes_read) {
    if (!analysis.error.empty()) {
      progress_.clear();
      failed_ = true;
      report_failure(analysis.error);
    } else if (analysis.known) {
      ++known_;
    } else if (!write(analysis)) {
      return false;
    }
    progress_.add_document(analysis.doc.tokens.size(), bytes_read);
    return true;
  }

  // Writes what is left and says what was done.
  int finish() {
    progress_.clear();
    if (!broken_) commit();
    std::printf("%zu %s added, %zu new versions, %zu known already\n", safe_.added,
                safe_.added == 1 ? "article" : "articles", safe_.changed, known_);
    return failed_ || broken_ ? kExitFailed : kExitDone;
  }

 private:
  struct Written {
    std::size_t added = 0, changed = 0;
  };

  bool write(const Analysis& analysis) {
    const Result<Added> added = ledger_.add(analysis.doc, analysis.prepared);
    if (!added) return stop(added.error());
    written_.added += *added == Added::new_article;
    written_.changed += *added == Added::new_version;
    known_ += *added == Added::known_already;
    return Clock::now() < next_commit_ || commit();
  }

  bool commit() {
    next_commit_ = Clock::now() + kBetweenCommits;
    if (const Result<Success> done = ledger_.commit(); !done) return stop(done.error());
    safe_ = written_;
    return true;
  }

  bool stop(const Error& error) {
    progress_.clear();
    report_failure(error.message);
    broken_ = true;
    return false;
  }

  Ledger& ledger_;
  ProgressLine progress_;
  Written written_, safe_;  // safe: on disk
  std::size_t known_ = 0;
  Clock::time_point next_commit_ = Clock::now() + kBetweenCommits;
  bool failed_ = false;  // an input could not be read
  bool broken_ = false;  // the ledger could not be written to
};

// True if the ledger, which another connection writes, has the article.
bool is_known(Ledger& reader, const Document& doc) {
  const Result<bool> known = reader.contains(article_content_id(doc));
  return known && *known;
}

Analysis analyze(const Pipeline& pipeline, Input input, Scratch& scratch) {
  Analysis analysis{.error = annotate(pipeline, input, scratch)};
  if (!analysis.error.empty()) return analysis;
  Result<PreparedArticle> prepared = prepare_article(input.doc, to_json(input.doc));
  if (prepared) {
    analysis.prepared = *std::move(prepared);
  } else {
    analysis.error = prepared.error().message;
  }
  analysis.doc = std::move(input.doc);
  return analysis;
}

}  // namespace

int run_add(const Arguments& all) {
  ReadArguments arguments = all.read;
  arguments.files.clear();
  for (const std::string& path : all.read.files) {
    const std::vector<std::string> files = list_files(path);
    arguments.files.insert(arguments.files.end(), files.begin(), files.end());
  }
  if (arguments.files.empty() && !all.read.files.empty())
    return report_failure("add: found no files in the folders given");
  const Result<Pipeline> pipeline = Pipeline::load(arguments.models);
  if (!pipeline) return report_failure(pipeline.error().message);
  Result<Ledger> ledger = Ledger::open_for_adding(all.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  Result<Ledger> reader = Ledger::open(all.ledger.path);
  if (!reader) return report_failure(reader.error().message);

  std::vector<Scratch> scratch(static_cast<std::size_t>(arguments.threads));
  Inputs inputs(arguments);
  Writer writer(*ledger, total_size(arguments.files));
  struct Item {
    Input input;
    bool known = false;
    std::uint64_t bytes_read = 0;
  };
  struct Done {
    Analysis analysis;
    std::uint64_t bytes_read = 0;
  };
  work_in_order<Item, Done>(
      arguments.threads,
      [&]() -> std::optional<Item> {
        std::optional<Input> input = inputs.next();
        if (!input) return std::nullopt;
        std::string& published = input->doc.metadata.published;
        if (published.empty()) published = arguments.published;
        if (!input->error) settle_id(input->doc);
        const bool known = !input->error && is_known(*reader, input->doc);
        return Item{.input = *std::move(input), .known = known, .bytes_read = inputs.bytes_read()};
      },
      [&](Item item, int thread) {
        if (item.known) return Done{.analysis = {.known = true}, .bytes_read = item.bytes_read};
        return Done{
            .analysis = analyze(*pipeline, std::move(item.input), scratch[static_cast<std::size_t>(thread)]),
            .bytes_read = item.bytes_read};
      },
      [&](Done done) { return writer.receive(std::move(done.analysis), done.bytes_read); });
  return writer.finish();
}

}  // namespace hearsay
