// Fits how sure to be: logistic regression of right and wrong on the evidence.
#ifndef HEARSAY_SRC_TRAIN_CALIBRATE_H_
#define HEARSAY_SRC_TRAIN_CALIBRATE_H_

#include <vector>

#include "attribution/confidence.h"

namespace hearsay {

struct Judgement {
  Evidence evidence{};
  bool is_right = false;
};

// Maximum likelihood with a slight pull to zero, by Newton's method. All weights are
// zero when there is nothing to judge by.
Calibration calibrate(const std::vector<Judgement>& judgements);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TRAIN_CALIBRATE_H_
