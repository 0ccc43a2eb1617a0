#pragma once

#include <cstddef>
#include <span>

#include "event/mention.h"

namespace dragoman {

inline constexpr std::size_t k_tag_count = 3;       ///< O, B, I
inline constexpr std::size_t k_implicit_count = 3;  ///< actor, recipient, place
inline constexpr std::size_t k_role_channels = k_tag_count * k_role_count;

/// What the network says of one sentence: probabilities, by piece. Views; row-major.
struct NetworkOutput {
    std::size_t pieces = 0;
    std::size_t act_count = 0;
    std::span<const float> acts;      ///< [pieces][1 + act_count], the first: no act
    std::span<const float> status;    ///< [pieces][k_status_count]
    std::span<const float> roles;     ///< [trigger piece][word piece][k_role_count][O, B, I]
    std::span<const float> implicit;  ///< [pieces][k_implicit_count]

    [[nodiscard]] std::span<const float> acts_at(std::size_t piece) const {
        return acts.subspan(piece * (1 + act_count), 1 + act_count);
    }
    [[nodiscard]] std::span<const float> status_at(std::size_t piece) const {
        return status.subspan(piece * k_status_count, k_status_count);
    }
    [[nodiscard]] std::span<const float> tags_at(std::size_t trigger, std::size_t word, Role role) const {
        const auto row = (trigger * pieces + word) * k_role_channels;
        return roles.subspan(row + k_tag_count * static_cast<std::size_t>(role), k_tag_count);
    }
    [[nodiscard]] std::span<const float> implicit_at(std::size_t piece) const {
        return implicit.subspan(piece * k_implicit_count, k_implicit_count);
    }
};

}  // namespace dragoman
