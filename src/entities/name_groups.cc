#include "entities/name_groups.h"

#include <algorithm>

#include "document/unicode.h"
#include "document/utf8.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

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

constexpr std::size_t kMostEdges = 4;  // words of a longer name's beginning or end

// The key of a surname for persons of one gender alone.
std::string with_gender(const std::string& key, Gender gender) {
  return key + (gender == Gender::male ? "\x01" : "\x02");
}

struct Groups {
  std::span<const NounEntry> nouns;
  NameGroupScratch& scratch;
  std::uint32_t count = 0;

  static std::uint32_t find(const NameGroupScratch::Index& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? kNone : found->second;
  }

  // A full name may follow a surname that stood alone: "Quist's plan: Mara Quist ...".
  std::uint32_t find_surname_before() const {
    const std::size_t last = scratch.words.size() - 1;
    const auto& persons = scratch.full[static_cast<std::size_t>(EntityKind::person)];
    const std::uint32_t group = find(persons, key_of(scratch.words[last]));
    return group != kNone && scratch.is_short[group] ? group : kNone;
  }

  std::uint32_t find_person(const std::string& key, Gender title) const {
    if (scratch.words.size() > 1) return find_surname_before();
    if (title == Gender::unknown) return find(scratch.persons_by_part, key);
    const std::uint32_t same = find(scratch.persons_by_part, with_gender(key, title));
    if (same != kNone) return same;
    const Gender other = title == Gender::male ? Gender::female : Gender::male;
    const std::uint32_t any = find(scratch.persons_by_part, key);
    return any == find(scratch.persons_by_part, with_gender(key, other)) ? kNone : any;
  }

  std::uint32_t find_group(EntityKind kind, const std::string& key, Gender title) const {
    const bool single = scratch.words.size() == 1;
    if (kind == EntityKind::person && single && title != Gender::unknown) {
      const std::uint32_t titled = find_person(key, title);
      if (titled != kNone) return titled;
    }
    const std::uint32_t same = find(scratch.full[static_cast<std::size_t>(kind)], key);
    if (same != kNone) return same;
    if (kind == EntityKind::person) return find_person(key, title);
    if (kind != EntityKind::organization) return kNone;
    const std::uint32_t spelt_out = single ? find(scratch.by_initials, key) : kNone;
    return spelt_out != kNone ? spelt_out : find(scratch.by_edge, key);
  }

  void index_edges(std::uint32_t group) {
    const std::vector<std::string>& words = scratch.words;
    const std::size_t most = std::min(words.size() - 1, kMostEdges);
    for (std::size_t length = 1; length <= most; ++length) {
      std::string begin;
      std::string end;
      for (std::size_t k = 0; k < length; ++k) {
        begin += (k > 0 ? " " : "") + words[k];
        end += (k > 0 ? " " : "") + words[words.size() - length + k];
      }
      scratch.by_edge[key_of(begin)] = group;
      scratch.by_edge[key_of(end)] = group;
    }
  }

  // Lets later, shorter names find the group.
  void index_name(EntityKind kind, const std::string& key, Gender title, std::uint32_t group) {
    scratch.full[static_cast<std::size_t>(kind)][key] = group;
    if (kind == EntityKind::person && scratch.words.size() == 1) {
      scratch.persons_by_part[key] = group;
      if (title != Gender::unknown) scratch.persons_by_part[with_gender(key, title)] = group;
    }
    if (scratch.words.size() < 2) return;
    scratch.is_short[group] = false;
    if (kind == EntityKind::person) {
      const std::size_t last = scratch.words.size() - 1;
      const bool suffix = last > 1 && is_suffix_of_persons(scratch.words[last]);
      const std::string surname = key_of(scratch.words[suffix ? last - 1 : last]);
      const Gender gender = gender_of_given_name(nouns, scratch.words.front());
      scratch.persons_by_part[surname] = group;
      if (gender != Gender::unknown) scratch.persons_by_part[with_gender(surname, gender)] = group;
      scratch.persons_by_part[key_of(scratch.words.front())] = group;
    } else if (kind == EntityKind::organization) {
      if (const std::string initials = initials_of(scratch.words); !initials.empty()) {
        scratch.by_initials[initials] = group;
      }
      index_edges(group);
    }
  }

  std::uint32_t add(const Document& doc, const Name& name, EntityKind kind, Gender title) {
    split_name(doc.at(name.span), scratch.words);
    const std::string key = key_of(join_name(scratch.words));
    std::uint32_t group = find_group(kind, key, title);
    if (group == kNone) {
      group = count++;
      scratch.is_short.push_back(true);
    }
    index_name(kind, key, title, group);
    return group;
  }
};

// "President" before "Quist".
bool is_office(std::span<const NounEntry> nouns, std::string_view before) {
  if (char_class(decode_utf8(before, 0).value) != CharClass::upper) return false;
  std::string lower;
  to_lower(before, lower);
  return find_noun(nouns, hash_bytes(lower) | 1).has(kRepresentsNoun);
}

// What the word before each name says of it.
void read_titles(std::span<const NounEntry> nouns, const Document& doc, std::span<const Name> names,
                 NameGroupScratch& scratch) {
  scratch.titles.assign(names.size(), Gender::unknown);
  scratch.office_before.assign(names.size(), kNone);
  scratch.titled.clear();
  std::size_t token = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Span span = names[i].span;
    while (token < doc.tokens.size() && doc.tokens[token].span.end <= span.begin) ++token;
    if (token == 0 || names[i].inner) continue;
    const std::string_view before = doc.at(doc.tokens[token - 1].span);
    scratch.titles[i] = gender_of_title(nouns, before);
    const bool office = is_office(nouns, before);
    if (office) scratch.office_before[i] = static_cast<std::uint32_t>(token - 1);
    if (scratch.titles[i] != Gender::unknown || office) {
      scratch.titled.insert(key_of(doc.at(span)));
    }
  }
}

}  // namespace

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

std::string join_name(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

void group_names(std::span<const NounEntry> nouns, const Document& doc, NameGroupScratch& scratch,
                 NameGroups& out) {
  for (NameGroupScratch::Index& index : scratch.full) index.clear();
  scratch.persons_by_part.clear();
  scratch.by_initials.clear();
  scratch.by_edge.clear();
  scratch.is_short.clear();
  read_titles(nouns, doc, out.names, scratch);
  out.group_of.assign(out.names.size(), kNone);
  Groups groups{nouns, scratch};
  for (std::size_t i = 0; i < out.names.size(); ++i) {
    Name& name = out.names[i];
    const bool titled = name.kind != EntityKind::person && scratch.titled.contains(key_of(doc.at(name.span)));
    if (titled) name.kind = EntityKind::person;
    if (!name.inner) out.group_of[i] = groups.add(doc, name, name.kind, scratch.titles[i]);
  }
  out.count = groups.count;
}

}  // namespace hearsay
