#include "claims/pointers.h"

#include <algorithm>
#include <string>

#include "claims/content_words.h"
#include "claims/speakers.h"
#include "claims/token_range.h"

namespace hearsay {
namespace {

constexpr std::size_t kPointerTokens = 9;  // a longer content says something itself
constexpr std::uint32_t kReach = 8;        // attributions back
constexpr std::uint32_t kSentences = 5;    // sentences back
constexpr std::size_t kMostTargets = 3;
constexpr std::size_t kLeaningTokens = 12;
constexpr std::size_t kCorrectionTokens = 20;
constexpr std::uint32_t kNamedReach = 24;  // attributions back, where the content names the speaker

bool is_demonstrative(const std::string& form) {
  return form == "it" || form == "that" || form == "this" || form == "them" || form == "these" ||
         form == "those";
}

// "no such call" leans on what was said before it, however long the content is.
bool leans(const Document& doc, const std::vector<std::uint32_t>& content) {
  return std::ranges::any_of(content, [&](std::uint32_t i) {
    return lower_form(doc, i) == "such" && doc.arcs[i].head != kNone &&
           doc.tags[doc.arcs[i].head].upos == Upos::NOUN && i > 0 && is_negation(lemma_of(doc, i - 1));
  });
}

// "The statement was wrong."
bool has_account_subject(const Document& doc, const std::vector<std::uint32_t>& content) {
  return std::ranges::any_of(content, [&](std::uint32_t i) {
    return doc.tags[i].upos == Upos::NOUN && is_account_noun(lemma_of(doc, i)) &&
           doc.arcs[i].deprel == Deprel::nsubj;
  });
}

// "The jobs report", "the safety statement": a paper, not what somebody said before.
bool is_document(const Document& doc, const std::vector<std::uint32_t>& content, std::uint32_t head) {
  return std::ranges::any_of(content, [&](std::uint32_t i) {
    return doc.arcs[i].head == head && doc.arcs[i].deprel == Deprel::compound &&
           doc.tags[i].upos == Upos::NOUN;
  });
}

bool is_pointing(const Document& doc, const Statement& statement, const std::vector<std::uint32_t>& content) {
  if (content.empty()) return false;
  if (content.size() <= kLeaningTokens && leans(doc, content)) return true;
  if (statement.contrast && content.size() <= kCorrectionTokens && has_account_subject(doc, content))
    return true;
  if (content.size() > kPointerTokens) return false;
  const std::uint32_t head = head_among(doc, content);
  const std::string determiner = lower_form(doc, content.front());
  const bool definite = determiner != "a" && determiner != "an" && determiner != "any" && determiner != "no";
  if (definite && is_account_noun(lemma_of(doc, head)) && doc.tags[head].upos != Upos::VERB &&
      !is_document(doc, content, head))
    return true;
  const bool answers = statement.refusing || statement.contrast || statement.act == Act::confirm ||
                       statement.act == Act::retract;
  if (!answers) return false;
  const std::string first = lower_form(doc, content.front());
  const Upos upos = doc.tags[content.front()].upos;
  const bool stands_for_all =
      upos == Upos::PRON && (statement.refusing || statement.act == Act::retract || content.size() <= 2);
  const bool bare = content.size() <= 4 && statement.refusing;
  if (bare &&
      std::ranges::any_of(content, [&](std::uint32_t i) { return is_demonstrative(lower_form(doc, i)); }))
    return true;
  if (is_demonstrative(first) && (stands_for_all || upos == Upos::DET)) return true;
  return has_account_subject(doc, content);
}

bool takes_back(const Statement& s) { return s.act == Act::retract; }

// True for acts that can be true or false.
bool makes_claim(Act act) {
  return act == Act::assert_ || act == Act::confirm || act == Act::deny || act == Act::accuse ||
         act == Act::retract || act == Act::claim_responsibility || act == Act::criticize;
}

// True when `earlier` may be what `later` means.
bool fits(const Statement& later, const Statement& earlier) {
  const Kinship kinship = kinship_of(later.speaker, earlier.speaker, true);
  const bool own = kinship == Kinship::same || kinship == Kinship::side;
  if (takes_back(later)) return own;
  return !own && makes_claim(earlier.act);
}

bool is_named_in(const Statement& later, const Statement& earlier) {
  return std::ranges::any_of(
      later.names, [&](const std::string& name) { return names_agree(name, earlier.speaker.name); });
}

// True when they share a noun or verb of their own: "no such meeting", "the two met".
bool shares_word(const Statement& later, const Statement& earlier) {
  for (std::size_t i = 0, j = 0; i < later.words.size() && j < earlier.words.size();) {
    if (later.words[i].key == earlier.words[j].key) {
      if (later.words[i].weight > kNameWeight) return true;
      ++i;
      ++j;
    } else {
      later.words[i].key < earlier.words[j].key ? ++i : ++j;
    }
  }
  return false;
}

// True when what is around `earlier` fits, too: it goes with that.
bool is_inside(const std::vector<Statement>& statements, const Statement& later, const Statement& earlier) {
  return earlier.parent < statements.size() && fits(later, statements[earlier.parent]);
}

// The nearest that fits, preferring one with a word of it or a speaker that the content names, and what that
// speaker said around it.
std::vector<std::uint32_t> targets_of(const std::vector<Statement>& statements, std::uint32_t number) {
  const Statement& later = statements[number];
  std::uint32_t found = kNone;
  for (std::uint32_t back = 1; back <= std::min(kNamedReach, number); ++back) {
    const std::uint32_t i = number - back;
    const Statement& earlier = statements[i];
    if (!fits(later, earlier) || later.parent == i || is_inside(statements, later, earlier)) continue;
    if (earlier.parent == number) continue;
    const bool far = back > kReach || earlier.place + kSentences < later.place;
    if (far && !is_named_in(later, earlier)) continue;
    if (is_named_in(later, earlier) || shares_word(later, earlier)) {
      found = i;
      break;
    }
    if (found == kNone) found = i;
  }
  if (found == kNone) return {};
  std::vector<std::uint32_t> targets{found};
  for (std::uint32_t i = found; i > 0 && targets.size() < kMostTargets; --i) {
    const Statement& earlier = statements[i - 1];
    if (earlier.place + kSentences < later.place) break;
    if (!fits(later, earlier) || later.parent == i - 1 || is_inside(statements, later, earlier)) continue;
    const bool one_voice = kinship_of(statements[found].speaker, earlier.speaker, true) == Kinship::same;
    if (one_voice || shares_word(later, earlier)) targets.push_back(i - 1);
  }
  std::ranges::sort(targets);
  return targets;
}

void inherit_words(const std::vector<Statement>& statements, Statement& later) {
  for (const std::uint32_t i : later.points_to) {
    const std::vector<ContentWord>& words = statements[i].words;
    later.inherited.insert(later.inherited.end(), words.begin(), words.end());
  }
  std::ranges::stable_sort(later.inherited, {}, &ContentWord::key);
  later.inherited.erase(std::unique(later.inherited.begin(), later.inherited.end(), has_same_key),
                        later.inherited.end());
  if (later.inherited.size() > kMaxContentWords) later.inherited.resize(kMaxContentWords);
}

}  // namespace

void resolve_pointers(const Document& doc, std::vector<Statement>& statements) {
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    const std::vector<std::uint32_t> content = tokens_under(doc, doc.attributions[i].content);
    statements[i].pointing = is_pointing(doc, statements[i], content);
    if (!statements[i].pointing) continue;
    statements[i].points_to = targets_of(statements, i);
    inherit_words(statements, statements[i]);
  }
}

}  // namespace hearsay
