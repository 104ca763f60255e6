#include "attribution/roles_network.h"

#include <gtest/gtest.h>

#include <cmath>

#include "attribution/network_keys.h"
#include "attribution/test_network.h"

namespace hearsay {
namespace {

// The network in double precision, from the same weights, as its header tells it.
using Vector = std::vector<double>;

struct Reference {
  const ModelFile& file;

  Vector matrix(const std::string& name, const Vector& x) const {
    const auto w = *file.array<std::int8_t>(name + ".w");
    const auto scale = *file.array<float>(name + ".scale");
    const auto bias = *file.array<float>(name + ".bias");
    Vector y(scale.size());
    for (std::size_t r = 0; r < y.size(); ++r) {
      for (std::size_t c = 0; c < x.size(); ++c) y[r] += w[r * x.size() + c] * x[c];
      y[r] = y[r] * double{scale[r]} + double{bias[r]};
    }
    return y;
  }

  std::vector<Vector> lstm(const std::string& name, const std::vector<Vector>& x) const {
    const auto sigmoid = [](double a) { return 1 / (1 + std::exp(-a)); };
    std::vector<Vector> out(x.size());
    for (const bool backward : {false, true}) {
      const std::string half = name + (backward ? ".b" : ".f");
      const std::size_t n = file.array<float>(half + ".in.scale")->size() / 4;
      Vector h(n), c(n);
      for (std::size_t step = 0; step < x.size(); ++step) {
        const std::size_t t = backward ? x.size() - 1 - step : step;
        const Vector a = matrix(half + ".in", x[t]);
        const Vector b = matrix(half + ".rec", h);
        const Vector no_state = matrix(half + ".rec", Vector(n));  // its bias is not used
        const auto gate = [&](std::size_t k) { return a[k] + b[k] - no_state[k]; };
        for (std::size_t k = 0; k < n; ++k) {
          c[k] = sigmoid(gate(n + k)) * c[k] + sigmoid(gate(k)) * std::tanh(gate(2 * n + k));
          h[k] = sigmoid(gate(3 * n + k)) * std::tanh(c[k]);
        }
        out[t].insert(out[t].end(), h.begin(), h.end());
      }
    }
    return out;
  }

  template <std::size_t N>
  Vector sum(const std::string& table, const std::array<std::uint64_t, N>& keys, int width) const {
    const auto slots = *file.array<std::uint64_t>(table + ".keys");
    const auto rows = *file.array<std::uint32_t>(table + ".rows");
    const auto w = *file.array<std::int8_t>(table + ".w");
    Vector v(static_cast<std::size_t>(width));
    for (const std::uint64_t key : keys) {
      for (std::size_t s = 0; s < slots.size(); ++s) {
        if (slots[s] != key) continue;
        for (std::size_t d = 0; d < v.size(); ++d) v[d] += 0.01 * w[rows[s] * v.size() + d];
      }
    }
    return v;
  }

