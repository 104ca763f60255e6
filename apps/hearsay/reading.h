// What the commands that analyse articles share.
#ifndef HEARSAY_APPS_HEARSAY_READING_H_
#define HEARSAY_APPS_HEARSAY_READING_H_

#include <cstddef>
#include <map>
#include <string>

#include "format/content_id.h"
#include "hearsay/pipeline.h"
#include "inputs.h"

namespace hearsay {

// Fills the layers of the input's document, which is finished (finish_input()). Returns "" or what went
// wrong, with the input's name; then input.error is set.
std::string annotate(const Pipeline& pipeline, Input& input, Scratch& scratch, const Wishes& wishes = {});

// Counts the articles that were not read for want of models for their language.
class UnreadCount {
 public:
  void add(const Document& doc);
  void add(const UnreadCount& other);

  // One line on standard error if there were any: "3 articles not read, no models for their
  // language: de 2, fr 1".
  void report() const;

 private:
  std::map<std::string, std::size_t> of_language_;
};

// Prints the line that tells what was done on standard output and returns `status`, or kExitFailed where it
// cannot be printed.
int report_done(const std::string& line, int status);

// Prints one line on standard error and returns kExitFailed.
int report_failure(const std::string& message);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_READING_H_
