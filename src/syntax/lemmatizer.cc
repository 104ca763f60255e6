#include "syntax/lemmatizer.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <optional>

#include "document/unicode.h"
#include "document/utf8.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

constexpr std::uint64_t kWholeWord = 0x77686F6C65;
// The table is stored with at most this share of its slots in use, in percent, so
// that a look-up always ends at a free one.
constexpr std::size_t kMaxLoad = 60;

std::optional<LemmaEdit> parse_edit(std::string_view text) {
  const std::size_t bar = text.find('|');
  if (bar == std::string_view::npos || (text[0] != 'l' && text[0] != 'k')) return std::nullopt;
  LemmaEdit edit{.lower = text[0] == 'l', .append = std::string(text.substr(bar + 1))};
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + bar, edit.strip);
  if (error != std::errc() || end != text.data() + bar || !is_valid_utf8(edit.append)) return std::nullopt;
  return edit;
}

// The edit under `key`, or null.
const LemmaEdit* find_edit(const LemmaModel& model, std::uint64_t key) {
  const std::size_t mask = model.slots.size() - 1;
  for (std::size_t at = row_of(key, model.bits);; at = (at + 1) & mask) {
    const LemmaModel::Slot slot = model.slots[at];
    if (slot.edit == 0) return nullptr;
    if (slot.check == static_cast<std::uint32_t>(key)) return &model.edits[slot.edit - 1];
  }
}

}  // namespace

std::string to_text(const LemmaEdit& edit) {
  std::string text(1, edit.lower ? 'l' : 'k');
  text += std::to_string(edit.strip);
  text += '|';
  return text + edit.append;
}

bool apply_edit(const LemmaEdit& edit, std::string_view form, std::string& out) {
  if (edit.lower) {
    to_lower(form, out);
  } else {
    out = form;
  }
  if (edit.strip > out.size()) return false;
  const std::size_t keep = out.size() - edit.strip;
  if (keep < out.size() && (static_cast<unsigned char>(out[keep]) & 0xC0) == 0x80) return false;
  out.resize(keep);
  out += edit.append;
  return !out.empty();
}

LemmaKeys lemma_keys(std::string_view form, std::uint64_t tag_class, std::string& buffer) {
  to_lower(form, buffer);
  const std::string_view lower = buffer;
  LemmaKeys out;
  std::uint64_t key = feature(100, tag_class);
  out.keys[0] = key;
  out.count = 1;
  std::size_t at = lower.size();
  while (at > 0 && out.count <= kMaxSuffix) {
    at = previous_code_point(lower, at);
    key = mix(key, decode_utf8(lower, at).value);
    out.keys[static_cast<std::size_t>(out.count++)] = key;
  }
  // Case tells names from what they are made of, so the whole word is as it stands.
  out.keys[static_cast<std::size_t>(out.count++)] = feature(101, tag_class, hash_bytes(form), kWholeWord);
  return out;
}

std::uint64_t lemma_class(Upos upos, std::string_view xpos) { return feature(102, upos, hash_bytes(xpos)); }

Result<LemmaModel> load_lemmatizer(const std::filesystem::path& path) {
  Result<ModelFile> file = ModelFile::open(path, "lemmatizer", kLemmatizerVersion);
  if (!file) return file.error();
  return load_lemmatizer(*std::move(file));
}

Result<LemmaModel> load_lemmatizer(ModelFile file) {
  const auto slots = file.array<LemmaModel::Slot>("slots");
  if (!slots) return slots.error();
  const auto texts = file.strings("edits");
  if (!texts) return texts.error();
  if (slots->size() < 2 || !std::has_single_bit(slots->size())) {
    return file.corrupt("section slots: expected 2^n slots, found " + std::to_string(slots->size()));
  }
  LemmaModel model{.slots = *slots, .bits = std::countr_zero(slots->size())};
  for (const std::string& text : *texts) {
    const std::optional<LemmaEdit> edit = parse_edit(text);
    if (!edit) return file.corrupt("section edits: '" + text + "' is no edit");
    model.edits.push_back(*edit);
  }
  std::size_t used = 0;
  for (const LemmaModel::Slot slot : *slots) {
    if (slot.edit > model.edits.size()) return file.corrupt("section slots: edit out of range");
    used += slot.edit != 0;
  }
  if (100 * used > kMaxLoad * slots->size()) return file.corrupt("section slots: too few free slots");
  model.file = std::move(file);  // mapped arrays stay where they are
  return model;
}

void store_lemmas(ModelWriter& writer, const std::vector<LemmaEntry>& entries,
                  const std::vector<LemmaEdit>& edits) {
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(2, entries.size() * 100 / kMaxLoad + 1));
  std::vector<LemmaModel::Slot> slots(size);
  for (const LemmaEntry& entry : entries) {
    std::size_t at = row_of(entry.key, std::countr_zero(size));
    const auto check = static_cast<std::uint32_t>(entry.key);
    while (slots[at].edit != 0 && slots[at].check != check) at = (at + 1) & (size - 1);
    if (slots[at].edit == 0) slots[at] = {check, static_cast<std::uint16_t>(entry.edit + 1), 0};
  }
  std::vector<std::string> texts;
  for (const LemmaEdit& edit : edits) texts.push_back(to_text(edit));
  writer.add<LemmaModel::Slot>("slots", slots);
  writer.add_strings("edits", texts);
}

void lemmatize(const LemmaModel& model, std::string_view form, std::uint64_t tag_class, std::string& buffer,
               std::string& out) {
  const LemmaKeys keys = lemma_keys(form, tag_class, buffer);
  for (int i = keys.count; i-- > 0;) {
    const LemmaEdit* edit = find_edit(model, keys.keys[static_cast<std::size_t>(i)]);
    if (edit != nullptr && apply_edit(*edit, form, out)) return;
  }
  to_lower(form, out);
}

}  // namespace hearsay
