#include "resolve/border_place.h"

#include <algorithm>

namespace dragoman {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::ranges::find(list, item) != list.end();
}

class BorderReader {
  public:
    BorderReader(const std::vector<TextWord>& words, const BorderContext& context, const Lexicon& lexicon,
                 const CountryTable& countries, const PlaceWords& place_words)
        : context_(context), countries_(countries), place_words_(place_words) {
        for (const auto& word : words) lower_.push_back(lower_ascii(word.form));
        lands_ = countries_named(words, lexicon, context.day);
        named_owner_ = !words.empty() && words.front().possessive;
        owned_ = std::ranges::any_of(words, [&](const TextWord& word) {
            return word.possessive || lexicon.classes().pronoun(lower_ascii(word.form)) != WordClass::none;
        });
    }

    [[nodiscard]] std::optional<std::string> read() const {
        const auto border = find_border();
        if (!border || (lands_.empty() && owned_)) return std::nullopt;
        if (lands_.empty()) return "";
        const auto next = *border + 1 < lower_.size() ? lower_[*border + 1] : std::string{};
        if (lands_.size() > 1) return owned_ || next == "with" ? lands_.front() : side_of_party();
        return next == "of" || named_owner_ ? lands_.front() : side_next_to(lands_.front());
    }

  private:
    /// The border itself: "the border town of X" and "the Y side of the border" lie on known ground.
    [[nodiscard]] std::optional<std::size_t> find_border() const {
        std::optional<std::size_t> border;
        for (std::size_t at = 0; at < lower_.size(); ++at) {
            if (place_words_.is(lower_[at], PlaceWord::border)) border = border ? border : at;
            const bool ground =
                lower_[at] == "side" || (border && place_words_.is(lower_[at], PlaceWord::post));
            if (ground) return std::nullopt;
        }
        return border;
    }

    [[nodiscard]] std::string side_of_party() const {
        const bool first = contains(context_.parties, lands_[0]);
        const bool second = contains(context_.parties, lands_[1]);
        if (first == second) return {};
        return first ? lands_[0] : lands_[1];
    }

    [[nodiscard]] std::string side_next_to(const std::string& land) const {
        for (const auto& country : context_.parties) {
            if (countries_.are_neighbours(country, land)) return country;
        }
        if (contains(context_.parties, land) && !owned_) return land;
        std::string best = land;
        std::size_t most = 0;
        for (const auto& [country, times] : context_.named) {
            if (times <= most || !countries_.are_neighbours(country, land)) continue;
            best = country;
            most = times;
        }
        return best;
    }

    const BorderContext& context_;
    const CountryTable& countries_;
    const PlaceWords& place_words_;
    std::vector<std::string> lower_;
    std::vector<std::string> lands_;
    bool named_owner_ = false;  // "Poland's borders"
    bool owned_ = false;
};

}  // namespace

std::optional<std::string> read_border(const std::vector<TextWord>& words, const BorderContext& context,
                                       const Lexicon& lexicon, const CountryTable& countries,
                                       const PlaceWords& place_words) {
    return BorderReader{words, context, lexicon, countries, place_words}.read();
}

}  // namespace dragoman
