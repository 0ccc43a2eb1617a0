#include "resolve/quantity_words.h"

#include <algorithm>
#include <iterator>

#include "base/file.h"

namespace dragoman {
namespace {

constexpr std::string_view k_kind_names[] = {"people", "killed", "injured", "arrested", "troops",
                                             "money",  "hurt",   "unit",    "thing",    "person"};

using Kinds = std::unordered_map<std::string, Counted>;

Result<Kinds> load_kinds(const std::string& path, const char* column) {
    const auto table = read_tsv(path, {column, "kind"});
    if (!table) return table.error();
    Kinds kinds;
    for (const auto& row : table->rows) {
        const auto* const found = std::find(std::begin(k_kind_names), std::end(k_kind_names), row[1]);
        if (found == std::end(k_kind_names))
            return Error{ErrorKind::malformed, "no such kind: " + row[1], path};
        kinds.emplace(row[0], static_cast<Counted>(found - std::begin(k_kind_names)));
    }
    return kinds;
}

using Currencies = std::unordered_map<std::string, std::vector<Currency>>;

Result<Currencies> load_currencies(const std::string& path) {
    const auto table = read_tsv(path, {"name", "code"});
    if (!table) return table.error();
    Currencies currencies;
    for (const auto& row : table->rows) {
        Currency currency{{}, row[1]};
        for (auto& word : split_words(row[0])) currency.words.push_back(std::move(word.text));
        if (currency.words.empty())
            return Error{ErrorKind::malformed, "a currency without a name: " + row[1], path};
        currencies[currency.words.front()].push_back(std::move(currency));
    }
    for (auto& [word, names] : currencies) {
        std::stable_sort(names.begin(), names.end(),
                         [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    }
    return currencies;
}

}  // namespace

std::string_view to_string(Counted kind) {
    return k_kind_names[static_cast<std::size_t>(kind)];
}

Result<QuantityWords> QuantityWords::load(const std::string& data_dir) {
    auto numbers = NumberWords::load(data_dir);
    if (!numbers) return numbers.error();
    auto currencies = load_currencies(data_dir + "/quantity/currencies.tsv");
    if (!currencies) return currencies.error();
    auto nouns = load_kinds(data_dir + "/quantity/nouns.tsv", "word");
    if (!nouns) return nouns.error();
    auto acts = load_kinds(data_dir + "/quantity/acts.tsv", "act");
    if (!acts) return acts.error();
    return QuantityWords{std::move(numbers).value(), std::move(currencies).value(), std::move(nouns).value(),
                         std::move(acts).value()};
}

std::optional<Counted> QuantityWords::noun(std::string_view word) const {
    const auto found = nouns.find(std::string{word});
    return found == nouns.end() ? std::nullopt : std::optional{found->second};
}

Counted QuantityWords::of_act(std::string_view act_name) const {
    const auto found = acts.find(std::string{act_name});
    return found == acts.end() ? Counted::people : found->second;
}

const Currency* QuantityWords::currency(const std::vector<PhraseWord>& words, std::size_t at) const {
    const auto named = currencies.find(words[at].text);
    if (named == currencies.end()) return nullptr;
    for (const auto& currency : named->second) {
        if (at + currency.words.size() > words.size()) continue;
        const bool same = std::equal(currency.words.begin(), currency.words.end(),
                                     words.begin() + static_cast<std::ptrdiff_t>(at),
                                     [](const auto& name, const auto& word) { return name == word.text; });
        if (same) return &currency;
    }
    return nullptr;
}

}  // namespace dragoman
