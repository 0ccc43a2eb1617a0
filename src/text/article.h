#pragma once

#include <optional>
#include <string>

#include "base/day.h"

namespace dragoman {

/// One news text as it came in, before any reading: what the page stage hands on.
struct Article {
    std::string id;           ///< given by the source, or "sha256:" and 16 digits of the text's hash
    std::string title;        ///< headline without the site's name; may be empty
    std::string url;          ///< canonical address; may be empty
    std::string publisher;    ///< name of the site or paper; may be empty
    std::optional<Day> date;  ///< day of publication, in the publisher's own zone
    std::string text;  ///< valid UTF-8; paragraphs end in '\n'. A page's text begins with its headline.
};

}  // namespace dragoman
