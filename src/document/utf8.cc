#include "document/utf8.h"

#include <cassert>

namespace hearsay {
namespace {

constexpr std::size_t kBlockBytes = 64;

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Length of the well-formed sequence at the front of `s`, or 0.
std::size_t well_formed_length(std::string_view s) {
  const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; };
  const unsigned b0 = byte(0);
  const unsigned b1 = byte(1);
  const auto tail = [&](std::size_t i) { return is_continuation(static_cast<unsigned char>(byte(i))); };
  if (b0 < 0x80) return 1;
  if (b0 >= 0xC2 && b0 <= 0xDF) return tail(1) ? 2 : 0;
  if (b0 >= 0xE0 && b0 <= 0xEF) {
    const unsigned low = b0 == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = b0 == 0xED ? 0x9F : 0xBF;
    return b1 >= low && b1 <= high && tail(2) ? 3 : 0;
  }
  if (b0 >= 0xF0 && b0 <= 0xF4) {
    const unsigned low = b0 == 0xF0 ? 0x90 : 0x80;
    const unsigned high = b0 == 0xF4 ? 0x8F : 0xBF;
    return b1 >= low && b1 <= high && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = well_formed_length(text.substr(i, 4));
    if (length == 0) return i;
    i += length;
  }
  return text.size();
}

CodePoint decode_utf8(std::string_view text, std::size_t offset) {
  assert(offset < text.size());
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i]));
  };
  const char32_t b0 = byte(0);
  if (b0 < 0x80) return {b0, 1};
  if (b0 < 0xE0) return {((b0 & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (b0 < 0xF0) return {((b0 & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((b0 & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

std::size_t previous_code_point(std::string_view text, std::size_t offset) {
  assert(offset > 0);
  do {
    --offset;
  } while (offset > 0 && is_continuation(static_cast<unsigned char>(text[offset])));
  return offset;
}

void append_utf8(char32_t value, std::string& out) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  before_block_.reserve(text.size() / kBlockBytes + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kBlockBytes == 0) before_block_.push_back(count);
    count += !is_continuation(static_cast<unsigned char>(text[i]));
  }
  if (text.size() % kBlockBytes == 0) before_block_.push_back(count);
}

std::uint32_t CodePointIndex::at(std::uint32_t offset) const {
  assert(offset <= text_.size());
  const std::size_t block = offset / kBlockBytes;
  std::uint32_t count = before_block_[block];
  for (std::size_t i = block * kBlockBytes; i < offset; ++i) {
    count += !is_continuation(static_cast<unsigned char>(text_[i]));
  }
  return count;
}

}  // namespace hearsay
