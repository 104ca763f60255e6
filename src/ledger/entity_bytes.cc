#include "ledger/entity_bytes.h"

#include <algorithm>
#include <limits>

#include "document/packed_bytes.h"

namespace hearsay {
namespace {

constexpr std::uint64_t kLargestName = std::numeric_limits<std::int64_t>::max() >> 1;

void write_numbers(const std::vector<std::uint32_t>& all, PackedWriter& out) {
  out.number(all.size());
  for (const std::uint32_t one : all) out.number(one);
}

std::vector<std::uint32_t> read_numbers(PackedReader& in) {
  std::vector<std::uint32_t> all(in.count());
  for (std::uint32_t& one : all) one = static_cast<std::uint32_t>(in.number(kNone - 1));
  return all;
}

std::int64_t read_name(PackedReader& in) { return static_cast<std::int64_t>(in.number(kLargestName)); }

StoredEntity read_entity(PackedReader& reader) {
  StoredEntity e{.name = read_name(reader), .spelling = reader.text()};
  e.kind = static_cast<EntityKind>(reader.number(kEntityKindCount - 1));
  e.aliases.resize(reader.count());
  for (StoredEntity::Alias& alias : e.aliases) alias = {.name = read_name(reader), .spelling = reader.text()};
  e.roles.resize(reader.count());
  for (std::string& role : e.roles) role = reader.text();
  e.member_of = read_numbers(reader);
  e.said = read_numbers(reader);
  e.about = read_numbers(reader);
  return e;
}

}  // namespace

std::string encode_entities(const std::vector<StoredEntity>& entities) {
  PackedWriter writer;
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
    write_numbers(e.member_of, writer);
    write_numbers(e.said, writer);
    write_numbers(e.about, writer);
  }
  return writer.take();
}

std::optional<std::vector<StoredEntity>> decode_entities(std::string_view bytes) {
  PackedReader reader(bytes);
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
  PackedReader reader(bytes);
  std::vector<std::int64_t> names;
  for (std::size_t i = reader.count(); i > 0 && reader.is_good(); --i) {
    const std::int64_t name = read_name(reader);
    if (name != 0) names.push_back(name);
    reader.skip_text();
    reader.number(kEntityKindCount - 1);
    for (std::size_t k = reader.count(); k > 0 && reader.is_good(); --k) {
      read_name(reader);
      reader.skip_text();
    }
    for (std::size_t k = reader.count(); k > 0 && reader.is_good(); --k) reader.skip_text();
    for (int list = 0; list < 3; ++list) {
      for (std::size_t k = reader.count(); k > 0 && reader.is_good(); --k) reader.number(kNone - 1);
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace hearsay
