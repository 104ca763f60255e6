#include "tests/golden/cases.h"

#include <gtest/gtest.h>

#include <algorithm>
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

std::string print_cases(const std::vector<Case>& cases) {
  std::string out;
  for (const Case& c : cases) {
    out += (out.empty() ? "=== " : "\n=== ") + c.title + '\n' + c.text + "\n---\n" + c.expected;
  }
  return out;
}

std::vector<std::string> case_files(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const bool cases = entry.path().extension() == ".txt" && entry.path().stem() != "CMakeLists";
    if (cases) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace hearsay
