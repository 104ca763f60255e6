// What a new version of an article changed in what is said.
#ifndef HEARSAY_SRC_FORMAT_VERSION_CHANGES_H_
#define HEARSAY_SRC_FORMAT_VERSION_CHANGES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/format.h"

namespace hearsay {

// A statement that went (no `after`), came (no `before`) or was changed (both): indices into
// the attributions of the two documents.
struct VersionChange {
  std::uint32_t before = kNone;
  std::uint32_t after = kNone;
  bool operator==(const VersionChange&) const = default;
};

// What is in both with the same source, cue and content is no change. Of the rest, two of the
// same source of which most words are the same are one statement that was changed. By where they
// stand in the new version, what went last.
std::vector<VersionChange> compare_versions(const Document& before, const Document& after);

// The changes for a person, marked - + and ~; "" where there are none.
std::string changes_text(const Document& before, const Document& after, const TextOptions& options);

// {"record": "change", "document", "version", "before", "after"} on one line: the statement in the
// version before, and in this one, which counts from 1; null where there is none.
std::string to_record(const Document& before, const Document& after, const VersionChange& change,
                      std::size_t version);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_VERSION_CHANGES_H_
