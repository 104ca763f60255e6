#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "adding.h"
#include "ledger_commands.h"
#include "ordered_work.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

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

// True if the ledger, which another connection writes, has the article.
bool is_known(Ledger& reader, const Document& doc) {
  const Result<bool> known = reader.contains(article_content_id(doc));
  return known && *known;
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
  Result<Ledger> ledger = Ledger::open_for_adding(all.ledger.path, arguments.models);
  if (!ledger) return report_failure(ledger.error().message);
  Result<Ledger> reader = Ledger::open(all.ledger.path);
  if (!reader) return report_failure(reader.error().message);

  std::vector<Scratch> scratch(static_cast<std::size_t>(arguments.threads));
  Inputs inputs(arguments);
  ArticleSink sink(*ledger, total_size(arguments.files));
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
        return Done{.analysis = analyze(*pipeline, *ledger, std::move(item.input),
                                        scratch[static_cast<std::size_t>(thread)]),
                    .bytes_read = item.bytes_read};
      },
      [&](Done done) { return sink.receive(std::move(done.analysis), done.bytes_read); });
  const int status = sink.finish();
  std::printf("%zu %s added, %zu new versions, %zu known already\n", sink.added(),
              sink.added() == 1 ? "article" : "articles", sink.changed(), sink.known());
  return status;
}

}  // namespace hearsay
