#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "event/event.h"

namespace dragoman {

/// Prints coded documents in one of the forms of `dragoman code --format`.
class EventPrinter {
  public:
    virtual ~EventPrinter() = default;
    virtual void print(const CodedDocument& coded) = 0;
};

/// "table", "jsonl" or "coding-jsonl"; `explain` adds reasons and sentences without event to the first two.
/// `acts` and `out` must outlive the printer.
std::unique_ptr<EventPrinter> make_printer(const std::string& format, bool explain, const ActTable& acts,
                                           std::ostream& out);

}  // namespace dragoman
