#include "resolve/place_names.h"

#include <algorithm>

#include "resolve/place.h"

namespace dragoman {
namespace {

constexpr std::size_t k_longest_name = 6;  // words

class NameFinder {
  public:
    NameFinder(const std::vector<TextWord>& words, const Lexicon& lexicon, const PlaceTables& tables,
               std::optional<Day> day)
        : words_(words), lexicon_(lexicon), tables_(tables), taken_(words.size(), false) {
        for (const auto& word : words) lower_.push_back(lower_ascii(word.form));
        hits_ = lexicon.scan(words, day, Wanted::places);
    }

    PlaceNames find() {
        take_regions();
        take_waters();
        std::erase_if(hits_, [&](const Hit& hit) { return taken_[hit.first] || is_loosened(hit.end()); });
        for (std::size_t first = 0; first < words_.size();) first = std::max(first + 1, take_town(first));
        for (const auto& hit : hits_) take_hit(hit);
        std::ranges::stable_sort(found_.names, {}, &PlaceName::first);
        return std::move(found_);
    }

  private:
    [[nodiscard]] bool is(std::size_t at, PlaceWord wanted) const {
        return tables_.words.is(lower_[at], wanted);
    }

    void take(std::size_t first, std::size_t end) {
        std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(first),
                  taken_.begin() + static_cast<std::ptrdiff_t>(end), true);
    }

    /// "the West" is a region, "the West Bank" none.
    [[nodiscard]] bool within_longer_name(std::size_t first, std::size_t end) const {
        return std::ranges::any_of(hits_, [&](const Hit& hit) {
            return hit.first < end && hit.end() > end && hit.entry->kind <= EntryKind::city &&
                   hit.end() > first;
        });
    }

    void take_regions() {
        for (std::size_t first = 0; first < words_.size(); ++first) {
            const auto count = tables_.words.region_at(words_, first);
            if (count == 0 || within_longer_name(first, first + count)) continue;
            take(first, first + count);
            found_.nowhere = words_[first + count - 1].form;
        }
    }

    /// "Gulf of Aden", "Lake Chad", "the Putumayo river": the names beside a water are the water's. Where a
    /// table has the whole name ("Salt Lake City", "Guantanamo Bay") it is none.
    void take_waters() {
        for (std::size_t at = 0; at < words_.size(); ++at) {
            if (!is(at, PlaceWord::sea) && (!is(at, PlaceWord::water) || in_name(at))) continue;
            found_.nowhere = words_[at].form;
            take(at, at + 1);
            take_before(at);
            const bool of = at + 1 < words_.size() && lower_[at + 1] == "of";
            take_run(of ? at + 2 : at + 1);
            if (at + 1 < words_.size() && lower_[at + 1] == "off") take(at + 1, words_.size());
        }
    }

    [[nodiscard]] bool in_name(std::size_t at) const {
        return std::ranges::any_of(
            hits_, [&](const Hit& hit) { return hit.first <= at && at < hit.end() && hit.count > 1; });
    }

    /// The name that ends before a water: "the *South China* Sea", "the *Isfara* river".
    void take_before(std::size_t end) {
        for (auto at = end; at-- > 0;) {
            const auto& next = words_[at + 1];
            if (!words_[at].capital() || words_[at].possessive || next.after_break) return;
            if (lexicon_.classes().is(lower_[at], WordClass::article)) return;
            take(at, at + 1);
        }
    }

    void take_run(std::size_t first) {
        for (auto at = first; at < words_.size() && words_[at].capital() && !words_[at].after_break; ++at)
            take(at, at + 1);
    }

    /// A town's name has no other part of a name before it.
    [[nodiscard]] bool begins_at(std::size_t first) const {
        if (first == 0 || words_[first].after_break) return true;
        const bool goes_on = first > 1 && is(first - 1, PlaceWord::particle) && words_[first - 2].capital();
        if (!words_[first - 1].capital()) return !goes_on;
        const bool land = std::ranges::any_of(hits_, [&](const Hit& hit) { return hit.end() == first; });
        return land || is(first - 1, PlaceWord::part) || words_[first - 1].possessive ||
               lexicon_.classes().is(lower_[first - 1], WordClass::article);
    }

    [[nodiscard]] bool ends_at(std::size_t end) const {
        if (end == words_.size() || words_[end].after_break) return true;
        const bool goes_on =
            is(end, PlaceWord::particle) && end + 1 < words_.size() && words_[end + 1].capital();
        if (!words_[end].capital()) return !goes_on;
        const bool land = std::ranges::any_of(hits_, [&](const Hit& hit) { return hit.first == end; });
        return land || is(end, PlaceWord::site);
    }

