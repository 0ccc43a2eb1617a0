#include "ledger/dump.h"

#include <array>
#include <string_view>
#include <utility>

namespace dragoman {
namespace {

// The keys give an order that does not depend on the order of writing.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> k_tables = {{
    {"documents", "SELECT * FROM documents ORDER BY id"},
    {"sentences", "SELECT * FROM sentences ORDER BY document, number"},
    {"reports", "SELECT * FROM reports ORDER BY id"},
    {"arguments", "SELECT * FROM arguments ORDER BY report, number"},
    {"links", "SELECT * FROM links ORDER BY report"},
    {"events", "SELECT * FROM events ORDER BY id"},
    {"event_parties", "SELECT * FROM event_parties ORDER BY event, side, code"},
    {"event_pairs", "SELECT * FROM event_pairs ORDER BY a, b, event"},
}};

}  // namespace

std::string dump_tables(Database& database) {
    std::string out;
    for (const auto& [table, sql] : k_tables) {
        out.append("== ").append(table).append("\n");
        auto rows = database.query(sql);
        while (rows.next()) {
            for (int column = 0; column < rows.columns(); ++column) {
                if (column > 0) out += '\t';
                out.append(rows.column_name(column)).append("=").append(rows.dumped());
            }
            out += '\n';
        }
    }
    return out;
}

}  // namespace dragoman
