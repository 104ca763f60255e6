// `hearsay train`: models from annotated data.
#ifndef HEARSAY_APPS_HEARSAY_TRAIN_H_
#define HEARSAY_APPS_HEARSAY_TRAIN_H_

#include <string_view>
#include <vector>

#include "arguments.h"

namespace hearsay {

// The stages that can be trained, in the order in which they need each other.
std::vector<std::string_view> trainable_stages();

// Returns the exit status. Reports progress on standard error.
int run_train(const Arguments& arguments);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_TRAIN_H_
