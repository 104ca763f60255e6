#include <cstdio>
#include <cstdlib>
#include <string>

#include "train/train_parser.h"
#include "train/train_tagger.h"

template <typename T>
void env(const char* name, T& v) {
  if (const char* s = std::getenv(name)) v = static_cast<T>(std::atof(s));
}

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  hearsay::TaggerTraining options{.data = argv[2], .output = argv[3]};
  env("T_ITER", options.iterations);
  env("T_FITER", options.fold_iterations);
  env("T_BITS", options.bits);
  env("T_MIN", options.min_mistakes);
  env("T_SCALE", options.scale);
  hearsay::ParserTraining p{.tagger = options};
  env("P_ITER", p.iterations);
  env("P_BITS", p.action_bits);
  env("P_MIN", p.action_min_mistakes);
  env("P_SCALE", p.action_scale);
  env("R_BITS", p.relation_bits);
  env("R_MIN", p.relation_min_mistakes);
  env("R_SCALE", p.relation_scale);
  const auto print = [](std::string_view line) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
  };
  const auto done = std::string(argv[1]) == "tagger" ? hearsay::train_tagger(options, print)
                                                     : hearsay::train_parser(p, print);
  if (!done) print(done.error().message);
  return done ? 0 : 1;
}
