#include "train/train_tagger.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "document/strings.h"
#include "tagger/tagger.h"
#include "train/perceptron.h"
#include "train/random.h"
#include "train/train_lemmatizer.h"

namespace hearsay {
namespace {

// A pair of UPOS and XPOS seen less often is no class: its words train nothing.
constexpr int kMinClassCount = 4;

// A training sentence: its words' features and gold classes, as TaggedSentence.
struct Example {
  TaggedSentence sentence;
  std::vector<std::uint8_t> gold;  // one a word, kNoClass for what is no class
  std::size_t document = 0;
};

using ClassIndex = std::map<std::string, std::uint8_t>;

std::string class_text(const Document& doc, std::size_t token) {
  return to_text(TagClass{doc.tags[token].upos, doc.strings[doc.tags[token].xpos]});
}

ClassIndex find_classes(const std::vector<Document>& docs) {
  std::map<std::string, int> counts;
  for (const Document& doc : docs) {
    for (std::size_t t = 0; t < doc.tags.size(); ++t) ++counts[class_text(doc, t)];
  }
  ClassIndex classes;
  for (const auto& [text, count] : counts) {
    if (count < kMinClassCount || !parse_tag_class(text) || classes.size() == kMaxClasses) continue;
    classes.emplace(text, static_cast<std::uint8_t>(classes.size()));
  }
  return classes;
}

std::vector<Example> make_examples(const std::vector<Document>& docs, const ClassIndex& classes) {
  std::vector<Example> examples;
  std::string buffer;
  for (std::size_t d = 0; d < docs.size(); ++d) {
    for (const Sentence s : docs[d].sentences) {
      Example& example = examples.emplace_back();
      example.document = d;
      start_sentence(docs[d], s, buffer, example.sentence);
      for (std::uint32_t t = s.first_token; t < s.last_token; ++t) {
        const auto it = classes.find(class_text(docs[d], t));
        example.gold.push_back(it == classes.end() ? kNoClass : it->second);
      }
    }
  }
  return examples;
}

// Features of word `i` for a pass, in one list.
template <bool kSecond>
std::span<const std::uint64_t> features_of(const TaggedSentence& s, std::size_t i,
                                           std::vector<std::uint64_t>& list) {
  WordFeatureList words;
  word_feature_list(s, i, words);
  list.assign(words.begin(), words.end());
  std::conditional_t<kSecond, SecondFeatureList, FirstFeatureList> rest;
  if constexpr (kSecond) {
    second_feature_list(s, i, rest);
  } else {
    first_feature_list(s, i, rest);
  }
  list.insert(list.end(), rest.begin(), rest.end());
  return list;
}

int best_label(const std::vector<std::int32_t>& scores) {
  return static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

// Tags a sentence with the weights as they are, and learns from it if `learn`.
template <bool kSecond>
int run_sentence(Perceptron& p, Example& example, bool learn) {
  std::vector<std::uint64_t> list;
  std::vector<std::int32_t> scores;
  int wrong = 0;
  for (std::size_t i = 0; i < example.gold.size(); ++i) {
    const auto features = features_of<kSecond>(example.sentence, i, list);
    scores.assign(static_cast<std::size_t>(p.label_count), 0);
    add_scores(p, features, scores);
    const int best = best_label(scores);
    example.sentence.tags[i + kMargin] = static_cast<std::uint8_t>(best);
    if (best != example.gold[i]) ++wrong;
    if (!learn || example.gold[i] == kNoClass) continue;
    if (best != example.gold[i]) update(p, features, example.gold[i], best);
    ++p.time;
  }
  return wrong;
}

template <bool kSecond>
Perceptron fit(const TaggerTraining& options, int iterations, std::size_t classes,
               const std::vector<Example*>& examples, const Progress& progress) {
  Perceptron p(options.bits, static_cast<int>(classes));
  p.min_mistakes = options.min_mistakes;
  Random random{options.seed};
  std::vector<Example*> order = examples;
  for (int iteration = 1; iteration <= iterations; ++iteration) {
    shuffle(order, random);
    int wrong = 0;
    for (Example* example : order) wrong += run_sentence<kSecond>(p, *example, true);
    progress("tagger: iteration " + std::to_string(iteration) + ": " + std::to_string(wrong) + " mistakes");
  }
  return p;
}

// Weights rounded to what a model file holds, for use as if trained.
Perceptron finished(Perceptron p, float scale) {
  const std::vector<float> weights = averaged(p);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    p.weights[i] = static_cast<std::int32_t>(std::clamp(std::lround(weights[i] / scale), -127L, 127L));
  }
  return p;
}

// First-pass classes of every sentence, by models that have not seen its document.
void jackknife_first_pass(const TaggerTraining& options, std::size_t classes, std::vector<Example>& examples,
                          const Progress& progress) {
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    progress("tagger: part " + std::to_string(fold + 1) + " of " + std::to_string(kFolds));
    std::vector<Example*> others;
    for (Example& example : examples) {
      if (example.document % kFolds != fold) others.push_back(&example);
    }
    Perceptron p =
        finished(fit<false>(options, options.fold_iterations, classes, others, progress), options.scale);
    for (Example& example : examples) {
      if (example.document % kFolds != fold) continue;
      run_sentence<false>(p, example, false);
      example.sentence.first = example.sentence.tags;
    }
  }
}

void store_lemmatizer(const std::vector<Document>& docs, const ClassIndex& classes, ModelWriter& writer) {
  std::vector<LemmaExample> examples;
  for (const Document& doc : docs) {
    for (std::size_t t = 0; t < doc.tags.size(); ++t) {
      const auto it = classes.find(class_text(doc, t));
      if (it == classes.end()) continue;
      examples.push_back({doc.at(doc.tokens[t].span), doc.strings[doc.tags[t].lemma], it->second,
                          doc.tags[t].upos == Upos::PROPN});
    }
  }
  train_lemmatizer(examples, writer);
}

std::vector<Example*> pointers(std::vector<Example>& examples) {
  std::vector<Example*> out;
  for (Example& example : examples) out.push_back(&example);
  return out;
}

}  // namespace

