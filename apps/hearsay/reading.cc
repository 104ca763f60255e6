#include "reading.h"

#include <cstdio>

#include "format/printable.h"

namespace hearsay {

std::string annotate(const Pipeline& pipeline, Input& input, Scratch& scratch, const Wishes& wishes) {
  if (!input.error) {
    const Result<Success> done = pipeline.annotate(input.doc, scratch, wishes);
    if (!done) input.error = Error{done.error().code, input.name + ": " + done.error().message};
  }
  return input.error ? input.error->message : "";
}

int report_failure(const std::string& message) {
  std::fprintf(stderr, "hearsay: %s\n", printable(message).c_str());
  return kExitFailed;
}

}  // namespace hearsay