  static void normalise(Vector& v) {
    double mean = 0, variance = 0;
    for (const double x : v) mean += x / static_cast<double>(v.size());
    for (const double x : v) variance += (x - mean) * (x - mean) / static_cast<double>(v.size());
    for (double& x : v) x = (x - mean) / std::sqrt(variance + 1e-5) + 0.1;
  }
};

Facts some_facts(std::uint32_t n) {
  Facts facts;
  facts.tokens.resize(n);
  facts.quotes.resize(n);
  facts.paragraphs = {0, n};
  facts.sentences = {{0, n}};
  for (std::uint32_t i = 0; i < n; ++i) facts.tokens[i].word = i % 3;
  return facts;
}

TEST(RolesNetwork, FollowsItsDescriptionWithinItsRounding) {
  const Facts facts = some_facts(12);
  const std::vector<std::uint8_t> level(12, 1);
  const std::vector<std::uint32_t> cue_at(12, kNone);
  const Cue cue{4, 5, 4};
  const Window window = window_of(facts, cue_at, cue);
  RoleScratch related;
  relate_to_cue(facts, cue_at, cue, window, related);
  TestNetwork net;
  std::uint32_t state = 7;
  net.weight = [&] {
    state = state * 1664525u + 1013904223u;
    return static_cast<int>(state >> 24) % 255 - 127;
  };
  net.token_keys = {token_keys(facts, level, 0)[0], token_keys(facts, level, 1)[0]};
  net.relation_keys = {role_keys(facts, cue_at, cue, window, related, 0)[0],
                       role_keys(facts, cue_at, cue, window, related, 6)[0]};
  const auto file = network_file(net);
  ASSERT_TRUE(file);
  const auto network = load_roles_network(*network_file([&] {
    state = 7;
    return net;
  }()));
  ASSERT_TRUE(network) << network.error().message;

  RolesScratch scratch;
  EncodedTokens encoded;
  std::vector<Scores<kCueLabels>> cue_scores;
  encode_tokens(*network, facts, level, 0, scratch, encoded, cue_scores);
  std::vector<Scores<kRoleLabels>> role_scores;
  // A window before it changes nothing.
  clear_windows(scratch);
  for (int k = 0; k < 2; ++k) add_window(*network, facts, cue_at, cue, window, related, encoded, scratch);
  score_windows(*network, scratch);
  const double is_cue = read_roles(*network, cue, window, window.last - window.first, scratch, role_scores);

  const Reference reference{*file};
  std::vector<Vector> x;
  for (std::uint32_t i = 0; i < 12; ++i) {
    x.push_back(reference.sum("tokens", token_keys(facts, level, i), net.width));
    Reference::normalise(x.back());
  }
  const auto states = reference.lstm("lstm2", reference.lstm("lstm1", x));
  ASSERT_EQ(cue_scores.size(), 12u);
  std::vector<Vector> joined;
  const Vector of_cue = reference.matrix("of_cue", states[cue.head]);
  for (std::uint32_t i = 0; i < 12; ++i) {
    const Vector scores = reference.matrix("cue_head", states[i]);
    for (int y = 0; y < kCueLabels; ++y) EXPECT_NEAR(cue_scores[i][y] * kScoreUnit, scores[y], 0.05);
    Vector v = reference.matrix("of_token", states[i]);
    const Vector relation =
        reference.sum("relations", role_keys(facts, cue_at, cue, window, related, i), net.role_width);
    for (std::size_t d = 0; d < v.size(); ++d) v[d] = std::max(0.0, v[d] + relation[d] + of_cue[d]);
    joined.push_back(v);
  }
  const auto role_states = reference.lstm("role_lstm", joined);
  for (std::uint32_t i = 0; i < 12; ++i) {
    const Vector scores = reference.matrix("role_head", role_states[i]);
    if (i == cue.head) {
      EXPECT_NEAR(is_cue, scores[kRoleLabels], 0.05);
      EXPECT_LT(role_scores[i][1], -1'000'000) << "a cue has no other role";
    } else {
      for (int y = 0; y < kRoleLabels; ++y) EXPECT_NEAR(role_scores[i][y] * kScoreUnit, scores[y], 0.05);
    }
  }
}

// First and last tokens of the stretches, one behind the other.
std::vector<std::uint32_t> stretches_of(const Facts& facts, std::span<const std::uint8_t> level) {
  std::vector<Window> stretches;
  find_stretches(facts, level, kLeastCueLevel, stretches);
  std::vector<std::uint32_t> bounds;
  for (const Window s : stretches) bounds.insert(bounds.end(), {s.first, s.last});
  return bounds;
}

TEST(Stretches, JoinShortParagraphsAndCutLongOnes) {
  Facts facts;
  facts.tokens.resize(700);
  facts.paragraphs = {0, 50, 100, 160, 700};
  EXPECT_EQ(stretches_of(facts, {}),
            (std::vector<std::uint32_t>{0, 100, 100, 160, 160, 352, 352, 544, 544, 700}));
}

TEST(Stretches, LeaveOutParagraphsWithoutALikelyCue) {
  Facts facts;
  facts.tokens.resize(60);
  facts.quotes.resize(60);
  facts.paragraphs = {0, 10, 20, 30, 40, 60};
  for (std::uint32_t p = 0; p < 5; ++p) {
    for (std::uint32_t i = facts.paragraph_begin(p); i < facts.paragraph_end(p); ++i)
      facts.tokens[i].paragraph = p;
  }
  facts.unread = {false, false, false, true};
  std::vector<std::uint8_t> level(60, 0);
  level[3] = level[12] = level[35] = level[50] = kLeastCueLevel;
  EXPECT_EQ(stretches_of(facts, level), (std::vector<std::uint32_t>{0, 20, 40, 60}));
  facts.tokens[19].is_colon = true;  // the cue's content may stand in the next paragraph
  EXPECT_EQ(stretches_of(facts, level), (std::vector<std::uint32_t>{0, 30, 40, 60}));
}

}  // namespace
}  // namespace hearsay
