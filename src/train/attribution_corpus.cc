#include "train/attribution_corpus.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>

#include "format/attribution_gold.h"
#include "train/reading_stages.h"

namespace hearsay {
namespace {

WordRange tokens_within(const Document& doc, Span span) {
  WordRange range;
  const auto is_inside = [&](const Token& t) {
    const auto begin = std::max(t.span.begin, span.begin);
    const auto end = std::min(t.span.end, span.end);
    return begin < end && 2 * (end - begin) >= t.span.end - t.span.begin;
  };
  auto at = std::partition_point(doc.tokens.begin(), doc.tokens.end(),
                                 [&](const Token& t) { return t.span.end <= span.begin; });
  while (at != doc.tokens.end() && !is_inside(*at) && at->span.begin < span.end) ++at;
  range.first = range.last = static_cast<std::uint32_t>(at - doc.tokens.begin());
  while (range.last < doc.tokens.size() && is_inside(doc.tokens[range.last])) ++range.last;
  return range;
}

std::vector<WordRange> ranges_within(const Document& doc, const std::vector<Span>& spans) {
  std::vector<WordRange> ranges;
  for (const Span s : spans) {
    const WordRange r = tokens_within(doc, s);
    if (r.first < r.last) ranges.push_back(r);
  }
  return ranges;
}

void map_gold(const Document& doc, const GoldArticle& article, AnnotatedArticle& out) {
  for (const GoldAttribution& a : article.attributions) {
    const std::vector<WordRange> cue = ranges_within(doc, a.cue);
    GoldRoles g;
    g.content = ranges_within(doc, a.content);
    g.source = ranges_within(doc, a.source);
    if (cue.empty() || g.content.empty()) continue;
    g.cue = {cue[0].first, cue[0].last, head_of(out.facts, cue[0].first, cue[0].last)};
    out.gold.push_back(std::move(g));
  }
}

void label_range(WordRange r, Window w, std::uint8_t begin_label, std::vector<std::uint8_t>& labels) {
  for (std::uint32_t i = std::max(r.first, w.first); i < std::min(r.last, w.last); ++i) {
    const bool begins = i == r.first || i == w.first;
    labels[i - w.first] = static_cast<std::uint8_t>(begin_label + (begins ? 0 : 1));
  }
}

// Where a later range overwrote an earlier one's beginning, "continue" may stand
// where it cannot.
void make_legal(std::vector<std::uint8_t>& labels) {
  for (std::size_t k = 0; k < labels.size(); ++k) {
    if (!may_follow(k == 0 ? 0 : labels[k - 1], labels[k])) --labels[k];
  }
}

// Word tokens of the ranges, as the scorer counts them.
std::vector<std::uint32_t> words_of(const Facts& facts, const std::vector<WordRange>& ranges) {
  std::vector<std::uint32_t> words;
  for (const WordRange r : ranges) {
    for (std::uint32_t i = r.first; i < r.last; ++i) {
      if (facts.tokens[i].upos != Upos::PUNCT) words.push_back(i);
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

}  // namespace

Result<std::vector<AnnotatedArticle>> read_articles(const std::filesystem::path& gold,
                                                    const std::filesystem::path& models,
                                                    std::span<const WordClassEntry> classes, int step) {
  auto stages = ReadingStages::load(models);
  if (!stages) return stages.error();
  std::ifstream in(gold);
  if (!in) return Error{ErrorCode::not_found, gold.string() + ": expected annotated articles, found no file"};
  std::vector<AnnotatedArticle> articles;
  FactsScratch scratch;
  int number = 0;
  for (std::string line; std::getline(in, line); ++number) {
    if (number % step != 0) continue;
    const auto article = read_attribution_gold(line);
    if (!article) return article.error();
    Document doc;
    doc.text = article->text;
    stages->read(doc);
    AnnotatedArticle& a = articles.emplace_back();
    collect_facts(doc, classes, scratch, a.facts);
    map_gold(doc, *article, a);
    a.fold = static_cast<std::uint8_t>(number % kFolds);
  }
  return articles;
}

std::vector<std::uint8_t> cue_labels(const AnnotatedArticle& article) {
  std::vector<std::uint8_t> labels(article.facts.tokens.size(), 0);
  const Window all{0, static_cast<std::uint32_t>(labels.size())};
  for (const GoldRoles& g : article.gold) label_range({g.cue.first, g.cue.last}, all, 1, labels);
  make_legal(labels);
  return labels;
}

std::vector<std::uint8_t> joint_labels(const AnnotatedArticle& article) {
  std::vector<std::uint8_t> labels(article.facts.tokens.size(), 0);
  const Window all{0, static_cast<std::uint32_t>(labels.size())};
  for (const GoldRoles& g : article.gold) {
    for (const WordRange r : g.content) label_range(r, all, 5, labels);
  }
  for (const GoldRoles& g : article.gold) {
    for (const WordRange r : g.source) label_range(r, all, 1, labels);
    label_range({g.cue.first, g.cue.last}, all, 3, labels);
  }
  return labels;
}

std::vector<std::uint8_t> role_labels(const GoldRoles& g, Window w) {
  std::vector<std::uint8_t> labels(w.last - w.first, 0);
  for (const WordRange r : g.content) label_range(r, w, 3, labels);
  for (const WordRange r : g.source) label_range(r, w, 1, labels);
  for (std::uint32_t i = g.cue.first; i < g.cue.last; ++i) labels[i - w.first] = 0;
  make_legal(labels);
  return labels;
}

CrfExamples cue_examples(const std::vector<AnnotatedArticle>& articles) {
  CrfExamples examples;
  std::vector<std::uint64_t> features;
  for (const AnnotatedArticle& a : articles) {
    const std::vector<std::uint8_t> labels = cue_labels(a);
    for (std::uint32_t p = 0; p + 1 < a.facts.paragraphs.size(); ++p) {
      for (std::uint32_t i = a.facts.paragraph_begin(p); i < a.facts.paragraph_end(p); ++i) {
        features.clear();
        cue_features(a.facts, i, features);
        examples.add_token(features, labels[i]);
      }
      examples.end_sequence(a.fold);
    }
  }
  return examples;
}

bool is_right(const AnnotatedArticle& article, const Guess& guess, const GuessedCue& cue) {
  std::vector<WordRange> source;
  std::vector<WordRange> content;
  for (std::uint32_t i = cue.window.first; i < cue.window.last; ++i) {
    const std::uint8_t label = guess.labels[cue.labels_begin + i - cue.window.first];
    if (label != 0) (label <= 2 ? source : content).push_back({i, i + 1});
  }
  const auto source_words = words_of(article.facts, source);
  const auto content_words = words_of(article.facts, content);
  for (const GoldRoles& g : article.gold) {
    if (g.cue.last <= cue.cue.first || cue.cue.last <= g.cue.first) continue;
    const auto gold_source = words_of(article.facts, g.source);
    const auto gold_content = words_of(article.facts, g.content);
    if (source_words.empty() != gold_source.empty()) continue;
    if (!gold_source.empty() && shared(source_words, gold_source) == 0) continue;
    if (4 * shared(content_words, gold_content) >= content_words.size() + gold_content.size()) return true;
  }
  return false;
}

}  // namespace hearsay
