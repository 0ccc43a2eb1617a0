#include "resolve/choice.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/file.h"

namespace dragoman {
namespace {

std::string key_of(std::string_view feature, std::string_view context) {
    std::string key;
    key.reserve(feature.size() + context.size() + 1);
    key.append(feature).append(1, ' ').append(context);
    return key;
}

}  // namespace

Result<ChoiceModel> ChoiceModel::load(const std::string& data_dir) {
    const auto path = data_dir + "/actors/choice.tsv";
    const auto table = read_tsv(path, {"feature", "context", "weight"});
    if (!table) return table.error();
    ChoiceModel model;
    for (const auto& row : table.value().rows) {
        double weight = 0;
        const auto* end = row[2].data() + row[2].size();
        if (std::from_chars(row[2].data(), end, weight).ptr != end)
            return Error{ErrorKind::malformed, "'" + row[2] + "' is no weight", path};
        model.weights_.emplace(key_of(row[0], row[1]), weight);
    }
    return model;
}

double ChoiceModel::weight(std::string_view feature, std::string_view context) const {
    const auto found = weights_.find(key_of(feature, context));
    return found == weights_.end() ? 0 : found->second;
}

std::vector<double> ChoiceModel::probabilities(const std::vector<Candidate>& candidates,
                                               const std::vector<std::string>& contexts) const {
    std::vector<double> values;
    values.reserve(candidates.size());
    for (const auto& candidate : candidates) {
        double sum = 0;
        for (const auto& feature : candidate.features) {
            for (const auto& context : contexts) sum += weight(feature, context);
        }
        values.push_back(sum);
    }
    if (values.empty()) return values;
    const auto most = std::ranges::max(values);
    double total = 0;
    for (auto& value : values) total += value = std::exp(value - most);
    for (auto& value : values) value /= total;
    return values;
}

}  // namespace dragoman
