// A network of small sizes for tests, as a model file.
#ifndef HEARSAY_SRC_ATTRIBUTION_TEST_NETWORK_H_
#define HEARSAY_SRC_ATTRIBUTION_TEST_NETWORK_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "attribution/roles_network.h"
#include "model/model_file.h"

namespace hearsay {

struct TestNetwork {
  int width = 8, hidden = 4, role_width = 8, role_hidden = 4;
  std::function<int()> weight = [] { return 0; };  // the next one, in [-127, 127]
  std::vector<std::uint64_t> token_keys;           // have vectors; at most 3
  std::vector<std::uint64_t> relation_keys;
  std::vector<std::int32_t> chains =
      std::vector<std::int32_t>((kCueLabels + 1) * kCueLabels + (kRoleLabels + 1) * kRoleLabels, 0);
};

inline std::vector<std::int8_t> next_weights(const TestNetwork& net, std::size_t count) {
  std::vector<std::int8_t> weights(count);
  for (std::int8_t& w : weights) w = static_cast<std::int8_t>(net.weight());
  return weights;
}

inline void add_matrix(ModelWriter& writer, const TestNetwork& net, const std::string& name, int rows,
                       int columns) {
  const auto count = static_cast<std::size_t>(rows);
  writer.add<std::int8_t>(name + ".w", next_weights(net, count * static_cast<std::size_t>(columns)));
  writer.add<float>(name + ".scale", std::vector<float>(count, 0.004f));
  std::vector<float> bias(count);
  for (float& b : bias) b = 0.004f * static_cast<float>(net.weight());
  writer.add<float>(name + ".bias", bias);
}

inline void add_layer(ModelWriter& writer, const TestNetwork& net, const std::string& name, int input,
                      int hidden) {
  for (const char* direction : {".f", ".b"}) {
    add_matrix(writer, net, name + direction + ".in", 4 * hidden, input);
    add_matrix(writer, net, name + direction + ".rec", 4 * hidden, hidden);
  }
}

inline void add_table(ModelWriter& writer, const TestNetwork& net, const std::string& name,
                      const std::vector<std::uint64_t>& keys, int width) {
  std::vector<std::uint64_t> slots(4, 0);
  std::vector<std::uint32_t> rows(4, 0);
  for (std::uint32_t row = 0; row < keys.size(); ++row) {
    std::size_t slot = keys[row] % 4;
    while (slots[slot] != 0) slot = (slot + 1) % 4;
    slots[slot] = keys[row];
    rows[slot] = row;
  }
  writer.add<std::uint64_t>(name + ".keys", slots);
  writer.add<std::uint32_t>(name + ".rows", rows);
  writer.add<std::int8_t>(name + ".w", next_weights(net, keys.size() * static_cast<std::size_t>(width)));
}

inline std::vector<std::byte> bytes_of(const TestNetwork& net) {
  ModelWriter writer("roles", kRolesVersion);
  writer.add<std::uint32_t>("sizes", std::vector<std::uint32_t>{static_cast<std::uint32_t>(net.width),
                                                                static_cast<std::uint32_t>(net.hidden),
                                                                static_cast<std::uint32_t>(net.role_width),
                                                                static_cast<std::uint32_t>(net.role_hidden)});
  add_table(writer, net, "tokens", net.token_keys, net.width);
  add_table(writer, net, "relations", net.relation_keys, net.role_width);
  writer.add<float>("units", std::vector<float>{0.01f, 0.01f});
  writer.add<float>("norm.gain", std::vector<float>(static_cast<std::size_t>(net.width), 1.0f));
  writer.add<float>("norm.bias", std::vector<float>(static_cast<std::size_t>(net.width), 0.1f));
  add_layer(writer, net, "lstm1", net.width, net.hidden);
  add_layer(writer, net, "lstm2", 2 * net.hidden, net.hidden);
  add_layer(writer, net, "role_lstm", net.role_width, net.role_hidden);
  add_matrix(writer, net, "cue_head", kCueLabels, 2 * net.hidden);
  add_matrix(writer, net, "of_token", net.role_width, 2 * net.hidden);
  add_matrix(writer, net, "of_cue", net.role_width, 2 * net.hidden);
  add_matrix(writer, net, "role_head", kRoleLabels + 1, 2 * net.role_hidden);
  writer.add<std::int32_t>("chains", net.chains);
  return writer.bytes();
}

inline Result<ModelFile> network_file(const TestNetwork& net) {
  return ModelFile::from_bytes(bytes_of(net), "r.model", "roles", kRolesVersion);
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_TEST_NETWORK_H_
