#include "coder/decode.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "coder/chunks.h"
#include "coder/tag_path.h"

namespace dragoman {
namespace {

constexpr std::array<Role, k_implicit_count> k_implicit_roles = {Role::actor, Role::recipient, Role::place};

constexpr double k_least_share = 0.2;      // below this a word is no candidate for a shared act
constexpr std::size_t k_share_reach = 8;   // words that may share an act lie so near
constexpr float k_surely_outside = 0.95F;  // no path leaves "outside" for a word beyond this

/// An act at a word, before anything else about it is read.
struct Trigger {
    std::size_t word = 0;
    std::size_t act = 0;  // index into Decoding::acts
    double find = 0;      // that there is any act
    double score = 0;     // that there is this act
};

std::size_t index_of_max(std::span<const float> values) {
    return static_cast<std::size_t>(std::ranges::max_element(values) - values.begin());
}

/// The likeliest act but `first`; nothing if there is only one.
std::optional<std::size_t> second_best(std::span<const float> acts, std::size_t first) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < acts.size(); ++i) {
        if (i != first && (!best || acts[i] > acts[*best])) best = i;
    }
    return best;
}

class Decoder {
  public:
    Decoder(std::string_view sentence, const Pieces& pieces, const NetworkOutput& output,
            const Decoding& decoding)
        : sentence_(sentence),
          words_(pieces.words),
          output_(output),
          decoding_(decoding),
          chunks_(chunks_of(sentence, words_)) {}

    Reading read() {
        Reading reading;
        for (std::size_t word = 0; word < words_.size(); ++word) find_triggers(word, reading.best_rejected);
        find_shared_triggers();
        keep_best_of_chunk();
        for (const auto& trigger : triggers_) {
            auto mention = mention_of(trigger);
            if (mention.score >= decoding_.min_confidence) reading.mentions.push_back(std::move(mention));
        }
        return reading;
    }

  private:
    void find_triggers(std::size_t word, std::optional<RunnerUp>& best_rejected) {
        const auto row = output_.acts_at(words_[word].piece);
        const auto acts = row.subspan(1);
        const double find = 1 - static_cast<double>(row[0]);
        const auto first = index_of_max(acts);
        if (find < decoding_.thresholds.find) {
            const auto probability = decoding_.calibration.apply(double{acts[first]});
            if (!best_rejected || probability > best_rejected->probability) {
                best_rejected = RunnerUp{decoding_.acts[first], words_[word].span, probability};
            }
            if (find >= k_least_share) weak_.push_back({word, first, find, double{acts[first]}});
            return;
        }
        triggers_.push_back({word, first, find, double{acts[first]}});
        const auto second = second_best(acts, first);
        if (second && acts[*second] >= static_cast<float>(decoding_.thresholds.second)) {
            triggers_.push_back({word, *second, double{acts[*second]}, double{acts[*second]}});
        }
    }

    [[nodiscard]] bool alike(const Trigger& a, const Trigger& b) const {
        return decoding_.types[a.act] == decoding_.types[b.act];
    }

    /// Two words that may each name one act ("relayed a letter"), or acts of one type, share their
    /// probability: together they reach the threshold that neither reaches. The likeliest, the first of
    /// equals, is the trigger.
    void find_shared_triggers() {
        std::vector<bool> used(weak_.size(), false);
        for (std::size_t i = 0; i < weak_.size(); ++i) {
            if (used[i] || near_trigger(weak_[i])) continue;
            std::vector<std::size_t> group;
            double find = 0;
            double score = 0;
            for (std::size_t j = i; j < weak_.size() && weak_[j].word - weak_[i].word <= k_share_reach; ++j) {
                if (used[j] || !alike(weak_[j], weak_[i])) continue;
                group.push_back(j);
                find += weak_[j].find;
                score += weak_[j].score;
            }
            if (group.size() < 2 || find < decoding_.thresholds.find) continue;
            for (const auto j : group) used[j] = true;
            auto trigger = weak_[*std::ranges::max_element(group, {}, [&](auto j) { return weak_[j].find; })];
            trigger.score = std::min(score, 1.0);
            triggers_.push_back(trigger);
        }
        std::ranges::stable_sort(triggers_, {}, &Trigger::word);
    }

    [[nodiscard]] bool near_trigger(const Trigger& weak) const {
        return std::ranges::any_of(triggers_, [&](const Trigger& other) {
            const auto apart = std::max(other.word, weak.word) - std::min(other.word, weak.word);
            return alike(other, weak) && apart <= k_share_reach;
        });
    }

