#include "entities/entities.h"

#include <algorithm>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {
namespace {

// The words of a name as they stand in the text, whatever lies between them.
void split_name(std::string_view name, std::vector<std::string>& words) {
  words.clear();
  bool in_word = false;
  for (std::size_t i = 0; i < name.size();) {
    const CodePoint c = decode_utf8(name, i);
    const bool space = is_space(c.value);
    if (!space) {
      if (!in_word) words.emplace_back();
      words.back().append(name.substr(i, c.length));
    }
    in_word = !space;
    i += c.length;
  }
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// In lower case and without full stops, so that "U.N." is "UN".
std::string key_of(std::string_view name) {
  std::string lower;
  to_lower(name, lower);
  std::erase(lower, '.');
  return lower;
}

bool is_suffix_of_persons(std::string_view word) {
  return word == "Jr." || word == "Jr" || word == "Sr." || word == "Sr" || word == "II" || word == "III";
}

// The initials of the capitalised words, in lower case; empty for fewer than two.
std::string initials_of(const std::vector<std::string>& words) {
  std::string out;
  int count = 0;
  for (const std::string& word : words) {
    const char32_t first = decode_utf8(word, 0).value;
    if (char_class(first) != CharClass::upper) continue;
    append_utf8(to_lower(first), out);
    ++count;
  }
  return count < 2 ? std::string() : out;
}

struct Clusters {
  Document& doc;
  EntityScratch& scratch;

  std::uint32_t find(const EntityScratch::Index& index, const std::string& key) const {
    const auto found = index.find(key);
    return found == index.end() ? kNone : found->second;
  }

  std::uint32_t find_entity(EntityKind kind, const std::string& key) const {
    const std::uint32_t same = find(scratch.full[static_cast<std::size_t>(kind)], key);
    if (same != kNone || scratch.words.size() > 1) return same;
    if (kind == EntityKind::person) return find(scratch.persons_by_part, key);
    if (kind == EntityKind::organization) return find(scratch.by_initials, key);
    return kNone;
  }

  // Lets later, shorter names find the entity.
  void index_name(EntityKind kind, const std::string& key, std::uint32_t entity) {
    scratch.full[static_cast<std::size_t>(kind)][key] = entity;
    if (scratch.words.size() < 2) return;
    if (kind == EntityKind::person) {
      const std::size_t last = scratch.words.size() - 1;
      const bool suffix = last > 1 && is_suffix_of_persons(scratch.words[last]);
      scratch.persons_by_part[key_of(scratch.words[suffix ? last - 1 : last])] = entity;
      scratch.persons_by_part[key_of(scratch.words.front())] = entity;
    } else if (kind == EntityKind::organization) {
      if (const std::string initials = initials_of(scratch.words); !initials.empty()) {
        scratch.by_initials[initials] = entity;
      }
    }
  }

  void add_alias(Entity& entity, std::string name) {
    if (name == entity.name || std::ranges::count(entity.aliases, name) > 0) return;
    if (scratch.words.size() > 1 && std::ranges::count(entity.name, ' ') == 0) std::swap(name, entity.name);
    entity.aliases.push_back(std::move(name));
  }

  void add(const Name& name) {
    split_name(doc.at(name.span), scratch.words);
    std::string full = join(scratch.words);
    const std::string key = key_of(full);
    std::uint32_t entity = find_entity(name.kind, key);
    if (entity == kNone) {
      entity = static_cast<std::uint32_t>(doc.entities.size());
      doc.entities.push_back({.name = std::move(full), .aliases = {}, .kind = name.kind});
    } else {
      add_alias(doc.entities[entity], std::move(full));
    }
    index_name(name.kind, key, entity);
    doc.mentions.push_back({.span = name.span, .entity = entity, .form = MentionForm::name});
  }
};

}  // namespace

void find_entities(Document& doc, EntityScratch& scratch) {
  for (EntityScratch::Index& index : scratch.full) index.clear();
  scratch.persons_by_part.clear();
  scratch.by_initials.clear();
  Clusters clusters{doc, scratch};
  for (const Name& name : doc.names) {
    if (!name.inner) clusters.add(name);
  }
}

}  // namespace hearsay
