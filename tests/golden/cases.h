// Files of cases in readable text: one block a case.
//
//   === title                   or  === XFAIL title (why)
//   the text
//   ---
//   what is expected of it
#ifndef HEARSAY_TESTS_GOLDEN_CASES_H_
#define HEARSAY_TESTS_GOLDEN_CASES_H_

#include <filesystem>
#include <string>
#include <vector>

namespace hearsay {

struct Case {
  std::string title;
  std::string text;      // without blank lines at its end
  std::string expected;  // ends with a line break
  bool known_failure() const { return title.starts_with("XFAIL "); }
};

// The bytes of a file; fails the test that calls it if there is none.
std::string read_file(const std::filesystem::path& path);

std::vector<Case> parse_cases(const std::string& bytes);
std::string print_cases(const std::vector<Case>& cases);

// Names of the files of cases in a folder, without ".txt", sorted.
std::vector<std::string> case_files(const std::filesystem::path& folder);

}  // namespace hearsay

#endif  // HEARSAY_TESTS_GOLDEN_CASES_H_
