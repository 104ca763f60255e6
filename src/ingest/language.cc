#include "ingest/language.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <utility>

#include "document/unicode.h"
#include "document/utf8.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

// Weights are in tenths of a bit.
constexpr std::int64_t kBit = 10;

// What a verdict needs: so many trigrams, and so much more for the best language than for
// others. Found on paragraphs of 40 languages (docs/language.md).
constexpr std::int64_t kFewestTrigrams = 60;
constexpr std::size_t kFewestRows = 35;         // of different trigrams: what repeats itself is no language
constexpr std::int64_t kLeastLead = 20 * kBit;  // in all
constexpr std::int64_t kLeastLeadOverOwn = 4;   // a trigram, in tenths of a bit
constexpr std::int64_t kFewestLetters = 20;     // of a script that only one language has

// Scripts whose texts are of one language, more or less.
struct ScriptRange {
  char32_t first, last;
  std::string_view language;
};
constexpr ScriptRange kScripts[] = {
    {0x0370, 0x03FF, "el"}, {0x0530, 0x058F, "hy"},  {0x0590, 0x05FF, "he"}, {0x0980, 0x09FF, "bn"},
    {0x0A00, 0x0A7F, "pa"}, {0x0A80, 0x0AFF, "gu"},  {0x0B00, 0x0B7F, "or"}, {0x0B80, 0x0BFF, "ta"},
    {0x0C00, 0x0C7F, "te"}, {0x0C80, 0x0CFF, "kn"},  {0x0D00, 0x0D7F, "ml"}, {0x0D80, 0x0DFF, "si"},
    {0x0E00, 0x0E7F, "th"}, {0x0E80, 0x0EFF, "lo"},  {0x0F00, 0x0FFF, "bo"}, {0x1000, 0x109F, "my"},
    {0x10A0, 0x10FF, "ka"}, {0x1100, 0x11FF, "ko"},  {0x1200, 0x137F, "am"}, {0x1780, 0x17FF, "km"},
    {0x1F00, 0x1FFF, "el"}, {0x3040, 0x30FF, "ja"},  {0x3400, 0x4DBF, "zh"}, {0x4E00, 0x9FFF, "zh"},
    {0xAC00, 0xD7AF, "ko"}, {0x20000, 0x2FFFF, "zh"}};
constexpr std::size_t kScriptCount = std::size(kScripts);

// What a sample holds.
struct Evidence {
  std::array<std::int64_t, kLanguageColumns> sums{};
  std::int64_t trigrams = 0;
  std::bitset<std::size_t{1} << kLanguageRowBits> rows;  // which rows they have
  std::int64_t letters = 0;                              // of scripts that many languages share
  std::array<std::int64_t, kScriptCount> of_script{};
};

// One letter for those that the counts do not tell apart.
char32_t fold(char32_t c) {
  if (c == 0x0219) return 0x015F;  // Romanian: comma below, cedilla
  if (c == 0x021B) return 0x0163;
  if (c == 0x06CC) return 0x064A;                 // Persian and Arabic yeh
  if (c >= 0x1EA0 && c <= 0x1EFF) return 0x1EC3;  // Vietnamese
  return c;
}

class Reader {
 public:
  Reader(const LanguageModel& model, Evidence& evidence) : model_(model), evidence_(evidence) {}

  void read(std::string_view piece) {
    add(U' ');
    for (std::size_t i = 0; i < piece.size();) {
      const CodePoint c = decode_utf8(piece, i);
      i += c.length;
      if (c.value < 0x80) {
        const bool upper = c.value >= 'A' && c.value <= 'Z';
        const bool letter = upper || (c.value >= 'a' && c.value <= 'z');
        add(letter ? c.value | 0x20 : U' ');
        evidence_.letters += letter ? 1 : 0;
      } else {
        read_other(c.value);
      }
    }
    add(U' ');
  }

 private:
  void read_other(char32_t c) {
    if (c >= 0x0370) {
      for (std::size_t s = 0; s < kScriptCount; ++s) {
        if (c < kScripts[s].first || c > kScripts[s].last) continue;
        ++evidence_.of_script[s];
        return add(U' ');
      }
    }
    const CharClass kind = char_class(c);
    const bool letter = is_letter(kind) || kind == CharClass::mark;
    evidence_.letters += is_letter(kind) ? 1 : 0;
    add(letter ? fold(to_lower(c)) : U' ');
  }

  void add(char32_t c) {
    if (c == U' ' && last_ == U' ') return;
    // No trigram reaches from one word into the next.
    if (before_ != 0 && last_ != U' ') {
      const std::uint64_t hash = mix(mix(mix(1, before_), last_), c);
      const std::size_t at = row_of(hash, kLanguageRowBits);
      const std::int8_t* row = model_.weights.data() + at * kLanguageColumns;
      evidence_.rows.set(at);
      for (std::size_t k = 0; k < kLanguageColumns; ++k) evidence_.sums[k] += row[k];
      ++evidence_.trigrams;
    }
    before_ = last_;
    last_ = c;
  }

