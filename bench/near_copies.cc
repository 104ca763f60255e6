// Finds the near copies among articles, as a ledger would: hearsay_near_copies ARTICLES.jsonl
//
// Prints each pair that shares a key: the two ids, estimated resemblance and containment in
// thousandths, how many hashes they share, and 1 where they are near copies, with tabs
// between. To stderr: speed of signing, bytes of signatures, and keys and candidates
// an article.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "claims/near_copies.h"
#include "claims/signature_bytes.h"
#include "ingest/json_lines.h"
#include "ingest/plain_text.h"

namespace hearsay {
namespace {

double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

struct Signed {
  std::string id;
  ArticleSignature signature;
};

std::vector<Signed> sign_all(std::istream& in, const char* path) {
  std::vector<Document> docs;
  JsonLinesReader reader(in, path);
  std::size_t bytes = 0;
  while (auto line = reader.next()) {
    if (line->error) continue;
    bytes += line->document.text.size();
    if (line->document.blocks.empty()) split_blocks(line->document);
    docs.push_back(std::move(line->document));
  }
  std::vector<Signed> all;
  const std::clock_t start = std::clock();
  for (const Document& doc : docs) all.push_back({doc.metadata.id, sign_article(doc)});
  const double seconds = seconds_since(start);
  std::size_t encoded = 0;
  for (const Signed& one : all) encoded += encode_signature(one.signature).size();
  const auto count = static_cast<double>(std::max<std::size_t>(1, all.size()));
  std::fprintf(stderr, "%zu articles, %.1f MB signed at %.1f MB/s, %.0f bytes a signature\n", all.size(),
               static_cast<double>(bytes) / 1e6, static_cast<double>(bytes) / 1e6 / seconds,
               static_cast<double>(encoded) / count);
  return all;
}

// The pairs of indices that share a key, the greater index first.
std::vector<std::pair<std::size_t, std::size_t>> find_candidates(const std::vector<Signed>& all) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> index;
  std::size_t keys = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::set<std::size_t> others;
    for (const std::uint32_t key : copy_keys(all[i].signature)) {
      std::vector<std::size_t>& articles = index[key];
      others.insert(articles.begin(), articles.end());
      articles.push_back(i);
      ++keys;
    }
    for (const std::size_t other : others) pairs.emplace_back(i, other);
  }
  const auto count = static_cast<double>(std::max<std::size_t>(1, all.size()));
  std::fprintf(stderr, "%.1f keys, %.1f candidates an article\n", static_cast<double>(keys) / count,
               static_cast<double>(pairs.size()) / count);
  return pairs;
}

int find_copies(const char* path) {
  std::ifstream in(path);
  if (!in) return 1;
  const std::vector<Signed> all = sign_all(in, path);
  for (const auto& [i, k] : find_candidates(all)) {
    const ArticleSignature& a = all[k].signature;
    const ArticleSignature& b = all[i].signature;
    const Overlap overlap = compare(a, b);
    std::printf("%s\t%s\t%u\t%u\t%u\t%d\n", all[k].id.c_str(), all[i].id.c_str(), overlap.resemblance,
                overlap.containment, overlap.shared, are_near_copies(a, b) ? 1 : 0);
  }
  return 0;
}

}  // namespace
}  // namespace hearsay

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: hearsay_near_copies ARTICLES.jsonl\n");
    return 2;
  }
  return hearsay::find_copies(argv[1]);
}
