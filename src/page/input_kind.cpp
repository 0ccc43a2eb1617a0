#include "page/input_kind.h"

#include <array>
#include <filesystem>
#include <utility>

#include "page/ascii.h"
#include "page/charset.h"

namespace dragoman {
namespace {

constexpr auto k_extensions = std::to_array<std::pair<std::string_view, InputKind>>({
    {".html", InputKind::html},
    {".htm", InputKind::html},
    {".xhtml", InputKind::html},
    {".txt", InputKind::plain_text},
    {".jsonl", InputKind::json_lines},
    {".ndjson", InputKind::json_lines},
    {".json", InputKind::json},
});

constexpr auto k_signatures = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"\x89PNG", "a PNG image"},
    {"GIF8", "a GIF image"},
    {"\xFF\xD8\xFF", "a JPEG image"},
    {"%PDF-", "a PDF document"},
    {"PK\x03\x04", "a ZIP archive"},
    {"\x1F\x8B", "gzip data"},
    {"\x28\xB5\x2F\xFD", "Zstandard data"},
    {"\xFD\x37zXZ", "xz data"},
});

}  // namespace

std::optional<InputKind> kind_of_name(const std::string& name) {
    const auto extension = to_lower(std::filesystem::path{name}.extension().string());
    for (const auto& [known, kind] : k_extensions) {
        if (extension == known) return kind;
    }
    return std::nullopt;
}

InputKind kind_of_content(std::string_view head) {
    if (head.starts_with("\xFE\xFF") || head.starts_with("\xFF\xFE")) return InputKind::html;
    head = drop_utf8_mark(head);
    while (!head.empty() && is_space(head.front())) head.remove_prefix(1);
    if (head.starts_with('<')) return InputKind::html;
    return head.starts_with('{') ? InputKind::json_lines : InputKind::plain_text;
}

std::string_view binary_name(std::string_view head) {
    for (const auto& [signature, name] : k_signatures) {
        if (head.starts_with(signature)) return name;
    }
    if (head.starts_with("\xFE\xFF") || head.starts_with("\xFF\xFE")) return {};
    return head.find('\0') == std::string_view::npos ? std::string_view{} : "binary data";
}

}  // namespace dragoman
