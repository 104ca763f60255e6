#include "tokenizer/lexicon.h"

#include "document/unicode.h"
#include "document/utf8.h"
#include "model/feature_hash.h"

namespace hearsay {

std::string_view to_string(WordList list) {
  static constexpr std::array<std::string_view, kWordListCount> kNames = {
      "abbreviations", "before-number", "titles",    "starters",    "clitics", "contractions", "elisions",
      "prefixes",      "units",         "dollars",   "endings",     "schemes", "emoticons",    "closing",
      "last",          "joined",        "reporting", "after-comma", "times"};
  return kNames[static_cast<std::size_t>(list)];
}

Result<Lexicon> Lexicon::load(const ModelFile& file) {
  Lexicon lexicon;
  for (int i = 0; i < kWordListCount; ++i) {
    const auto list = static_cast<WordList>(i);
    const auto entries = file.strings(to_string(list));
    if (!entries) return entries.error();
    for (const std::string& entry : *entries) {
      if (!lexicon.add(list, entry)) {
        return file.corrupt("section " + std::string(to_string(list)) + ": bad entry '" + entry + "'");
      }
    }
  }
  return lexicon;
}

bool Lexicon::add(WordList list, std::string_view entry) {
  if (entry.empty()) return false;
  std::string word;
  Entry parts;
  std::size_t cut_count = 0;
  for (const char c : entry) {
    if (c != '+' || list != WordList::contractions) {
      word.push_back(c);
    } else if (cut_count == parts.cuts.size()) {
      return false;
    } else {
      parts.cuts[cut_count++] = static_cast<std::uint8_t>(word.size());
    }
  }
  if (word.empty() || word.size() > kMaxEntryBytes) return false;
  Entry& known = entries_[hash_bytes(word)];
  known.lists |= 1u << static_cast<int>(list);
  if (list == WordList::contractions) known.cuts = parts.cuts;
  if (list == WordList::emoticons) emoticon_begins_[static_cast<unsigned char>(word[0])] = true;
  return true;
}

std::uint32_t Lexicon::lists_of(std::string_view folded) const {
  const auto found = entries_.find(hash_bytes(folded));
  return found == entries_.end() ? 0 : found->second.lists;
}

std::array<std::uint8_t, 2> Lexicon::contraction_cuts(std::string_view folded) const {
  const auto found = entries_.find(hash_bytes(folded));
  return found == entries_.end() ? std::array<std::uint8_t, 2>{} : found->second.cuts;
}

FoldedWord::FoldedWord(std::string_view form) {
  if (form.size() > bytes_.size()) return;
  for (std::size_t i = 0; i < form.size();) {
    const CodePoint c = decode_utf8(form, i);
    i += c.length;
    if (c.value < 128) {
      bytes_[size_++] = c.value == '`' ? '\'' : static_cast<char>(to_lower(c.value));
    } else if (c.value == U'\u2019' || c.value == U'\u00B4') {
      bytes_[size_++] = '\'';
    } else {
      // Lower case may be longer than the upper case was, by a byte at most.
      std::string lower;
      append_utf8(to_lower(c.value), lower);
      if (size_ + lower.size() > bytes_.size()) {
        size_ = 0;
        return;
      }
      lower.copy(bytes_.data() + size_, lower.size());
      size_ += lower.size();
    }
  }
}

}  // namespace hearsay
