#include "resolve/word_classes.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/file.h"

namespace dragoman {
namespace {

constexpr std::array<std::pair<std::string_view, WordClass>, 31> k_names{
    {{"article", WordClass::article},
     {"definite", WordClass::definite},
     {"preposition", WordClass::preposition},
     {"loosening", WordClass::loosening},
     {"leading", WordClass::leading},
     {"addressing", WordClass::addressing},
     {"tying", WordClass::tying},
     {"opposed", WordClass::opposed},
     {"former", WordClass::former},
     {"honorific", WordClass::honorific},
     {"particle", WordClass::particle},
     {"joint", WordClass::joint},
     {"locating", WordClass::locating},
     {"direction", WordClass::direction},
     {"side", WordClass::side},
     {"states", WordClass::states},
     {"unnamed", WordClass::unnamed},
     {"water", WordClass::water},
     {"counting", WordClass::counting},
     {"allied", WordClass::allied},
     {"nameless", WordClass::nameless},
     {"minority", WordClass::minority},
     {"honour", WordClass::honour},
     {"state", WordClass::state},
     {"pair", WordClass::pair},
     {"body", WordClass::body},
     {"thing", WordClass::thing},
     {"person", WordClass::person},
     {"many", WordClass::many},
     {"speaker", WordClass::speaker},
     {"mutual", WordClass::mutual}}};

}  // namespace

Result<WordClasses> WordClasses::load(const std::string& data_dir) {
    const auto path = data_dir + "/actors/word_classes.tsv";
    const auto table = read_tsv(path, {"class", "words"});
    if (!table) return table.error();
    WordClasses words;
    for (const auto& row : table.value().rows) {
        const auto* found =
            std::ranges::find(k_names, std::string_view{row[0]}, [](const auto& n) { return n.first; });
        if (found == k_names.end())
            return Error{ErrorKind::malformed, "no class is called '" + row[0] + "'", path};
        for (const auto word : split_fields(row[1], ';'))
            words.classes_[std::string{word}].push_back(found->second);
    }
    return words;
}

bool WordClasses::is(const std::string& word, WordClass wanted) const {
    const auto found = classes_.find(word);
    return found != classes_.end() && std::ranges::find(found->second, wanted) != found->second.end();
}

WordClass WordClasses::pronoun(const std::string& word) const {
    const auto found = classes_.find(word);
    if (found == classes_.end()) return WordClass::none;
    for (const auto one : found->second) {
        if (one >= WordClass::thing) return one;
    }
    return WordClass::none;
}

}  // namespace dragoman
