// The files of a folder of annotated stories.
#ifndef HEARSAY_SRC_TRAIN_STORY_FILES_H_
#define HEARSAY_SRC_TRAIN_STORY_FILES_H_

#include <filesystem>
#include <vector>

#include "format/story_gold.h"
#include "hearsay/result.h"

namespace hearsay {

// The folder's *.json, in the order of their names. Fails with not_found where there is none, or no folder.
Result<std::vector<std::filesystem::path>> list_story_files(const std::filesystem::path& folder);

// Reads one of them. Fails as read_story_gold() does, with the file's name before.
Result<GoldStory> read_story_file(const std::filesystem::path& path);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_STORY_FILES_H_
