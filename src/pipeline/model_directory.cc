#include <cstdlib>
#include <initializer_list>
#include <system_error>

#include "hearsay/pipeline.h"

namespace hearsay {

std::filesystem::path default_model_directory() {
  if (const char* named = std::getenv("HEARSAY_MODELS"); named != nullptr && *named != '\0') return named;
  std::error_code ignored;
  // A program that was moved together with its models finds them beside it.
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  const std::filesystem::path beside = program.parent_path().parent_path() / "share/hearsay/models/en";
  for (const std::filesystem::path& candidate : {beside, std::filesystem::path(HEARSAY_INSTALLED_MODELS),
                                                 std::filesystem::path(HEARSAY_SOURCE_MODELS)}) {
    if (std::filesystem::is_directory(candidate, ignored)) return candidate;
  }
  return {};
}

}  // namespace hearsay
