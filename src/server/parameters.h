// The query of a request as what a ledger is asked.
#ifndef HEARSAY_SRC_SERVER_PARAMETERS_H_
#define HEARSAY_SRC_SERVER_PARAMETERS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/result.h"
#include "ledger/ledger.h"
#include "server/target.h"

namespace hearsay {

inline constexpr int kUsualLimit = 50;
inline constexpr int kMostLimit = 500;

// Parameters by name, each at most once.
class Parameters {
 public:
  // Fails with invalid_input for a name that is not among `known` (parted by spaces), or comes twice.
  static Result<Parameters> read(const Target& target, std::string_view known);

  // "" where it is not given.
  const std::string& get(std::string_view name) const;

  // Fail with invalid_input, naming the parameter, what was expected and what was found.
  Result<int> limit() const;                       // from 1 to kMostLimit
  Result<float> confidence(float usual) const;     // min_confidence, from 0 to 1
  Result<StatementQuery> statement_query() const;  // q, who, act, outlet, after, before, limit
  // cursor: nothing where there is none. It has to be of this list, with the same other parameters.
  Result<std::optional<ListPlace>> place(std::string_view list) const;

  // statement_query() with the place in the list from which on it is asked.
  Result<StatementQuery> page_query(std::string_view list) const;

  // The cursor of a place in the list, as clients pass it on: they are not to look inside.
  std::string cursor(std::string_view list, const ListPlace& place) const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_PARAMETERS_H_
