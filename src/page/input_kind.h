#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

/// What an input holds.
enum class InputKind { html, plain_text, json_lines, json };

/// By the extension of a file's name, in any case; nothing for an extension that says none of these.
std::optional<InputKind> kind_of_name(const std::string& name);

/// By the first bytes: '<' (after white space and a byte order mark) is HTML, '{' is JSON Lines, else plain
/// text.
InputKind kind_of_content(std::string_view head);

/// What a file that is no text is, judged by its first bytes ("a PNG image", "binary data"); empty for text.
/// Text in UTF-16 counts as such only with a byte order mark.
std::string_view binary_name(std::string_view head);

}  // namespace dragoman
