#include "eval/figures_json.h"

#include <fmt/format.h>

#include <string>

namespace dragoman {
namespace {

using Json = nlohmann::ordered_json;

/// Four digits, rounded as decimal printing rounds.
double rounded(double value) {
    return std::stod(fmt::format("{:.4f}", value));
}

Json ratio_to_json(const Ratio& ratio) {
    return {{"p", rounded(ratio.precision())},
            {"r", rounded(ratio.recall())},
            {"f1", rounded(ratio.f1())},
            {"n", ratio.expected}};
}

}  // namespace

Json figures_to_json(const Figures& figures, bool by_act) {
    Json json;
    json["documents"] = figures.documents;
    json["find"] = ratio_to_json(figures.find);
    json["type"] = ratio_to_json(figures.type);
    json["act"] = ratio_to_json(figures.act);
    json["tuple"] = ratio_to_json(figures.tuple);
    json["interstate"] = ratio_to_json(figures.interstate);
    json["tuple_status"] = ratio_to_json(figures.tuple_status);
    json["role"] = ratio_to_json(figures.role);
    json["country_acc"] = rounded(figures.country.precision());
    json["code_acc"] = rounded(figures.code.precision());
    json["place"] = ratio_to_json(figures.place);
    json["quantity"] = ratio_to_json(figures.quantity);
    json["status_macro_f1"] = rounded(figures.status_macro_f1());
    json["status_acc"] = rounded(figures.status_accuracy());
    json["date_strict"] = rounded(figures.date_strict.precision());
    json["date_loose"] = rounded(figures.date_loose.precision());
    json["date_n"] = figures.date_strict.expected;
    if (by_act) {
        json["by_act"] = Json::object();
        for (const auto& [act, ratio] : figures.by_act) json["by_act"][act] = ratio_to_json(ratio);
    }
    return json;
}

Json reliability_to_json(const Reliability& reliability) {
    Json json;
    json["ece"] = rounded(reliability.error);
    json["bins"] = Json::array();
    for (std::size_t i = 0; i < reliability.bins.size(); ++i) {
        const auto& bin = reliability.bins[i];
        if (bin.count == 0) continue;
        json["bins"].push_back({{"from", static_cast<double>(i) / k_reliability_bins},
                                {"to", static_cast<double>(i + 1) / k_reliability_bins},
                                {"count", bin.count},
                                {"mean_score", rounded(bin.mean_score())},
                                {"accuracy", rounded(bin.accuracy())}});
    }
    return json;
}

}  // namespace dragoman
