#include "read.h"

#include <cstdio>
#include <string>
#include <utility>

#include "hearsay/pipeline.h"
#include "ordered_work.h"
#include "rendering.h"

namespace hearsay {
namespace {

// What a document becomes on a worker.
struct Reading {
  std::string output;  // ready to print
  std::string error;   // for standard error; empty: all is well
  std::size_t words = 0;
  Document doc;  // for formats that need all documents at once
};

Reading read_one(const Pipeline& pipeline, Input input, const Rendering& rendering, Scratch& scratch) {
  Reading reading;
  if (!input.error) {
    const Result<Success> done = pipeline.annotate(input.doc, scratch);
    if (!done) input.error = Error{done.error().code, input.name + ": " + done.error().message};
  }
  if (input.error) {
    reading.error = input.error->message;
    reading.output = render_error(rendering, input);
    return reading;
  }
  reading.words = input.doc.tokens.size();
  reading.output = render(rendering, input);
  return reading;
}

int fail(const Error& error) {
  std::fprintf(stderr, "hearsay: %s\n", error.message.c_str());
  return kExitFailed;
}

}  // namespace

int run_read(const Arguments& all) {
  const ReadArguments& arguments = all.read;
  const Result<Pipeline> pipeline = Pipeline::load(arguments.models);
  if (!pipeline) return fail(pipeline.error());
  Result<OutputFile> output = OutputFile::open(arguments.output);
  if (!output) return fail(output.error());
  const Rendering rendering = choose_rendering(arguments, *output);
  std::vector<Scratch> scratch(static_cast<std::size_t>(arguments.threads));
  Inputs inputs(arguments);
  int status = kExitDone;
  work_in_order<Input, Reading>(
      arguments.threads, [&] { return inputs.next(); },
      [&](Input input, int thread) {
        if (input.doc.metadata.published.empty()) input.doc.metadata.published = arguments.published;
        return read_one(*pipeline, std::move(input), rendering, scratch[static_cast<std::size_t>(thread)]);
      },
      [&](Reading reading) {
        if (!reading.error.empty()) status = fail({ErrorCode::invalid_input, reading.error});
        const Result<Success> written = output->write(reading.output);
        if (!written) status = fail(written.error());
        return written && !output->closed_pipe();
      });
  if (const Result<Success> closed = output->close(); !closed) status = fail(closed.error());
  return status;
}

}  // namespace hearsay