  const LanguageModel& model_;
  Evidence& evidence_;
  char32_t before_ = 0;
  char32_t last_ = U' ';
};

// The offset, or the beginning of the code point that it lies in.
std::size_t at_code_point(std::string_view text, std::size_t offset) {
  while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80) --offset;
  return offset;
}

Evidence read_sample(const LanguageModel& model, std::string_view text) {
  constexpr std::size_t kPieces = 8;
  constexpr std::size_t kPiece = kLanguageSample / kPieces;
  Evidence evidence;
  Reader reader(model, evidence);
  if (text.size() <= kLanguageSample) {
    reader.read(text);
    return evidence;
  }
  for (std::size_t i = 0; i < kPieces; ++i) {
    const std::size_t begin = at_code_point(text, (text.size() - kPiece) / (kPieces - 1) * i);
    const std::size_t end = at_code_point(text, begin + kPiece);
    reader.read(text.substr(begin, end - begin));
  }
  return evidence;
}

// The language of most letters, if its script is its own; Japanese also where Han is the most.
std::string_view script_language(const Evidence& evidence) {
  std::int64_t all = evidence.letters;
  for (const std::int64_t count : evidence.of_script) all += count;
  const auto count_of = [&](std::string_view language) {
    std::int64_t count = 0;
    for (std::size_t s = 0; s < kScriptCount; ++s) {
      if (kScripts[s].language == language) count += evidence.of_script[s];
    }
    return count;
  };
  std::string_view best;
  std::int64_t most = kFewestLetters - 1;
  for (const ScriptRange& script : kScripts) {
    if (const std::int64_t count = count_of(script.language); count > most) {
      best = script.language;
      most = count;
    }
  }
  if (best == "zh" || best == "ja") {
    const std::int64_t kana = count_of("ja");
    const std::int64_t both = kana + count_of("zh");
    // One Chinese or Japanese character is about two letters.
    if (2 * both * 2 <= all + both) return "";
    return kana * 10 >= both ? "ja" : "zh";
  }
  return 2 * most > all ? best : "";
}

// The language of a tag, "en" of "en-GB"; "" where there is none.
std::string primary_language(std::string_view tag) {
  std::string language(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : language) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const bool is_code = (language.size() == 2 || language.size() == 3) &&
                       std::ranges::all_of(language, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_code || language == "und" || language == "mul" || language == "zxx" || language == "mis") return "";
  if (language == "no" || language == "nn") return "nb";
  return language == "eng" ? "en" : language;
}

}  // namespace

Result<LanguageModel> load_languages(const std::filesystem::path& path) {
  auto file = ModelFile::open(path, "languages", kLanguagesVersion);
  if (!file) return file.error();
  const auto reads = file->array<char>("reads");
  if (!reads) return reads.error();
  const auto names = file->array<char>("names");
  if (!names) return names.error();
  const auto weights = file->array<std::int8_t>("weights");
  if (!weights) return weights.error();
  if (weights->size() != (std::size_t{1} << kLanguageRowBits) * kLanguageColumns)
    return file->corrupt("section weights: wrong size");
  LanguageModel model{.file = {}, .reads = {reads->begin(), reads->end()}, .names = {}, .weights = *weights};
  for (std::string_view rest(names->data(), names->size()); !rest.empty();) {
    const std::size_t end = rest.find('\n');
    if (end == rest.npos || !names_language(rest.substr(0, end)))
      return file->corrupt("section names: expected a language on each line");
    model.names.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  const auto own = std::ranges::find(model.names, model.reads);
  if (own == model.names.end()) return file->corrupt("section reads: not among the names");
  model.own_column = static_cast<std::size_t>(own - model.names.begin());
  model.file = *std::move(file);
  return model;
}

std::string detect_language(const LanguageModel& model, std::string_view text) {
  const Evidence evidence = read_sample(model, text);
  if (const std::string_view language = script_language(evidence); !language.empty())
    return std::string(language);
  if (evidence.trigrams < kFewestTrigrams || evidence.rows.count() < kFewestRows) return "";
  std::size_t best = 0;
  for (std::size_t k = 1; k < model.names.size(); ++k) {
    if (evidence.sums[k] > evidence.sums[best]) best = k;
  }
  const std::int64_t own = evidence.sums[model.own_column];
  if (best != model.own_column) {
    const std::int64_t lead = evidence.sums[best] - own;
    return lead >= kLeastLead && lead >= kLeastLeadOverOwn * evidence.trigrams ? model.names[best] : "";
  }
  for (std::size_t k = 0; k < model.names.size(); ++k) {
    if (k != best && evidence.sums[k] > own - kLeastLead) return "";
  }
  return model.names[best];
}

bool names_language(std::string_view tag) { return !primary_language(tag).empty(); }

bool is_same_language(std::string_view a, std::string_view b) {
  const std::string first = primary_language(a);
  return !first.empty() && first == primary_language(b);
}

}  // namespace hearsay
