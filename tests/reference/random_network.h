// Networks of any size with weights at random, in the form of a model file.
#ifndef HEARSAY_TESTS_REFERENCE_RANDOM_NETWORK_H_
#define HEARSAY_TESTS_REFERENCE_RANDOM_NETWORK_H_

#include "model/model_file.h"

namespace hearsay {

// Multiples of 4 for the first four and the last two, as load_network() wants them.
struct NetworkSizes {
  int width = 4;
  int hidden = 4;
  int arc_width = 4;
  int label_width = 4;
  int tags = 18;  // UPOS and XPOS
  int labels = 1;
  int names = 14;  // labels of names and of places inside
  int name_hidden = 4;
  int name_context = 8;
};

// The sections that load_network() reads. Every byte occurs among the weights.
ModelWriter random_network(const NetworkSizes& sizes);

}  // namespace hearsay

#endif  // HEARSAY_TESTS_REFERENCE_RANDOM_NETWORK_H_
