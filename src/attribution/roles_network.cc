#include "attribution/roles_network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "attribution/network_keys.h"

namespace hearsay {
namespace {

// Takes a label out of the running, yet is far from overflow when summed.
constexpr std::int32_t kNever = -10'000'000;

// Of tokens that are not read: e^-20 to one.
constexpr auto kUnlikely = static_cast<std::int32_t>(-20 / kScoreUnit);

// Stretches that are encoded side by side.
constexpr std::size_t kReadAtOnce = 32;

// Larger transitions would say nothing new and could overflow sums.
constexpr std::int32_t kMaxTransition = 1'000'000;
constexpr std::size_t kChainNumbers = (kCueLabels + 1) * kCueLabels + (kRoleLabels + 1) * kRoleLabels;

std::size_t area(std::size_t a, int b) { return a * static_cast<std::size_t>(b); }

// What is written before it is read need not be cleared each time.
void grow_to(std::size_t size, std::vector<float>& values) {
  if (values.size() < size) values.resize(size);
}

// A log-probability in steps of kScoreUnit.
std::int32_t to_score(float x) {
  constexpr float kLargest = 200;
  return static_cast<std::int32_t>(
      std::floor(std::clamp(x, -kLargest, kLargest) * static_cast<float>(1 / kScoreUnit) + 0.5f));
}

template <int K>
const std::int32_t* take_chain(const std::int32_t* from, CrfModel<K>& chain) {
  for (Scores<K>& row : chain.transitions) {
    std::copy_n(from, K, row.begin());
    from += K;
  }
  std::copy_n(from, K, chain.start.begin());
  return from + K;
}

Result<Success> load_sizes(RolesNetwork& net) {
  const auto sizes = net.file.array<std::uint32_t>("sizes");
  if (!sizes) return sizes.error();
  const bool sane = sizes->size() == 4 && std::all_of(sizes->begin(), sizes->end(), [](std::uint32_t s) {
                      return s > 0 && s <= 256 && s % 4 == 0;
                    });
  if (!sane) return net.file.corrupt("section sizes: expected four multiples of 4 up to 256");
  net.width = static_cast<int>((*sizes)[0]);
  net.hidden = static_cast<int>((*sizes)[1]);
  net.role_width = static_cast<int>((*sizes)[2]);
  net.role_hidden = static_cast<int>((*sizes)[3]);
  return Success{};
}

Result<Success> load_tables(RolesNetwork& net) {
  for (auto [table, name, width] : {std::tuple(&net.tokens, "tokens", net.width),
                                    std::tuple(&net.relations, "relations", net.role_width)}) {
    const Result<EmbeddingTable> loaded = load_embedding(net.file, name, width);
    if (!loaded) return loaded.error();
    *table = *loaded;
  }
  const auto units = load_floats(net.file, "units", 2);
  if (!units) return units.error();
  net.token_unit = (*units)[0];
  net.relation_unit = (*units)[1];
  for (auto [values, name] :
       {std::pair(&net.norm_gain, "norm.gain"), std::pair(&net.norm_bias, "norm.bias")}) {
    const auto loaded = load_floats(net.file, name, static_cast<std::size_t>(net.width));
    if (!loaded) return loaded.error();
    *values = *loaded;
  }
  return Success{};
}

Result<Success> load_layers(RolesNetwork& net) {
  struct LstmSection {
    LstmLayer* layer;
    const char* name;
    int input, hidden;
  };
  for (const LstmSection& s : {LstmSection{&net.encoder[0], "lstm1", net.width, net.hidden},
                               LstmSection{&net.encoder[1], "lstm2", 2 * net.hidden, net.hidden},
                               LstmSection{&net.role_layer, "role_lstm", net.role_width, net.role_hidden}}) {
    Result<LstmLayer> loaded = load_lstm(net.file, s.name, s.input, s.hidden);
    if (!loaded) return loaded.error();
    *s.layer = *std::move(loaded);
  }
  struct MatrixSection {
    QuantizedMatrix* matrix;
    const char* name;
    int rows, columns;
  };
  for (const MatrixSection& s :
       {MatrixSection{&net.cue_head, "cue_head", kCueLabels, 2 * net.hidden},
        MatrixSection{&net.of_token, "of_token", net.role_width, 2 * net.hidden},
        MatrixSection{&net.of_cue, "of_cue", net.role_width, 2 * net.hidden},
        MatrixSection{&net.role_head, "role_head", kRoleLabels + 1, 2 * net.role_hidden}}) {
    Result<QuantizedMatrix> loaded = load_quantized_matrix(net.file, s.name, s.rows, s.columns);
    if (!loaded) return loaded.error();
    *s.matrix = *std::move(loaded);
  }
  return Success{};
}

Result<Success> load_chains(RolesNetwork& net) {
  const auto numbers = net.file.array<std::int32_t>("chains");
  if (!numbers) return numbers.error();
  const auto is_large = [](std::int32_t n) { return n < -kMaxTransition || n > kMaxTransition; };
  if (numbers->size() != kChainNumbers || std::any_of(numbers->begin(), numbers->end(), is_large)) {
    return net.file.corrupt("section chains: wrong count or range");
  }
  take_chain(take_chain(numbers->data(), net.cue_chain), net.role_chain);
  return Success{};
}

template <std::size_t N>
void sum_vectors(const EmbeddingTable& table, const std::array<std::uint64_t, N>& keys,
                 RolesScratch& scratch) {
  scratch.rows.clear();
  scratch.rows.add(table, keys);
  scratch.sums.resize(static_cast<std::size_t>(table.width));
  scratch.rows.write(table.width, scratch.sums.data());
}

// Encodes stretches side by side.
void encode_stretches(const RolesNetwork& net, const Facts& facts, const std::vector<std::uint8_t>& cue_level,
                      std::span<const Window> stretches, RolesScratch& scratch) {
  scratch.lengths.clear();
  for (const Window s : stretches) scratch.lengths.push_back(static_cast<int>(s.last - s.first));
  const int count = std::accumulate(scratch.lengths.begin(), scratch.lengths.end(), 0);
  std::vector<float>& vectors = scratch.token_vectors;
  grow_to(area(static_cast<std::size_t>(count), net.width), vectors);
  float* vector = vectors.data();
  for (const Window s : stretches) {
    // Of the token after the next one the places in the table are fetched, of the next one
    // the rows, while this one's rows are added.
    const auto keys_of = [&](std::uint32_t i) {
      return token_keys(facts, cue_level, std::min(i, s.last - 1));
    };
    RowSum* rows = &scratch.rows;
    RowSum* next_rows = &scratch.next_rows;
    rows->clear();
    rows->add(net.tokens, keys_of(s.first));
    TokenKeys next = keys_of(s.first + 1);
    net.tokens.prefetch(next);
    scratch.sums.resize(static_cast<std::size_t>(net.width));
    for (std::uint32_t i = s.first; i < s.last; ++i, vector += net.width) {
      next_rows->clear();
      next_rows->add(net.tokens, next);
      next = keys_of(i + 2);
      net.tokens.prefetch(next);
      rows->write(net.width, scratch.sums.data());
      std::swap(rows, next_rows);
      for (int d = 0; d < net.width; ++d) {
        vector[d] = static_cast<float>(scratch.sums[d]) * net.token_unit;
      }
      normalise(net.norm_gain, net.norm_bias, vector);
    }
  }
  round_vectors(vectors.data(), net.width, count, scratch.rounded);
  for (const LstmLayer& layer : net.encoder) {
    grow_to(area(static_cast<std::size_t>(count), 2 * net.hidden), scratch.states);
    run_lstm(layer, scratch.rounded, scratch.lengths, scratch.states.data(), scratch.lstm);
    round_vectors(scratch.states.data(), 2 * net.hidden, count, scratch.rounded);
  }
}

// Encodes stretches and scores their tokens as cues.
void score_stretches(const RolesNetwork& net, const Facts& facts, const std::vector<std::uint8_t>& cue_level,
                     std::span<const Window> stretches, RolesScratch& scratch, EncodedTokens& out,
                     std::vector<Scores<kCueLabels>>& scores) {
  encode_stretches(net, facts, cue_level, stretches, scratch);
  const RoundedVectors& states = scratch.rounded;
  apply(net.cue_head, states, 0, static_cast<int>(states.steps.size()), scratch.cue_scores, scratch.linear);
  std::size_t k = 0;
  for (const Window s : stretches) {
    const std::size_t length = s.last - s.first;
    std::copy_n(states.activations.begin() + area(k, states.columns), area(length, states.columns),
                out.activations.begin() + area(s.first, states.columns));
    std::copy_n(states.steps.begin() + k, length, out.steps.begin() + s.first);
    for (std::uint32_t i = s.first; i < s.last; ++i, ++k) {
      const float* row = scratch.cue_scores.data() + area(k, net.cue_head.rows);
      scores[i] = {to_score(row[0]), to_score(row[1]), to_score(row[2])};
    }
  }
}

// Appends what the role tagger reads of each token of the window.
void join(const RolesNetwork& net, const Facts& facts, const std::vector<std::uint32_t>& cue_at,
          const Cue& cue, Window window, const RoleScratch& related, RolesScratch& scratch) {
  const std::uint32_t n = window.last - window.first;
  const std::size_t before = scratch.vectors.size();
  scratch.vectors.resize(before + area(n, net.role_width));
  for (std::uint32_t k = 0; k < n; ++k) {
    sum_vectors(net.relations, role_keys(facts, cue_at, cue, window, related, window.first + k), scratch);
    const float* of_token = scratch.of_token.data() + area(k, net.of_token.rows);
    float* vector = scratch.vectors.data() + before + area(k, net.role_width);
    for (int d = 0; d < net.role_width; ++d) {
      const float relation = static_cast<float>(scratch.sums[d]) * net.relation_unit;
      vector[d] = std::max((of_token[d] + relation) + scratch.of_cue[d], 0.0f);
    }
  }
}

}  // namespace

Result<RolesNetwork> load_roles_network(ModelFile file) {
  RolesNetwork net;
  net.file = std::move(file);
  for (const auto load : {load_sizes, load_tables, load_layers, load_chains}) {
    if (const Result<Success> done = load(net); !done) return done.error();
  }
  return net;
}

void encode_tokens(const RolesNetwork& net, const Facts& facts, const std::vector<std::uint8_t>& cue_level,
                   std::uint8_t least, RolesScratch& scratch, EncodedTokens& out,
                   std::vector<Scores<kCueLabels>>& scores) {
  find_stretches(facts, cue_level, least, scratch.stretches);
  out.columns = net.of_token.columns;
  out.activations.assign(area(facts.tokens.size(), out.columns), kActivationZero);
  out.steps.assign(facts.tokens.size(), 0.0f);
  scores.assign(facts.tokens.size(), {0, kUnlikely, kUnlikely});
  const std::span<const Window> stretches = scratch.stretches;
  for (std::size_t s = 0; s < stretches.size(); s += kReadAtOnce) {
    const std::size_t count = std::min(kReadAtOnce, stretches.size() - s);
    score_stretches(net, facts, cue_level, stretches.subspan(s, count), scratch, out, scores);
  }
}

void encode_around(const RolesNetwork& net, const Facts& facts, const std::vector<std::uint8_t>& cue_level,
                   Window window, RolesScratch& scratch, EncodedTokens& out,
                   std::vector<Scores<kCueLabels>>& scores) {
  const std::vector<Window>& all = scratch.stretches;
  const auto first = std::ranges::upper_bound(all, window.first, {}, [](const Window& s) { return s.last; });
  const auto last = std::ranges::lower_bound(all, window.last, {}, [](const Window& s) { return s.first; });
  for (std::span<const Window> left(first, last); !left.empty();) {
    const std::size_t count = std::min(kReadAtOnce, left.size());
    score_stretches(net, facts, cue_level, left.first(count), scratch, out, scores);
    left = left.subspan(count);
  }
}

void clear_windows(RolesScratch& scratch) {
  scratch.vectors.clear();
  scratch.lengths.clear();
}

void add_window(const RolesNetwork& net, const Facts& facts, const std::vector<std::uint32_t>& cue_at,
                const Cue& cue, Window window, const RoleScratch& related, const EncodedTokens& tokens,
                RolesScratch& scratch) {
  const int n = static_cast<int>(window.last - window.first);
  apply(net.of_cue, tokens, cue.head, 1, scratch.of_cue, scratch.linear);
  apply(net.of_token, tokens, window.first, n, scratch.of_token, scratch.linear);
  join(net, facts, cue_at, cue, window, related, scratch);
  scratch.lengths.push_back(n);
}

void score_windows(const RolesNetwork& net, RolesScratch& scratch) {
  const int n = std::accumulate(scratch.lengths.begin(), scratch.lengths.end(), 0);
  grow_to(area(static_cast<std::size_t>(n), 2 * net.role_hidden), scratch.states);
  round_vectors(scratch.vectors.data(), net.role_width, n, scratch.rounded);
  run_lstm(net.role_layer, scratch.rounded, scratch.lengths, scratch.states.data(), scratch.lstm);
  apply(net.role_head, 2 * net.role_hidden, scratch.states.data(), n, scratch.role_scores, scratch.linear);
}

double read_roles(const RolesNetwork& net, const Cue& cue, Window window, std::size_t first,
                  const RolesScratch& scratch, std::vector<Scores<kRoleLabels>>& scores) {
  const float* rows = scratch.role_scores.data() + area(first, net.role_head.rows);
  scores.clear();
  for (std::uint32_t i = window.first; i < window.last; ++i) {
    const float* row = rows + area(i - window.first, net.role_head.rows);
    if (i >= cue.first && i < cue.last) {
      scores.push_back({0, kNever, kNever, kNever, kNever});
    } else {
      scores.push_back(
          {to_score(row[0]), to_score(row[1]), to_score(row[2]), to_score(row[3]), to_score(row[4])});
    }
  }
  const float is_cue = rows[area(cue.head - window.first, net.role_head.rows) + kRoleLabels];
  return static_cast<double>(to_score(is_cue)) * kScoreUnit;
}

}  // namespace hearsay