    /// "Savannah, Georgia": one entry of the lexicon, two names here.
    [[nodiscard]] bool crosses_break(const Hit& hit) const {
        for (auto at = hit.first + 1; at < hit.end(); ++at) {
            if (words_[at].after_break) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_free(std::size_t first, std::size_t end) const {
        for (auto at = first; at < end; ++at) {
            if (taken_[at] || (at > first && words_[at].after_break)) return false;
        }
        return !std::ranges::any_of(hits_, [&](const Hit& hit) {
            const bool same_or_longer =
                hit.entry->kind <= EntryKind::demonym ? hit.count >= end - first : hit.count > end - first;
            return hit.entry->kind <= EntryKind::city && hit.first < end && hit.end() > first &&
                   same_or_longer && !crosses_break(hit);
        });
    }

    /// "Moscow-held islands" do not lie in Moscow.
    [[nodiscard]] bool is_loosened(std::size_t end) const {
        return end < words_.size() && words_[end].glued &&
               lexicon_.classes().is(lower_[end], WordClass::loosening);
    }

    /// "Luhansk oblast", "the province of Luhansk".
    [[nodiscard]] bool names_province(std::size_t first, std::size_t end) const {
        const bool after = end < words_.size() && !words_[end].after_break && is(end, PlaceWord::province);
        return after || (first > 1 && lower_[first - 1] == "of" && is(first - 2, PlaceWord::province));
    }

    /// "Littlevillage, Goma": what the table does not hold is another place than the town after it; but
    /// "Tahrir Square, Cairo" is in Cairo.
    [[nodiscard]] bool follows_unknown(std::size_t first) const {
        bool unknown = false;
        for (std::size_t at = 0; at < first; ++at) {
            if (is(at, PlaceWord::site)) return false;
            const bool seen = taken_[at] || std::ranges::any_of(hits_, [&](const Hit& hit) {
                                  return hit.first <= at && at < hit.end();
                              });
            unknown = unknown || (words_[at].capital() && !seen && !is(at, PlaceWord::part));
        }
        return unknown;
    }

    /// "280 miles from Wonsan", "west of Baghdad", but not "the west of Baghdad".
    [[nodiscard]] bool lies_away(std::size_t first, std::size_t end) const {
        if (end < words_.size() && !words_[end].after_break && is(end, PlaceWord::away)) return true;
        if (first == 0) return false;
        if (words_[first].after_break) return follows_unknown(first);
        if (is(first - 1, PlaceWord::away)) return true;
        const bool to = lower_[first - 1] == "to" || lower_[first - 1] == "of";
        if (!to || first < 2) return false;
        const bool bearing = is(first - 2, PlaceWord::part) && (first == 2 || lower_[first - 3] != "the");
        return bearing || is(first - 2, PlaceWord::away);
    }

    /// The longest town that begins at `first`; returns where it ends, or `first`.
    std::size_t take_town(std::size_t first) {
        const bool ordinary = is(first, PlaceWord::site) || is(first, PlaceWord::part);
        for (auto end = std::min(words_.size(), first + k_longest_name); end > first; --end) {
            if (!words_[end - 1].capital() || (ordinary && end == first + 1)) continue;
            if (!begins_at(first) || !ends_at(end) || !is_free(first, end) || is_loosened(end)) continue;
            auto towns = tables_.towns.named(key_of(first, end));
            if (towns.empty() || !(words_[first].capital() || end > first + 1)) continue;
            const bool province = names_province(first, end);
            const bool named_province = end < words_.size() && is(end, PlaceWord::province);
            if (named_province) std::erase_if(towns, [](const Town& town) { return town.other_name; });
            if (towns.empty()) continue;
            found_.names.push_back({first, end - first, text_of(first, end), std::move(towns),
                                    !province && !lies_away(first, end), nullptr});
            take(first, end);
            return end;
        }
        return first;
    }

    /// A name of the lexicon: it joins the town of the same words.
    void take_hit(const Hit& hit) {
        const bool place = hit.entry->kind == EntryKind::capital || hit.entry->kind == EntryKind::city;
        if (!place) {
            found_.hits.push_back(hit);
            return;
        }
        if (!lexicon_.is_state(hit.entry->code)) return;
        const auto same = std::ranges::find(found_.names, hit.first, &PlaceName::first);
        if (same != found_.names.end()) {
            if (same->count == hit.count || crosses_break(hit)) same->entry = hit.entry;
        } else if (!taken_[hit.first] && (hit.count > 1 || hit.entry->kind == EntryKind::capital ||
                                          (begins_at(hit.first) && ends_at(hit.end())))) {
            found_.names.push_back({hit.first, hit.count, hit.entry->name, {}, false, hit.entry});
        }
    }

    [[nodiscard]] std::string key_of(std::size_t first, std::size_t end) const {
        auto key = lower_[first];
        for (auto at = first + 1; at < end; ++at) key += ' ' + lower_[at];
        return key;
    }
    [[nodiscard]] std::string text_of(std::size_t first, std::size_t end) const {
        auto text = words_[first].form;
        for (auto at = first + 1; at < end; ++at) text += (words_[at].glued ? '-' : ' ') + words_[at].form;
        return text;
    }

    const std::vector<TextWord>& words_;
    const Lexicon& lexicon_;
    const PlaceTables& tables_;
    std::vector<std::string> lower_;
    std::vector<bool> taken_;  // words that are part of something found
    std::vector<Hit> hits_;
    PlaceNames found_;
};

}  // namespace

PlaceNames find_place_names(const std::vector<TextWord>& words, const Lexicon& lexicon,
                            const PlaceTables& tables, std::optional<Day> day) {
    return NameFinder{words, lexicon, tables, day}.find();
}

}  // namespace dragoman
