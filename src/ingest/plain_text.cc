#include "ingest/plain_text.h"

namespace hearsay {

void split_blocks(Document&) {}

}  // namespace hearsay
