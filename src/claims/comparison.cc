#include "claims/comparison.h"

#include <algorithm>

#include "claims/content_words.h"

namespace hearsay {
namespace {

constexpr std::uint8_t kTelling = kNameWeight + 1;  // least weight of a word that is counted

int weight_of(const std::vector<ContentWord>& words) {
  int sum = 0;
  for (const ContentWord& word : words) sum += word.weight;
  return sum;
}

// Walks over the words that both have. Both are sorted by key.
template <typename Visit>
void for_each_shared(const std::vector<ContentWord>& a, const std::vector<ContentWord>& b, Visit visit) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].key == b[j].key) {
      visit(a[i], b[j]);
      ++i;
      ++j;
    } else if (a[i].key < b[j].key) {
      ++i;
    } else {
      ++j;
    }
  }
}

void compare_words(const Statement& later, const Statement& earlier, Comparison& found) {
  bool shares_name = false;
  for_each_shared(later.words, earlier.words, [&](const ContentWord& a, const ContentWord& b) {
    const std::uint8_t weight = std::min(a.weight, b.weight);
    found.shared += weight;
    if (weight >= kTelling) ++found.shared_words;
    if (weight == kNameWeight) shares_name = true;
    if (found.best == nullptr || a.weight > found.best->weight) found.best = &a;
  });
  if (shares_name) ++found.shared_words;
  found.earlier_weight = weight_of(earlier.words);
  const int lighter = std::min(weight_of(later.words), found.earlier_weight);
  if (lighter > 0) found.cover = found.shared * 100 / lighter;
  int inherited = 0;
  for_each_shared(later.inherited, earlier.words,
                  [&](const ContentWord& a, const ContentWord&) { inherited += a.weight; });
  const int lighter_inherited = std::min(weight_of(later.inherited), weight_of(earlier.words));
  found.inherited_weight = inherited;
  if (lighter_inherited > 0) found.inherited = inherited * 100 / lighter_inherited;
}

bool is_human(const std::string& unit) {
  return unit.empty() || unit == "peopl" || unit == "person" || unit == "man" || unit == "woman" ||
         unit == "passenger" || unit == "victim" || unit == "body" || unit == "child";
}

// A figure ten times another one counts something else.
bool is_far_off(std::int64_t a, std::int64_t b) { return std::max(a, b) / 10 >= std::min(a, b); }

// True when both count one kind of thing.
bool counts_alike(const Quantity& a, const Quantity& b) {
  if (!a.about.empty() && !b.about.empty()) {
    return a.about == b.about && (a.unit == b.unit || (is_human(a.unit) && is_human(b.unit)));
  }
  if (is_human(a.unit) || is_human(b.unit)) return a.about == b.about && is_human(a.unit) && is_human(b.unit);
  return a.unit == b.unit && !a.unit.empty();
}

void compare_quantities(const Statement& later, const Statement& earlier, Comparison& found) {
  for (const Quantity& a : later.quantities) {
    for (const Quantity& b : earlier.quantities) {
      if (a.refused && a.thousandths == b.thousandths) found.refuses_count = true;
      if (!counts_alike(a, b) || is_far_off(a.thousandths, b.thousandths)) continue;
      if (a.thousandths == b.thousandths && !a.refused && !b.refused) {
        found.same_count = true;
      } else if (found.later_count == nullptr && a.thousandths != b.thousandths && !a.refused) {
        found.later_count = &a;
        found.earlier_count = &b;
      }
    }
  }
  if (found.same_count) found.later_count = found.earlier_count = nullptr;
}

// "The figure was wrong", of a figure that was given in another article.
bool points_at_figure(const Statement& statement) {
  return statement.pointing && statement.points_to.empty() && statement.contrast &&
         std::ranges::any_of(statement.words,
                             [](const ContentWord& w) { return w.stem == "figur" || w.stem == "estimat"; });
}

bool share_story(const Statement& a, const Statement& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.story.size() && j < b.story.size();) {
    const int order = a.story[i].compare(b.story[j]);
    shared += order == 0 ? 1 : 0;
    i += order <= 0 ? 1 : 0;
    j += order >= 0 ? 1 : 0;
  }
  return shared >= std::min<std::size_t>({2, a.story.size(), b.story.size()});
}

bool share_name(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(a, [&](const std::string& x) { return std::ranges::binary_search(b, x); });
}

}  // namespace

Comparison compare(const PlacedStatement& later, const PlacedStatement& earlier) {
  const Statement& a = later.statement;
  const Statement& b = earlier.statement;
  Comparison found;
  found.one_article = later.document == earlier.document;
  found.kinship = kinship_of(a.speaker, b.speaker, found.one_article);
  found.points = found.one_article && std::ranges::binary_search(a.points_to, earlier.number);
  found.names_speaker = std::ranges::any_of(
      a.names, [&](const std::string& name) { return names_agree(name, b.speaker.name); });
  found.opposed = a.denied != b.denied;
  found.same_story = found.one_article || share_story(a, b);
  compare_words(a, b, found);
  compare_quantities(a, b, found);
  found.takes_figure = points_at_figure(a) && !b.quantities.empty();
  found.times_differ = !a.times.empty() && !b.times.empty() && !share_name(a.times, b.times);
  return found;
}

}  // namespace hearsay
