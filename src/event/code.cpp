#include "event/code.h"

namespace dragoman {

std::string country_of(std::string_view code) {
    return std::string{code.substr(0, code.find('.'))};
}

}  // namespace dragoman
