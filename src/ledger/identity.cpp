#include "ledger/identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace dragoman {
namespace {

using Days = std::chrono::days;

constexpr Days k_widest_containing{
    366};                             // "in 2015" may mean a day of 2015; "in the forties" says too little
constexpr Days k_widest_untimed{31};  // an event of "this month" may be the one that a report does not date
constexpr Days k_report_delay{7};     // news without a date tells of the last week

bool is_stated(const Period& period) {
    return period.first || period.last;
}
/// A period with both ends.
struct Bounds {
    Day first;
    Day last;

    [[nodiscard]] Days width() const { return last - first; }
};

std::optional<Bounds> bounds_of(const Period& period) {
    if (!period.first || !period.last) return std::nullopt;
    return Bounds{*period.first, *period.last};
}

Days width(const Period& period) {
    const auto bounds = bounds_of(period);
    return bounds ? bounds->width() : Days::max();
}

std::string day_or_open(const std::optional<Day>& day) {
    return day ? format_day(*day) : "..";
}

/// Groups one block; see the rules in the header.
class Grouping {
  public:
    explicit Grouping(std::span<const IdentityReport> reports) : reports_(reports) {}

    std::vector<ReportGroup> run() {
        for (const auto index : sorted_stated()) place_stated(index);
        for (const auto index : sorted_untimed()) place_untimed(index);
        return std::move(groups_);
    }

  private:
    using Place = std::size_t;  // of a group

    struct Closed {
        Bounds bounds;
        Place group;
    };
    struct Reported {
        Day date;
        Place group;
    };

