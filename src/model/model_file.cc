#include "model/model_file.h"

#define XXH_INLINE_ALL
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cassert>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace hearsay {
namespace {

constexpr char kMagic[8] = {'H', 'E', 'A', 'R', 'S', 'A', 'Y', '\0'};
constexpr std::uint32_t kFormatVersion = 1;
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kMaxSections = 256;

// Stored on disk: never reorder (docs/model-format.md).
struct Header {
  char magic[8];
  std::uint32_t format_version;
  std::uint32_t model_version;
  char kind[16];
  std::uint32_t section_count;
  std::uint32_t reserved;
  std::uint64_t table_checksum;
};
static_assert(sizeof(Header) == 48);

struct TableEntry {
  char name[24];
  std::uint64_t offset;
  std::uint64_t size;
  std::uint64_t checksum;
};
static_assert(sizeof(TableEntry) == 48);

template <std::size_t N>
std::string name_of(const char (&field)[N]) {
  return std::string(field, strnlen(field, N));
}

std::size_t align_up(std::size_t n) { return (n + kAlignment - 1) / kAlignment * kAlignment; }

std::string expected(std::string_view what, const std::string& wanted, const std::string& found) {
  return "expected " + std::string(what) + " " + wanted + ", found " + found;
}

// What the system says of errno, without the stages' own words.
Error io_error(const std::filesystem::path& path, const char* action) {
  return Error{errno == ENOENT ? ErrorCode::not_found : ErrorCode::io,
               path.string() + ": cannot " + action + ": " + std::strerror(errno)};
}

std::string check_header(const Header& header, std::size_t file_size, std::string_view kind,
                         std::uint32_t version) {
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) return "not a Hearsay model file";
  if (header.format_version != kFormatVersion) {
    return expected("format version", std::to_string(kFormatVersion), std::to_string(header.format_version));
  }
  if (name_of(header.kind) != kind) return expected("a model of kind", std::string(kind), "another kind");
  if (header.model_version != version) {
    return expected("model version", std::to_string(version), std::to_string(header.model_version));
  }
  if (header.section_count > kMaxSections ||
      sizeof(Header) + header.section_count * sizeof(TableEntry) > file_size) {
    return "section table does not fit the file";
  }
  return "";
}

}  // namespace

ModelFile::ModelFile(ModelFile&& other) noexcept { *this = std::move(other); }

ModelFile& ModelFile::operator=(ModelFile&& other) noexcept {
  if (this == &other) return *this;
  release();
  name_ = std::move(other.name_);
  owned_ = std::move(other.owned_);  // a moved vector keeps its buffer, so bytes_ stays valid
  sections_ = std::move(other.sections_);
  bytes_ = std::exchange(other.bytes_, {});
  mapped_ = std::exchange(other.mapped_, false);
  return *this;
}

ModelFile::~ModelFile() { release(); }

void ModelFile::release() {
  if (mapped_) munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
  mapped_ = false;
  bytes_ = {};
}

Result<ModelFile> ModelFile::open(const std::filesystem::path& path, std::string_view kind,
                                  std::uint32_t version) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return io_error(path, "open");
  struct stat status {};
  if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(fd);
    return Error{ErrorCode::io, path.string() + ": expected a regular file"};
  }
  ModelFile file;
  file.name_ = path.filename().string();
  if (status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (data == MAP_FAILED) {
      const Error error = io_error(path, "map");
      ::close(fd);
      return error;
    }
    file.bytes_ = {static_cast<const std::byte*>(data), size};
    file.mapped_ = true;
  }
  ::close(fd);
  if (std::string broken = file.read_sections(kind, version); !broken.empty()) return file.corrupt(broken);
  return file;
}

