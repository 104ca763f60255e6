#include "attribution/role_rules.h"

#include <algorithm>

namespace hearsay {
namespace {

// Takes a label out of the running, yet is far from overflow when summed.
constexpr std::int32_t kNever = -10'000'000;

// How far behind the cue what belongs to it is looked for.
constexpr std::uint32_t kNear = 10;

class Rules {
 public:
  Rules(const Facts& facts, const std::vector<std::uint32_t>& cue_at, const Cue& cue, Window window,
        std::vector<Scores<kRoleLabels>>& scores)
      : facts_(facts), cue_at_(cue_at), cue_(cue), window_(window), scores_(scores) {}

  void apply() {
    split_quotation();
    passive_subject();
    governor_of_noun();
  }

 private:
  const TokenFacts& at(std::uint32_t i) const { return facts_.tokens[i]; }
  bool is_state(std::uint32_t i, QuoteState state) const { return facts_.quotes[i].state == state; }
  bool in_cue(std::uint32_t i) const { return i >= cue_.first && i < cue_.last; }

  void forbid_source(std::uint32_t i) {
    Scores<kRoleLabels>& s = scores_[i - window_.first];
    s[1] = s[2] = kNever;
  }
  void forbid_content(std::uint32_t i) {
    Scores<kRoleLabels>& s = scores_[i - window_.first];
    s[3] = s[4] = kNever;
  }

  // The run of words outside quotation marks that holds the cue: from a mark that closes
  // behind punctuation to one that opens behind punctuation, with no other cue in it.
  void split_quotation() {
    const std::uint32_t paragraph = at(cue_.first).paragraph;
    const auto goes_on = [&](std::uint32_t i) {
      return facts_.quotes[i].depth == 0 && at(i).paragraph == paragraph &&
             (cue_at_[i] == kNone || in_cue(i));
    };
    std::uint32_t first = cue_.first;
    while (first > window_.first && goes_on(first - 1)) --first;
    std::uint32_t last = cue_.last;
    while (last < window_.last && goes_on(last)) ++last;
    if (first < window_.first + 2 || last >= window_.last || !goes_on(cue_.first)) return;
    if (!is_state(first - 1, QuoteState::close) || !is_state(last, QuoteState::open)) return;
    if (at(first - 2).upos != Upos::PUNCT || at(last - 1).upos != Upos::PUNCT) return;
    for (std::uint32_t i = first; i < last; ++i) forbid_content(i);
  }

  // Does a clause that begins with "that" follow, whatever the tree ties it to?
  bool that_follows() const {
    static const std::uint32_t that = hash_word("that");
    for (std::uint32_t i = cue_.last; i < std::min(window_.last, cue_.last + kNear); ++i) {
      if (at(i).sentence != at(cue_.head).sentence || cue_at_[i] != kNone) return false;
      if (at(i).word == that && at(i).deprel != Deprel::det) return true;
    }
    return false;
  }

  // Does token i stand on or under token `top`? Real trees are shallow.
  bool is_under(std::uint32_t i, std::uint32_t top) const {
    constexpr int kMaxClimb = 32;
    for (int up = 0; up < kMaxClimb && i != kNone; ++up, i = at(i).head) {
      if (i == top) return true;
    }
    return false;
  }

  // "by the owner"
  bool has_agent() const {
    for (std::uint32_t i = cue_.last; i < std::min(window_.last, cue_.last + kNear); ++i) {
      if (at(i).head == cue_.head && at(i).subtype == DeprelSubtype::agent) return true;
    }
    return false;
  }

  void passive_subject() {
    const TokenFacts& head = at(cue_.head);
    if ((head.children & kHasPassiveSubject) == 0 || head.subject == kNone || head.subject >= cue_.first)
      return;
    const bool has_clause =
        (head.children & kHasCcomp) != 0 && head.clause != kNone && head.clause >= cue_.last;
    if (!has_clause && ((head.children & kHasXcomp) != 0 || !that_follows())) return;
    static const std::uint32_t it = hash_word("it");
    const bool is_nobody = at(head.subject).word == it || has_agent();
    for (std::uint32_t i = window_.first; i < cue_.first; ++i) {
      if (!is_under(i, head.subject)) continue;
      forbid_content(i);
      if (is_nobody) forbid_source(i);
    }
  }

  void governor_of_noun() {
    const TokenFacts& head = at(cue_.head);
    const bool reports = head.upos == Upos::NOUN && (head.children & (kHasCcomp | kHasAcl)) != 0;
    if (!reports || head.head == kNone || head.head < cue_.last || head.deprel != Deprel::nsubj ||
        head.subtype == DeprelSubtype::outer || (at(head.head).children & kHasCopula) != 0)
      return;
    for (std::uint32_t i = head.head; i < window_.last && at(i).sentence == head.sentence; ++i)
      forbid_content(i);
  }

  const Facts& facts_;
  const std::vector<std::uint32_t>& cue_at_;
  const Cue& cue_;
  Window window_;
  std::vector<Scores<kRoleLabels>>& scores_;
};

}  // namespace

void forbid_roles(const Facts& facts, const std::vector<std::uint32_t>& cue_at, const Cue& cue, Window window,
                  std::vector<Scores<kRoleLabels>>& scores) {
  Rules(facts, cue_at, cue, window, scores).apply();
}

}  // namespace hearsay
