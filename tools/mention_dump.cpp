// Prints what the coder reads in each line of standard input, as one line of JSON: a list of
// {"act", "status", "start", "end", "score", "status_score", "arguments": [{"role", "start", "end",
// "score"}]}, offsets in code points of the line. train/compare.py holds it against the Python reference.
//
// usage: mention_dump MODEL_FOLDER ACTS_TSV < sentences

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "coder/coder.h"

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const dragoman::Mention& mention, const dragoman::ActTable& acts,
             const dragoman::CodePointIndex& index) {
    Json object = {{"act", acts[mention.act].name},
                   {"status", to_string(mention.status)},
                   {"start", index.at(mention.trigger.begin)},
                   {"end", index.at(mention.trigger.end)},
                   {"score", mention.score},
                   {"status_score", mention.status_score},
                   {"arguments", Json::array()}};
    for (const auto& argument : mention.arguments) {
        const auto& span = argument.span;
        object["arguments"].push_back({{"role", std::string(1, dragoman::role_letter(argument.role))},
                                       {"start", span ? Json(index.at(span->begin)) : Json(nullptr)},
                                       {"end", span ? Json(index.at(span->end)) : Json(nullptr)},
                                       {"score", argument.score}});
    }
    return object;
}

int run(const std::string& model, const std::string& acts_path) {
    const auto acts = dragoman::ActTable::load(acts_path);
    if (!acts) return std::cerr << acts.error().to_line() << '\n', 1;
    const auto coder = dragoman::Coder::load(model, acts.value());
    if (!coder) return std::cerr << coder.error().to_line() << '\n', 1;
    std::vector<std::string> lines;
    for (std::string line; std::getline(std::cin, line);) lines.push_back(line);
    const std::vector<std::string_view> sentences(lines.begin(), lines.end());
    const auto readings = coder->read(sentences);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const dragoman::CodePointIndex index{lines[i]};
        auto mentions = Json::array();
        for (const auto& mention : readings[i].mentions)
            mentions.push_back(to_json(mention, acts.value(), index));
        std::cout << mentions.dump() << '\n';
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: mention_dump MODEL_FOLDER ACTS_TSV < sentences\n";
        return 2;
    }
    return run(argv[1], argv[2]);
}