    /// Of several triggers for one act in one chunk only the surest stays, the first of equals.
    void keep_best_of_chunk() {
        std::vector<Trigger> kept;
        for (const auto& trigger : triggers_) {
            const bool beaten = std::ranges::any_of(triggers_, [&](const Trigger& other) {
                const bool rival = other.act == trigger.act && same_chunk(other, trigger);
                const bool first = &other < &trigger;
                return rival && (other.score > trigger.score || (other.score == trigger.score && first));
            });
            if (!beaten) kept.push_back(trigger);
        }
        triggers_ = std::move(kept);
    }

    [[nodiscard]] bool same_chunk(const Trigger& a, const Trigger& b) const {
        return chunks_[a.word] == chunks_[b.word];
    }

    [[nodiscard]] Span trigger_span(const Trigger& trigger) const {
        const auto word = words_[trigger.word].span;
        const bool alone = std::ranges::all_of(triggers_, [&](const Trigger& other) {
            return other.word == trigger.word || !same_chunk(other, trigger);
        });
        if (!alone) return word;
        const auto chunk = trim_punctuation(sentence_, chunks_[trigger.word]);
        const bool hyphen = chunk.of(sentence_).find('-') != std::string_view::npos;
        const bool inside = chunk.begin <= word.begin && word.end <= chunk.end;
        return hyphen && inside ? chunk : word;
    }

    [[nodiscard]] Mention mention_of(const Trigger& trigger) const {
        const auto piece = words_[trigger.word].piece;
        const auto status = output_.status_at(piece);
        Mention mention;
        mention.act = decoding_.acts[trigger.act];
        mention.score = decoding_.calibration.apply(trigger.score);
        mention.trigger = trigger_span(trigger);
        mention.status = static_cast<Status>(index_of_max(status));
        mention.status_score = static_cast<double>(*std::ranges::max_element(status));
        for (std::size_t role = 0; role < k_role_count; ++role) {
            append_spans(piece, static_cast<Role>(role), mention.arguments);
        }
        append_implicit(piece, mention.arguments);
        return mention;
    }

    /// The words' tags for one role; empty if no word is likely to be in it.
    [[nodiscard]] std::vector<TagScores> tag_scores(std::size_t trigger_piece, Role role) const {
        std::vector<TagScores> scores;
        scores.reserve(words_.size());
        bool any = false;
        for (const auto& word : words_) {
            const auto tags = output_.tags_at(trigger_piece, word.piece, role);
            scores.push_back({double{tags[0]}, double{tags[1]}, double{tags[2]}});
            any = any || tags[0] < k_surely_outside;
        }
        return any ? scores : std::vector<TagScores>{};
    }

    void append_spans(std::size_t trigger_piece, Role role, std::vector<Argument>& arguments) const {
        const auto scores = tag_scores(trigger_piece, role);
        const auto tags = likeliest_tags(scores);
        for (std::size_t first = 0; first < tags.size();) {
            auto end = first + 1;
            if (tags[first] != Tag::outside) {
                while (end < tags.size() && tags[end] == Tag::inside) ++end;
                const Span span{words_[first].span.begin, words_[end - 1].span.end};
                double sum = 0;
                for (auto i = first; i < end; ++i) sum += scores[i][static_cast<std::size_t>(tags[i])];
                if (!is_punctuation_only(span.of(sentence_)))
                    arguments.push_back({role, span, sum / static_cast<double>(end - first)});
            }
            first = end;
        }
    }

    void append_implicit(std::size_t piece, std::vector<Argument>& arguments) const {
        const auto implicit = output_.implicit_at(piece);
        const auto found = arguments;
        for (std::size_t i = 0; i < k_implicit_roles.size(); ++i) {
            const auto role = k_implicit_roles[i];
            if (implicit[i] < static_cast<float>(decoding_.thresholds.implicit)) continue;
            if (std::ranges::find(found, role, &Argument::role) != found.end()) continue;
            arguments.push_back({role, std::nullopt, static_cast<double>(implicit[i])});
        }
    }

    std::string_view sentence_;
    const std::vector<Word>& words_;
    const NetworkOutput& output_;
    const Decoding& decoding_;
    std::vector<Span> chunks_;   // of each word
    std::vector<Trigger> weak_;  // candidates below the threshold
    std::vector<Trigger> triggers_;
};

}  // namespace

void Decoding::demand(double confidence) {
    min_confidence = confidence;
    thresholds.find = std::min(thresholds.find, calibration.undo(confidence));
}

Reading decode(std::string_view sentence, const Pieces& pieces, const NetworkOutput& output,
               const Decoding& decoding) {
    assert(output.pieces == pieces.ids.size() && output.act_count == decoding.acts.size());
    auto reading = Decoder{sentence, pieces, output, decoding}.read();
    reading.cut = pieces.cut;
    return reading;
}

}  // namespace dragoman
