#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// The title without the site's name that follows or leads it ("Talks resume | The Example Post"): parts
/// between separators (" | ", " - ", " :: " ...) that equal the publisher or, if that is unknown, a short
/// last part after a bar.
std::string clean_title(std::string_view title, std::string_view publisher);

/// Letters and digits of a title in lower case, nothing else: what two copies of it have in common.
std::string title_letters(std::string_view title);

/// True if two titles say the same: letters and digits are equal, whatever their case, and there are some.
bool same_title(std::string_view left, std::string_view right);

/// How many of their different words two titles share: 2 * shared / (left + right), 0 to 1.
double shared_words(std::string_view left, std::string_view right);

}  // namespace dragoman
