// Resolves time phrases: reads lines "phrase <tab> reference day <tab> status" from standard input and
// answers each with "value <tab> reason", both empty for a phrase that names no time. usage: time_phrases
// DATA_DIR
#include <iostream>
#include <string>

#include "base/file.h"
#include "resolve/time_resolver.h"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: time_phrases DATA_DIR < LINES\n";
        return 2;
    }
    const auto resolver = dragoman::TimeResolver::load(argv[1]);
    if (!resolver) {
        std::cerr << resolver.error().to_line() << '\n';
        return 1;
    }
    std::string line;
    while (std::getline(std::cin, line)) {
        const auto fields = dragoman::split_fields(line, '\t');
        const auto status = fields.size() == 3 ? dragoman::parse_status(fields[2]) : std::nullopt;
        if (!status) {
            std::cerr << "not \"phrase <tab> day <tab> status\": " << line << '\n';
            return 1;
        }
        const auto value =
            resolver->resolve(fields[0], {.reference = dragoman::parse_day(fields[1]), .status = *status});
        std::cout << (value ? value->value + '\t' + value->reason : "\t") << '\n';
    }
}
