#include <tuple>

#include "claims/statement.h"

namespace hearsay {

bool comes_before(const PlacedStatement& a, const PlacedStatement& b) {
  return std::tie(a.published, a.document, a.number) < std::tie(b.published, b.document, b.number);
}

}  // namespace hearsay
