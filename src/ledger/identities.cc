#include "ledger/identities.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "ledger/article_number.h"
#include "ledger/entity_writer.h"
#include "ledger/name_key.h"

namespace hearsay {
namespace {

// Names that look like a short one; where there are more, looks say nothing.
constexpr std::size_t kMostSimilar = 200;
constexpr std::size_t kMostSimilarWeighed = 8;

// Bearers weighed for one article: where more are called so, those nearest in time.
constexpr std::size_t kMostCalled = 8;
constexpr std::int64_t kNearestCalled = 4;

// Articles of a bearer that are compared with one that uses his short name, on either side.
constexpr std::int64_t kNearestUses = 2;

// Short names that are used alone more often are not decided article by article.
constexpr std::int64_t kMostOpenUses = 100;

constexpr std::size_t kMostRows = 500'000;
constexpr std::size_t kMostArticles = 5'000;

std::int64_t number_of(NameFact fact) { return static_cast<std::int64_t>(fact); }

// The same bearer by another of his names.
void add_evidence(const Evidence& other, Evidence& evidence) {
  evidence.called_so |= other.called_so;
  evidence.named_here |= other.named_here;
  evidence.same_role |= other.same_role;
  evidence.shared = std::max(evidence.shared, other.shared);
  if (other.days) evidence.days = std::min(evidence.days.value_or(*other.days), *other.days);
}

}  // namespace

Identities::Identities(Database& d)
    : row_(d,
           "SELECT key, spelling, uses, called, said, about, persons, organizations, places, events, groups "
           "FROM names WHERE number = ?"),
      find_(d, "SELECT number FROM names WHERE hash = ? AND key = ?"),
      related_(d, "SELECT value, count FROM name_facts WHERE name = ? AND fact = ?"),
      role_(d, "SELECT 1 FROM name_facts WHERE name = ? AND fact = 1 AND value = ?"),
      word_(d, "SELECT name FROM name_words WHERE word = ? LIMIT ?"),
      entities_(d, "SELECT entities FROM article_entities WHERE article = ?"),
      uses_(d,
            "SELECT article, entity FROM name_uses WHERE name = ? AND bearer = 0 "
            "ORDER BY article DESC, entity DESC LIMIT ?"),
      before_(d,
              "SELECT article FROM name_uses WHERE name = ? AND article < ? AND bearer = 0 "
              "ORDER BY article DESC, entity DESC LIMIT ?"),
      after_(d,
             "SELECT article FROM name_uses WHERE name = ? AND article > ? AND bearer = 0 "
             "ORDER BY article, entity LIMIT ?"),
      before_called_(d,
                     "SELECT bearer FROM name_uses WHERE name = ? AND article <= ? AND bearer > 0 "
                     "ORDER BY article DESC, entity DESC LIMIT ?"),
      after_called_(d,
                    "SELECT bearer FROM name_uses WHERE name = ? AND article > ? AND bearer > 0 "
                    "ORDER BY article, entity LIMIT ?") {}

void Identities::fail(const Error& error) {
  if (state_) state_ = error;
}

bool Identities::step(Query& query) {
  const Result<bool> row = query.next();
  if (!row) fail(row.error());
  if (row && *row) return true;
  query.reset();
  return false;
}

const NameRow* Identities::row(std::int64_t name) {
  if (const auto known = rows_.find(name); known != rows_.end()) return &known->second;
  if (rows_.size() > kMostRows) rows_.clear();
  if (!step(row_.bind(name))) return nullptr;
  NameRow row{.key = std::string(row_.text(0)), .spelling = std::string(row_.text(1))};
  int column = 2;
  for (std::int64_t* count : {&row.uses, &row.called, &row.said, &row.about}) *count = row_.number(column++);
  for (std::int64_t& kind : row.kinds) kind = row_.number(column++);
  row_.reset();
  return &rows_.emplace(name, std::move(row)).first->second;
}

std::int64_t Identities::find(std::string_view key) {
  if (!step(find_.bind(key_hash(key)).bind(key))) return 0;
  const std::int64_t name = find_.number(0);
  find_.reset();
  return name;
}

std::vector<Bearer> Identities::related(std::int64_t name, std::int64_t fact) {
  std::vector<Bearer> found;
  related_.bind(name).bind(fact);
  while (step(related_)) found.push_back({.name = related_.number(0), .count = related_.number(1)});
  return found;
}

const std::vector<StoredEntity>& Identities::entities(std::int64_t article) {
  if (const auto known = articles_.find(article); known != articles_.end()) return known->second;
  if (articles_.size() > kMostArticles) articles_.clear();
  std::vector<StoredEntity>& kept = articles_[article];
  if (!step(entities_.bind(article))) return kept;
  std::optional<std::vector<StoredEntity>> read = decode_entities(entities_.text(0));
  entities_.reset();
  if (read)
    kept = *std::move(read);
  else
    fail({ErrorCode::invalid_input, "the entities of an article are damaged"});
  return kept;
}

const std::vector<std::int64_t>& Identities::names_in(std::int64_t article) {
  if (const auto known = names_in_.find(article); known != names_in_.end()) return known->second;
  if (names_in_.size() > kMostRows) names_in_.clear();
  std::vector<std::int64_t>& kept = names_in_[article];
  if (step(entities_.bind(article))) kept = decode_names(entities_.text(0));
  entities_.reset();
  return kept;
}

std::vector<EntityUse> Identities::uses(std::int64_t name, std::int64_t limit) {
  std::vector<EntityUse> found;
  uses_.bind(name).bind(limit);
  while (static_cast<std::int64_t>(found.size()) < limit && step(uses_))
    found.push_back({.article = uses_.number(0), .entity = static_cast<std::uint32_t>(uses_.number(1))});
  uses_.reset();
  return found;
}

// Longer names whose short form is this one, though no article says so.
void Identities::add_similar(std::int64_t name, const NameRow& row, std::vector<Bearer>& found) {
  const EntityKind kind = most_frequent(row.kinds);
  if (kind != EntityKind::person && kind != EntityKind::organization) return;
  const std::vector<std::string_view> words = words_of_key(row.key);
  std::vector<std::string> wanted = {std::string(
      *std::max_element(words.begin(), words.end(), [](auto a, auto b) { return a.size() < b.size(); }))};
  if (words.size() == 1) wanted.push_back("=" + row.key);
  std::vector<std::int64_t> candidates;
  for (const std::string& word : wanted) {
    word_.bind(word).bind(static_cast<std::int64_t>(kMostSimilar) + 1);
    while (step(word_)) candidates.push_back(word_.number(0));
    if (candidates.size() > kMostSimilar) return;
  }
  const std::string key = row.key;  // `row` may go with the next one
  std::vector<Bearer> similar;
  for (const std::int64_t candidate : candidates) {
    const NameRow* other = this->row(candidate);
    if (candidate == name || other == nullptr || other->uses == 0) continue;
    const std::vector<std::string> forms = short_forms(other->key);
    const bool leads =
        most_frequent(other->kinds) == EntityKind::organization && leading_form(other->key) == key;
    if (!leads && std::find(forms.begin(), forms.end(), key) == forms.end()) continue;
    if (std::any_of(found.begin(), found.end(), [&](const Bearer& b) { return b.name == candidate; }))
      continue;
    similar.push_back({.name = candidate});
  }
  if (similar.size() <= kMostSimilarWeighed) found.insert(found.end(), similar.begin(), similar.end());
}

const std::vector<Bearer>& Identities::bearers(std::int64_t name) {
  if (const auto known = bearers_.find(name); known != bearers_.end()) return known->second;
  if (bearers_.size() > kMostRows) bearers_.clear();
  std::vector<Bearer> found;
  if (const NameRow* known = row(name); known != nullptr && known->uses > 0) {
    const NameRow own = *known;
    for (const Bearer& bearer : related(name, number_of(NameFact::bearer))) {
      const NameRow* other = row(bearer.name);
      if (other == nullptr || other->key.size() <= own.key.size()) continue;
      if (kinds_fit(most_frequent(own.kinds), most_frequent(other->kinds))) found.push_back(bearer);
    }
    if (const std::int64_t longer = with_initial(name); longer != 0) {
      found = {{.name = longer, .count = kLeastDominant}};
    } else if (dominant(found) == 0) {
      add_similar(name, own, found);
    }
  }
  return bearers_[name] = std::move(found);
}

std::int64_t Identities::with_initial(std::int64_t name) {
  if (const auto known = with_initial_.find(name); known != with_initial_.end()) return known->second;
  if (with_initial_.size() > kMostRows) with_initial_.clear();
  const auto is_person = [](const NameRow& row) { return most_frequent(row.kinds) == EntityKind::person; };
  const NameRow* plain = row(name);
  std::vector<std::int64_t> found;
  if (plain != nullptr && is_person(*plain) && std::ranges::count(plain->key, ' ') == 1) {
    constexpr std::int64_t kLetters = 64;       // more than there are
    const std::string word = "~" + plain->key;  // stays where it is while rows are read
    word_.bind(word).bind(kLetters);
    while (step(word_)) found.push_back(word_.number(0));
  }
  std::erase_if(found, [&](std::int64_t one) {
    const NameRow* other = row(one);
    return other == nullptr || other->uses + other->called == 0;
  });
  std::int64_t longer = found.size() == 1 ? found.front() : 0;
  if (const NameRow* other = longer == 0 ? nullptr : row(longer);
      other == nullptr || other->uses == 0 || !is_person(*other) || !has_one_initial(other->key)) {
    longer = 0;
  }
  return with_initial_[name] = longer;
}

std::int64_t Identities::dominant(const std::vector<Bearer>& bearers) {
  std::vector<Bearer> merged;
  for (const Bearer& bearer : bearers) {
    const std::int64_t longer = with_initial(bearer.name);
    const std::int64_t name = longer == 0 ? bearer.name : longer;
    auto same = std::ranges::find(merged, name, &Bearer::name);
    if (same == merged.end()) same = merged.insert(same, {.name = name});
    same->count += bearer.count;
  }
  return choose_dominant(merged);
}

bool Identities::is_alone_open(std::int64_t name) {
  const NameRow* known = row(name);
  return known != nullptr && known->uses <= kMostOpenUses && !bearers(name).empty();
}

std::vector<Bearer> Identities::near_bearers(std::int64_t article, std::int64_t name) {
  const std::vector<Bearer> all = bearers(name);
  const auto is_called = [](const Bearer& b) { return b.count > 0; };
  if (std::count_if(all.begin(), all.end(), is_called) <= static_cast<std::ptrdiff_t>(kMostCalled))
    return all;
  std::set<std::int64_t> near;
  for (Query* query : {&before_called_, &after_called_}) {
    query->bind(name).bind(article).bind(kNearestCalled);
    while (step(*query)) near.insert(query->number(0));
  }
  std::vector<Bearer> found;
  for (const Bearer& bearer : all) {
    if (!is_called(bearer) || near.contains(bearer.name)) found.push_back(bearer);
  }
  return found;
}

int Identities::shared_names(std::int64_t article, std::int64_t other, std::int64_t name,
                             std::int64_t bearer) {
  const std::vector<std::int64_t> here = names_in(article);
  const std::vector<std::int64_t>& there = names_in(other);
  std::vector<std::int64_t> shared;
  std::set_intersection(here.begin(), here.end(), there.begin(), there.end(), std::back_inserter(shared));
  std::erase_if(shared, [&](std::int64_t one) { return one == name || one == bearer; });
  int weight = 0;
  for (const std::int64_t one : shared) {
    if (const NameRow* known = row(one)) weight += weigh_shared(known->uses);
  }
  return weight;
}

bool Identities::has_role(std::int64_t article, std::int64_t name, std::int64_t bearer) {
  for (const StoredEntity& e : entities(article)) {
    if (e.name != name) continue;
    for (const std::string& role : e.roles) {
      const bool has = step(role_.bind(bearer).bind(role));
      role_.reset();
      if (has) return true;
    }
  }
  return false;
}

Evidence Identities::weigh(std::int64_t article, std::int64_t name, const Bearer& bearer) {
  Evidence evidence{.bearer = bearer.name, .called_so = bearer.count > 0};
  const std::vector<std::int64_t>& here = names_in(article);
  evidence.named_here = std::binary_search(here.begin(), here.end(), bearer.name);
  evidence.same_role = has_role(article, name, bearer.name);
  std::vector<std::int64_t> near;
  for (Query* query : {&before_, &after_}) {
    query->bind(bearer.name).bind(article).bind(kNearestUses);
    while (step(*query)) near.push_back(query->number(0));
  }
  const std::int64_t day = day_of_article(article);
  for (const std::int64_t other : near) {
    evidence.shared = std::max(evidence.shared, shared_names(article, other, name, bearer.name));
    const std::int64_t other_day = day_of_article(other);
    if (day == 0 || other_day == 0) continue;
    const int days = static_cast<int>(std::abs(day - other_day));
    evidence.days = std::min(evidence.days.value_or(days), days);
  }
  return evidence;
}

std::int64_t Identities::decide(std::int64_t article, std::int64_t name) {
  if (!is_alone_open(name)) return 0;
  std::unordered_map<std::int64_t, std::int64_t>& here = decided_[article];
  if (const auto known = here.find(name); known != here.end()) return known->second;
  std::vector<Evidence> evidence;
  for (const Bearer& bearer : near_bearers(article, name)) {
    Evidence found = weigh(article, name, bearer);
    if (const std::int64_t longer = with_initial(found.bearer); longer != 0) found.bearer = longer;
    const auto same = std::ranges::find(evidence, found.bearer, &Evidence::bearer);
    if (same == evidence.end()) {
      evidence.push_back(found);
    } else {
      add_evidence(found, *same);
    }
  }
  return decided_[article][name] = choose_in_context(evidence);
}

std::int64_t Identities::resolve(std::int64_t article, std::int64_t name) {
  // Names grow longer on the way, so it ends.
  while (state_) {
    std::int64_t longer = dominant(bearers(name));
    if (longer == 0) longer = decide(article, name);
    if (longer == 0) break;
    name = longer;
  }
  return name;
}

std::int64_t Identities::resolve_everywhere(std::int64_t name) {
  while (const std::int64_t longer = dominant(bearers(name))) name = longer;
  return is_alone_open(name) ? 0 : name;
}

std::vector<std::int64_t> Identities::meanings(std::int64_t name) {
  std::set<std::int64_t> found;
  const NameRow* known = row(name);
  if (known == nullptr || known->uses == 0) return {};
  if (const std::int64_t always = resolve_everywhere(name)) return {always};
  for (const EntityUse& use : uses(name, kMostOpenUses)) found.insert(resolve(use.article, name));
  return {found.begin(), found.end()};
}

// Names by which its bearer may be called.
std::vector<std::int64_t> Identities::short_names(std::int64_t name) {
  std::set<std::int64_t> found;
  for (const Bearer& alias : related(name, number_of(NameFact::alias))) found.insert(alias.name);
  if (const NameRow* known = row(name)) {
    const std::string key = known->key;
    for (const std::string& form : short_forms(key)) found.insert(find(form));
    found.insert(find(leading_form(key)));
    found.insert(find(without_initials(key)));
  }
  found.erase(0);
  found.erase(name);
  return {found.begin(), found.end()};
}

NameGroup Identities::group(std::int64_t name) {
  NameGroup group;
  std::vector<std::int64_t> open = {name};
  std::set<std::int64_t> seen = {name};
  while (!open.empty() && state_) {
    const std::int64_t one = open.back();
    open.pop_back();
    if (const std::int64_t always = resolve_everywhere(one); always != 0) {
      if (always == name) group.names.push_back(one);
    } else {
      for (const EntityUse& use : uses(one, kMostOpenUses)) {
        if (resolve(use.article, one) == name) group.uses.push_back(use);
      }
    }
    for (const std::int64_t other : short_names(one)) {
      const NameRow* known = row(other);
      if (known != nullptr && known->uses > 0 && seen.insert(other).second) open.push_back(other);
    }
  }
  std::sort(group.names.begin(), group.names.end());
  std::sort(group.uses.begin(), group.uses.end());
  return group;
}

}  // namespace hearsay
