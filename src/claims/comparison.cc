#include "claims/comparison.h"

#include <algorithm>

#include "claims/content_words.h"

namespace hearsay {
namespace {

// Walks over the words that both have, by their places. Both are sorted by key.
template <typename Visit>
void for_each_shared(const std::vector<ContentWord>& a, const std::vector<ContentWord>& b, Visit visit) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].key == b[j].key) {
      visit(i, j);
      ++i;
      ++j;
    } else if (a[i].key < b[j].key) {
      ++i;
    } else {
      ++j;
    }
  }
}

static_assert(kMaxContentWords <= 64);  // a set of words is one number

std::uint64_t bit(std::size_t word) { return std::uint64_t{1} << word; }

// Counts words with a common sense that are not the same; each of them once.
void compare_senses(const Compared& later, const Compared& earlier, std::uint64_t used_later,
                    std::uint64_t used_earlier, WordsInCommon& found) {
  const auto& a = later.weighed.senses;
  const auto& b = earlier.weighed.senses;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint32_t sense = a[i].sense | 1;
    const std::uint32_t other = b[j].sense | 1;
    if (sense < other) {
      ++i;
    } else if (sense > other) {
      ++j;
    } else {
      for (std::size_t k = j; k < b.size() && (b[k].sense | 1) == sense; ++k) {
        if ((used_later & bit(a[i].word)) != 0 || (used_earlier & bit(b[k].word)) != 0) continue;
        if (a[i].sense != b[k].sense) {
          ++found.opposite_words;
        } else {
          found.alike += std::min(later.weighed.rarity[a[i].word], earlier.weighed.rarity[b[k].word]);
          ++found.alike_words;
        }
        used_later |= bit(a[i].word);
        used_earlier |= bit(b[k].word);
      }
      ++i;
    }
  }
}

WordsInCommon compare_words(const Compared& later, const Compared& earlier) {
  WordsInCommon found;
  std::uint64_t used_later = 0;
  std::uint64_t used_earlier = 0;
  for_each_shared(later.placed.statement.words, earlier.placed.statement.words,
                  [&](std::size_t i, std::size_t j) {
                    used_later |= bit(i);
                    used_earlier |= bit(j);
                    const int rarity = std::min(later.weighed.rarity[i], earlier.weighed.rarity[j]);
                    if (rarity == 0) {
                      ++found.names;
                      return;
                    }
                    found.weight += rarity;
                    ++found.words;
                    if (rarity > found.best) {
                      found.second = found.best;
                      found.best = rarity;
                      found.best_word = &later.placed.statement.words[i];
                    } else if (rarity > found.second) {
                      found.second = rarity;
                    }
                  });
  compare_senses(later, earlier, used_later, used_earlier, found);
  return found;
}

// Percent of what `pointing` points to that the content of `other` has.
int compare_inherited(const Compared& pointing, const Compared& other) {
  int shared = 0;
  for_each_shared(pointing.placed.statement.inherited, other.placed.statement.words,
                  [&](std::size_t i, std::size_t) { shared += pointing.weighed.inherited_rarity[i]; });
  const int lighter = std::min(pointing.weighed.inherited_weight, other.weighed.weight);
  return lighter == 0 ? 0 : shared * 100 / lighter;
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

int count_shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  int shared = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const int order = a[i].compare(b[j]);
    shared += order == 0 ? 1 : 0;
    i += order <= 0 ? 1 : 0;
    j += order >= 0 ? 1 : 0;
  }
  return shared;
}

// True when the content names the speaker, or whom the speaker speaks for.
bool names(const Statement& content, const Speaker& speaker) {
  return std::ranges::any_of(content.names, [&](const std::string& name) {
    return names_agree(name, speaker.name) ||
           std::ranges::any_of(speaker.sides,
                               [&](const std::string& side) { return names_agree(name, side); });
  });
}

}  // namespace

Comparison compare_contents(const Compared& later, const Compared& earlier) {
  const Statement& a = later.placed.statement;
  const Statement& b = earlier.placed.statement;
  Comparison found;
  found.shared = compare_words(later, earlier);
  found.inherited = compare_inherited(later, earlier);
  found.inherited_by_earlier = compare_inherited(earlier, later);
  compare_quantities(a, b, found);
  found.takes_figure = points_at_figure(a) && !b.quantities.empty();
  const int times = count_shared(a.times, b.times);
  found.times_shared = times > 0;
  found.times_differ = times == 0 && !a.times.empty() && !b.times.empty();
  return found;
}

void compare_speakers(const Compared& later, const Compared& earlier, Comparison& found) {
  const Statement& a = later.placed.statement;
  const Statement& b = earlier.placed.statement;
  found.one_article = later.placed.document == earlier.placed.document;
  found.kinship = kinship_of(a.speaker, b.speaker, found.one_article);
  found.differing = find_differing(a, b);
  found.points = found.one_article && std::ranges::binary_search(a.points_to, earlier.placed.number);
  found.names_speaker = names(a, b.speaker);
  found.is_named = names(b, a.speaker);
  found.opposed = a.denied != b.denied;
  found.story_names = found.one_article ? static_cast<int>(kMaxStoryNames) : count_shared(a.story, b.story);
}

}  // namespace hearsay
