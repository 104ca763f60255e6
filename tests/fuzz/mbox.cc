// Any bytes as an archive of this format, compressed or not.
#include "tests/fuzz/archives.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hearsay::read_archive(hearsay::Format::mbox, std::string(hearsay::as_text(data, size)));
  return 0;
}
