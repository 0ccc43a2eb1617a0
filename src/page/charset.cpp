#include "page/charset.h"

#include <iconv.h>
#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <utility>

#include "base/utf8.h"
#include "page/ascii.h"

namespace dragoman {
namespace {

constexpr std::size_t k_prescan_bytes = 4096;
constexpr std::size_t k_guess_bytes = std::size_t{1} << 18;
iconv_t const k_no_converter = reinterpret_cast<iconv_t>(-1);  // NOLINT: what iconv_open's manual says
constexpr std::string_view k_utf8_mark = "\xEF\xBB\xBF";

/// Labels whose meaning on the web is wider than their name, and the iconv name of that meaning.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> k_web_labels = {
    {
        {"iso-8859-1", "CP1252"}, {"iso8859-1", "CP1252"},  {"latin1", "CP1252"},
        {"ascii", "CP1252"},      {"us-ascii", "CP1252"},   {"windows-1252", "CP1252"},
        {"iso-8859-9", "CP1254"}, {"iso-8859-11", "CP874"}, {"tis-620", "CP874"},
        {"gb2312", "GB18030"},    {"gbk", "GB18030"},       {"big5", "BIG5-HKSCS"},
        {"shift_jis", "CP932"},   {"shift-jis", "CP932"},   {"sjis", "CP932"},
        {"x-sjis", "CP932"},      {"euc-kr", "CP949"},      {"ks_c_5601-1987", "CP949"},
        {"utf-16", "utf-8"},  // a meta tag that could be read is not in UTF-16
        {"utf8", "utf-8"},
    }};

std::string iconv_name(std::string_view label) {
    const auto* known = std::ranges::find(k_web_labels, label, [](const auto& entry) { return entry.first; });
    return std::string{known == k_web_labels.end() ? label : known->second};
}

/// Every byte that cannot be decoded becomes one U+FFFD. False if iconv does not know the charset.
bool decode(std::string_view bytes, const std::string& charset, std::string& out) {
    iconv_t const opened = iconv_open("UTF-8", charset.c_str());
    if (opened == k_no_converter) return false;
    const std::unique_ptr<void, int (*)(iconv_t)> converter{opened, iconv_close};
    std::string input{bytes};
    char* from = input.data();
    std::size_t left = input.size();
    std::array<char, 1U << 14U> buffer{};
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const auto status = iconv(converter.get(), &from, &left, &to, &room);
        out.append(buffer.data(), buffer.size() - room);
        if (status != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
        append_utf8(out, 0xFFFD);
        ++from;
        --left;
    }
    return true;
}

std::string guessed_charset(std::string_view bytes) {
    const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector{uchardet_new(), uchardet_delete};
    uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), k_guess_bytes));
    uchardet_data_end(detector.get());
    return to_lower(uchardet_get_charset(detector.get()));
}

/// How the bytes beyond ASCII read as UTF-8.
struct Utf8Census {
    std::size_t valid = 0;    // code points beyond ASCII
    std::size_t invalid = 0;  // bytes

    [[nodiscard]] bool is_ascii() const { return valid + invalid == 0; }
    /// A few broken bytes (a cut, a foreign advertisement) leave a UTF-8 page what it is.
    [[nodiscard]] bool is_utf8() const { return valid > 0 && invalid * 20 <= valid; }
};

Utf8Census take_census(std::string_view bytes) {
    Utf8Census census;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto [value, size] = decode_utf8(bytes, at);
        if (static_cast<unsigned char>(bytes[at]) >= 0x80) ++(size > 1 ? census.valid : census.invalid);
        at += size;
    }
    return census;
}

bool is_label_byte(char c) {
    return is_alnum(c) || c == '-' || c == '_' || c == '.' || c == ':';
}

bool decode_marked(std::string_view bytes, std::string& out) {
    if (bytes.starts_with(k_utf8_mark)) return out = drop_utf8_mark(bytes), true;
    if (bytes.starts_with("\xFE\xFF")) return decode(bytes.substr(2), "UTF-16BE", out);
    if (bytes.starts_with("\xFF\xFE")) return decode(bytes.substr(2), "UTF-16LE", out);
    return false;
}

}  // namespace

std::string_view drop_utf8_mark(std::string_view bytes) {
    return bytes.starts_with(k_utf8_mark) ? bytes.substr(k_utf8_mark.size()) : bytes;
}

std::string declared_charset(std::string_view bytes) {
    const auto head = to_lower(bytes.substr(0, k_prescan_bytes));
    for (auto tag = head.find("<meta"); tag != std::string::npos; tag = head.find("<meta", tag + 1)) {
        const auto close = head.find('>', tag);
        auto at = head.find("charset", tag);
        if (at == std::string::npos || at > close) continue;
        at = head.find_first_not_of(" \t\r\n='\"", at + std::string_view{"charset"}.size());
        if (at == std::string::npos) continue;
        const auto end =
            std::find_if_not(head.begin() + static_cast<std::ptrdiff_t>(at), head.end(), is_label_byte);
        return {head.begin() + static_cast<std::ptrdiff_t>(at), end};
    }
    return {};
}

std::string page_to_utf8(std::string_view bytes) {
    std::string out;
    if (decode_marked(bytes, out)) return repair_utf8(out);
    const auto census = take_census(bytes);
    if (census.is_utf8()) return repair_utf8(bytes);
    auto label = declared_charset(bytes);
    if (label.empty() && !census.is_ascii()) label = guessed_charset(bytes);
    const auto name = iconv_name(label);
    if (name.empty() || name == "utf-8" || !decode(bytes, name, out)) return repair_utf8(bytes);
    return repair_utf8(out);
}

}  // namespace dragoman
