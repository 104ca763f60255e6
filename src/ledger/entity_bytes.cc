#include "ledger/entity_bytes.h"

#include <algorithm>
#include <limits>

#include "document/utf8.h"

namespace hearsay {
namespace {

class Writer {
 public:
  void number(std::uint64_t value) {  // LEB128
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view text) {
    number(text.size());
    bytes_ += text;
  }
  void numbers(const std::vector<std::uint32_t>& all) {
    number(all.size());
    for (const std::uint32_t one : all) number(one);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what Writer wrote; after the first fault, nothing but zeros.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool is_good() const { return good_; }
  bool is_done() const { return good_ && bytes_.empty(); }

  std::uint64_t number(std::uint64_t largest) {
    std::uint64_t value = 0;
    for (int shift = 0; good_ && shift < 63; shift += 7) {
      if (bytes_.empty()) break;
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80 && value <= largest) return value;
      if (byte < 0x80) break;
    }
    good_ = false;
    return 0;
  }
  // Of things that take a byte each at least.
  std::size_t count() { return static_cast<std::size_t>(number(bytes_.size())); }
  std::int64_t name() {
    return static_cast<std::int64_t>(number(std::numeric_limits<std::int64_t>::max() >> 1));
  }
  std::string text() {
    const std::size_t size = std::min(count(), bytes_.size());
    const std::string_view found = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    if (!is_valid_utf8(found)) good_ = false;
    return good_ ? std::string(found) : std::string();
  }
  void skip_text() { bytes_.remove_prefix(std::min(count(), bytes_.size())); }
  void skip_texts() {
    for (std::size_t i = count(); i > 0 && good_; --i) skip_text();
  }
  void skip_numbers() {
    for (std::size_t i = count(); i > 0 && good_; --i) number(kNone - 1);
  }
  std::vector<std::uint32_t> numbers() {
    std::vector<std::uint32_t> all(count());
    for (std::uint32_t& one : all) one = static_cast<std::uint32_t>(number(kNone - 1));
    return all;
  }

 private:
  std::string_view bytes_;
  bool good_ = true;
};

StoredEntity read_entity(Reader& reader) {
  StoredEntity e{.name = reader.name(), .spelling = reader.text()};
  e.kind = static_cast<EntityKind>(reader.number(kEntityKindCount - 1));
  e.aliases.resize(reader.count());
  for (StoredEntity::Alias& alias : e.aliases) alias = {.name = reader.name(), .spelling = reader.text()};
  e.roles.resize(reader.count());
  for (std::string& role : e.roles) role = reader.text();
  e.member_of = reader.numbers();
  e.said = reader.numbers();
  e.about = reader.numbers();
  return e;
}

}  // namespace

std::string encode_entities(const std::vector<StoredEntity>& entities) {
  Writer writer;
  writer.number(entities.size());
  for (const StoredEntity& e : entities) {
    writer.number(static_cast<std::uint64_t>(e.name));
    writer.text(e.spelling);
    writer.number(static_cast<std::uint64_t>(e.kind));
    writer.number(e.aliases.size());
    for (const StoredEntity::Alias& alias : e.aliases) {
      writer.number(static_cast<std::uint64_t>(alias.name));
      writer.text(alias.spelling);
    }
    writer.number(e.roles.size());
    for (const std::string& role : e.roles) writer.text(role);
    writer.numbers(e.member_of);
    writer.numbers(e.said);
    writer.numbers(e.about);
  }
  return writer.take();
}

std::optional<std::vector<StoredEntity>> decode_entities(std::string_view bytes) {
  Reader reader(bytes);
  std::vector<StoredEntity> entities(reader.count());
  for (StoredEntity& e : entities) {
    e = read_entity(reader);
    if (!reader.is_good()) return std::nullopt;
  }
  for (const StoredEntity& e : entities) {
    for (const std::uint32_t other : e.member_of) {
      if (other >= entities.size()) return std::nullopt;
    }
  }
  if (!reader.is_done()) return std::nullopt;
  return entities;
}

std::vector<std::int64_t> decode_names(std::string_view bytes) {
  Reader reader(bytes);
  std::vector<std::int64_t> names;
  for (std::size_t i = reader.count(); i > 0 && reader.is_good(); --i) {
    const std::int64_t name = reader.name();
    if (name != 0) names.push_back(name);
    reader.skip_text();
    reader.number(kEntityKindCount - 1);
    for (std::size_t k = reader.count(); k > 0 && reader.is_good(); --k) {
      reader.name();
      reader.skip_text();
    }
    reader.skip_texts();
    for (int list = 0; list < 3; ++list) reader.skip_numbers();
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace hearsay
