// How fast archives are read, without their pages: decompression, records and HTTP.
//
//   hearsay_warc_bench RUNS FILE...
//
// Prints a line for each file: megabytes a second of the file and of what is in it, both in CPU
// time of one thread, the best of the runs, and how many articles there were.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>

#include "archives/warc_reader.h"

namespace hearsay {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Run {
  double seconds = 0;
  std::uint64_t bytes = 0;
  std::size_t articles = 0;
};

Run read(const char* path) {
  std::filebuf file;
  char buffer[std::size_t{1} << 16];
  file.pubsetbuf(buffer, sizeof buffer);
  if (!file.open(path, std::ios::in | std::ios::binary)) {
    std::fprintf(stderr, "%s: cannot be read\n", path);
    std::exit(1);
  }
  Run run;
  const double begin = cpu_seconds();
  Decompressor in(file);
  WarcReader reader(in);
  while (const std::optional<Article> article = reader.next()) {
    if (article->error)
      std::fprintf(stderr, "%s: %s\n", article->place.c_str(), article->error->message.c_str());
    ++run.articles;
  }
  run.seconds = cpu_seconds() - begin;
  run.bytes = in.position();
  return run;
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  for (int i = 2; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::ate | std::ios::binary);
    const double size = static_cast<double>(file.tellg());
    hearsay::Run best;
    for (int run = 0; run < std::atoi(argv[1]); ++run) {
      const hearsay::Run one = hearsay::read(argv[i]);
      if (run == 0 || one.seconds < best.seconds) best = one;
    }
    std::printf("%s\t%.1f\t%.1f\t%zu\n", argv[i], size / best.seconds / 1e6,
                static_cast<double>(best.bytes) / best.seconds / 1e6, best.articles);
  }
  return 0;
}
