#include "tests/reference/random_network.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/feature_hash.h"
#include "syntax/syntax.h"

namespace hearsay {
namespace {

constexpr int kEmbeddings = 5;
constexpr int kDistances = 29;

struct Sections {
  ModelWriter writer;
  std::uint64_t state;

  std::uint32_t next() {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state >> 33);
  }
  void add_bytes(const std::string& name, int size) {
    std::vector<std::int8_t> values;
    for (int i = 0; i < size; ++i) values.push_back(static_cast<std::int8_t>(next() % 256));
    writer.add<std::int8_t>(name, values);
  }
  void add_floats(const std::string& name, int size, float scale) {
    std::vector<float> values;
    for (int i = 0; i < size; ++i)
      values.push_back(scale * (static_cast<float>(next() % 20'001) / 10'000.0f - 1.0f));
    writer.add<float>(name, values);
  }
  void add_matrix(const std::string& name, int rows, int columns) {
    add_bytes(name + ".w", rows * columns);
    add_floats(name + ".scale", rows, 0.01f);
    add_floats(name + ".bias", rows, 0.5f);
  }
};

}  // namespace

ModelWriter random_network(const NetworkSizes& n) {
  Sections out{ModelWriter("syntax", kSyntaxVersion), static_cast<std::uint64_t>(n.width + 7 * n.hidden)};
  std::vector<std::uint32_t> sizes;
  for (const int size : {n.width, n.hidden, n.arc_width, n.label_width}) {
    sizes.push_back(static_cast<std::uint32_t>(size));
  }
  out.writer.add<std::uint32_t>("sizes", sizes);
  // "oslo" and "new york", as a city and, of all classes, a known organization.
  std::vector<std::uint64_t> phrases(8);
  for (const char* phrase : {"g:oslo", "g:new york"}) {
    std::size_t slot = hash_bytes(phrase) % phrases.size();
    while (phrases[slot] != 0) slot = (slot + 1) % phrases.size();
    phrases[slot] = hash_bytes(phrase);
  }
  out.writer.add<std::uint64_t>("gazetteer.keys", phrases);
  out.writer.add<std::uint16_t>("gazetteer.classes", std::vector<std::uint16_t>(phrases.size(), 0x201));
  for (const std::string name : {"features", "ngrams"}) {
    out.writer.add<std::uint64_t>(name + ".keys", std::vector<std::uint64_t>{0, 5, 2, 0});
    out.writer.add<std::uint32_t>(name + ".rows", std::vector<std::uint32_t>{0, 4, 1, 0});
    out.add_bytes(name + ".w", kEmbeddings * n.width);
  }
  for (const auto& [name, input] : {std::pair("lstm1", n.width), std::pair("lstm2", 2 * n.hidden)}) {
    for (const char* direction : {".f", ".b"}) {
      out.add_matrix(std::string(name) + direction + ".in", 4 * n.hidden, input);
      out.add_matrix(std::string(name) + direction + ".rec", 4 * n.hidden, n.hidden);
    }
  }
  out.add_matrix("tags", n.tags, 2 * n.hidden);
  out.add_matrix("names", n.names, 2 * n.hidden);
  const std::vector<std::uint32_t> name_sizes = {static_cast<std::uint32_t>(n.name_hidden),
                                                 static_cast<std::uint32_t>(n.name_context)};
  out.writer.add<std::uint32_t>("names.sizes", name_sizes);
  out.add_matrix("names.linear", n.names, 2 * n.hidden);
  out.add_matrix("names.word", n.name_hidden, n.width);
  out.add_matrix("names.first", n.name_hidden, 2 * n.hidden);
  out.add_matrix("names.second", n.name_hidden, 2 * n.hidden);
  out.add_matrix("names.window", n.name_context, 3 * n.name_hidden);
  out.add_matrix("names.context", n.names, n.name_context);
  out.writer.add<std::int32_t>("names.chain", std::vector<std::int32_t>((kNameLabels + 1) * kNameLabels, 7));
  out.add_matrix("mlp", 2 * n.arc_width + 2 * n.label_width, 2 * n.hidden);
  out.add_matrix("bilinear", n.arc_width, n.arc_width);
  out.add_matrix("label1", n.label_width, 3 * n.label_width);
  out.add_matrix("label2", n.labels, n.label_width);
  const std::map<std::string, int> vectors = {
      {"norm.gain", n.width},         {"norm.bias", n.width},    {"units", 2},
      {"arc.head_bias", n.arc_width}, {"arc.root", n.arc_width}, {"label.root", n.label_width},
      {"arc.distance", kDistances}};
  for (const auto& [name, size] : vectors) out.add_floats(name, size, 1.0f);
  return std::move(out.writer);
}

}  // namespace hearsay
