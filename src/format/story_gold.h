// Annotated stories: several articles on one matter, what is said in them and how the
// statements relate. What linking is trained on.
#ifndef HEARSAY_SRC_FORMAT_STORY_GOLD_H_
#define HEARSAY_SRC_FORMAT_STORY_GOLD_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

struct GoldStoryArticle {
  std::string id, publisher, published, title, text;
};

struct GoldStatement {
  std::string id;
  std::string article;
  std::vector<Span> cue;      // in the article's text; empty where it has none
  std::vector<Span> content;  // likewise
  std::optional<Act> act;     // none where it names none
  bool negated = false;
};

struct GoldRelation {
  std::string type, from, to;  // `from` and `to`: ids of statements
};

struct GoldStory {
  std::string id;
  std::vector<GoldStoryArticle> articles;
  std::vector<GoldStatement> statements;
  std::vector<GoldRelation> relations;
};

// Reads one story: an object with "id", "articles", "statements" and "relations"
// (examples/annotated/README.md). Cues and contents are given as pieces of the text; of a cue
// that occurs several times, the one nearest to the content is meant. Fails with
// invalid_input if the JSON is no such object, a piece is not in its article, or a relation
// names a statement that is not there.
Result<GoldStory> read_story_gold(std::string_view json);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_STORY_GOLD_H_