    std::vector<std::size_t> sorted_stated() const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < reports_.size(); ++i) {
            if (is_stated(reports_[i].stated)) order.push_back(i);
        }
        std::ranges::sort(order, {}, [this](std::size_t i) {
            const auto& report = reports_[i];
            return std::tuple{width(report.stated), report.stated.first, report.stated.last, -report.score,
                              std::string_view{report.id}};
        });
        return order;
    }

    std::vector<std::size_t> sorted_untimed() const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < reports_.size(); ++i) {
            if (!is_stated(reports_[i].stated)) order.push_back(i);
        }
        std::ranges::sort(order, {}, [this](std::size_t i) {
            const auto& report = reports_[i];
            return std::tuple{report.document_date, -report.score, std::string_view{report.id}};
        });
        return order;
    }

    void place_stated(std::size_t index) {
        const auto& report = reports_[index];
        const auto& period = report.stated;
        const auto equal = by_period_.find(std::pair{period.first, period.last});
        if (equal != by_period_.end()) {
            return join(equal->second, index, "the same time, " + report.time_value);
        }
        const auto bounds = bounds_of(period);
        if (const auto contained = bounds ? only_group_within(*bounds) : std::nullopt) {
            return join(
                *contained, index,
                fmt::format("its time {} contains {}", report.time_value, lead(*contained).time_value));
        }
        const auto group = start(index, day_or_open(period.first) + "/" + day_or_open(period.last),
                                 "leads: the most exact time, " + report.time_value);
        by_period_.emplace(std::pair{period.first, period.last}, group);
        if (bounds) by_first_day_.emplace(bounds->first, Closed{*bounds, group});
    }

    /// The group whose leading period lies within this one, if it is the only one.
    std::optional<Place> only_group_within(const Bounds& bounds) const {
        if (bounds.width() > k_widest_containing) return std::nullopt;
        std::optional<Place> found;
        for (auto at = by_first_day_.lower_bound(bounds.first);
             at != by_first_day_.end() && at->first <= bounds.last; ++at) {
            if (at->second.bounds.last > bounds.last) continue;
            if (found) return std::nullopt;
            found = at->second.group;
        }
        return found;
    }

    void place_untimed(std::size_t index) {
        const auto& report = reports_[index];
        const auto same_document = stated_in_document_.find(report.document);
        if (same_document != stated_in_document_.end()) {
            return join(same_document->second, index, "gives no time; the latest such act in the same text");
        }
        if (!report.document_date) return place_undated(index);
        const auto date = *report.document_date;
        if (const auto recent = latest_group_before(date)) {
            return join(*recent, index,
                        fmt::format("gives no time; reported on {}, close to {}", format_day(date),
                                    lead(*recent).time_value));
        }
        const auto day = format_day(date);
        if (reported_ && date - reported_->date <= k_report_delay) {
            return join(reported_->group, index, "gives no time; reported on " + day + ", within a week");
        }
        const auto group = start(index, "by " + day, "leads: gives no time, first reported on " + day);
        reported_ = Reported{date, group};
    }

    void place_undated(std::size_t index) {
        const auto& document = reports_[index].document;
        const auto known = undated_.find(document);
        if (known != undated_.end())
            return join(known->second, index, "gives no time; the same text without a date");
        undated_[document] = start(index, "@" + document, "leads: gives no time, in a text without a date");
    }

    /// Rule 3: the latest group whose period, not wider than a month, ended at most a week before the date.
    std::optional<Place> latest_group_before(Day date) const {
        std::optional<Place> best;
        const auto from = by_first_day_.lower_bound(date - k_report_delay - k_widest_untimed);
        for (auto at = from; at != by_first_day_.end() && at->first <= date; ++at) {
            const auto& [bounds, group] = at->second;
            if (bounds.width() > k_widest_untimed || date - bounds.last > k_report_delay) continue;
            if (!best || is_later(group, *best)) best = group;
        }
        return best;
    }

    bool is_later(Place one, Place other) const {
        const auto& period = lead(one).stated;
        const auto& before = lead(other).stated;
        // No two groups have the same period, so this orders them all.
        return std::tuple{period.last, period.first} > std::tuple{before.last, before.first};
    }

    Place start(std::size_t index, std::string anchor, std::string reason) {
        groups_.push_back({std::move(anchor), {index}, {std::move(reason)}});
        remember_document(index, groups_.size() - 1);
        return groups_.size() - 1;
    }

    void join(Place group, std::size_t index, const std::string& why) {
        groups_[group].members.push_back(index);
        groups_[group].reasons.push_back("same act, status and parties; " + why);
        remember_document(index, group);
    }

    void remember_document(std::size_t index, Place group) {
        if (!is_stated(reports_[index].stated)) return;
        const auto [known, is_new] = stated_in_document_.emplace(reports_[index].document, group);
        if (!is_new && is_later(group, known->second)) known->second = group;
    }

    const IdentityReport& lead(Place group) const { return reports_[groups_[group].members.front()]; }

    std::span<const IdentityReport> reports_;
    std::vector<ReportGroup> groups_;
    std::map<std::pair<std::optional<Day>, std::optional<Day>>, Place> by_period_;
    std::multimap<Day, Closed> by_first_day_;
    std::map<std::string_view, Place> stated_in_document_;
    std::map<std::string_view, Place> undated_;
    std::optional<Reported> reported_;  // the latest event without a stated time
};

std::string joined_identities(const std::vector<std::string>& codes, const PartyTable& parties) {
    std::vector<std::string> identities;
    identities.reserve(codes.size());
    for (const auto& code : codes) identities.push_back(parties.identity_of(code));
    std::ranges::sort(identities);
    identities.erase(std::unique(identities.begin(), identities.end()), identities.end());
    return fmt::format("{}", fmt::join(identities, ","));
}

}  // namespace

std::vector<ReportGroup> group_reports(std::span<const IdentityReport> reports) {
    return Grouping{reports}.run();
}

std::string identity_block(const Act& act, Status status, const std::vector<std::string>& actors,
                           const std::vector<std::string>& recipients, const std::string& document,
                           std::size_t sentence, const PartyTable& parties) {
    auto key = fmt::format("{} {} ", act.name, to_string(status));
    bool known = !actors.empty();
    if (act.symmetric) {
        auto all = actors;
        all.insert(all.end(), recipients.begin(), recipients.end());
        const auto joined = joined_identities(all, parties);
        known = joined.find(',') != std::string::npos;  // a meeting with nobody known could be any
        key += joined;
    } else {
        key += joined_identities(actors, parties) + ">" + joined_identities(recipients, parties);
    }
    if (!known) key += fmt::format(" @{}#{}", document, sentence);
    return key;
}

}  // namespace dragoman
