#pragma once

#include <string>

#include "base/result.h"

namespace dragoman {

/// The folder that holds data/ and models/: $DRAGOMAN_HOME if it is set, else the nearest of the program's
/// own folder's parent and ../share/dragoman that has data/acts.tsv. An error that names the places tried.
Result<std::string> find_home();

}  // namespace dragoman
