// What the commands that analyse articles share.
#ifndef HEARSAY_APPS_HEARSAY_READING_H_
#define HEARSAY_APPS_HEARSAY_READING_H_

#include <string>

#include "format/content_id.h"
#include "hearsay/pipeline.h"
#include "inputs.h"

namespace hearsay {

// Fills the layers of the input's document, which is finished (finish_input()). Returns "" or what went
// wrong, with the input's name; then input.error is set.
std::string annotate(const Pipeline& pipeline, Input& input, Scratch& scratch, const Wishes& wishes = {});

// Prints one line on standard error and returns kExitFailed.
int report_failure(const std::string& message);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_READING_H_
