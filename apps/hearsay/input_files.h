// The files that a command line names, those of folders among them.
#ifndef HEARSAY_APPS_HEARSAY_INPUT_FILES_H_
#define HEARSAY_APPS_HEARSAY_INPUT_FILES_H_

#include <cstdint>
#include <string>
#include <vector>

namespace hearsay {

// Each path that is no folder as it is ("-", too), and of each folder the files in it and
// below, by name; a folder without files as it is. Of those, hidden ones are left out, and what a
// saved page has beside it: styles, scripts, fonts, images.
std::vector<std::string> list_input_files(const std::vector<std::string>& paths);

// Bytes of all files together, as far as they are known.
std::uint64_t total_size(const std::vector<std::string>& files);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_INPUT_FILES_H_
