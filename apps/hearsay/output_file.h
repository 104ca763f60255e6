// Where a command's data goes: standard output or a file.
#ifndef HEARSAY_APPS_HEARSAY_OUTPUT_FILE_H_
#define HEARSAY_APPS_HEARSAY_OUTPUT_FILE_H_

#include <string>
#include <string_view>

#include "hearsay/result.h"

namespace hearsay {

class OutputFile {
 public:
  // An empty path is standard output. Fails with io.
  static Result<OutputFile> open(const std::string& path);

  // Writes all of `bytes` at once, unbuffered. Fails with io; a reader that went
  // away is no failure, but shows in closed_pipe().
  Result<Success> write(std::string_view bytes);

  // Fails with io if the file system refuses at last what it took before.
  Result<Success> close();

  bool closed_pipe() const { return closed_pipe_; }
  bool is_terminal() const;
  int columns() const;  // of the terminal, else of $COLUMNS, else 80

  ~OutputFile();
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;

 private:
  OutputFile(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  Error failure(int error_number) const;

  int descriptor_;
  std::string name_;
  bool closed_pipe_ = false;
};

// True if the path names the file that `other` names, by whatever name.
bool is_same_file(const std::string& path, const std::string& other);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_OUTPUT_FILE_H_
