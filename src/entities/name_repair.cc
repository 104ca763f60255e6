#include "entities/name_repair.h"

#include <algorithm>
#include <optional>

namespace hearsay {
namespace {

class Repairer {
 public:
  Repairer(std::span<const NounEntry> nouns, const Document& doc, NameRepairScratch& scratch,
           std::vector<Name>& out)
      : evidence_(nouns, doc), doc_(doc), s_(scratch), out_(out) {}

  void run() {
    index_names();
    evidence_.find_runs(s_.runs);
    vote();
    settle();
    replace();
    std::ranges::stable_sort(out_, [](const Name& a, const Name& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.inner < b.inner;
    });
  }

 private:
  void index_names() {
    s_.name_at.assign(doc_.tokens.size(), kNone);
    std::uint32_t token = 0;
    for (std::uint32_t n = 0; n < doc_.names.size(); ++n) {
      const Span span = doc_.names[n].span;
      if (doc_.names[n].inner) continue;
      while (token < doc_.tokens.size() && doc_.tokens[token].span.end <= span.begin) ++token;
      for (; token < doc_.tokens.size() && doc_.tokens[token].span.begin < span.end; ++token)
        s_.name_at[token] = n;
    }
  }

  Span span_of(ProperRun run) const {
    return {doc_.tokens[run.first].span.begin, doc_.tokens[run.last - 1].span.end};
  }

  // The words that stand for a longer name: a person's last.
  std::string_view last_word(ProperRun run) const { return doc_.at(doc_.tokens[run.last - 1].span); }

  // The tokens of the name over the token.
  ProperRun name_around(std::uint32_t token) const {
    const std::uint32_t n = s_.name_at[token];
    ProperRun run{token, token + 1};
    while (run.first > 0 && s_.name_at[run.first - 1] == n) --run.first;
    while (run.last < s_.name_at.size() && s_.name_at[run.last] == n) ++run.last;
    return run;
  }

  void vote() {
    s_.votes.clear();
    for (const ProperRun run : s_.runs) {
      NameVotes& votes = s_.votes[doc_.at(span_of(run))];
      evidence_.add_votes(run, votes);
      votes.is_found = votes.is_found || touches_name(run);
    }
    // Names that are no run by themselves.
    for (std::uint32_t i = 0; i < doc_.tokens.size(); ++i) {
      if (s_.name_at[i] == kNone) continue;
      const ProperRun name = name_around(i);
      i = name.last - 1;
      if (!is_run(name)) evidence_.add_votes(name, s_.votes[doc_.at(span_of(name))]);
    }
    // What is said of "Mr Quist" holds for Ada Quist.
    for (const ProperRun run : s_.runs) {
      if (run.size() < 2) continue;
      const auto part = s_.votes.find(last_word(run));
      if (part == s_.votes.end()) continue;
      NameVotes& whole = s_.votes[doc_.at(span_of(run))];
      if (part->second.person >= kSureSign && whole.organization == 0) whole.person += kSureSign;
    }
  }

  bool is_run(ProperRun name) const {
    const auto run = std::ranges::lower_bound(s_.runs, name.first, {}, &ProperRun::first);
    return run != s_.runs.end() && run->first == name.first && run->last == name.last;
  }

  static std::optional<EntityKind> kind_by(const NameVotes& votes) {
    if (votes.ends_as_organization && votes.person <= votes.organization + kSureSign) {
      return EntityKind::organization;
    }
    if (votes.person >= kSureSign && votes.person > votes.organization) return EntityKind::person;
    if (votes.organization >= kSureSign && votes.organization > votes.person) return EntityKind::organization;
    return std::nullopt;
  }

  // Which words are names of which kind.
  void settle() {
    s_.known.clear();
    for (const ProperRun run : s_.runs) {
      const std::string_view words = doc_.at(span_of(run));
      const NameVotes& votes = s_.votes.find(words)->second;
      auto kind = kind_by(votes);
      if (!kind && votes.speaks && !votes.is_found && votes.person == 0) kind = EntityKind::organization;
      if (!kind) continue;
      s_.known[words] = *kind;
      if (*kind == EntityKind::person && run.size() > 1) s_.known[last_word(run)] = *kind;
    }
  }

