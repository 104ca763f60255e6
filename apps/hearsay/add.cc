#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "adding.h"
#include "input_files.h"
#include "ledger_commands.h"
#include "ordered_work.h"
#include "stopping.h"

namespace hearsay {
namespace {

// Says what a ledger that another connection writes has already. Any thread may ask.
class Known {
 public:
  explicit Known(Ledger& reader) : reader_(reader) {}

  bool holds(const Document& doc) {
    const std::string id = article_content_id(doc);
    const std::scoped_lock lock(mutex_);
    const Result<bool> known = reader_.contains(id);
    return known && *known;
  }

 private:
  std::mutex mutex_;
  Ledger& reader_;
};

}  // namespace

int run_add(const Arguments& all) {
  const ReadArguments& arguments = all.read;
  const Result<Pipeline> pipeline = Pipeline::load(arguments.models);
  if (!pipeline) return report_failure(pipeline.error().message);
  Result<Ledger> ledger = Ledger::open_for_adding(all.ledger.path, arguments.models);
  if (!ledger) return report_failure(ledger.error().message);
  Result<Ledger> reader = Ledger::open(all.ledger.path);
  if (!reader) return report_failure(reader.error().message);

  stop_when_asked();
  std::vector<Scratch> scratch(static_cast<std::size_t>(arguments.threads));
  Inputs inputs(arguments);
  Known known(*reader);
  ArticleSink sink(*ledger, total_size(list_input_files(arguments.files)));
  struct Item {
    Input input;
    std::uint64_t bytes_read = 0;
  };
  struct Done {
    Analysis analysis;
    std::uint64_t bytes_read = 0;
  };
  work_in_order<Item, Done>(
      arguments.threads,
      [&]() -> std::optional<Item> {
        if (stop_status() != 0) return std::nullopt;
        std::optional<Input> input = inputs.next();
        // What was being read when it was to stop may be half an article.
        if (!input || stop_status() != 0) return std::nullopt;
        return Item{.input = *std::move(input), .bytes_read = inputs.bytes_read()};
      },
      [&](Item item, int thread) {
        finish_input(item.input, arguments.published);
        if (!item.input.error) settle_id(item.input.doc);
        if (!item.input.error && known.holds(item.input.doc))
          return Done{.analysis = {.known = true}, .bytes_read = item.bytes_read};
        return Done{
            .analysis = analyze(*pipeline, *ledger, std::move(item.input),
                                scratch[static_cast<std::size_t>(thread)], {.language = arguments.language}),
            .bytes_read = item.bytes_read};
      },
      [&](Done done) { return sink.receive(std::move(done.analysis), done.bytes_read); });
  int status = sink.finish();
  std::string done = added_words(sink.added(), sink.changed(), sink.known());
  if (sink.undated() > 0)
    done += ", " + std::to_string(sink.undated()) + " without a date (--published gives one)";
  if (sink.failed() > 0) done += ", " + std::to_string(sink.failed()) + " could not be read";
  if (inputs.skipped() > 0) {
    done += ", " + std::to_string(inputs.skipped());
    done +=
        inputs.skipped() == 1 ? " other record of archives skipped" : " other records of archives skipped";
  }
  if (stop_status() != 0) {
    done += "; stopped before the end: give the same command again to go on";
    status = stop_status();
  }
  return report_done(done, status);
}

}  // namespace hearsay
