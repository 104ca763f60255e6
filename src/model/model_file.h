// A model file: named sections of plain arrays, mapped read-only.
//
// Layout (little-endian; docs/model-format.md):
//   header   magic "HEARSAY\0", format version, model kind and its version,
//            section count, XXH3-64 of the section table
//   table    one entry a section: name, offset, size in bytes, XXH3-64
//   sections each aligned to 64 bytes
// Every offset and checksum is verified by open(), so that what it returns can be
// indexed without further checks of the file itself; a stage still checks the
// values that it uses as indices.
//
// Threads: immutable after open().
#ifndef HEARSAY_SRC_MODEL_MODEL_FILE_H_
#define HEARSAY_SRC_MODEL_MODEL_FILE_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "hearsay/result.h"

namespace hearsay {

class ModelFile {
 public:
  // Maps `path` and verifies it. `kind` (at most 15 bytes, "tagger") and `version`
  // must be those that the file was written with. Fails with not_found if there is
  // no such file, io if it cannot be read, corrupt_model otherwise.
  static Result<ModelFile> open(const std::filesystem::path& path, std::string_view kind,
                                std::uint32_t version);

  // The same over bytes in memory (8-byte aligned, copied); `name` is used in messages.
  static Result<ModelFile> from_bytes(std::span<const std::byte> bytes, std::string name,
                                      std::string_view kind, std::uint32_t version);

  ModelFile() = default;
  ModelFile(ModelFile&& other) noexcept;
  ModelFile& operator=(ModelFile&& other) noexcept;
  ~ModelFile();

  // The section `name` as an array, valid as long as this object (also after it
  // was moved). Fails with corrupt_model if it is missing or its size is no
  // multiple of sizeof(T).
  template <typename T>
  Result<std::span<const T>> array(std::string_view name) const {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 64);
    const Result<std::span<const std::byte>> bytes = section(name, sizeof(T));
    if (!bytes) return bytes.error();
    return std::span<const T>(reinterpret_cast<const T*>(bytes->data()), bytes->size() / sizeof(T));
  }

  // The section `name` as a list of strings (as ModelWriter::add_strings wrote
  // it). Fails with corrupt_model if it is missing or no such list.
  Result<std::vector<std::string>> strings(std::string_view name) const;

  // An error of this file: "tagger.model: <what>".
  Error corrupt(std::string_view what) const;

 private:
  struct Section {
    std::string name;
    std::size_t offset = 0;
    std::size_t size = 0;
  };

  Result<std::span<const std::byte>> section(std::string_view name, std::size_t item_size) const;
  // Returns "" or what is wrong with the mapped bytes; fills sections_.
  std::string read_sections(std::string_view kind, std::uint32_t version);
  void release();

  std::string name_;
  std::span<const std::byte> bytes_;
  std::vector<std::uint64_t> owned_;  // holds the bytes when they are not mapped
  bool mapped_ = false;
  std::vector<Section> sections_;
};

// Collects sections and writes them. The same sections give the same bytes.
class ModelWriter {
 public:
  ModelWriter(std::string_view kind, std::uint32_t version);

  // Names are unique and at most 23 bytes.
  template <typename T>
  void add(std::string_view name, std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    add_bytes(name, std::as_bytes(values));
  }
  void add_strings(std::string_view name, const std::vector<std::string>& values);

  std::vector<std::byte> bytes() const;

  // Fails with io if the file cannot be written.
  Result<Success> write(const std::filesystem::path& path) const;

 private:
  struct Section {
    std::string name;
    std::vector<std::byte> bytes;
  };
  void add_bytes(std::string_view name, std::span<const std::byte> bytes);

  std::string kind_;
  std::uint32_t version_;
  std::vector<Section> sections_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_MODEL_MODEL_FILE_H_
