#include <tuple>

#include "claims/statement.h"

namespace hearsay {

bool comes_before(const PlacedStatement& a, const PlacedStatement& b) {
  const bool a_new = !a.statement.told_before;
  const bool b_new = !b.statement.told_before;
  return std::tie(a.published, a.document, a_new, a.number) <
         std::tie(b.published, b.document, b_new, b.number);
}

}  // namespace hearsay
