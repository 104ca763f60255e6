#include "train/story_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace hearsay {

Result<std::vector<std::filesystem::path>> list_story_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  if (paths.empty()) {
    return Error{ErrorCode::not_found, folder.string() + ": expected annotated stories (*.json), found none"};
  }
  std::ranges::sort(paths);
  return paths;
}

Result<GoldStory> read_story_file(const std::filesystem::path& path) {
  std::ifstream in(path);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Result<GoldStory> gold = read_story_gold(text);
  if (!gold) return Error{gold.error().code, path.string() + ": " + gold.error().message};
  return gold;
}

}  // namespace hearsay
