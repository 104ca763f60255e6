// Which statements somebody said to be unrelated, or how they are related, whatever their words look like.
//
// A correction knows a statement by its article and words, not by its number alone, so it holds when the
// article is read anew and finds one statement more before it. What holds of a statement holds of
// its copies in other articles that carry the same words.
// Threads: as its database.
#ifndef HEARSAY_SRC_LEDGER_TOLD_APART_H_
#define HEARSAY_SRC_LEDGER_TOLD_APART_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/correction.h"
#include "ledger/database.h"

namespace hearsay {

// Statements by their numbers, the smaller one first.
using StatementPair = std::pair<std::int64_t, std::int64_t>;
StatementPair pair_of(std::int64_t a, std::int64_t b);

// How two statements were told to be related.
struct ToldRelation {
  RelationType type = RelationType::disputes;
  bool meant = false;  // the very statements, not copies of theirs: these are related where linking finds it
};
using ToldRelations = std::map<StatementPair, ToldRelation>;

// What a relation that was told is stored with instead of its confidence: above all that are found.
inline constexpr float kToldConfidence = 2.0F;

// What corrections say of pairs of statements.
struct ToldPairs {
  std::set<StatementPair> apart;
  ToldRelations together;
};

class ToldApart {
 public:
  // The database must outlive it.
  explicit ToldApart(Database& database);

  // Keeps those that are about statements.
  void set(const std::vector<Correction>& corrections);
  bool empty() const { return told_.empty(); }

  // What corrections about any of these articles, by ids, say of statements that are there. What was told
  // apart is not together. O(the articles' corrections and statements).
  Result<ToldPairs> pairs_of(const std::set<std::string>& articles);

  // The pairs that a correction is about, with those of copies; it need not be among those that are kept.
  Result<std::set<StatementPair>> pairs_of(const Correction& correction);

  // The pair of statements that it names; nothing where one of them is gone.
  Result<std::optional<StatementPair>> pair_of(const Correction& correction);

  // The statement that a correction means by its first or second key, as it is called today; what it was
  // called then where it is gone.
  Result<std::string> name_of(const Correction& correction, bool second);

 private:
  Result<std::int64_t> find(const Correction& correction, bool second);
  Result<std::vector<std::int64_t>> with_copies(std::int64_t statement);

  Query statements_, copies_;
  std::vector<Correction> told_;
};

// Corrections that do not hold, one line each: the relations have a pair that was told apart, or lack one
// that was told to be related. Nothing where all is well.
Result<std::vector<std::string>> unheeded_corrections(Database& database);

// A correction's key of a statement: where it stood in its article, and its words.
std::string statement_key(std::uint32_t attribution, std::string_view content);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_TOLD_APART_H_
