// Sentences marked with what their source does (models/en/acts.txt).
#ifndef HEARSAY_SRC_TRAIN_ACT_EXAMPLES_H_
#define HEARSAY_SRC_TRAIN_ACT_EXAMPLES_H_

#include <filesystem>
#include <string>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

struct ActExample {
  std::string text;         // without the marks
  Attribution attribution;  // cue, content, act and negated
};

// Reads lines `The firm [denied] {the report}.` under headings `== deny` and `== deny,
// negated`; empty lines and those that begin with # are skipped. Fails with not_found if
// there is no such file, invalid_input if a line is marked otherwise.
Result<std::vector<ActExample>> read_act_examples(const std::filesystem::path& path);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_ACT_EXAMPLES_H_
