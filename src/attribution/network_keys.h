// What the network reads of each token, and of each token beside a cue: keys of
// features, whose vectors it adds up.
//
// A key holds the number of its feature, so any change of these needs a new network
// and a new kRolesVersion. Training reads the same keys (train/network_examples.h).
#ifndef HEARSAY_SRC_ATTRIBUTION_NETWORK_KEYS_H_
#define HEARSAY_SRC_ATTRIBUTION_NETWORK_KEYS_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "attribution/features.h"

namespace hearsay {

inline constexpr int kTokenKeys = 32;
inline constexpr int kRoleKeys = 18;
using TokenKeys = std::array<std::uint64_t, kTokenKeys>;
using RoleKeys = std::array<std::uint64_t, kRoleKeys>;

// Features of token i; `cue_level` holds for each token how sure the linear tagger
// is of a cue there.
TokenKeys token_keys(const Facts& facts, const std::vector<std::uint8_t>& cue_level, std::uint32_t i);

// Features of token i, in the window, for its role with the cue. Requires:
// relate_to_cue() was called for them.
RoleKeys role_keys(const Facts& facts, const std::vector<std::uint32_t>& cue_at, const Cue& cue,
                   Window window, const RoleScratch& scratch, std::uint32_t i);

// The most tokens that the encoder reads at once.
inline constexpr std::uint32_t kMaxEncoded = 192;

// The stretches that the encoder reads, rising: neighbouring paragraphs together while they
// are short, long ones in parts; but none in which nothing is looked for, and none where all of
// `cue_level` is under `least`, unless roles may reach into it (ends_window). Without
// `cue_level`, all paragraphs.
void find_stretches(const Facts& facts, std::span<const std::uint8_t> cue_level, std::uint8_t least,
                    std::vector<Window>& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_NETWORK_KEYS_H_
