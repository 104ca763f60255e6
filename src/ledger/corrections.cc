#include "ledger/corrections.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace hearsay {
namespace {

constexpr std::string_view kSplit = "\nsplit\n";

constexpr const char* kSelect =
    "SELECT number, kind, first, second, first_name, second_name, articles FROM corrections ";

// `related` is stored as its number and that of the relation's type together.
constexpr int kLastStoredKind = static_cast<int>(CorrectionKind::related) + kRelationTypeCount - 1;

std::int64_t stored_kind(const Correction& c) {
  const bool typed = c.kind == CorrectionKind::related && c.relation;
  return static_cast<std::int64_t>(c.kind) + (typed ? static_cast<std::int64_t>(*c.relation) : 0);
}

// The key as it is found in the ledger today: a short name may have found its bearer since.
std::string current_key(const std::string& key, Identities& identities) {
  if (key.find('\n') != key.npos) return key;
  const std::int64_t name = identities.find(key);
  if (name == 0) return key;
  const std::int64_t always = identities.resolve_everywhere(name);
  const NameRow* row = identities.row(always == 0 ? name : always);
  return row == nullptr ? key : row->key;
}

// Named ones come before others, longer ones before shorter ones.
bool leads(const std::string& a, const std::string& b) {
  const auto rank = [](const std::string& key) {
    return std::tuple(key.find('\n') != key.npos, -static_cast<std::ptrdiff_t>(key.size()),
                      std::string_view(key));
  };
  return rank(a) < rank(b);
}

std::string joined(const std::vector<std::string>& ids) {
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : "\n") + id;
  return all;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// What kSelect found.
Result<std::vector<Correction>> read_all(Query& query) {
  constexpr auto kRelated = static_cast<std::int64_t>(CorrectionKind::related);
  std::vector<Correction> all;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) {
    const std::int64_t kind = query.number(1);
    if (kind < 0 || kind > kLastStoredKind) continue;
    Correction& c = all.emplace_back();
    c.number = query.number(0);
    c.kind = static_cast<CorrectionKind>(std::min(kind, kRelated));
    if (kind >= kRelated) c.relation = static_cast<RelationType>(kind - kRelated);
    int column = 2;
    for (std::string* field : {&c.first, &c.second, &c.first_name, &c.second_name})
      *field = query.text(column++);
    c.articles = lines_of(query.text(6));
  }
  if (!row) return row.error();
  return all;
}

}  // namespace

const char* const kCorrectionTables = R"sql(
CREATE TABLE corrections (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL,
  first TEXT NOT NULL, second TEXT NOT NULL,
  first_name TEXT NOT NULL, second_name TEXT NOT NULL,
  articles TEXT NOT NULL
);
)sql";

Result<std::vector<Correction>> read_corrections(Database& database) {
  Query query(database, std::string(kSelect) + "ORDER BY number");
  return read_all(query);
}

Result<std::vector<Correction>> read_newest_corrections(Database& database, std::int64_t below, int limit) {
  Query query(database, std::string(kSelect) + "WHERE number < ? AND kind BETWEEN 0 AND ? " +
                            "ORDER BY number DESC LIMIT ?");
  query.bind(below).bind(std::int64_t{kLastStoredKind}).bind(std::int64_t{limit});
  return read_all(query);
}

Result<std::int64_t> write_correction(Database& database, const Correction& c) {
  Query query(database,
              "INSERT INTO corrections(number, kind, first, second, first_name, second_name, articles) "
              "VALUES (?, ?, ?, ?, ?, ?, ?)");
  const std::string articles = joined(c.articles);
  c.number == 0 ? query.bind_null() : query.bind(c.number);
  query.bind(stored_kind(c)).bind(c.first).bind(c.second);
  const auto done = query.bind(c.first_name).bind(c.second_name).bind(articles).run();
  if (!done) return done.error();
  return database.last_row();
}

Result<bool> delete_correction(Database& database, std::int64_t number) {
  Query query(database, "DELETE FROM corrections WHERE number = ? RETURNING 1");
  const Result<bool> row = query.bind(number).next();
  if (!row) return row.error();
  const bool found = *row;
  while (true) {  // a row that RETURNING gave is gone when the query has ended
    const Result<bool> more = query.next();
    if (!more) return more.error();
    if (!*more) return found;
  }
}

std::string split_key(const Correction& c) {
  return c.first + std::string(kSplit) + (c.articles.empty() ? "" : c.articles.front());
}

Corrected::Corrected(const std::vector<Correction>& corrections, Database& database, Identities& identities) {
  for (const Correction& c : corrections) {
    if (c.kind != CorrectionKind::merge) continue;
    merge(current_key(c.first, identities), current_key(c.second, identities));
  }
  Query article(database, "SELECT number FROM articles WHERE id = ? AND replaced_by IS NULL");
  for (const Correction& c : corrections) {
    const std::string first = current_key(c.first, identities);
    if (c.kind == CorrectionKind::side) sides_[key_of(first)] = current_key(c.second, identities);
    if (c.kind != CorrectionKind::split) continue;
    Part& part = parts_[split_key(c)];
    part.whole = first;
    for (const std::string& id : c.articles) {
      if (identities.step(article.bind(id))) part.articles.insert(article.number(0));
      article.reset();
    }
    gone_[key_of(first)].insert(part.articles.begin(), part.articles.end());
  }
}

void Corrected::merge(const std::string& a, const std::string& b) {
  std::string first = key_of(a);
  std::string second = key_of(b);
  if (first == second) return;
  if (leads(second, first)) std::swap(first, second);
  std::vector<std::string> all = members(first);
  for (const std::string& member : members(second)) all.push_back(member);
  std::sort(all.begin(), all.end());
  for (const std::string& member : all) leaders_[member] = first;
  members_.erase(second);
  members_[first] = std::move(all);
}

std::string Corrected::key_of(const std::string& key) const {
  const auto found = leaders_.find(key);
  return found == leaders_.end() ? key : found->second;
}

std::string Corrected::key_of(const std::string& key, std::int64_t article) const {
  const std::string leader = key_of(key);
  const std::set<std::int64_t>* gone = split_from(leader);
  if (gone == nullptr || !gone->contains(article)) return leader;
  for (const auto& [name, part] : parts_) {
    if (key_of(part.whole) == leader && part.articles.contains(article)) return key_of(name);
  }
  return leader;
}

std::vector<std::string> Corrected::members(const std::string& key) const {
  const auto found = members_.find(key_of(key));
  return found == members_.end() ? std::vector<std::string>{key} : found->second;
}

const std::set<std::int64_t>* Corrected::split_from(const std::string& key) const {
  const auto found = gone_.find(key_of(key));
  return found == gone_.end() ? nullptr : &found->second;
}

const Corrected::Part* Corrected::part(const std::string& key) const {
  const auto found = parts_.find(key);
  return found == parts_.end() ? nullptr : &found->second;
}

std::vector<std::string> Corrected::part_keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, part] : parts_) keys.push_back(key);
  return keys;
}

std::vector<std::string> Corrected::part_keys(const std::string& key) const {
  std::vector<std::string> keys;
  for (const auto& [name, part] : parts_) {
    if (key_of(part.whole) == key_of(key)) keys.push_back(key_of(name));
  }
  return keys;
}

std::string Corrected::side_of(const std::string& key) const {
  const auto found = sides_.find(key_of(key));
  return found == sides_.end() ? std::string() : key_of(found->second);
}

}  // namespace hearsay
