#pragma once

#include <optional>
#include <string>
#include <vector>

#include "resolve/phrase_words.h"
#include "resolve/time_resolver.h"
#include "resolve/time_stretch.h"
#include "resolve/time_words.h"

namespace dragoman {

/// Where a date lies that the phrase gives without its year, seen from the day of the text.
enum class Direction : std::uint8_t { back, ahead, nearest };

Direction direction_of(const TimeContext& context);

/// A phrase while it is read.
struct TimeReading {
    const std::vector<PhraseWord>& words;
    const TimeWords& lists;
    const TimeContext& context;
    mutable int nesting = 0;  ///< dates within dates, which end somewhere

    [[nodiscard]] std::string_view word(std::size_t at) const;
    [[nodiscard]] std::optional<int> find(TimeKind kind, std::size_t at) const {
        return lists.find(kind, word(at));
    }
    /// The first word from `at` on that is not "the", "of", "in", "on", a comma or a bracket.
    [[nodiscard]] std::size_t past_links(std::size_t at) const;
    /// A whole number below 10,000 in digits or words at `at`; moves `at` past it.
    [[nodiscard]] std::optional<int> count(std::size_t& at) const;
    /// "3rd", "third", "twenty-first" at `at`; moves `at` past it.
    [[nodiscard]] std::optional<int> ordinal(std::size_t& at) const;
    /// The unit at `at`; moves `at` past it.
    [[nodiscard]] std::optional<TimeUnit> unit(std::size_t& at) const;
    /// A year in four digits or in words ("nineteen ninety-nine") at `at`; moves `at` past it.
    [[nodiscard]] std::optional<int> year(std::size_t& at) const;
    /// A whole number of that many digits, and nothing else.
    [[nodiscard]] std::optional<int> digits(std::size_t at, std::size_t fewest, std::size_t most) const;
};

/// Counts a date within a date while it is read.
class Nesting {
  public:
    explicit Nesting(const TimeReading& reading) : reading_(reading) { ++reading_.nesting; }
    ~Nesting() { --reading_.nesting; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

  private:
    const TimeReading& reading_;
};

enum class Edge : std::uint8_t { none, start, middle, end };

/// One date in a phrase. Either it stands by itself (`stretch`), or it is a date of the calendar with or
/// without its year (`year`, `month`, `day`, `weekday`), which other dates of the phrase and the day of the
/// text complete.
struct TimeCore {
    std::size_t begin = 0;  ///< words
    std::size_t end = 0;
    std::optional<Stretch> stretch;
    std::optional<int> year;
    std::optional<unsigned> month;
    std::optional<unsigned> day;
    std::optional<int> weekday;
    std::optional<Season> season;
    const NamedTime* named_day = nullptr;
    bool clock = false;      ///< only a time of day: another date of the phrase says more
    bool lasting = false;    ///< a named period, after whose end "since" begins
    Edge edge = Edge::none;  ///< "the end of"
    std::string reason;

    /// The first day of `stretch`, if there is one.
    [[nodiscard]] std::optional<Day> first_day() const {
        return stretch ? stretch->first_day() : std::nullopt;
    }
};

/// A core of words [begin, end) that stands by itself.
TimeCore stretch_core(std::size_t begin, std::size_t end, Stretch stretch, std::string reason);

/// "week seen from 2015-07-02".
std::string seen_from(const char* what, Day reference);

/// The date that begins at word `at`, of any kind; nothing if none does.
std::optional<TimeCore> read_time_core(const TimeReading& reading, std::size_t at);

/// "July 4th, 1999", "4 July", "July", "1999", "Tuesday", "spring of 1947"; also dates in digits and decades.
std::optional<TimeCore> read_calendar_core(const TimeReading& reading, std::size_t at);

/// Whether news may mean a year by a number of four digits.
bool is_news_year(int year);

/// "2015-06-23", "6/7/2015", "1.6.2015", "3/2015": dates of the calendar in digits alone; "1950-53".
std::optional<TimeCore> read_numeric_core(const TimeReading& reading, std::size_t at);

/// "1950s", "the 70s", "the seventies"; "year 247".
std::optional<TimeCore> read_decade_core(const TimeReading& reading, std::size_t at);

/// "three months ago", "a week earlier", "half a century ago", "in two weeks", "within 30 days".
std::optional<TimeCore> read_counted_core(const TimeReading& reading, std::size_t at);

/// "last week", "past five years", "yesterday", "9 a.m."; also what read_counted_core reads.
std::optional<TimeCore> read_relative_core(const TimeReading& reading, std::size_t at);

/// "Christmas Eve", "the Korean War".
std::optional<TimeCore> read_name(const TimeReading& reading, std::size_t at);

/// The first date of the calendar or of a name in the few words from `at` on, which other dates count from.
std::optional<TimeCore> find_date(const TimeReading& reading, std::size_t at);

/// Names, "eve of Eid al-Fitr", "tenth anniversary of the war".
std::optional<TimeCore> read_named_core(const TimeReading& reading, std::size_t at);

/// The whole that a part belongs to, named from `at` on: "of 2015". Nothing named: the year of the text, and
/// `end` is `at`; nothing that can be read: no stretch.
struct Whole {
    std::optional<Stretch> stretch;
    std::size_t end = 0;
    bool lasting = false;
};
Whole read_whole(const TimeReading& reading, std::size_t at);

/// "week of 16 September", "third week of 2027", "early next week".
std::optional<TimeCore> read_week_core(const TimeReading& reading, std::size_t at);

/// "for three days", "for the third consecutive day": the time until the day of the text, if the act is told
/// as a past one. Read only where the phrase names no date.
std::optional<TimeCore> read_duration_core(const TimeReading& reading);

/// "recent weeks", "past few days": some units until a day; nothing for years, which say too little.
std::optional<Stretch> recent_stretch(Day last, TimeUnit unit, int count);

/// "second quarter of 2015", "first nine months of the year", "end of June".
std::optional<TimeCore> read_part_core(const TimeReading& reading, std::size_t at);

/// The stretch of a core, its missing year and month taken from the day of the text in that direction;
/// nothing if there is no such day, or no such date. Sets the core's reason.
std::optional<Stretch> complete_core(TimeCore& core, const TimeReading& reading, Direction direction);

/// The same, but the latest before (ahead == false) or earliest after the given day.
std::optional<Stretch> complete_core_from(TimeCore& core, Day day, Direction direction);

}  // namespace dragoman
