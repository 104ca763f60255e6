// A model with damage and right checksums, given to its stage's loader: refused, or a
// model that reads a text without breaking a rule.
//
// The trained models, and a small network, because loading a large one takes a hundred
// times as long.
#define XXH_INLINE_ALL
#include <sys/mman.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "hearsay/pipeline.h"
#include "syntax/syntax.h"
#include "tests/fuzz/damage.h"
#include "tests/reference/random_network.h"
#include "tokenizer/tokenizer.h"

namespace hearsay {
namespace {

constexpr const char* kText = "BERGEN, 3 May - \"It's done,\" Mrs. Ada Holm said. He denied that.\n\nWho?";

// A model, and what reads it: loads the file at `path` and uses it on the text as the
// stages before it leave it.
struct Target {
  std::string good;
  void (*read)(const std::filesystem::path& path);
};

template <typename T>
bool is_loaded(const Result<T>& model) {
  require(model || model.error().code == ErrorCode::corrupt_model, "damage is corrupt_model");
  return model.has_value();
}

// The text as sound models read it.
const Document& sound() {
  static const Result<Document> doc = [] {
    const Result<Pipeline> pipeline = Pipeline::load();
    return pipeline ? pipeline->analyze(kText) : Result<Document>(pipeline.error());
  }();
  require(doc.has_value(), doc ? "" : doc.error().message);
  return *doc;
}

void read_tokenizer(const std::filesystem::path& path) {
  const auto model = load_tokenizer(path);
  if (!is_loaded(model)) return;
  Document doc{.text = kText, .blocks = sound().blocks};
  TokenizerScratch scratch;
  tokenize(*model, doc, scratch);
  require_none(find_violation(doc));
}

void read_lemmatizer(const std::filesystem::path& path) {
  const auto model = load_lemmatizer(path);
  if (!is_loaded(model)) return;
  std::string buffer;
  std::string lemma;
  for (std::size_t i = 0; i < sound().tokens.size(); ++i) {
    const Tag tag = sound().tags[i];
    const std::uint64_t tag_class = lemma_class(tag.upos, sound().strings[tag.xpos]);
    lemmatize(*model, sound().at(sound().tokens[i].span), tag_class, buffer, lemma);
    require(!lemma.empty(), "a lemma is not empty");
  }
}

void read_syntax_model(const std::filesystem::path& path) {
  auto file = ModelFile::open(path, "syntax", kSyntaxVersion);
  if (!is_loaded(file)) return;
  auto lemmas =
      ModelFile::open(default_model_directory() / "lemmatizer.model", "lemmatizer", kLemmatizerVersion);
  const auto model = load_syntax(*std::move(file), *std::move(lemmas));
  if (!is_loaded(model)) return;
  Document doc{
      .text = kText, .blocks = sound().blocks, .sentences = sound().sentences, .tokens = sound().tokens};
  SyntaxScratch scratch;
  read_syntax(*model, doc, scratch);
  require_none(find_violation(doc));
}

constexpr NetworkSizes kSmall{
    .width = 8, .hidden = 4, .arc_width = 8, .label_width = 4, .tags = 20, .labels = 5};

void read_network(const std::filesystem::path& path) {
  const auto file = ModelFile::open(path, "syntax", kSyntaxVersion);
  if (!is_loaded(file)) return;
  const auto network = load_network(*file, kUposCount, kSmall.tags - kUposCount, kSmall.labels, kSmall.names);
  if (!is_loaded(network)) return;
  const std::vector<std::string_view> words = {"Ada", "Holm", "said", "no", "."};
  const std::vector<int> heads = {2, 3, 0, 3, 3};
  NetworkScratch scratch;
  const std::vector<int> lengths = {3, 2};
  run_encoder(*network, words, lengths, scratch);
  for (const float score : score_names(*network, lengths, scratch)) {
    require(score > -1e36f && score < 1e36f, "scores of names are bounded");
  }
  run_encoder(*network, words, std::vector<int>{5}, scratch);
  for (const float score : score_arcs(*network, 0, 5, scratch)) {
    require(score > -1e27f && score < 1e27f, "scores are bounded");
  }
  std::vector<int> labels(heads.size());
  choose_labels(*network, 0, heads, kSmall.labels, labels, scratch);
  for (const int label : labels)
    require(label >= 0 && label < kSmall.labels, "labels are among those there are");
}

std::string trained(const char* name) {
  std::ifstream in(default_model_directory() / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Target> make_targets() {
  const std::vector<std::byte> small = random_network(kSmall).bytes();
  return {{trained("tokenizer.model"), read_tokenizer},
          {trained("lemmatizer.model"), read_lemmatizer},
          {trained("syntax.model"), read_syntax_model},
          {{reinterpret_cast<const char*>(small.data()), small.size()}, read_network}};
}

// The large models are seldom worth their time.
constexpr std::uint8_t kTurns[] = {0, 1, 3, 3, 0, 1, 3, 3, 0, 1, 3, 3, 0, 1,
                                   3, 3, 0, 1, 3, 3, 0, 1, 3, 3, 0, 1, 3, 2};

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  static const std::vector<Target> targets = make_targets();
  // A file in memory, which the loaders find under this name.
  static const int memory = memfd_create("model", 0);
  static const std::filesystem::path path = "/proc/self/fd/" + std::to_string(memory);
  if (size == 0) return 0;
  const Target& target = targets[kTurns[data[0] % std::size(kTurns)]];
  require(section_count(target.good) > 0, "a model to damage");
  std::string bad = target.good;
  damage_sections(bad, data + 1, size - 1);
  require(ftruncate(memory, static_cast<off_t>(bad.size())) == 0, "room for a model");
  require(pwrite(memory, bad.data(), bad.size(), 0) == static_cast<ssize_t>(bad.size()), "a model");
  target.read(path);
  return 0;
}
