#include "resolve/place_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/file.h"

namespace dragoman {
namespace {

constexpr std::array<std::pair<std::string_view, PlaceWord>, 15> k_names{
    {{"region", PlaceWord::region},
     {"sea", PlaceWord::sea},
     {"water", PlaceWord::water},
     {"border", PlaceWord::border},
     {"post", PlaceWord::post},
     {"site", PlaceWord::site},
     {"part", PlaceWord::part},
     {"settlement", PlaceWord::settlement},
     {"mission", PlaceWord::mission},
     {"province", PlaceWord::province},
     {"away", PlaceWord::away},
     {"particle", PlaceWord::particle},
     {"disputed", PlaceWord::disputed},
     {"qualified", PlaceWord::qualified},
     {"abroad", PlaceWord::abroad}}};

bool starts_upper(std::string_view word) {
    return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

std::size_t count_words(std::string_view name) {
    return static_cast<std::size_t>(std::ranges::count(name, ' ')) + 1;
}

}  // namespace

Result<void> PlaceWords::load_words(const std::string& path) {
    const auto table = read_tsv(path, {"class", "words"});
    if (!table) return table.error();
    for (const auto& row : table->rows) {
        const auto* found =
            std::ranges::find(k_names, std::string_view{row[0]}, [](const auto& n) { return n.first; });
        if (found == k_names.end())
            return Error{ErrorKind::malformed, "no class is called '" + row[0] + "'", path};
        for (const auto word : split_fields(row[1], ';')) {
            if (found->second == PlaceWord::region) {
                regions_.emplace(lower_ascii(word), starts_upper(word.substr(word.rfind(' ') + 1)));
                longest_region_ = std::max(longest_region_, count_words(word));
            } else {
                words_[std::string{word}].push_back(found->second);
            }
        }
    }
    return {};
}

Result<void> PlaceWords::load_past_states(const std::string& path) {
    const auto table = read_tsv(path, {"state", "country", "from", "to"});
    if (!table) return table.error();
    for (const auto& row : table->rows) {
        const auto from = parse_day(row[2]);
        const auto to = parse_day(row[3]);
        if (!from || !to) return Error{ErrorKind::malformed, "no days: " + row[2] + ", " + row[3], path};
        past_states_.emplace(row[1], PastState{row[0], *from, *to});
    }
    return {};
}

Result<PlaceWords> PlaceWords::load(const std::string& data_dir) {
    const auto folder = data_dir + "/places/";
    PlaceWords words;
    if (auto done = words.load_words(folder + "words.tsv"); !done) return done.error();
    if (auto done = words.load_past_states(folder + "past_states.tsv"); !done) return done.error();
    const auto namesakes = read_tsv(folder + "namesakes.tsv", {"country", "also_in"});
    if (!namesakes) return namesakes.error();
    for (const auto& row : namesakes->rows) words.namesakes_.emplace(row[0], row[1]);
    return words;
}

bool PlaceWords::is(const std::string& word, PlaceWord wanted) const {
    const auto found = words_.find(word);
    return found != words_.end() && std::ranges::find(found->second, wanted) != found->second.end();
}

std::size_t PlaceWords::region_at(const std::vector<TextWord>& words, std::size_t first) const {
    std::string key;
    std::size_t longest = 0;
    for (std::size_t count = 1; count <= longest_region_ && first + count <= words.size(); ++count) {
        if (count > 1) key += ' ';
        key += lower_ascii(words[first + count - 1].form);
        const auto found = regions_.find(key);
        if (found != regions_.end() && (!found->second || words[first + count - 1].capital()))
            longest = count;
    }
    return longest;
}

std::string PlaceWords::namesake(const std::string& country) const {
    const auto found = namesakes_.find(country);
    return found == namesakes_.end() ? std::string{} : found->second;
}

std::string PlaceWords::state_on(const std::string& country, std::optional<Day> day) const {
    const auto found = past_states_.find(country);
    const bool past =
        day && found != past_states_.end() && found->second.from <= *day && *day <= found->second.to;
    return past ? found->second.state : country;
}

}  // namespace dragoman
