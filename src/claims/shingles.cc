#include "claims/shingles.h"

#include <algorithm>
#include <array>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {
namespace {

constexpr std::uint64_t kFnvBasis = 14695981039346656037u;
constexpr std::uint64_t kFnvPrime = 1099511628211u;
constexpr std::uint64_t kShingleBase = 0x9E3779B97F4A7C15u;

constexpr char32_t kApostrophe = 0x2019;
constexpr char32_t kOpening = 0x201C;
constexpr char32_t kClosing = 0x201D;

constexpr std::uint64_t add_byte(std::uint64_t hash, unsigned char byte) { return (hash ^ byte) * kFnvPrime; }

// What an ASCII letter or digit counts as; 0 for all others.
constexpr std::array<unsigned char, 128> kFolded = [] {
  std::array<unsigned char, 128> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = c;
  return table;
}();

bool is_word_class(CharClass c) {
  return is_letter(c) || c == CharClass::mark || c == CharClass::digit || c == CharClass::number;
}

class WordReader {
 public:
  explicit WordReader(std::vector<WordHash>& words) : words_(words) {}

  void read_ascii(unsigned char c) {
    if (kFolded[c] != 0) {
      extend(kFolded[c]);
    } else if (c != '\'') {
      end_word();
      if (c == '"') set_quoted(!quoted_);
    }
  }

  void read_other(char32_t c) {
    if (c == kApostrophe) return;
    if (!is_word_class(char_class(c))) {
      end_word();
      if (c == kOpening || c == kClosing) set_quoted(c == kOpening);
      return;
    }
    for (char32_t rest = to_lower(c); rest != 0; rest >>= 8) extend(static_cast<unsigned char>(rest));
  }

  void end_word() {
    if (in_word_) words_.push_back({.hash = hash_, .quote = quoted_ ? quotes_ : 0});
    in_word_ = false;
    hash_ = kFnvBasis;
  }

 private:
  void extend(unsigned char byte) {
    hash_ = add_byte(hash_, byte);
    in_word_ = true;
  }

  void set_quoted(bool quoted) {
    if (quoted && !quoted_) ++quotes_;
    quoted_ = quoted;
  }

  std::vector<WordHash>& words_;
  std::uint64_t hash_ = kFnvBasis;
  std::uint32_t quotes_ = 0;
  bool in_word_ = false;
  bool quoted_ = false;
};

// The finaliser of MurmurHash3: the smallest of many hashes must be any of them alike.
constexpr std::uint64_t finalise(std::uint64_t h) {
  h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDu;
  h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53u;
  return h ^ (h >> 33);
}

std::uint64_t hash_of(std::span<const WordHash> words) {
  std::uint64_t sum = 0;
  for (const WordHash& word : words) sum = sum * kShingleBase + word.hash;
  return finalise(sum);
}

}  // namespace

void read_words(std::string_view text, std::vector<WordHash>& words) {
  WordReader reader(words);
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < kFolded.size()) {
      reader.read_ascii(byte);
      ++i;
    } else {
      const CodePoint c = decode_utf8(text, i);
      reader.read_other(c.value);
      i += c.length;
    }
  }
  reader.end_word();
}

void read_shingles(std::span<const WordHash> words, std::vector<std::uint64_t>& shingles) {
  if (words.empty()) return;
  const std::size_t length = std::min(kShingleWords, words.size());
  for (std::size_t i = 0; i + length <= words.size(); ++i) {
    shingles.push_back(hash_of(words.subspan(i, length)));
  }
}

}  // namespace hearsay
