// Articles as bodies of requests.
#ifndef HEARSAY_SRC_SERVER_ARTICLE_BODY_H_
#define HEARSAY_SRC_SERVER_ARTICLE_BODY_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "hearsay/document.h"
#include "hearsay/result.h"
#include "server/message.h"
#include "server/parameters.h"

namespace hearsay {

// The Content-Type without its parameters.
std::string_view media_type(const ServerRequest& request);

// 415 for a type that is none of an article; `lines_too`: of several.
std::optional<ServerResponse> refuse_type(const ServerRequest& request, bool lines_too);

// The article in the body, which is of one; parameters go before what it says itself. Fails with
// invalid_input.
Result<Document> body_document(const ServerRequest& request, const Parameters& query);

// An article of a body that may have several.
struct BodyArticle {
  Document doc;
  std::optional<Error> error;
  std::uint64_t line = 0;  // of JSON Lines; else 0
};

// All of them, also those that are broken.
std::vector<BodyArticle> body_articles(const ServerRequest& request, const Parameters& query);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_ARTICLE_BODY_H_
