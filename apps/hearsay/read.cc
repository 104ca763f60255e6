#include "read.h"

#include <string>
#include <utility>
#include <vector>

#include "hearsay/pipeline.h"
#include "ordered_work.h"
#include "progress.h"
#include "reading.h"
#include "rendering.h"

namespace hearsay {
namespace {

// What an input became on a worker.
struct Reading {
  std::string output;  // ready to print
  std::string error;   // for standard error; empty: all is well
  std::size_t words = 0;
  Document doc;  // only for a page over all documents
  UnreadCount unread;
};

Reading read_one(const Pipeline& pipeline, Input input, const Rendering& rendering, const Wishes& wishes,
                 Scratch& scratch) {
  Reading reading;
  reading.error = annotate(pipeline, input, scratch, wishes);
  if (input.error) {
    reading.output = render_error(rendering, input);
    return reading;
  }
  reading.words = input.doc.tokens.size();
  reading.unread.add(input.doc);
  reading.output = render(rendering, input);
  if (rendering.format == OutputFormat::html) reading.doc = std::move(input.doc);
  return reading;
}

// Receives the readings in order.
struct Printer {
  OutputFile& output;
  ProgressLine progress;
  std::vector<Document> docs = {};
  UnreadCount unread = {};
  int status = kExitDone;
  bool broken = false;  // the output takes no more

  void write(const std::string& bytes) {
    if (broken || bytes.empty()) return;
    const Result<Success> written = output.write(bytes);
    if (!written) status = report_failure(written.error().message);
    broken = !written || output.closed_pipe();
  }

  bool receive(Reading reading, bool keep) {
    if (!reading.error.empty()) {
      progress.clear();
      status = report_failure(reading.error);
    } else if (keep) {
      docs.push_back(std::move(reading.doc));
    }
    unread.add(reading.unread);
    write(reading.output);
    progress.add_document(reading.words);
    return !broken;
  }

  int finish(bool as_page) {
    progress.clear();
    if (as_page) write(to_html(docs));
    unread.report();
    if (const Result<Success> closed = output.close(); !closed && !broken)
      status = report_failure(closed.error().message);
    return status;
  }
};

// The input that would be lost if the output were opened, or "".
std::string find_overwritten(const ReadArguments& arguments) {
  if (arguments.output.empty()) return "";
  for (const std::string& file : arguments.files) {
    if (is_same_file(file, arguments.output)) return file;
  }
  return "";
}

}  // namespace

int run_read(const Arguments& all) {
  const ReadArguments& arguments = all.read;
  if (const std::string file = find_overwritten(arguments); !file.empty()) {
    report_failure("read: --output: expected a file that is not read, found the input '" + file + "'");
    return kExitUsage;
  }
  const Result<Pipeline> pipeline = Pipeline::load(arguments.models);
  if (!pipeline) return report_failure(pipeline.error().message);
  Result<OutputFile> output = OutputFile::open(arguments.output);
  if (!output) return report_failure(output.error().message);
  const Rendering rendering = choose_rendering(arguments, *output);
  const bool as_page = rendering.format == OutputFormat::html;
  std::vector<Scratch> scratch(static_cast<std::size_t>(arguments.threads));
  Inputs inputs(arguments);
  Printer printer{.output = *output, .progress = ProgressLine(!output->is_terminal())};
  work_in_order<Input, Reading>(
      arguments.threads, [&] { return inputs.next(); },
      [&](Input input, int thread) {
        finish_input(input, arguments.published);
        return read_one(*pipeline, std::move(input), rendering,
                        {.explain = arguments.explain, .language = arguments.language},
                        scratch[static_cast<std::size_t>(thread)]);
      },
      [&](Reading reading) { return printer.receive(std::move(reading), as_page); });
  return printer.finish(as_page);
}

}  // namespace hearsay
