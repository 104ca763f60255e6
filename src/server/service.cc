#include "server/service.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "ledger/ledger.h"
#include "server/negotiation.h"
#include "server/problem.h"
#include "server/routes.h"
#include "server/web_page.h"

namespace hearsay {
namespace {

constexpr std::string_view kFilters = "q who act outlet after before limit cursor";
constexpr std::string_view kSureToo = "q who act outlet after before limit cursor min_confidence";
constexpr std::string_view kArticleParameters = "id url title publisher published min_confidence";

struct Route {
  std::string_view method, path;  // "{id}" stands for any segment
  std::string_view parameters;    // that it takes
  ServerResponse (*answer)(const Call& call) = nullptr;
  ServerResponse (*ask)(const Call& call, Ledger& ledger) = nullptr;  // has an ETag
  std::string_view type = "application/json";                         // of its answer; "": of several
};

constexpr Route kRoutes[] = {
    {"POST", "/v1/read", kArticleParameters, Routes::read, nullptr},
    {"GET", "/v1/articles", "outlet after before limit cursor", nullptr, Routes::articles},
    {"POST", "/v1/articles", kArticleParameters, Routes::add, nullptr},
    {"GET", "/v1/articles/{id}", "version", nullptr, Routes::article},
    {"GET", "/v1/threads", kFilters, nullptr, Routes::threads},
    {"GET", "/v1/threads/{id}", "", nullptr, Routes::thread},
    {"GET", "/v1/disputes", kSureToo, nullptr, Routes::disputes},
    {"GET", "/v1/changes", kSureToo, nullptr, Routes::changes},
    {"GET", "/v1/notices", "who outlet after before limit cursor", nullptr, Routes::notices},
    {"GET", "/v1/timeline", kFilters, nullptr, Routes::timeline},
    {"GET", "/v1/search", kFilters, nullptr, Routes::search},
    {"GET", "/v1/entities", "name limit cursor", nullptr, Routes::entities},
    {"GET", "/v1/entities/{id}", "limit", nullptr, Routes::entity},
    {"GET", "/v1/entities/{id}/statements", "after before limit cursor", nullptr, Routes::entity_statements},
    {"GET", "/v1/entities/{id}/about", "after before limit cursor", nullptr, Routes::entity_about},
    {"GET", "/v1/statements/{id}", "", nullptr, Routes::statement},
    {"GET", "/v1/corrections", "limit cursor", nullptr, Routes::corrections},
    {"POST", "/v1/corrections", "", Routes::correct, nullptr},
    {"DELETE", "/v1/corrections/{id}", "", Routes::undo, nullptr},
    {"GET", "/v1/stats", "", nullptr, Routes::stats},
    {"GET", "/v1/export", "format table", Routes::export_all, nullptr, ""},
    {"GET", "/v1/events", "", Routes::events, nullptr, "text/event-stream"},
    {"GET", "/metrics", "", Routes::metrics, nullptr, "text/plain"},
    {"GET", "/healthz", "", Routes::health, nullptr},
    {"GET", "/openapi.json", "", Routes::openapi, nullptr},
};

// True if the path fits; `id` becomes what stands in the place of {id}.
bool fits(std::string_view path, const std::vector<std::string>& segments, std::string& id) {
  std::size_t i = 0;
  for (std::size_t begin = 1; begin < path.size(); ++i) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    if (i == segments.size()) return false;
    if (segment == "{id}") id = segments[i];
    if (segment != "{id}" && segment != segments[i]) return false;
    begin = end + 1;
  }
  return i == segments.size();
}

// GET of a route answers HEAD, too.
std::string_view method_of(const ServerRequest& request) {
  return request.method == "HEAD" ? std::string_view("GET") : request.method;
}

// The route; nullptr where there is none, then `allowed` says which methods the path has.
const Route* find_route(const ServerRequest& request, const Target& target, std::string& id,
                        std::string& allowed) {
  for (const Route& route : kRoutes) {
    if (!fits(route.path, target.segments, id)) continue;
    if (route.method == method_of(request)) return &route;
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
    if (route.method == "GET") allowed += ", HEAD";
  }
  return nullptr;
}

ServerResponse ask_ledger(const Route& route, const Call& call, const std::string& tag) {
  if (!tag.empty() && call.request.header("if-none-match") == tag)
    return {.status = 304, .content_type = "", .headers = {{"ETag", tag}}};
  const auto ledger = call.worker.reader.get();
  if (!ledger) return try_again(ledger.error().message);
  ServerResponse response = route.ask(call, **ledger);
  if (response.status == 503) call.worker.reader.drop();
  if (!tag.empty() && response.status == 200) response.headers.emplace_back("ETag", tag);
  return response;
}

}  // namespace

Service::Service(const Pipeline& pipeline, std::string ledger, std::string models,
                 std::function<void(std::vector<LedgerEvent>)> publish)
    : pipeline_(pipeline),
      ledger_(std::move(ledger)),
      publish_(std::move(publish)),
      writer_(ledger_, OpenLedger::Purpose::adding, std::move(models)),
      watched_(ledger_, OpenLedger::Purpose::watching),
      run_(std::to_string(std::chrono::system_clock::now().time_since_epoch().count() ^ ::getpid())) {}

std::int64_t Service::generation() {
  const auto ledger = watched_.get();
  if (!ledger) return -1;
  const Result<std::int64_t> counter = (*ledger)->change_counter();
  if (!counter) return -1;
  if (*counter != seen_ || watched_.openings() != openings_) ++generation_;
  seen_ = *counter;
  openings_ = watched_.openings();
  return generation_;
}

std::string Service::entity_tag() {
  const std::scoped_lock lock(watching_);
  const std::int64_t number = generation();
  return number < 0 ? "" : "W/\"" + run_ + "-" + std::to_string(number) + "\"";
}

bool Service::has_changed() {
  const std::scoped_lock lock(watching_);
  const std::int64_t number = generation();
  if (number < 0 || number == told_) return false;
  const bool first = told_ == 0;
  told_ = number;
  return !first;
}

ServerResponse Service::respond(const ServerRequest& request, Worker& worker) {
  const std::optional<Target> target = parse_target(request.target);
  if (!target) return problem(400, "expected a path such as /v1/search?q=bridge, found another one");
  if (auto page = page_answer(kPageFiles, request)) return *std::move(page);
  std::string id, allowed;
  const Route* route = find_route(request, *target, id, allowed);
  if (route == nullptr && allowed.empty()) return problem(404, "found nothing at this path");
  if (route == nullptr) {
    ServerResponse response = problem(405, "expected " + allowed + ", found " + request.method);
    response.headers.emplace_back("Allow", allowed);
    return response;
  }
  if (!route->type.empty() && !accepts(request.header("accept"), route->type))
    return problem(406, "Accept: expected " + std::string(route->type) + " among what is accepted");
  const Result<Parameters> query = Parameters::read(*target, route->parameters);
  if (!query) return problem(query.error());
  const Call call{*this, worker, request, *query, id};
  return route->ask != nullptr ? ask_ledger(*route, call, entity_tag()) : route->answer(call);
}

ServerResponse Service::answer(const ServerRequest& request, Worker& worker) {
  ServerResponse response = respond(request, worker);
  compress(request, response);
  ++requests_;
  refused_ += response.status >= 400 && response.status < 500;
  failed_ += response.status >= 500;
  return response;
}

std::vector<std::string> route_names() {
  std::vector<std::string> names;
  for (const Route& route : kRoutes)
    names.push_back(std::string(route.method) + " " + std::string(route.path));
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace hearsay
