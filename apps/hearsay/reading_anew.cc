#include "reading_anew.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adding.h"
#include "format/json_lines.h"
#include "ordered_work.h"
#include "stopping.h"

namespace hearsay {
namespace {

struct Numbered {
  Input input;
  std::uint64_t number = 0;  // from 1
};

// The next article of an older ledger, without its layers; nothing after the last one.
std::optional<Input> next_article(LedgerArchive& archive, const std::string& name) {
  Result<std::optional<std::string>> line = archive.next();
  Input input{.name = name};
  if (!line) {
    input.error = line.error();
    return input;
  }
  if (!*line) return std::nullopt;
  const Result<Success> parsed = parse_json_document(**line, input.doc);
  if (!parsed) input.error = Error{parsed.error().code, name + ": " + parsed.error().message};
  return input;
}

}  // namespace

int read_anew(const Arguments& all, LedgerArchive& archive, Ledger& fresh) {
  const Result<Pipeline> pipeline = Pipeline::load(all.read.models);
  if (!pipeline) return report_failure(pipeline.error().message);
  std::vector<Scratch> scratch(static_cast<std::size_t>(all.read.threads));
  ArticleSink sink(fresh, static_cast<std::uint64_t>(archive.count()));
  std::uint64_t number = 0;
  bool broken = false;
  work_in_order<Numbered, std::pair<Analysis, std::uint64_t>>(
      all.read.threads,
      [&]() -> std::optional<Numbered> {
        if (broken || stop_status() != 0) return std::nullopt;
        std::optional<Input> input = next_article(archive, all.ledger.path);
        if (!input) return std::nullopt;
        broken = input->error.has_value();  // then there may be no way on
        return Numbered{*std::move(input), ++number};
      },
      [&](Numbered item, int thread) {
        Scratch& own = scratch[static_cast<std::size_t>(thread)];
        return std::pair(analyze(*pipeline, fresh, std::move(item.input), own), item.number);
      },
      [&](std::pair<Analysis, std::uint64_t> done) {
        return sink.receive(std::move(done.first), done.second);
      });
  const int status = sink.finish();
  if (stop_status() != 0)
    return report_done(all.ledger.path + ": stays as it was; stopped after " + std::to_string(number) +
                           " of " + std::to_string(archive.count()) + " versions of articles",
                       stop_status());
  if (status != kExitDone) return status;
  const std::string articles = std::to_string(sink.added()) + (sink.added() == 1 ? " article" : " articles");
  const std::string versions =
      std::to_string(sink.changed()) + (sink.changed() == 1 ? " newer version" : " newer versions");
  return report_done(articles + " read anew, " + versions, status);
}

}  // namespace hearsay
