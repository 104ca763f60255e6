#include <cstdio>
#include <optional>
#include <utility>

#include "adding.h"
#include "input_files.h"
#include "ledger_commands.h"
#include "ordered_work.h"

namespace hearsay {
namespace {

// True if the ledger, which another connection writes, has the article.
bool is_known(Ledger& reader, const Document& doc) {
  const Result<bool> known = reader.contains(article_content_id(doc));
  return known && *known;
}

}  // namespace

int run_add(const Arguments& all) {
  const ReadArguments& arguments = all.read;
  const Result<Pipeline> pipeline = Pipeline::load(arguments.models);
  if (!pipeline) return report_failure(pipeline.error().message);
  Result<Ledger> ledger = Ledger::open_for_adding(all.ledger.path, arguments.models);
  if (!ledger) return report_failure(ledger.error().message);
  Result<Ledger> reader = Ledger::open(all.ledger.path);
  if (!reader) return report_failure(reader.error().message);

  std::vector<Scratch> scratch(static_cast<std::size_t>(arguments.threads));
  Inputs inputs(arguments);
  ArticleSink sink(*ledger, total_size(list_input_files(arguments.files)));
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
