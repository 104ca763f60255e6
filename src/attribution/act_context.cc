#include "attribution/act_context.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "attribution/token_spans.h"

namespace hearsay {
namespace {

// How far from the cue the words of its sentence are looked at.
constexpr std::uint32_t kBeside = 24;

// Words of the sentence before that are looked at, which few sentences have.
constexpr std::uint32_t kLongestBefore = 512;

bool is_negator(std::uint32_t lemma) {
  static const auto kNegators = [] {
    constexpr std::string_view kWords[] = {"not", "never",   "no",      "nobody", "none",
                                           "nor", "nothing", "neither", "n't",    "nowhere"};
    std::array<std::uint32_t, std::size(kWords)> hashes{};
    for (std::size_t k = 0; k < hashes.size(); ++k) hashes[k] = hash_word(kWords[k]);
    return hashes;
  }();
  return std::find(kNegators.begin(), kNegators.end(), lemma) != kNegators.end();
}

bool is_telling(Upos upos) {
  return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::VERB || upos == Upos::ADJ;
}

class ContextClues {
 public:
  ContextClues(const Document& doc, const Facts& facts, const ActScene& scene, const ActFrame& frame,
               std::uint32_t number, std::vector<ActClue>& out)
      : doc_(doc),
        facts_(facts),
        scene_(scene),
        frame_(frame),
        number_(number),
        me_(scene.parts[number]),
        out_(out) {}

  void find() {
    find_echoes();
    find_parties();
    find_content_subject();
    find_sentence();
    add(60u, me_.negated);
    add(61u, me_.negated, me_.cue);
  }

 private:
  template <typename... Values>
  void add(Values... values) {
    out_.push_back(
        {feature(static_cast<std::uint32_t>(ClueKind::context), values...), ClueKind::context, 0, 0});
  }

  std::span<const std::uint32_t> values_of(Window w) const {
    return std::span(scene_.values).subspan(w.first, w.last - w.first);
  }

  bool names(const ActPart& part, std::uint32_t entity) const {
    const auto named = values_of(part.named);
    return entity != kNone && std::binary_search(named.begin(), named.end(), entity);
  }

  std::uint32_t count_common(Window a, Window b) const {
    const auto one = values_of(a);
    const auto other = values_of(b);
    std::uint32_t common = 0;
    for (std::size_t i = 0, k = 0; i < one.size() && k < other.size();) {
      common += one[i] == other[k];
      const std::uint32_t least = std::min(one[i], other[k]);
      i += one[i] == least;
      k += other[k] == least;
    }
    return common;
  }

  bool in_content(std::uint32_t i) const {
    return std::any_of(frame_.content.begin(), frame_.content.end(),
                       [&](Window w) { return i >= w.first && i < w.last; });
  }

  // 0: not known, 1: the same, 2: another.
  std::uint32_t compare_sources(const ActPart& p) const {
    if (p.entity == kNone || me_.entity == kNone) return 0;
    return p.entity == me_.entity ? 1 : 2;
  }

  // The earlier statements that are the most alike: of the same source and of others.
  void find_echoes() {
    struct Echo {
      std::uint32_t common = 0;
      const ActPart* part = nullptr;
    };
    std::array<Echo, 3> best{};
    for (std::uint32_t k = number_ - std::min(number_, kActNear); k < number_; ++k) {
      const ActPart& p = scene_.parts[k];
      const std::uint32_t common = count_common(p.words, me_.words);
      Echo& echo = best[compare_sources(p)];
      if (common > 0 && common >= echo.common) echo = {common, &p};
    }
    for (std::uint32_t who = 0; who < best.size(); ++who) {
      if (best[who].part == nullptr) {
        add(10u, who);
        add(11u, who, me_.cue);
      } else {
        compare(who, std::min(best[who].common, 4u), *best[who].part);
      }
    }
  }

  void compare(std::uint32_t who, std::uint32_t level, const ActPart& earlier) {
    const bool is_turned = earlier.negated != me_.negated;
    std::uint32_t figures = 0;  // one has none, some in common, other ones
    if (!values_of(me_.figures).empty() && !values_of(earlier.figures).empty()) {
      figures = count_common(me_.figures, earlier.figures) > 0 ? 1 : 2;
    }
    add(12u, who, level);
    add(13u, who, level, is_turned, me_.negated);
    add(14u, who, level, is_turned, me_.negated, me_.cue);
    add(15u, who, level, figures);
    add(16u, who, figures, me_.cue);
    add(17u, who, earlier.cue, level > 1, is_turned);
  }

  // Was the source spoken of before it speaks, and does it speak of others who speak?
  void find_parties() {
    bool is_named = false;
    bool names_speaker = false;
    const std::size_t last = std::min<std::size_t>(scene_.parts.size(), number_ + std::size_t{kActNear});
    for (std::size_t k = number_ - std::min(number_, kActNear); k < last; ++k) {
      const ActPart& p = scene_.parts[k];
      if (p.entity == kNone || p.entity == me_.entity) continue;
      is_named = is_named || (k < number_ && names(p, me_.entity));
      names_speaker = names_speaker || names(me_, p.entity);
    }
    const bool names_self = names(me_, me_.entity);
    add(20u, is_named, names_speaker, names_self);
    add(21u, is_named, me_.negated);
    add(22u, is_named, names_self, me_.negated);
    add(23u, names_speaker, me_.negated);
    add(24u, is_named, names_speaker, names_self, me_.negated, me_.cue);
  }

