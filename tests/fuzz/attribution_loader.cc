// The attribution model with damage and right checksums, given to its loader: refused,
// or a model that reads a text without breaking a rule.
//
// The trained cue tagger, and a small network, because loading a large one takes a
// hundred times as long.
#define XXH_INLINE_ALL
#include <fstream>
#include <iterator>
#include <utility>

#include "attribution/attribution.h"
#include "attribution/attribution_file.h"
#include "attribution/test_network.h"
#include "hearsay/pipeline.h"
#include "tests/fuzz/damage.h"

namespace hearsay {
namespace {

constexpr const char* kText = "BERGEN, 3 May - \"It's done,\" Mrs. Ada Holm said. He denied that.\n\nWho?";

// Aligned as ModelFile::from_bytes() wants it.
std::span<const std::byte> bytes_of(const std::string& s, std::vector<std::uint64_t>& aligned) {
  aligned.resize(s.size() / 8 + 1);
  std::memcpy(aligned.data(), s.data(), s.size());
  return {reinterpret_cast<const std::byte*>(aligned.data()), s.size()};
}

Result<ModelFile> open(const std::string& bytes, const char* kind, std::uint32_t version) {
  std::vector<std::uint64_t> aligned;
  return ModelFile::from_bytes(bytes_of(bytes, aligned), kind, kind, version);
}

Result<AttributionModel> load(const std::string& cues, const std::string& roles) {
  auto cue_file = open(cues, "attribution", kAttributionVersion);
  if (!cue_file) return cue_file.error();
  auto role_file = open(roles, "roles", kRolesVersion);
  if (!role_file) return role_file.error();
  return read_attribution(*std::move(cue_file), *std::move(role_file));
}

std::string trained_cues() {
  std::ifstream in(default_model_directory() / "attribution.model", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string small_network() {
  TestNetwork network{.token_keys = {1, 2}, .relation_keys = {3}};
  network.weight = [state = 1u]() mutable {
    state = state * 1664525u + 1013904223u;
    return static_cast<int>(state >> 24) % 255 - 127;
  };
  const std::vector<std::byte> bytes = bytes_of(network);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// The text as sound models read it, without attributions.
Document sound() {
  const Result<Pipeline> pipeline = Pipeline::load();
  require(pipeline.has_value(), pipeline ? "" : pipeline.error().message);
  Document doc = *pipeline->analyze(kText);
  doc.attributions.clear();
  doc.source_entities.clear();
  doc.statement_times.clear();
  doc.explanations.clear();
  return doc;
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  static const std::string cues = trained_cues();
  static const std::string roles = small_network();
  static const Document text = sound();
  if (size == 0) return 0;
  std::string bad_cues = cues;
  std::string bad_roles = roles;
  // The cue tagger is larger: one turn in eight.
  damage_sections(data[0] % 8 == 0 ? bad_cues : bad_roles, data + 1, size - 1);
  const Result<AttributionModel> model = load(bad_cues, bad_roles);
  if (!model) {
    require(model.error().code == ErrorCode::corrupt_model, "damage is corrupt_model");
    return 0;
  }
  Document doc = text;
  AttributionScratch scratch;
  find_attributions(*model, doc, scratch);
  require_none(find_violation(doc));
  return 0;
}
