#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/span.h"

namespace dragoman {

struct QuantityWords;

/// A quantity as the codebook writes it ("money 57000000 USD", "killed 14"), and how it was found.
struct QuantityValue {
    std::string value;
    std::string reason;
};

/// Reads quantity phrases of English news ("at least 14 people", "$57 million", "two-thirds of the seats").
class QuantityReader {
  public:
    /// Reads the word lists in data_dir/quantity. Errors name file and line.
    static Result<QuantityReader> load(const std::string& data_dir);

    /// The quantity (codebook, section 6) that a phrase gives to an act of that name in acts.tsv; nothing if
    /// it holds no number.
    [[nodiscard]] std::optional<QuantityValue> read(std::string_view phrase, std::string_view act_name) const;

    /// The same for a phrase inside its sentence, whose other words may tell what is counted ("killing 14 and
    /// wounding 30"). `phrase` is in bytes of `sentence`.
    [[nodiscard]] std::optional<QuantityValue> read(std::string_view sentence, Span phrase,
                                                    std::string_view act_name) const;

  private:
    explicit QuantityReader(std::shared_ptr<const QuantityWords> words);

    std::shared_ptr<const QuantityWords> words_;
};

}  // namespace dragoman
