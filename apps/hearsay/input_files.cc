#include "input_files.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace hearsay {
namespace {

namespace fs = std::filesystem;

bool belongs_to_page(const fs::path& path) {
  static constexpr std::string_view kEndings[] = {
      ".css", ".js",   ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".ico", ".png",
      ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif",  ".bmp", ".mp3", ".mp4", ".webm"};
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  return std::ranges::find(kEndings, ending) != std::end(kEndings);
}

void append_files(const std::string& folder, std::vector<std::string>& files) {
  const std::size_t first = files.size();
  std::error_code error;
  for (auto it = fs::recursive_directory_iterator(folder, error); it != fs::recursive_directory_iterator();
       it.increment(error)) {
    const bool hidden = it->path().filename().string().starts_with('.');
    if (hidden && it->is_directory(error)) it.disable_recursion_pending();
    if (!hidden && it->is_regular_file(error) && !belongs_to_page(it->path()))
      files.push_back(it->path().string());
  }
  std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
}

}  // namespace

std::vector<std::string> list_input_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      const std::size_t before = files.size();
      append_files(path, files);
      if (files.size() == before) files.push_back(path);
    } else {
      files.push_back(path);
    }
  }
  return files;
}

std::uint64_t total_size(const std::vector<std::string>& files) {
  std::uint64_t total = 0;
  for (const std::string& file : files) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (!error) total += size;
  }
  return total;
}

}  // namespace hearsay
