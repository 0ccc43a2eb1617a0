// The phrases of time_phrases.tsv, each with what it means.
#include <gtest/gtest.h>

#include "base/file.h"
#include "resolve/time_resolver.h"

namespace dragoman {
namespace {

/// "-" in a field stands for nothing.
std::string field(const std::string& text) {
    return text == "-" ? "" : text;
}

TEST(time_phrases, mean_what_the_table_says) {
    const auto resolver = TimeResolver::load(DRAGOMAN_SOURCE_DIR "/data");
    ASSERT_TRUE(resolver);
    const auto table =
        read_tsv(DRAGOMAN_SOURCE_DIR "/src/resolve/time_phrases.tsv", {"phrase", "status", "story", "value"});
    ASSERT_TRUE(table) << table.error().to_line();
    for (const auto& row : table->rows) {
        TimeContext context{.reference = make_day(2015, 7, 2)};
        const auto status = parse_status(row[1]);
        ASSERT_TRUE(status) << row[0];
        context.status = *status;
        context.last_time = parse_period(field(row[2]));
        if (context.last_time && context.last_time->first == context.last_time->last)
            context.anchor = context.last_time->first;
        const auto value = resolver->resolve(row[0], context);
        EXPECT_EQ(value ? value->value : "", field(row[3])) << row[0] << " | " << row[1] << " | " << row[2];
    }
}

}  // namespace
}  // namespace dragoman