Result<ModelFile> ModelFile::from_bytes(std::span<const std::byte> bytes, std::string name,
                                        std::string_view kind, std::uint32_t version) {
  ModelFile file;
  file.name_ = std::move(name);
  file.owned_.resize((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(file.owned_.data(), bytes.data(), bytes.size());
  file.bytes_ = {reinterpret_cast<const std::byte*>(file.owned_.data()), bytes.size()};
  if (std::string broken = file.read_sections(kind, version); !broken.empty()) return file.corrupt(broken);
  return file;
}

std::string ModelFile::read_sections(std::string_view kind, std::uint32_t version) {
  if (bytes_.size() < sizeof(Header)) {
    return expected("at least", std::to_string(sizeof(Header)) + " bytes", std::to_string(bytes_.size()));
  }
  Header header;
  std::memcpy(&header, bytes_.data(), sizeof header);
  if (std::string broken = check_header(header, bytes_.size(), kind, version); !broken.empty()) return broken;
  const std::byte* table = bytes_.data() + sizeof(Header);
  if (XXH3_64bits(table, header.section_count * sizeof(TableEntry)) != header.table_checksum) {
    return "section table: wrong checksum";
  }
  for (std::uint32_t i = 0; i < header.section_count; ++i) {
    TableEntry entry;
    std::memcpy(&entry, table + i * sizeof entry, sizeof entry);
    const std::string name = name_of(entry.name);
    if (entry.offset % kAlignment != 0 || entry.offset > bytes_.size() ||
        entry.size > bytes_.size() - entry.offset) {
      return "section " + name + ": does not fit the file of " + std::to_string(bytes_.size()) + " bytes";
    }
    if (XXH3_64bits(bytes_.data() + entry.offset, entry.size) != entry.checksum) {
      return "section " + name + ": wrong checksum";
    }
    sections_.push_back({name, entry.offset, entry.size});
  }
  return "";
}

Result<std::span<const std::byte>> ModelFile::section(std::string_view name, std::size_t item_size) const {
  for (const Section& s : sections_) {
    if (s.name != name) continue;
    if (s.size % item_size != 0) return corrupt("section " + s.name + ": size is no multiple of its items");
    return bytes_.subspan(s.offset, s.size);
  }
  return corrupt("section " + std::string(name) + " is missing");
}

Result<std::vector<std::string>> ModelFile::strings(std::string_view name) const {
  const Result<std::span<const char>> chars = array<char>(name);
  if (!chars) return chars.error();
  std::vector<std::string> out;
  std::string_view rest(chars->data(), chars->size());
  while (!rest.empty()) {
    const std::size_t end = rest.find('\0');
    if (end == std::string_view::npos)
      return corrupt("section " + std::string(name) + ": unterminated string");
    out.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  return out;
}

Error ModelFile::corrupt(std::string_view what) const {
  return Error{ErrorCode::corrupt_model, name_ + ": " + std::string(what)};
}

ModelWriter::ModelWriter(std::string_view kind, std::uint32_t version) : kind_(kind), version_(version) {
  assert(kind.size() < sizeof(Header::kind));
}

void ModelWriter::add_bytes(std::string_view name, std::span<const std::byte> bytes) {
  assert(name.size() < sizeof(TableEntry::name));
  sections_.push_back({std::string(name), {bytes.begin(), bytes.end()}});
}

void ModelWriter::add_strings(std::string_view name, const std::vector<std::string>& values) {
  std::string joined;
  for (const std::string& value : values) {
    assert(value.find('\0') == std::string::npos);
    joined += value;
    joined += '\0';
  }
  add<char>(name, joined);
}

std::vector<std::byte> ModelWriter::bytes() const {
  std::vector<TableEntry> table;
  std::size_t end = align_up(sizeof(Header) + sections_.size() * sizeof(TableEntry));
  for (const Section& s : sections_) {
    TableEntry entry{};
    std::memcpy(entry.name, s.name.data(), s.name.size());
    entry.offset = end;
    entry.size = s.bytes.size();
    entry.checksum = XXH3_64bits(s.bytes.data(), s.bytes.size());
    table.push_back(entry);
    end = align_up(end + s.bytes.size());
  }
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.format_version = kFormatVersion;
  header.model_version = version_;
  std::memcpy(header.kind, kind_.data(), kind_.size());
  header.section_count = static_cast<std::uint32_t>(sections_.size());
  header.table_checksum = XXH3_64bits(table.data(), table.size() * sizeof(TableEntry));

  std::vector<std::byte> out(end);
  std::memcpy(out.data(), &header, sizeof header);
  if (!table.empty())
    std::memcpy(out.data() + sizeof header, table.data(), table.size() * sizeof(TableEntry));
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    if (sections_[i].bytes.empty()) continue;
    std::memcpy(out.data() + table[i].offset, sections_[i].bytes.data(), sections_[i].bytes.size());
  }
  return out;
}

Result<Success> ModelWriter::write(const std::filesystem::path& path) const {
  const std::vector<std::byte> all = bytes();
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(all.data()), static_cast<std::streamsize>(all.size()));
  file.close();
  if (!file)
    return Error{ErrorCode::io, path.string() + ": cannot write " + std::to_string(all.size()) + " bytes"};
  return Success{};
}

}  // namespace hearsay
