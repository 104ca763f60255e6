#include "document/drop_unsure.h"
#include "hearsay/format.h"
#include "server/article_body.h"
#include "server/items.h"
#include "server/problem.h"
#include "server/routes.h"

namespace hearsay {

ServerResponse Routes::read(const Call& call) {
  if (const auto refused = refuse_type(call.request, false)) return *refused;
  const Result<float> sure = call.query.confidence(0);
  if (!sure) return problem(sure.error());
  Result<Document> doc = body_document(call.request, call.query);
  if (!doc) return problem(doc.error());
  const Result<Success> done = call.service.pipeline_.annotate(*doc, call.worker.scratch);
  if (!done) return problem(done.error());
  if (*sure > 0) drop_unsure(*sure, *doc);
  return json_response(to_json(*doc));
}

}  // namespace hearsay
