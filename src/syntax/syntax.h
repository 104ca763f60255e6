// Tags, trees and names: one network of two bidirectional LSTM layers reads the
// sentence; tags are read off the first layer, arcs and relations off the second,
// names off both. The tree is the maximum spanning tree of the arc scores (Kiperwasser
// & Goldberg 2016; Dozat & Manning 2017), names are the best sequence of labels of a
// linear-chain conditional random field; the names of a document then agree with each
// other. Weights are 8-bit integers, activations 7-bit ones: every machine
// computes the same. Lemmas are edits of the form.
//
// Reads:    text, sentences, tokens
// Writes:   tags and arcs (one per token each), names, strings
// Cost:     O(tokens) products of 0.81 million weights, and O(kMaxStretch) a token
//           for arcs; once `scratch` is warm, allocates only in doc
// Threads:  one SyntaxModel may serve any number of threads; one scratch each
#ifndef HEARSAY_SRC_SYNTAX_SYNTAX_H_
#define HEARSAY_SRC_SYNTAX_SYNTAX_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "document/strings.h"
#include "hearsay/document.h"
#include "hearsay/result.h"
#include "syntax/lemmatizer.h"
#include "syntax/name_agreement.h"
#include "syntax/network.h"

namespace hearsay {

inline constexpr std::uint32_t kSyntaxVersion = 3;

// Longer sentences are read in stretches of this many tokens, so that time stays
// linear and memory bounded; the root of each stretch but the first hangs on the
// first one's.
inline constexpr std::uint32_t kMaxStretch = 160;

struct ArcLabel {
  Deprel deprel = Deprel::dep;
  DeprelSubtype subtype = DeprelSubtype::none;
};

struct SyntaxModel {
  ModelFile file;  // holds the arrays that the network points into
  SyntaxNetwork network;
  LemmaModel lemmas;
  std::vector<std::string> xpos;
  std::vector<ArcLabel> relations;
};

// Words that the network reads as one sequence: a sentence or a part of one.
struct SyntaxStretch {
  std::uint32_t first = 0;  // its first token
  int length = 0;
  bool begins_sentence = false;
};

struct SyntaxScratch {
  NetworkScratch network;
  Interner interner;
  std::vector<std::uint32_t> xpos;  // of each label: index into Document::strings, or kNone
  // What the network is to read next.
  std::vector<std::string_view> words;
  std::vector<SyntaxStretch> stretches;
  std::vector<int> lengths;
  std::uint32_t anchor = kNone;  // the root of the sentence begun last
  NamesScratch names;
  std::vector<int> heads, labels;
  std::string buffer, lemma;
};

// Reads syntax.model and lemmatizer.model in `directory`. Fails with not_found or io
// if one cannot be read, corrupt_model if its size, version, checksum or contents
// are wrong.
Result<SyntaxModel> load_syntax(const std::filesystem::path& directory);

// The same from files that are already open.
Result<SyntaxModel> load_syntax(ModelFile network, ModelFile lemmas);

// Cannot fail: every token gets a tag, a lemma and a head, and every sentence is one
// tree. A layer that is there already is kept. Requires: tokens are set.
void read_syntax(const SyntaxModel& model, Document& doc, SyntaxScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SYNTAX_SYNTAX_H_
