#include "tests/golden/cases.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

namespace hearsay {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Case> parse_cases(const std::string& bytes) {
  std::vector<Case> cases;
  std::istringstream lines(bytes);
  bool in_expected = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({.title = line.substr(4)});
      in_expected = false;
    } else if (!cases.empty() && line == "---") {
      in_expected = true;
    } else if (!cases.empty()) {
      (in_expected ? cases.back().expected : cases.back().text) += line + '\n';
    }
  }
  for (Case& c : cases) {
    while (c.text.ends_with('\n')) c.text.pop_back();
    while (c.expected.ends_with("\n\n")) c.expected.pop_back();
  }
  return cases;
}

}  // namespace hearsay
