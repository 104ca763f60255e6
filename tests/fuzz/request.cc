// Any bytes as a request: a line "METHOD TARGET", lines of headers, an empty line, a body. Every answer
// is one that is documented: no 5xx, JSON where it says so, cursors that come back.
#include <unistd.h>

#include <cctype>
#include <filesystem>

#include "document/utf8.h"
#include "ledger/ledger.h"
#include "server/guard.h"
#include "server/service.h"
#include "tests/fuzz/fuzz.h"

namespace hearsay {
namespace {

constexpr const char* kStory =
    R"({"id": "a/1", "published": "2024-03-06", "publisher": "Quay Mail", "text": "Mayor Ada Holm said the bridge was safe."}
{"id": "b", "published": "2024-03-07", "publisher": "Northline", "text": "Tom Dahl denied that the bridge was safe.\n\nDahl said Ada Holm was wrong."}
{"id": "c", "published": "2024-03-08", "text": "Ada Holm said the bridge was not safe after all."})";

// A server without sockets, on a ledger with three articles.
class Served {
 public:
  Served()
      : path_(std::filesystem::temp_directory_path() /
              ("request-" + std::to_string(::getpid()) + ".ledger")) {
    require(Ledger::open_for_adding(path_).has_value(), "a ledger can be made");
    ServerRequest story{
        .method = "POST", .target = "/v1/articles", .headers = {}, .body = kStory, .client = {}};
    story.headers = {{"host", "localhost"}, {"content-type", "application/x-ndjson"}};
    require(answer(story).status == 201, "a story can be added");
  }
  ~Served() {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + end);
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  ServerResponse answer(const ServerRequest& request) { return service_.answer(request, worker_); }

 private:
  std::string path_;
  Pipeline pipeline_ = *Pipeline::load();
  Service service_{pipeline_, path_, "", [](const std::vector<LedgerEvent>&) {}};
  Worker worker_{path_};
};

std::string_view take_line(std::string_view& bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
  return line;
}

ServerRequest request_of(std::string_view bytes) {
  ServerRequest request;
  const std::string_view first = take_line(bytes);
  const std::size_t space = std::min(first.find(' '), first.size());
  request.method = first.substr(0, space);
  request.target = first.substr(std::min(space + 1, first.size()));
  for (std::string_view line = take_line(bytes); !line.empty(); line = take_line(bytes)) {
    const std::size_t colon = std::min(line.find(':'), line.size());
    std::string name(line.substr(0, colon));
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    request.headers.emplace_back(std::move(name), line.substr(std::min(colon + 1, line.size())));
  }
  request.body = bytes;
  // What adds would make the ledger larger with each input.
  if (request.method == "POST" && request.target.starts_with("/v1/articles"))
    request.target.replace(0, std::string_view("/v1/articles").size(), "/v1/read");
  return request;
}

// The value of "next" in a list; "" where nothing follows.
std::string_view next_of(std::string_view body) {
  constexpr std::string_view kNext = "\"next\": \"";
  const std::size_t at = body.rfind(kNext);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = body.substr(at + kNext.size());
  return rest.substr(0, rest.find('"'));
}

void require_documented(const ServerResponse& response) {
  require(response.status >= 200 && response.status < 500, "no answer is a failure of the server");
  if (response.content_type == "application/problem+json")
    require(response.status >= 400 && response.body.starts_with('{'), "a problem says what is wrong");
  if (response.status >= 400)
    require(response.content_type == "application/problem+json", "errors are problems");
  bool packed = false;
  for (const auto& [name, value] : response.headers) {
    require(value.find_first_of("\r\n") == std::string::npos, "a header is one line");
    packed = packed || name == "Content-Encoding";
  }
  if (!packed && response.content_type.find("json") != std::string::npos)
    require(find_invalid_utf8(response.body) == response.body.size(), "JSON is UTF-8");
}

void ask(std::string_view bytes) {
  static Served served;
  static Guard guard({.host = "localhost", .token = "", .rate = 0});
  ServerRequest request = request_of(bytes);
  if (const auto refused = guard.refuse(request, {})) require_documented(*refused);
  const ServerResponse response = served.answer(request);
  require_documented(response);
  if (request.method != "GET" || response.status != 200 || request.header("accept-encoding").size() > 0)
    return;
  const std::string_view next = next_of(response.body);
  if (next.empty() || request.target.find("cursor") != std::string::npos ||
      request.target.find('#') != std::string::npos)
    return;
  request.target +=
      (request.target.find('?') == std::string::npos ? "?cursor=" : "&cursor=") + std::string(next);
  require(served.answer(request).status == 200, "a cursor of ours is taken");
}

}  // namespace
}  // namespace hearsay

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hearsay::ask(hearsay::as_text(data, size));
  return 0;
}
