// Whom speakers speak for, as somebody told a ledger: what a statement is to another one depends on it.
//
// A correction is matched with the names that an article itself has, never by what other articles say
// of them, so that what it does to an article does not depend on the others.
// Threads: any number may read.
#ifndef HEARSAY_SRC_LEDGER_TOLD_SIDES_H_
#define HEARSAY_SRC_LEDGER_TOLD_SIDES_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "claims/statement.h"
#include "ledger/correction.h"

namespace hearsay {

class ToldSides {
 public:
  ToldSides() = default;
  // Of what was merged, all names have the side; of what was split off, those articles.
  explicit ToldSides(const std::vector<Correction>& corrections);

  bool empty() const { return sides_.empty() && unnamed_.empty(); }

  // Puts the side that was told in the place of those that the article tells; if the speaker speaks for
  // one whose side was told, adds that. False where nothing changed.
  bool amend(const std::string& article, Speaker& speaker) const;

  bool operator==(const ToldSides&) const = default;

  // What differs between two.
  struct Difference {
    std::set<std::string> names;     // keys: in which articles they stand is to be found out
    std::set<std::string> articles;  // ids
  };
  static Difference between(const ToldSides& a, const ToldSides& b);

 private:
  // The side of a name in an article; "" where none was told.
  std::string side_of(const std::string& name, const std::string& article) const;

  std::map<std::string, std::string> sides_;                         // by key of a name
  std::map<std::string, std::map<std::string, std::string>> split_;  // by key, then article: another key
  // By id of the article, then by how one without a name is described there.
  std::map<std::string, std::map<std::string, std::string>> unnamed_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_TOLD_SIDES_H_
