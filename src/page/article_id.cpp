#include "page/article_id.h"

#include "base/hash.h"

namespace dragoman {

std::string id_of_text(std::string_view text) {
    return "sha256:" + sha256_hex(text).substr(0, 16);
}

}  // namespace dragoman
