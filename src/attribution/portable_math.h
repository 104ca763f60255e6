// exp and log that give the same bits on every machine: IEEE additions and
// multiplications only, in a fixed order (the C library's differ in the last bit).
#ifndef HEARSAY_SRC_ATTRIBUTION_PORTABLE_MATH_H_
#define HEARSAY_SRC_ATTRIBUTION_PORTABLE_MATH_H_

namespace hearsay {

// e^x to a relative error under 1e-14; 0 below -700, e^700 above 700.
double portable_exp(double x);

// Natural logarithm to an absolute error under 1e-13. Requires: x is normal and
// positive.
double portable_log(double x);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_PORTABLE_MATH_H_
