// Annotated attributions as JSON Lines: what the attribution stage is trained on.
#ifndef HEARSAY_SRC_FORMAT_ATTRIBUTION_GOLD_H_
#define HEARSAY_SRC_FORMAT_ATTRIBUTION_GOLD_H_

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// Roles of one attribution as byte spans; any of them may be empty.
struct GoldAttribution {
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;
};

struct GoldArticle {
  std::string id;
  std::string text;
  std::vector<GoldAttribution> attributions;
};

// Reads {"id": "...", "text": "...", "attributions": [{"source": [[s, e], ...],
// "cue": [...], "content": [...]}, ...]}, positions in code points. Fails with
// invalid_input if the line is no such object or a position lies outside the text.
Result<GoldArticle> read_attribution_gold(std::string_view line);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_ATTRIBUTION_GOLD_H_
