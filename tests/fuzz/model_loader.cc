// A trained model with damage and right checksums, given to its stage's loader:
// refused, or a model that reads a text without breaking a rule.
#define XXH_INLINE_ALL
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "hearsay/pipeline.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/patch_checksums.h"

namespace hearsay {
namespace {

constexpr const char* kText = "BERGEN, 3 May - \"It's done,\" Mrs. Ada Holm said. He denied that.\n\nWho?";

struct Model {
  std::string good;  // the trained file
  int memory = -1;   // a file in memory, which the loader finds under the model's name
};

struct Models {
  std::filesystem::path directory;
  std::vector<Model> files;
};

void store(int memory, const std::string& bytes) {
  require(ftruncate(memory, static_cast<off_t>(bytes.size())) == 0, "room for a model");
  require(pwrite(memory, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()), "a model");
}

Models make_models() {
  Models models;
  char name[] = "/tmp/hearsay_fuzz_XXXXXX";
  require(mkdtemp(name) != nullptr, "a temporary directory");
  models.directory = name;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(default_model_directory())) {
    if (entry.path().extension() == ".model") paths.push_back(entry.path());
  }
  require(!paths.empty(), "trained models");
  std::sort(paths.begin(), paths.end());
  for (const std::filesystem::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    Model model{.good = {std::istreambuf_iterator<char>(in), {}}, .memory = memfd_create("model", 0)};
    store(model.memory, model.good);
    std::filesystem::create_symlink("/proc/self/fd/" + std::to_string(model.memory),
                                    models.directory / path.filename());
    models.files.push_back(std::move(model));
  }
  return models;
}

// Each six bytes of the input are one edit: a section, an offset from its start
// or its end, and the byte to put there; or a new size for the section.
void damage(std::string& file, const std::uint8_t* edits, std::size_t size) {
  const std::uint32_t sections = section_count(file);
  for (; size >= 6 && sections > 0; edits += 6, size -= 6) {
    const std::size_t entry = kHeaderSize + edits[0] % sections * kEntrySize;
    const auto begin = load_at<std::uint64_t>(file, entry + 24);
    auto length = load_at<std::uint64_t>(file, entry + 32);
    const std::size_t offset = edits[1] | edits[2] << 8 | (edits[3] & 0x3f) << 16;
    if (edits[3] & 0x80) {
      length = edits[4] % 2 ? offset : length - std::min<std::uint64_t>(length, edits[5]);
      std::memcpy(file.data() + entry + 32, &length, sizeof length);
    } else if (begin <= file.size() && length <= file.size() - begin && length > 0) {
      const std::size_t at = edits[3] & 0x40 ? length - 1 - offset % length : offset % length;
      file[begin + at] = static_cast<char>(edits[4]);
    }
  }
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  static const Models models = make_models();
  if (size == 0) return 0;
  const Model& model = models.files[data[0] % models.files.size()];
  std::string bad = model.good;
  damage(bad, data + 1, size - 1);
  patch_checksums(bad);
  store(model.memory, bad);
  const Result<Pipeline> pipeline = Pipeline::load(models.directory);
  if (pipeline) {
    const Result<Document> doc = pipeline->analyze(kText);
    require(doc.has_value(), "a loaded model reads any text");
    require_none(find_violation(*doc));
  } else {
    require(pipeline.error().code == ErrorCode::corrupt_model, "damage is corrupt_model");
  }
  store(model.memory, model.good);
  return 0;
}
