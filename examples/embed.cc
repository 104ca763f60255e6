// Hearsay in another program: prints who said what. Also the C++ example of the
// README, and built against an installed Hearsay by tests/install.
#include <iostream>

#include "hearsay/pipeline.h"

int main() {
  const auto pipeline = hearsay::Pipeline::load();
  if (!pipeline) return std::cerr << pipeline.error().message << '\n', 1;
  const auto doc = pipeline->analyze("\"The bridge is safe,\" engineer Ada Holm said on Tuesday.");
  if (!doc) return std::cerr << doc.error().message << '\n', 1;
  for (const hearsay::Attribution& a : doc->attributions) {
    for (const hearsay::Span span : a.source) std::cout << doc->at(span) << ' ';
    for (const hearsay::Span span : a.content) std::cout << "| " << doc->at(span) << '\n';
  }
}
