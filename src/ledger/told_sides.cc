#include "ledger/told_sides.h"

#include <algorithm>

#include "claims/content_words.h"
#include "ledger/corrections.h"
#include "ledger/name_key.h"

namespace hearsay {
namespace {

// Keys that corrections say to be one.
class Merged {
 public:
  explicit Merged(const std::vector<Correction>& corrections) {
    for (const Correction& c : corrections) {
      if (c.kind != CorrectionKind::merge) continue;
      std::set<std::string> all = of(c.first);
      all.merge(of(c.second));
      for (const std::string& key : all) groups_[key] = all;
    }
  }

  std::set<std::string> of(const std::string& key) const {
    const auto found = groups_.find(key);
    return found == groups_.end() ? std::set<std::string>{key} : found->second;
  }

 private:
  std::map<std::string, std::set<std::string>> groups_;
};

void insert_sorted(std::vector<std::string>& sides, const std::string& side) {
  const auto at = std::ranges::lower_bound(sides, side);
  if (sides.size() < kMaxSlotNames && (at == sides.end() || *at != side)) sides.insert(at, side);
}

// The article of unnamed_key(); "" for the key of a name or of what was split off.
std::string article_of_unnamed(const std::string& key) {
  if (!key.starts_with("\n")) return "";
  const std::size_t second = key.find('\n', 1);
  return second == key.npos ? "" : key.substr(second + 1);
}

}  // namespace

ToldSides::ToldSides(const std::vector<Correction>& corrections) {
  const Merged merged(corrections);
  for (const Correction& c : corrections) {
    if (c.kind == CorrectionKind::split) {
      for (const std::string& key : merged.of(c.first)) {
        for (const std::string& article : c.articles) split_[key][article] = split_key(c);
      }
    }
    const std::string side = fold_name(c.second_name);
    if (c.kind != CorrectionKind::side || side.empty() || side.size() > kMaxSlotBytes) continue;
    for (const std::string& key : merged.of(c.first)) sides_[key] = side;
    if (const std::string article = article_of_unnamed(c.first); !article.empty())
      unnamed_[article][fold_name(c.first_name)] = side;
  }
}

std::string ToldSides::side_of(const std::string& name, const std::string& article) const {
  std::string key = name_key(name);
  if (const auto parts = split_.find(key); parts != split_.end()) {
    if (const auto part = parts->second.find(article); part != parts->second.end()) key = part->second;
  }
  const auto side = sides_.find(key);
  return side == sides_.end() ? std::string() : side->second;
}

bool ToldSides::amend(const std::string& article, Speaker& speaker) const {
  if (empty() || speaker.kind == SpeakerKind::nobody) return false;
  std::string told;
  if (speaker.kind == SpeakerKind::named) {
    told = side_of(speaker.spelling.empty() ? speaker.name : speaker.spelling, article);
  } else if (const auto here = unnamed_.find(article); here != unnamed_.end()) {
    if (const auto side = here->second.find(speaker.name); side != here->second.end()) told = side->second;
  }
  std::vector<std::string> sides = told.empty() ? speaker.sides : std::vector<std::string>{told};
  for (const std::string& side : std::vector<std::string>(sides)) {
    if (const std::string further = side_of(side, article); !further.empty()) insert_sorted(sides, further);
  }
  if (sides == speaker.sides) return false;
  speaker.sides = std::move(sides);
  return true;
}

ToldSides::Difference ToldSides::between(const ToldSides& a, const ToldSides& b) {
  Difference found;
  if (a.empty() && b.empty()) return found;
  const bool parts_differ = a.split_ != b.split_;
  for (const auto& [one, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    for (const auto& [key, side] : one->sides_) {
      const auto there = other->sides_.find(key);
      if (parts_differ || there == other->sides_.end() || there->second != side) found.names.insert(key);
    }
    for (const auto& [article, sides] : one->unnamed_) {
      const auto there = other->unnamed_.find(article);
      if (there == other->unnamed_.end() || there->second != sides) found.articles.insert(article);
    }
    // What is split off has no name of its own: its articles are told.
    for (const auto& [key, parts] : one->split_) {
      for (const auto& [article, part] : parts) {
        if (found.names.contains(part) || found.names.contains(key)) found.articles.insert(article);
      }
    }
  }
  return found;
}

}  // namespace hearsay
