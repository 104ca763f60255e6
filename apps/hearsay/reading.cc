#include "reading.h"

#include <cstdio>

#include "format/content_id.h"
#include "format/printable.h"

namespace hearsay {

std::string annotate(const Pipeline& pipeline, Input& input, Scratch& scratch, const Wishes& wishes) {
  if (!input.error) {
    const Result<Success> done = pipeline.annotate(input.doc, scratch, wishes);
    if (!done) input.error = Error{done.error().code, input.name + ": " + done.error().message};
  }
  return input.error ? input.error->message : "";
}

void settle_id(Document& doc) {
  Metadata& m = doc.metadata;
  if (m.id.empty()) m.id = m.url;
  if (m.id.empty()) m.id = content_id(doc.text);
}

int report_failure(const std::string& message) {
  std::fprintf(stderr, "hearsay: %s\n", printable(message).c_str());
  return kExitFailed;
}

}  // namespace hearsay
