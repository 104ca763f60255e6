// Reads pages, files of HTML, as `hearsay read` does before the stages:
//
//   hearsay_pages_bench json FILE...         prints a document a line
//   hearsay_pages_bench speed RUNS FILE...   prints pages/s and MB/s of CPU time on one thread: median,
//   least,
//                                            most and number of runs, with tabs between
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/format.h"
#include "pages/page.h"

namespace hearsay {
namespace {

struct PageFile {
  std::string name;
  std::string bytes;
};

std::vector<PageFile> read_files(char** begin, char** end) {
  std::vector<PageFile> files;
  for (; begin != end; ++begin) {
    std::ifstream in(*begin, std::ios::binary);
    files.push_back({std::filesystem::path(*begin).filename(), {std::istreambuf_iterator<char>(in), {}}});
  }
  return files;
}

void print_documents(const std::vector<PageFile>& files) {
  for (const PageFile& file : files) {
    Result<Document> doc = read_page(file.bytes, {});
    if (!doc) {
      std::fprintf(stderr, "%s: %s\n", file.name.c_str(), doc.error().message.c_str());
      continue;
    }
    doc->metadata.file = file.name;
    std::puts(to_json(*doc).c_str());
  }
}

void print_speed(const std::vector<PageFile>& files, int runs) {
  double megabytes = 0;
  for (const PageFile& file : files) megabytes += static_cast<double>(file.bytes.size()) / 1e6;
  std::vector<double> seconds;
  for (int i = 0; i < runs; ++i) {
    const std::clock_t start = std::clock();
    for (const PageFile& file : files) (void)read_page(file.bytes, {});
    seconds.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::sort(seconds.begin(), seconds.end());
  const auto print = [&](const char* what, double amount) {
    std::printf("%s\t%.1f\t%.1f\t%.1f\t%d\n", what, amount / seconds[seconds.size() / 2],
                amount / seconds.back(), amount / seconds.front(), runs);
  };
  print("pages/s", static_cast<double>(files.size()));
  print("MB/s", megabytes);
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  const std::string_view what = argc > 1 ? argv[1] : "";
  if (what == "json") return hearsay::print_documents(hearsay::read_files(argv + 2, argv + argc)), 0;
  const int runs = argc > 3 && what == "speed" ? std::atoi(argv[2]) : 0;
  if (runs < 1)
    return std::fprintf(stderr, "usage: hearsay_pages_bench json FILE... | speed RUNS FILE...\n"), 2;
  hearsay::print_speed(hearsay::read_files(argv + 3, argv + argc), runs);
}
