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
  std::vector<Statement> statements;
  if (bytes.empty()) return statements;
  const std::optional<std::string> plain = decompress(bytes);
  if (!plain) return std::nullopt;
  for (std::string_view rest = *plain; !rest.empty();) {
    if (rest.size() < kSizeBytes) return std::nullopt;
    const std::size_t size = read_size(rest);
    rest.remove_prefix(kSizeBytes);
    if (size > rest.size()) return std::nullopt;
    std::optional<Statement> statement = decode_statement(rest.substr(0, size));
    if (!statement) return std::nullopt;
    rest.remove_prefix(size);
    if (!statements.empty()) statement->story = statements.front().story;
    statements.push_back(*std::move(statement));
  }
  return statements;
}

}  // namespace hearsay
