// The network that reads a sentence: word vectors, two bidirectional LSTM layers,
// and heads for tags, names, arcs and relations.
//
// Word vector: the sum of the vectors of the word's features, normalised (Ba et
// al. 2016). Tags: linear over the first layer. Names: one hidden layer over word
// vector and both layers' states, a convolution over three of those, and linear over
// that and the second layer's state; with learnt transitions (name_labels.h).
// Arcs: biaffine over the second (Dozat & Manning 2017) with a bias for distance.
// Relations: a perceptron of one hidden layer over dependent, head and their product.
#ifndef HEARSAY_SRC_SYNTAX_NETWORK_H_
#define HEARSAY_SRC_SYNTAX_NETWORK_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "hearsay/result.h"
#include "model/linear.h"
#include "model/lstm.h"
#include "syntax/word_gates.h"
#include "syntax/word_vectors.h"

namespace hearsay {

// Scores the labels of names, then those of places inside names.
struct NameHead {
  int hidden = 0;                       // width of the hidden layer
  int context = 0;                      // width of the convolution's output
  QuantizedMatrix inputs[3];            // word vector, first, second layer -> hidden layer
  QuantizedMatrix window;               // hidden layer at the word before, here and after -> context
  QuantizedMatrix from_context;         // context -> labels
  QuantizedMatrix from_states;          // second layer -> labels
  std::span<const std::int32_t> chain;  // as best_name_labels() wants it
};

struct SyntaxNetwork {
  int width = 0;      // of a word vector
  int hidden = 0;     // of one direction of an LSTM layer
  int arc_width = 0;  // of a vector for arc scores
  int label_width = 0;

  WordVectors words;
  LstmLayer layers[2];
  QuantizedMatrix tag_head;  // upos, then xpos, over the first layer
  NameHead names;
  QuantizedMatrix mlp;       // arc dependent, arc head, label dependent, label head
  QuantizedMatrix bilinear;  // arc dependent -> what an arc head is multiplied with
  std::span<const float> head_bias, root_arc, root_label, distance_bias;
  QuantizedMatrix label_hidden, label_output;
};

struct NetworkScratch {
  WordVectorScratch words;
  WordGates gates;
  LstmScratch lstm;
  LinearScratch linear;
  RoundedVectors rounded_words, rounded_states[2], rounded_context;
  std::vector<std::int32_t> arc_products;
  std::vector<float> states, mlp, tag_scores, products, arc_scores, head_terms, arc_vectors, distance_scores,
      label_inputs;
  std::vector<float> name_hidden, name_window, name_products, name_scores;
  std::vector<std::int16_t> dependents, heads;
};

// Reads the sections of a syntax model. Fails with corrupt_model.
Result<SyntaxNetwork> load_network(const ModelFile& file, int upos_count, int xpos_count, int label_count,
                                   int name_label_count);

// Scores of the tags of each word: upos then xpos, padded to tag_head.rows floats
// a word. Also computes what the functions below read. `words` are the forms of
// stretches of `lengths` words, one behind the other; each is read by itself, and
// several at once cost less than one by one. Requires: the lengths add up to
// words.size(). Cost: linear in the number of words.
std::span<const float> run_encoder(const SyntaxNetwork& network, std::span<const std::string_view> words,
                                   std::span<const int> lengths, NetworkScratch& scratch);

// Scores of the labels of names of each word that run_encoder() read last, padded
// to names.from_states.rows floats a word. Requires: `lengths` as there, and
// score_arcs() was not called in between.
std::span<const float> score_names(const SyntaxNetwork& network, std::span<const int> lengths,
                                   NetworkScratch& scratch);

// Scores of all arcs within a stretch of what run_encoder() read last, the `count`
// words from word `first`: [dependent][head], count rows of count + 1, head 0 being
// the root. Cost: O(count^2).
std::span<const float> score_arcs(const SyntaxNetwork& network, int first, int count,
                                  NetworkScratch& scratch);

// The best relation of each word of the stretch that begins at word `first`, given
// its head in the numbering of score_arcs(): an index into the model's labels.
void choose_labels(const SyntaxNetwork& network, int first, std::span<const int> heads, int label_count,
                   std::span<int> labels, NetworkScratch& scratch);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SYNTAX_NETWORK_H_