  // The kind of a name that was found, corrected.
  EntityKind kind_of(const Name& name) const {
    const auto votes = s_.votes.find(doc_.at(name.span));
    const auto known = s_.known.find(doc_.at(name.span));
    if (votes == s_.votes.end() || name.kind == EntityKind::group || name.kind == EntityKind::event)
      return name.kind;
    // Places have banks and stations in their names, too.
    const bool ending_alone = votes->second.ends_as_organization && votes->second.organization == 0;
    if (known != s_.known.end() && (name.kind != EntityKind::place || !ending_alone)) return known->second;
    const bool located = votes->second.place > 0 && 2 * votes->second.place >= votes->second.places;
    if (name.kind == EntityKind::person && located && votes->second.person == 0) return EntityKind::place;
    return name.kind;
  }

  bool touches_name(ProperRun run) const {
    for (std::uint32_t i = run.first; i < run.last; ++i) {
      if (s_.name_at[i] != kNone) return true;
    }
    return false;
  }

  // Whether the run may stand in place of the names that touch it.
  bool is_better(ProperRun run, EntityKind kind) {
    for (std::uint32_t i = run.first; i < run.last; ++i) {
      if (s_.name_at[i] == kNone) continue;
      const ProperRun name = name_around(i);
      if (name.first == run.first && name.last == run.last) return false;
      if (name.first >= run.first && name.last <= run.last) {
        if (kind == EntityKind::organization && evidence_.ends_as_organization(run)) continue;
        // "Dahl" of "Per Dahl".
        const bool completes = kind == EntityKind::person && name.first == run.first + 1 &&
                               name.last == run.last && evidence_.begins_with_given_name(run);
        if (!completes && !ends_cut(run, name, kind)) return false;
      } else if (!cuts_title(run, name, kind)) {
        return false;
      }
    }
    return true;
  }

  // "Ada" of "Ada Holm", where the rest is no word.
  bool ends_cut(ProperRun run, ProperRun name, EntityKind kind) {
    if (kind != EntityKind::person || run.size() > 3 || name.first != run.first) return false;
    for (std::uint32_t i = name.last; i < run.last; ++i) {
      if (doc_.tags[i].upos != Upos::PROPN || evidence_.noun_of(i).file != 0) return false;
    }
    return true;
  }

  // "Commissioner" of "Commissioner Ada Holm".
  bool cuts_title(ProperRun run, ProperRun name, EntityKind kind) {
    if (kind != EntityKind::person || name.last != run.last || name.first > run.first) return false;
    for (std::uint32_t i = run.first; i-- > name.first;) {
      if (evidence_.is_title(i)) return true;
      if (evidence_.noun_of(i).file != kPersonFile) return false;
    }
    return true;
  }

  void replace() {
    out_.clear();
    s_.dropped.assign(doc_.names.size(), false);
    for (const ProperRun run : s_.runs) {
      const auto kind = s_.known.find(doc_.at(span_of(run)));
      if (kind == s_.known.end() || !is_better(run, kind->second)) continue;
      out_.push_back({span_of(run), kind->second, false});
      for (std::uint32_t i = run.first; i < run.last; ++i) drop(s_.name_at[i], run);
    }
    bool with_outer = true;
    for (std::uint32_t n = 0; n < doc_.names.size(); ++n) {
      const Name& name = doc_.names[n];
      if (!name.inner) with_outer = !s_.dropped[n];
      if (!with_outer) continue;
      out_.push_back(name);
      if (!name.inner) out_.back().kind = kind_of(name);
    }
  }

  // A place in the longer name remains one inside it.
  void drop(std::uint32_t n, ProperRun run) {
    if (n == kNone || s_.dropped[n]) return;
    s_.dropped[n] = true;
    const Name& name = doc_.names[n];
    const Span whole = span_of(run);
    const bool inside = name.span.begin >= whole.begin && name.span.end <= whole.end;
    if (inside && name.kind == EntityKind::place) out_.push_back({name.span, name.kind, true});
  }

  NameEvidence evidence_;
  const Document& doc_;
  NameRepairScratch& s_;
  std::vector<Name>& out_;
};

}  // namespace

void repair_names(std::span<const NounEntry> nouns, const Document& doc, NameRepairScratch& scratch,
                  std::vector<Name>& out) {
  Repairer(nouns, doc, scratch, out).run();
}

}  // namespace hearsay