  // Whom the content's first clause is about.
  void find_content_subject() {
    for (const Window w : frame_.content) {
      for (std::uint32_t i = w.first; i < w.last; ++i) {
        const TokenFacts& t = facts_.tokens[i];
        if (t.upos == Upos::PUNCT || (t.head != kNone && in_content(t.head))) continue;
        if (t.subject != kNone && in_content(t.subject)) return describe_subject(i, t.subject);
      }
    }
    add(30u);
  }

  void describe_subject(std::uint32_t verb_at, std::uint32_t subject) {
    const TokenFacts& verb = facts_.tokens[verb_at];
    const std::uint32_t entity = scene_.entity_of[subject];
    std::uint32_t who = 0;  // no entity, the source, somebody else, some place or event
    if (entity != kNone) {
      const EntityKind kind = doc_.entities[entity].kind;
      const bool acts = kind != EntityKind::place && kind != EntityKind::event;
      who = entity == me_.entity ? 1 : acts ? 2 : 3;
    }
    bool negated = false;
    const std::size_t last = std::min<std::size_t>(subject + std::size_t{8}, facts_.tokens.size());
    for (std::size_t i = subject - std::min(subject, 2u); i < last; ++i) {
      const TokenFacts& t = facts_.tokens[i];
      negated = negated || (t.head == verb_at && is_negator(t.lemma));
    }
    add(31u, who);
    add(32u, who, negated);
    add(33u, who, negated, me_.cue);
    add(34u, who, verb.lemma);
    add(35u, who, verb.xpos, verb.children & (kHasPassiveSubject | kHasCopula | kHasAuxiliary));
    add(36u, negated, verb.lemma);
  }

  // What else the sentence says, and the one before.
  void find_sentence() {
    const Sentence s = facts_.sentences[me_.sentence];
    const Cue& cue = frame_.cue;
    const std::uint32_t first = std::max(s.first_token, cue.first - std::min(cue.first, kBeside));
    const std::uint32_t last = std::min(s.last_token, cue.last + kBeside);
    for (std::uint32_t i = first; i < last; ++i) {
      const Upos upos = facts_.tokens[i].upos;
      if ((i >= cue.first && i < cue.last) || in_content(i) || upos == Upos::PUNCT || upos == Upos::DET ||
          upos == Upos::PROPN)
        continue;
      add(50u, facts_.tokens[i].lemma);
    }
    if (me_.sentence == 0) return;
    const Sentence before = facts_.sentences[me_.sentence - 1];
    const std::uint32_t longest = std::min(before.last_token, kLongestBefore);
    for (std::uint32_t i = std::max(before.first_token, before.last_token - longest); i < before.last_token;
         ++i) {
      if (facts_.tokens[i].head == kNone) add(51u, facts_.tokens[i].lemma);
    }
  }

  const Document& doc_;
  const Facts& facts_;
  const ActScene& scene_;
  const ActFrame& frame_;
  std::uint32_t number_;
  const ActPart& me_;
  std::vector<ActClue>& out_;
};

// Appends what `value_of` says of the content's tokens, unless it is kNone, each once.
template <typename ValueOf>
Window collect_values(const ActFrame& frame, std::vector<std::uint32_t>& values, ValueOf value_of) {
  const std::size_t begin = values.size();
  std::uint32_t left = kActWords;
  for (const Window w : frame.content) {
    for (std::uint32_t i = w.first; i < w.last && left > 0; ++i, --left) {
      const std::uint32_t value = value_of(i);
      if (value != kNone) values.push_back(value);
    }
  }
  const auto first = values.begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, values.end());
  values.erase(std::unique(first, values.end()), values.end());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(values.size())};
}

ActPart read_part(const Document& doc, const Facts& facts, std::uint32_t entity, ActScene& scene) {
  const ActFrame& frame = scene.frame;
  ActPart part{.cue = facts.tokens[frame.cue.head].lemma,
               .sentence = facts.tokens[frame.cue.first].sentence,
               .entity = entity};
  part.words = collect_values(frame, scene.values, [&](std::uint32_t i) {
    return is_telling(facts.tokens[i].upos) ? facts.tokens[i].lemma : kNone;
  });
  part.figures = collect_values(frame, scene.values, [&](std::uint32_t i) {
    return facts.tokens[i].upos == Upos::NUM ? hash_word(doc.at(doc.tokens[i].span)) : kNone;
  });
  part.named = collect_values(frame, scene.values, [&](std::uint32_t i) {
    part.negated = part.negated || is_negator(facts.tokens[i].lemma);
    return scene.entity_of[i];
  });
  return part;
}

}  // namespace

void collect_scene(const Document& doc, const Facts& facts, ActScene& out) {
  out.values.clear();
  out.parts.clear();
  out.entity_of.assign(doc.tokens.size(), kNone);
  for (const Mention& m : doc.mentions) {
    const Window w = tokens_under(doc, m.span);
    std::fill(out.entity_of.begin() + w.first, out.entity_of.begin() + w.last, m.entity);
  }
  for (std::size_t k = 0; k < doc.attributions.size(); ++k) {
    find_frame(doc, facts, doc.attributions[k], out.frame);
    const bool has_cue = out.frame.cue.first < out.frame.cue.last;
    out.parts.push_back(has_cue ? read_part(doc, facts, doc.source_entities[k], out) : ActPart{});
  }
}

void find_context_clues(const Document& doc, const Facts& facts, const ActScene& scene, const ActFrame& frame,
                        std::uint32_t number, std::vector<ActClue>& out) {
  ContextClues(doc, facts, scene, frame, number, out).find();
}

}  // namespace hearsay
