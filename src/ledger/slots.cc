#include "ledger/slots.h"

#include <cstdint>

#include "claims/statement_bytes.h"
#include "ledger/compression.h"

namespace hearsay {
namespace {

constexpr std::size_t kSizeBytes = 4;  // before each statement, little-endian

void append_size(std::size_t size, std::string& out) {
  for (std::size_t i = 0; i < kSizeBytes; ++i) out += static_cast<char>(size >> (8 * i) & 0xff);
}

std::size_t read_size(std::string_view bytes) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < kSizeBytes; ++i)
    size |= std::size_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return size;
}

}  // namespace

std::string encode_slots(std::span<const Statement> statements) {
  std::string bytes;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    std::string one;
    if (i == 0) {
      one = encode_statement(statements[i]);
    } else {
      Statement bare = statements[i];
      bare.story.clear();
      one = encode_statement(bare);
    }
    append_size(one.size(), bytes);
    bytes += one;
  }
  return compress(bytes);
}

std::optional<std::vector<Statement>> decode_slots(std::string_view bytes) {
  const std::optional<PackedSlots> slots = PackedSlots::open(bytes);
  if (!slots) return std::nullopt;
  std::vector<Statement> statements;
  for (std::size_t i = 0; i < slots->size(); ++i) {
    std::optional<Statement> statement = slots->read(i);
    if (!statement) return std::nullopt;
    statements.push_back(*std::move(statement));
  }
  return statements;
}

std::optional<PackedSlots> PackedSlots::open(std::string_view bytes) {
  PackedSlots slots;
  if (bytes.empty()) return slots;
  std::optional<std::string> plain = decompress(bytes);
  if (!plain) return std::nullopt;
  slots.plain_ = *std::move(plain);
  for (std::size_t begin = 0; begin < slots.plain_.size();) {
    const std::string_view rest = std::string_view(slots.plain_).substr(begin);
    if (rest.size() < kSizeBytes) return std::nullopt;
    const std::size_t size = read_size(rest);
    if (size > rest.size() - kSizeBytes) return std::nullopt;
    slots.places_.push_back({.begin = begin + kSizeBytes, .size = size});
    begin += kSizeBytes + size;
  }
  if (slots.places_.empty()) return slots;
  std::optional<Statement> first = slots.read(0);
  if (!first) return std::nullopt;
  slots.story_ = std::move(first->story);
  return slots;
}

std::optional<Statement> PackedSlots::read(std::size_t number) const {
  const Place& place = places_[number];
  std::optional<Statement> statement =
      decode_statement(std::string_view(plain_).substr(place.begin, place.size));
  if (statement && !story_.empty()) statement->story = story_;
  return statement;
}

}  // namespace hearsay
