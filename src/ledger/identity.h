// Which names of different articles mean the same person or thing.
//
// Names with the same key (name_key.h) are one. A short name ("Solbakken", "IAEA") may mean the bearer
// of a longer one: because articles call him so, or because it is that name's last words or acronym.
//   - Where one bearer has it in nearly all articles that tell (choose_dominant), it always means him.
//   - Elsewhere each article that uses it alone decides for itself (choose_in_context): by the
//     bearer whom the article names, by what else the article names and how often that is named together
//     with a bearer, by roles, and by nearness in time.
// A person's name without a middle initial means the bearer of the one with it, where only one initial is
// known. Where nothing decides, it stays apart, for namesakes are worse than doubles. These functions are
// pure and do not depend on the order of their arguments' elements.
#ifndef HEARSAY_SRC_LEDGER_IDENTITY_H_
#define HEARSAY_SRC_LEDGER_IDENTITY_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// How often something is of each kind.
using KindCounts = std::array<std::int64_t, kEntityKindCount>;

// The most frequent one, the first of equals.
EntityKind most_frequent(const KindCounts& kinds);

// True if a bearer's kind does not speak against a short name's. The kinds of persons and organisations are
// often taken for others in one article; what is called a place or people mostly is one.
bool kinds_fit(EntityKind short_name, EntityKind bearer);

// Somebody whom a short name may mean.
struct Bearer {
  std::int64_t name = 0;
  std::int64_t count = 0;  // articles that call him so; 0: only his name looks like it
};

inline constexpr std::int64_t kLeastDominant = 3;

// The one who has the short name in at least nine of ten articles that tell, and in three;
// 0 where there is none.
std::int64_t choose_dominant(const std::vector<Bearer>& bearers);

// What speaks for a bearer in one article that uses the short name alone.
struct Evidence {
  std::int64_t bearer = 0;
  bool called_so = false;   // other articles call him so
  bool named_here = false;  // the article names him
  bool same_role = false;   // the article gives the short name a role that he has
  int shared = 0;           // what the article shares with one that names him (weigh_shared)
  std::optional<int> days;  // from the article to the nearest that names him, if both are dated
};

// The bearer whom the article means; 0 where that is open.
std::int64_t choose_in_context(const std::vector<Evidence>& evidence);

// The weight of a name that two articles share, by how many articles have it: names
// of the whole world say little about one story.
int weigh_shared(std::int64_t uses);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_IDENTITY_H_
