// `hearsay train` and `hearsay eval`: models from annotated data, and how good they are.
#ifndef HEARSAY_APPS_HEARSAY_TRAIN_H_
#define HEARSAY_APPS_HEARSAY_TRAIN_H_

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "arguments.h"
#include "hearsay/result.h"

namespace hearsay {

// The stages that can be trained, in the order in which they need each other.
std::vector<std::string_view> trainable_stages();

// Returns the exit status. Reports progress on standard error.
int run_train(const Arguments& arguments);

// Writes coreference.model to `output`. Fails as train_coreference() does.
Result<Success> fit_coreference(const std::filesystem::path& data, const std::filesystem::path& output,
                                const std::function<void(std::string_view)>& report);

// The stages that can be measured.
std::vector<std::string_view> measurable_stages();

// Returns the exit status. Prints a table on standard output.
int run_eval(const Arguments& arguments);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_TRAIN_H_
