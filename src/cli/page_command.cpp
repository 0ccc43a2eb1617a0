#include <iostream>

#include "cli/commands.h"
#include "cli/complain.h"
#include "page/article_json.h"
#include "page/intake.h"

namespace dragoman {
namespace {

void print_article(const Article& article) {
    std::cout << "title:     " << article.title << '\n'
              << "date:      " << (article.date ? format_day(*article.date) : "not found") << '\n'
              << "publisher: " << article.publisher << '\n'
              << "url:       " << article.url << '\n'
              << "id:        " << article.id << "\n\n"
              << article.text << '\n';
}

}  // namespace

int run_page(const PageOptions& options) {
    const auto date = day_option(options.date, "--date");
    if (!date) return fail(date.error());
    const auto take = [&options](const Result<Article>& article) {
        if (!article) {
            complain(article.error());
        } else if (options.json) {
            std::cout << article_to_json(article.value()) << '\n';
        } else {
            print_article(article.value());
        }
    };
    Intake intake{take, date.value()};
    for (const auto& input : options.inputs) intake.read(input);
    return intake.count().articles > 0 ? k_done : k_nothing_done;
}

}  // namespace dragoman
