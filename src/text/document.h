#pragma once

#include <vector>

#include "base/span.h"
#include "text/article.h"

namespace dragoman {

/// An article with its sentences: ordered, not overlapping, without white space at their ends, never across a
/// '\n'.
struct Document {
    Article article;
    std::vector<Span> sentences;

    [[nodiscard]] std::string_view text_of(const Span& span) const { return span.of(article.text); }
};

}  // namespace dragoman
