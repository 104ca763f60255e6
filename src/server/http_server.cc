#include "server/http_server.h"

#include <sys/resource.h>

#include <boost/asio/post.hpp>
#include <csignal>

#include "server/connection.h"

namespace hearsay {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using std::chrono::seconds;

constexpr std::size_t kMostConnections = 2048;
constexpr std::size_t kMostWaiting = 256;  // requests
constexpr std::size_t kMostExports = 4;    // that wait
constexpr seconds kHeartbeat{10}, kPatience{10};

}  // namespace

HttpServer::State::State(const Pipeline& pipeline, ServerOptions chosen)
    : options(std::move(chosen)),
      guard({.host = options.host, .token = options.token, .rate = options.rate}),
      service(pipeline, options.ledger, options.models,
              [this](std::vector<LedgerEvent> events) { publish(std::move(events)); }) {
  const auto threads = static_cast<std::size_t>(options.threads);
  // One more for this thread, which answers those who want to listen: a crowd of them is no work.
  for (std::size_t i = 0; i <= threads; ++i) workers.push_back(std::make_unique<Worker>(options.ledger));
  exporting = std::make_unique<WorkQueue>(1, kMostExports);
  answering = std::make_unique<WorkQueue>(threads, kMostWaiting);
}

void HttpServer::State::closed(Connection* connection) {
  connections.erase(connection);
  listeners.erase(connection);
}

void HttpServer::State::accept() {
  acceptor.async_accept([this](beast::error_code error, tcp::socket socket) {
    if (stopping || error == asio::error::operation_aborted) return;
    if (error) {  // no descriptor is left, say: trying again at once would take a whole core
      next_accept.expires_after(std::chrono::milliseconds(100));
      next_accept.async_wait([this](beast::error_code failed) {
        if (!failed && !stopping) accept();
      });
      return;
    }
    if (connections.size() < kMostConnections) {
      socket.set_option(tcp::no_delay(true), error);
      std::make_shared<Connection>(std::move(socket), *this)->start();
    }
    accept();
  });
}

void HttpServer::State::tell_listeners() {
  for (Connection* listener : std::set<Connection*>(listeners)) listener->pump();
}

void HttpServer::State::publish(std::vector<LedgerEvent> events) {
  asio::post(io, [this, events = std::move(events)] {
    for (const LedgerEvent& event : events) log.append(event.type, event.json);
    (void)service.has_changed();  // that was us
    tell_listeners();
  });
}

void HttpServer::State::tick() {
  const auto now = std::chrono::steady_clock::now();
  if (stopping && (connections.empty() || now > end)) return io.stop();
  if (!stopping && service.has_changed()) {
    log.append("changed", "{}");
    tell_listeners();
  }
  if (now >= next_beat) {
    next_beat = now + kHeartbeat;
    for (Connection* listener : std::set<Connection*>(listeners)) listener->beat();
  }
  timer.expires_after(stopping ? std::chrono::milliseconds(20) : std::chrono::milliseconds(500));
  timer.async_wait([this](beast::error_code error) {
    if (!error || stopping) tick();
  });
}

void HttpServer::State::stop() {
  if (std::exchange(stopping, true)) return io.stop();  // asked twice
  end = std::chrono::steady_clock::now() + kPatience;
  beast::error_code error;
  acceptor.close(error);
  for (Connection* connection : std::set<Connection*>(connections)) connection->stop();
  signals.async_wait([this](beast::error_code failed, int) {
    if (!failed) stop();
  });
  timer.cancel();
}

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::~HttpServer() = default;
HttpServer::HttpServer(HttpServer&&) noexcept = default;

Result<HttpServer> HttpServer::open(const Pipeline& pipeline, ServerOptions options) {
  if (!is_loopback(options.host) && options.token.empty()) {
    return Error{ErrorCode::invalid_input,
                 options.host + ": expected a token, for others can reach this address; found none"};
  }
  beast::error_code error;
  const std::string host = options.host == "localhost" ? "127.0.0.1" : options.host;
  const asio::ip::address address = asio::ip::make_address(host, error);
  if (error)
    return Error{ErrorCode::invalid_input, "host: expected an address, found '" + options.host + "'"};
  const auto ledger = OpenLedger(options.ledger, OpenLedger::Purpose::reading).get();
  if (!ledger) return ledger.error();
  rlimit files = {};
  if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
    files.rlim_cur = files.rlim_max;
    (void)::setrlimit(RLIMIT_NOFILE, &files);
  }
  std::signal(SIGPIPE, SIG_IGN);
  const std::string where = options.host + ":" + std::to_string(options.port);
  const tcp::endpoint endpoint(address, static_cast<std::uint16_t>(options.port));
  auto state = std::make_unique<State>(pipeline, std::move(options));
  state->acceptor.open(endpoint.protocol(), error);
  if (!error) state->acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) state->acceptor.bind(endpoint, error);
  if (!error) state->acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return Error{ErrorCode::io, where + ": cannot be listened on: " + error.message()};
  state->signals.add(SIGINT, error);
  state->signals.add(SIGTERM, error);
  return HttpServer(std::move(state));
}

int HttpServer::port() const { return state_->acceptor.local_endpoint().port(); }

void HttpServer::run() {
  State& state = *state_;
  state.signals.async_wait([&](beast::error_code error, int) {
    if (!error) state.stop();
  });
  state.accept();
  state.tick();
  state.io.run();
  // What is still being answered ends before the sockets do.
  state.answering.reset();
  state.exporting.reset();
}

}  // namespace hearsay
