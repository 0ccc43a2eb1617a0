#include "ledger/schema.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <fstream>

#include "ledger/test_support.h"

namespace dragoman {
namespace {

using test::Invented;
using test::LedgerTest;
using test::numbered;
using test::store;

class Opening : public LedgerTest {
  protected:
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream{path(name)} << bytes;
    }

    void make_ledger() const {
        auto ledger = open();
        for (int i = 0; i < 50; ++i) {
            store(ledger,
                  Invented{numbered("page", i), "2015-07-02"}
                      .sentence("Oslo met Lima.")
                      .event("meet", "met", Status::actual, {{'A', "Oslo", "NOR"}, {'R', "Lima", "PER"}}));
        }
    }

    static Error error_of(const std::string& path, OpenMode mode = OpenMode::read_write) {
        const auto ledger = try_open(path, mode);
        EXPECT_FALSE(ledger.ok());
        return ledger.ok() ? Error{} : ledger.error();
    }
};

TEST_F(Opening, refuses_what_is_no_ledger) {
    write("text", "This is a page of text and no database at all, however long it may be.\n");
    EXPECT_EQ(error_of(path("text")).to_line(), path("text") + ": is not a ledger: no SQLite file");
    Database{path("other"), Database::Mode::read_write}.run_script("CREATE TABLE mine (x)");
    EXPECT_EQ(error_of(path("other")).to_line(),
              path("other") + ": is not a ledger: an SQLite file of another program");
    EXPECT_EQ(error_of(folder_.string()).kind, ErrorKind::unreadable);
    EXPECT_EQ(error_of(path("none"), OpenMode::read_only).kind, ErrorKind::not_found);
    EXPECT_EQ(error_of(path("none/ledger.db")).kind, ErrorKind::unreadable);
    write("empty", "");
    EXPECT_EQ(error_of(path("empty"), OpenMode::read_only).to_line(),
              path("empty") + ": is not a ledger: it is empty");
}

TEST_F(Opening, refuses_a_newer_layout) {
    make_ledger();
    Database{path(), Database::Mode::read_write}.run_script("PRAGMA user_version = 99");
    for (const auto mode : {OpenMode::read_only, OpenMode::read_write}) {
        EXPECT_EQ(error_of(path(), mode).kind, ErrorKind::conflict);
        EXPECT_EQ(error_of(path(), mode).message,
                  "was written by a newer program (layout 99, this program knows up to 1)");
    }
}

TEST_F(Opening, damaged_file_gives_an_error) {
    make_ledger();
    const auto size = std::filesystem::file_size(path());
    std::filesystem::resize_file(path(), size / 2);
    auto ledger = try_open(path());
    const auto error = ledger.ok() ? ledger->dump().error() : ledger.error();
    EXPECT_EQ(error.kind, ErrorKind::malformed);
    EXPECT_NE(error.message.find("is damaged"), std::string::npos);
}

TEST_F(Opening, overwritten_pages_give_an_error_and_no_crash) {
    make_ledger();
    const auto size = static_cast<std::streamoff>(std::filesystem::file_size(path()));
    std::fstream file{path(), std::ios::in | std::ios::out | std::ios::binary};
    for (std::streamoff at = 4096; at < size; at += 512) {
        file.seekp(at);
        file << std::string(256, '\xa5');
    }
    file.close();
    auto ledger = try_open(path());
    ASSERT_TRUE(!ledger.ok() || !ledger->dump().ok());
    const auto error = ledger.ok() ? ledger->dump().error() : ledger.error();
    EXPECT_EQ(error.kind, ErrorKind::malformed);
}

TEST_F(Opening, read_only_ledger_answers_and_does_not_store) {
    make_ledger();
    auto ledger = try_open(path(), OpenMode::read_only).value();
    EXPECT_EQ(ledger.pairs().value().size(), 1U);
    const auto result = ledger.store(Invented{"new"}.sentence("Nothing."), "test-model");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, ErrorKind::unreadable);
    EXPECT_NE(result.error().message.find("read-only"), std::string::npos);
}

TEST_F(Opening, locked_ledger_is_a_conflict_for_writers_only) {
    make_ledger();
    auto ledger = open();
    Database other{path(), Database::Mode::read_write};
    const Transaction transaction{other, Transaction::Kind::writing};
    const auto result = ledger.store(Invented{"new"}.sentence("Nothing."), "test-model");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, ErrorKind::conflict);
    EXPECT_TRUE(ledger.pairs().ok());
}

/// Runs the function as a user without rights, in a process of its own: root could write anywhere.
template <class Function>
bool holds_without_rights(Function function) {
    constexpr uid_t k_nobody = 65534;
    const auto child = fork();
    if (child == 0) {
        const bool dropped = geteuid() != 0 || seteuid(k_nobody) == 0;
        _exit(dropped && function() ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_F(Opening, folder_without_write_permission_can_be_read_but_not_written) {
    make_ledger();
    namespace fs = std::filesystem;
    const auto read_only = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
    const auto enter = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
    fs::permissions(path(), read_only);
    fs::permissions(folder_, read_only | enter);
    EXPECT_TRUE(holds_without_rights([&] {
        auto ledger = try_open(path(), OpenMode::read_only);
        return ledger.ok() && ledger->pairs().ok() && ledger->pairs()->size() == 1;
    }));
    EXPECT_TRUE(holds_without_rights([&] {
        const auto ledger = try_open(path());
        return !ledger.ok() && ledger.error().kind == ErrorKind::unreadable;
    }));
    EXPECT_TRUE(holds_without_rights([&] {
        const auto ledger = try_open(path("new.db"));
        return !ledger.ok() && ledger.error().kind == ErrorKind::unreadable;
    }));
    fs::permissions(folder_, fs::perms::owner_all);
}

}  // namespace
}  // namespace dragoman
