#include "fetch/http_client.h"

#include <sys/socket.h>

#include <algorithm>
#include <ctime>
#include <optional>
#include <utility>

#include "fetch/address.h"
#include "fetch/content_coding.h"
#include "fetch/curl_library.h"

namespace hearsay {
namespace {

using std::string;
using std::string_view;

constexpr std::size_t kMostHeaderBytes = std::size_t{256} << 10;
constexpr long kSlowBytesPerSecond = 100;

// What the callbacks of one request share.
struct Transfer {
  // One piece more than what is kept has to fit in where the rest is not wanted.
  explicit Transfer(const HttpRequest& request)
      : keep(request.keep_beginning ? request.most_bytes : 0),
        decoder(request.keep_beginning ? 2 * request.most_bytes + kFreeExpansion : request.most_bytes) {}

  CURL* curl = nullptr;
  bool allow_private = false;
  std::size_t keep;  // bytes after which the rest is not wanted; 0: all is
  HttpHeaders headers;
  std::size_t header_bytes = 0;
  ContentDecoder decoder;
  bool begun = false;       // the body has
  bool not_wanted = false;  // what follows is of no use
  string refused;           // the private address
  string problem;           // of headers or body
};

// Requires: it could be loaded, as it was wherever there is a client.
const CurlLibrary& library() { return *curl_library(); }

long status_of(CURL* curl) {
  long status = 0;
  library().easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

std::size_t receive_header(char* bytes, std::size_t, std::size_t length, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  transfer.header_bytes += length;
  if (transfer.header_bytes > kMostHeaderBytes) {
    transfer.problem =
        "expected at most " + std::to_string(kMostHeaderBytes) + " bytes of headers, found more";
    return 0;
  }
  read_header({bytes, length}, std::time(nullptr), transfer.headers);
  return length;
}

std::size_t receive_body(char* bytes, std::size_t, std::size_t length, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (status_of(transfer.curl) != 200) {
    transfer.not_wanted = true;
    return 0;
  }
  if (!transfer.begun) transfer.problem = transfer.decoder.begin(transfer.headers.content_encoding);
  transfer.begun = true;
  if (transfer.problem.empty()) transfer.problem = transfer.decoder.push({bytes, length});
  if (!transfer.problem.empty()) return 0;
  transfer.not_wanted = transfer.keep != 0 && transfer.decoder.size() >= transfer.keep;
  return transfer.not_wanted ? 0 : length;
}

// The address that is connected to, after all names were looked up: no name can promise another one.
curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (!transfer.allow_private) {
    const string found = find_private_address(&address->addr, address->addrlen);
    if (!found.empty()) {
      transfer.refused = found;
      return CURL_SOCKET_BAD;
    }
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

string seconds_of(std::chrono::milliseconds time) {
  const auto tenths = (time.count() + 50) / 100;
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " s";
}

struct Failure {
  HttpOutcome outcome;
  string problem;
};

Failure failure_of(CURLcode code, const Transfer& transfer, const HttpOptions& options, const char* words) {
  if (!transfer.refused.empty() && transfer.header_bytes == 0)
    return {HttpOutcome::refused,
            "expected a public address, found " + transfer.refused + "; --allow-private allows it"};
  if (!transfer.problem.empty()) return {HttpOutcome::broken, transfer.problem};
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return {HttpOutcome::unreachable, "expected a host, found no such name"};
    case CURLE_COULDNT_CONNECT:
      return {HttpOutcome::unreachable, "expected a connection, found the host refusing it"};
    case CURLE_OPERATION_TIMEDOUT:
      return {transfer.begun ? HttpOutcome::broken : HttpOutcome::unreachable,
              transfer.begun
                  ? "expected the whole answer in " + seconds_of(options.timeout) + ", found it too slow"
                  : "expected an answer in " + seconds_of(options.timeout) + ", found none"};
    case CURLE_GOT_NOTHING:
      return {HttpOutcome::unreachable, "expected an answer, found the connection closed"};
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
      return {HttpOutcome::broken, "expected the whole answer, found it cut off"};
    case CURLE_UNSUPPORTED_PROTOCOL:
      return {HttpOutcome::broken, "expected an answer in HTTP, found another one"};
    case CURLE_PEER_FAILED_VERIFICATION:
      return {HttpOutcome::unreachable, string("expected a certificate that holds, found: ") + words};
    default:
      return {
          transfer.header_bytes > 0 ? HttpOutcome::broken : HttpOutcome::unreachable,
          string("expected an answer, found: ") + (*words != '\0' ? words : library().easy_strerror(code))};
  }
}

struct FreeList {
  void operator()(curl_slist* list) const { library().slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

void add_header(HeaderList& list, const string& line) {
  list.reset(library().slist_append(list.release(), line.c_str()));
}

HeaderList headers_of(const HttpRequest& request) {
  HeaderList list;
  // The decoder is ours: curl's neither limits how much bytes grow nor sees that they were cut off.
  add_header(list, "Accept-Encoding: gzip, deflate");
  if (!request.accept.empty()) add_header(list, "Accept: " + request.accept);
  if (!request.etag.empty()) add_header(list, "If-None-Match: " + request.etag);
  if (!request.last_modified.empty()) add_header(list, "If-Modified-Since: " + request.last_modified);
  return list;
}

void set_limits(CURL* curl, const HttpOptions& options) {
  const auto set = library().easy_setopt;
  const long timeout = static_cast<long>(options.timeout.count());
  set(curl, CURLOPT_NOSIGNAL, 1L);
  set(curl, CURLOPT_TIMEOUT_MS, timeout);
  set(curl, CURLOPT_CONNECTTIMEOUT_MS, std::min(timeout, 10'000L));
  set(curl, CURLOPT_LOW_SPEED_LIMIT, kSlowBytesPerSecond);
  set(curl, CURLOPT_LOW_SPEED_TIME, std::max(timeout / 2000, 1L));
  set(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  set(curl, CURLOPT_FOLLOWLOCATION, 0L);
  // A proxy would be connected to in place of the address that is checked.
  set(curl, CURLOPT_PROXY, "");
  set(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
}

void set_callbacks(CURL* curl, Transfer& transfer) {
  const auto set = library().easy_setopt;
  set(curl, CURLOPT_HEADERFUNCTION, receive_header);
  set(curl, CURLOPT_HEADERDATA, &transfer);
  set(curl, CURLOPT_WRITEFUNCTION, receive_body);
  set(curl, CURLOPT_WRITEDATA, &transfer);
  set(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  set(curl, CURLOPT_OPENSOCKETDATA, &transfer);
}

}  // namespace

Result<Success> load_network() {
  if (!curl_library()) return curl_library().error();
  return Success{};
}

struct HttpClient::State {
  explicit State(HttpOptions given) : options(std::move(given)) {
    if (curl_library()) curl = library().easy_init();
  }
  ~State() {
    if (curl != nullptr) library().easy_cleanup(curl);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  HttpOptions options;
  CURL* curl = nullptr;
};

HttpClient::HttpClient(HttpOptions options) : state_(std::make_unique<State>(std::move(options))) {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;

HttpResponse HttpClient::get(const HttpRequest& request) {
  CURL* curl = state_->curl;
  HttpResponse response;
  if (curl == nullptr) {
    const Result<Success> ready = load_network();
    return {.outcome = HttpOutcome::unreachable, .problem = ready ? "out of memory" : ready.error().message};
  }
  Transfer transfer(request);
  transfer.curl = curl;
  transfer.allow_private = state_->options.allow_private;
  char words[CURL_ERROR_SIZE] = "";
  const HeaderList headers = headers_of(request);
  library().easy_reset(curl);
  set_limits(curl, state_->options);
  set_callbacks(curl, transfer);
  const auto set = library().easy_setopt;
  set(curl, CURLOPT_URL, request.url.text.c_str());
  set(curl, CURLOPT_USERAGENT, state_->options.user_agent.c_str());
  set(curl, CURLOPT_HTTPHEADER, headers.get());
  set(curl, CURLOPT_ERRORBUFFER, words);
  const CURLcode code = library().easy_perform(curl);
  response.status = static_cast<int>(status_of(curl));
  response.headers = std::move(transfer.headers);
  if (code != CURLE_OK && !transfer.not_wanted) {
    auto [outcome, problem] = failure_of(code, transfer, state_->options, words);
    response.outcome = outcome;
    response.problem = std::move(problem);
    return response;
  }
  if (response.status == 200 && transfer.begun && !transfer.not_wanted)
    response.problem = transfer.decoder.finish();
  if (!response.problem.empty()) response.outcome = HttpOutcome::broken;
  response.body = transfer.decoder.take_body();
  return response;
}

}  // namespace hearsay