Result<Success> train_tagger(const TaggerTraining& options, const Progress& progress) {
  const Result<std::vector<Document>> docs = read_training_treebanks(options.data);
  if (!docs) return docs.error();
  const ClassIndex classes = find_classes(*docs);
  std::vector<Example> examples = make_examples(*docs, classes);
  jackknife_first_pass(options, classes.size(), examples, progress);

  ModelWriter writer("tagger", kTaggerVersion);
  std::vector<std::string> texts(classes.size());
  for (const auto& [text, index] : classes) texts[index] = text;
  writer.add_strings("classes", texts);
  const int count = static_cast<int>(classes.size());
  // The second pass trains on jackknifed classes, so it comes before the first,
  // whose training overwrites nothing that it needs.
  progress("tagger: second pass");
  const Perceptron second =
      fit<true>(options, options.iterations, classes.size(), pointers(examples), progress);
  progress("tagger: first pass");
  const Perceptron first =
      fit<false>(options, options.iterations, classes.size(), pointers(examples), progress);
  store_sparse_table(writer, "first", averaged(first), options.bits, count, options.scale);
  store_sparse_table(writer, "second", averaged(second), options.bits, count, options.scale);
  store_lemmatizer(*docs, classes, writer);
  return writer.write(options.output / "tagger.model");
}

void jackknife_tags(const TaggerTraining& options, std::vector<Document>& docs, const Progress& progress) {
  const ClassIndex classes = find_classes(docs);
  std::vector<TagClass> tag_classes(classes.size());
  for (const auto& [text, index] : classes) tag_classes[index] = *parse_tag_class(text);
  std::vector<Example> examples = make_examples(docs, classes);
  jackknife_first_pass(options, classes.size(), examples, progress);
  std::size_t next = 0;
  for (Document& doc : docs) {
    Interner interner;
    interner.attach(doc.strings);
    for (const Sentence s : doc.sentences) {
      const Example& example = examples[next++];
      for (std::uint32_t t = s.first_token; t < s.last_token; ++t) {
        const TagClass& tag_class = tag_classes[example.sentence.first[t - s.first_token + kMargin]];
        doc.tags[t].upos = tag_class.upos;
        doc.tags[t].xpos = interner.intern(tag_class.xpos);
      }
    }
  }
}

}  // namespace hearsay
