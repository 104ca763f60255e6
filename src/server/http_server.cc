#include "server/http_server.h"

#include <sys/resource.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <future>
#include <optional>
#include <set>

#include "server/guard.h"
#include "server/problem.h"
#include "server/service.h"
#include "server/work_queue.h"

namespace hearsay {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using std::chrono::seconds;

constexpr std::size_t kMostHeaderBytes = 16 << 10;
constexpr std::uint64_t kMostBodyBytes = 8 << 20;
constexpr std::uint64_t kMostBodiesBytes = 128 << 20;  // of all requests that are there
constexpr std::size_t kMostConnections = 2048;
constexpr std::size_t kMostListeners = 1500;
constexpr std::size_t kMostWaiting = 256;  // requests
constexpr std::size_t kMostExports = 4;    // that wait
constexpr std::size_t kPieceBytes = 64 << 10;
constexpr std::size_t kMostEvents = 1024;  // that a listener may lag behind
constexpr seconds kHeaderTime{15}, kBodyTime{30}, kWriteTime{30}, kHeartbeat{10}, kPatience{10};

struct Told {
  std::uint64_t number = 0;
  std::shared_ptr<const std::string> text;
};

}  // namespace

class Connection;

struct HttpServer::State {
  State(const Pipeline& pipeline, ServerOptions chosen);

  void accept();
  void tick();
  void publish(std::vector<LedgerEvent> events);  // any thread
  void append(const std::string& type, const std::string& json);
  void stop();
  void closed(Connection* connection);

  ServerOptions options;
  // Connections, which the context keeps, take themselves out of these.
  std::set<Connection*> connections;
  std::set<Connection*> listeners;
  std::uint64_t body_bytes = 0;  // of requests that are there
  asio::io_context io{1};
  tcp::acceptor acceptor{io};
  asio::signal_set signals{io};
  asio::steady_timer timer{io};
  Guard guard;
  Service service;
  std::vector<std::unique_ptr<Worker>> workers;
  std::deque<Told> recent;
  std::uint64_t next_event = 1;
  bool stopping = false;
  std::chrono::steady_clock::time_point next_beat{}, end{};
  std::unique_ptr<WorkQueue> exporting, answering;  // last: they end first
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, HttpServer::State& server) : stream_(std::move(socket)), server_(server) {
    beast::error_code error;
    const tcp::endpoint peer = stream_.socket().remote_endpoint(error);
    if (!error) client_ = peer.address().to_string();
    server_.connections.insert(this);
  }
  ~Connection() { server_.closed(this); }

  void start() { read_head(); }

  // Ends it at once where nobody is waiting for an answer.
  void stop() {
    if (listening_ || !busy_) close();
  }

  void pump();
  void beat();

 private:
  void read_head();
  void read_body();
  void dispatch();
  void respond(ServerResponse response, bool last);
  void send_events(const ServerResponse& response);
  void send_stream(ServerResponse response);
  void send_piece(std::shared_ptr<std::string> piece, std::function<void(bool)> sent);
  void set_common(http::fields& fields, const ServerResponse& response) const;
  void close() {
    beast::error_code error;
    stream_.socket().shutdown(tcp::socket::shutdown_both, error);
    stream_.close();
  }

  beast::tcp_stream stream_;
  HttpServer::State& server_;
  beast::flat_buffer buffer_{kMostHeaderBytes + kPieceBytes};
  std::optional<http::request_parser<http::string_body>> parser_;
  std::string client_;
  ServerRequest request_;
  std::uint64_t counted_ = 0;  // of server_.body_bytes
  bool busy_ = false;          // a request is being answered
  bool keep_alive_ = false;
  bool is_head_ = false;
  bool listening_ = false, writing_ = false;
  std::uint64_t next_event_ = 0;
  unsigned version_ = 11;
  char unread_ = 0;  // what a listener sends
};

void Connection::read_head() {
  busy_ = false;
  server_.body_bytes -= std::exchange(counted_, 0);
  if (server_.stopping) return close();
  parser_.emplace();
  parser_->header_limit(kMostHeaderBytes);
  parser_->body_limit(kMostBodyBytes);
  stream_.expires_after(kHeaderTime);
  http::async_read_header(
      stream_, buffer_, *parser_, [self = shared_from_this()](beast::error_code error, std::size_t) {
        if (error == http::error::header_limit || error == http::error::buffer_overflow)
          return self->respond(problem(431, "expected a header of at most 16384 bytes"), true);
        if (error == http::error::body_limit)
          return self->respond(problem(413, "expected a body of at most 8388608 bytes"), true);
        if (error == http::error::end_of_stream || error == beast::error::timeout) return self->close();
        if (error.category() == make_error_code(http::error::bad_method).category())
          return self->respond(problem(400, "expected a request of HTTP/1.1"), true);
        if (error) return self->close();
        self->read_body();
      });
}

void Connection::read_body() {
  busy_ = true;
  const auto& head = parser_->get();
  version_ = head.version();
  keep_alive_ = head.keep_alive();
  request_ = {
      .method = std::string(head.method_string()), .target = std::string(head.target()), .client = client_};
  is_head_ = request_.method == "HEAD";
  for (const auto& field : head) {
    std::string name(field.name_string());
    for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    request_.headers.emplace_back(std::move(name), std::string(field.value()));
  }
  if (head.count(http::field::host) != 1) return respond(problem(400, "expected one Host"), true);
  if (auto refused = server_.guard.refuse(request_, std::chrono::steady_clock::now()))
    return respond(*std::move(refused), true);
  const auto length = parser_->content_length();
  if (length && *length > kMostBodyBytes)
    return respond(problem(413, "expected a body of at most 8388608 bytes"), true);
  const bool has_body = !parser_->is_done();
  counted_ = has_body ? length.value_or(kMostBodyBytes) : 0;
  server_.body_bytes += counted_;
  if (server_.body_bytes > kMostBodiesBytes)
    return respond(try_again("too many requests with long bodies at once"), true);
  if (!has_body) return dispatch();
  if (request_.header("expect") == "100-continue") {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(stream_.socket(), asio::buffer(kContinue),
                      [self = shared_from_this()](beast::error_code, std::size_t) {});
  }
  stream_.expires_after(kBodyTime);
  http::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](beast::error_code error, std::size_t) {
                     if (error == http::error::body_limit)
                       return self->respond(problem(413, "expected a body of at most 8388608 bytes"), true);
                     if (error == beast::error::timeout) return self->close();
                     if (error && error.category() == make_error_code(http::error::bad_method).category())
                       return self->respond(problem(400, "expected a body as HTTP/1.1 has it"), true);
                     if (error) return self->close();
                     self->dispatch();
                   });
}

void Connection::dispatch() {
  stream_.expires_never();
  request_.body = std::move(parser_->get().body());
  const bool given = server_.answering->give([self = shared_from_this()](std::size_t thread) mutable {
    HttpServer::State& server = self->server_;
    ServerResponse response = server.service.answer(self->request_, *server.workers[thread]);
    asio::post(server.io, [self = std::move(self), response = std::move(response)]() mutable {
      Connection& connection = *self;
      connection.respond(std::move(response), false);
    });
  });
  if (!given) respond(try_again("too many requests are waiting"), false);
}

void Connection::set_common(http::fields& fields, const ServerResponse& response) const {
  if (!response.content_type.empty()) fields.set(http::field::content_type, response.content_type);
  fields.set("X-Content-Type-Options", "nosniff");
  fields.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
  fields.set("Referrer-Policy", "no-referrer");
  fields.set("Cross-Origin-Resource-Policy", "same-origin");
  fields.set(http::field::cache_control, "no-cache");
  for (const auto& [name, value] : response.headers) fields.set(name, value);  // the page's own policy
}

void Connection::respond(ServerResponse response, bool last) {
  if (response.events && !is_head_) return send_events(response);
  if (response.stream && !is_head_) return send_stream(std::move(response));
  auto message = std::make_shared<http::response<http::string_body>>();
  message->version(version_);
  message->result(static_cast<unsigned>(response.status));
  message->reason(std::string(reason_phrase(response.status)));
  set_common(*message, response);
  const bool keep = keep_alive_ && !last && !server_.stopping;
  message->keep_alive(keep);
  if (response.status != 204 && response.status != 304) message->content_length(response.body.size());
  if (!is_head_) message->body() = std::move(response.body);
  stream_.expires_after(kWriteTime);
  http::async_write(stream_, *message,
                    [self = shared_from_this(), message, keep](beast::error_code error, std::size_t) {
                      if (error || !keep) return self->close();
                      self->read_head();
                    });
}

void Connection::send_piece(std::shared_ptr<std::string> piece, std::function<void(bool)> sent) {
  stream_.expires_after(kWriteTime);
  asio::async_write(stream_, asio::buffer(*piece),
                    [self = shared_from_this(), piece, sent = std::move(sent)](
                        beast::error_code error, std::size_t) { sent(!error); });
}

// The export thread gives a piece, and waits until it is sent: no more than two are in memory.
void Connection::send_stream(ServerResponse response) {
  auto head = std::make_shared<http::response<http::empty_body>>();
  head->version(version_);
  head->result(200u);
  set_common(*head, response);
  const bool chunked = version_ >= 11;
  if (chunked) head->chunked(true);
  head->keep_alive(false);
  auto text = std::make_shared<std::string>();
  for (std::string line : {std::string("HTTP/1.1 200 OK\r\n")}) *text += line;
  for (const auto& field : *head)
    *text += std::string(field.name_string()) + ": " + std::string(field.value()) + "\r\n";
  *text += "\r\n";
  auto stream = std::move(response.stream);
  const bool given =
      server_.exporting->give([self = shared_from_this(), text, stream, chunked](std::size_t) mutable {
        HttpServer::State& server = self->server_;
        const auto send = [&](std::string piece) {
          const auto sent = std::make_shared<std::promise<bool>>();
          std::future<bool> done = sent->get_future();
          asio::post(server.io, [self, sent, shared = std::make_shared<std::string>(std::move(piece))] {
            self->send_piece(shared, [sent](bool went) { sent->set_value(went); });
          });
          while (done.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
            if (server.io.stopped()) return false;
          }
          return done.get();
        };
        const auto chunk = [&](const std::string& piece) {
          if (!chunked) return piece;
          char size[20];
          std::snprintf(size, sizeof size, "%zx\r\n", piece.size());
          return size + piece + "\r\n";
        };
        bool open = send(*text);
        std::string waiting;
        const bool whole = open && stream([&](const std::string& piece) {
                             waiting += piece;
                             if (waiting.size() < kPieceBytes) return true;
                             open = send(chunk(std::exchange(waiting, {})));
                             return open;
                           });
        if (open && !waiting.empty()) open = send(chunk(waiting));
        // Without the last chunk, the client knows that it does not have all.
        if (open && whole && chunked) send("0\r\n\r\n");
        asio::post(server.io, [self = std::move(self)] { self->close(); });
      });
  if (!given) respond(try_again("too many exports are waiting"), false);
}

void Connection::send_events(const ServerResponse& response) {
  if (server_.listeners.size() >= kMostListeners || server_.stopping)
    return respond(try_again("too many are listening"), true);
  auto text = std::make_shared<std::string>("HTTP/1.1 200 OK\r\n");
  http::fields fields;
  set_common(fields, response);
  fields.set(http::field::connection, "close");
  for (const auto& field : fields)
    *text += std::string(field.name_string()) + ": " + std::string(field.value()) + "\r\n";
  *text += "\r\n: hearsay\n\n";
  next_event_ = server_.next_event;
  if (!response.last_event.empty()) {
    const std::uint64_t last = std::strtoull(response.last_event.c_str(), nullptr, 10);
    const std::uint64_t first = server_.recent.empty() ? server_.next_event : server_.recent.front().number;
    if (last + 1 >= first && last < server_.next_event) {
      next_event_ = last + 1;
    } else {
      *text += "event: reset\ndata: {}\n\n";  // it missed some
    }
  }
  listening_ = writing_ = true;
  server_.listeners.insert(this);
  server_.body_bytes -= std::exchange(counted_, 0);
  request_ = {};
  parser_.reset();
  buffer_ = beast::flat_buffer(1);
  send_piece(std::move(text), [self = shared_from_this()](bool done) {
    self->writing_ = false;
    if (!done) return self->close();
    self->pump();
  });
  // Hears of the client's going away, and keeps the connection until then.
  stream_.socket().async_read_some(
      asio::buffer(&unread_, 1),
      [self = shared_from_this()](beast::error_code, std::size_t) { self->close(); });
}

// Sends what the listener has not heard of. Who lags too far behind is left behind.
void Connection::pump() {
  if (writing_) return;
  if (server_.stopping) return close();
  stream_.expires_never();
  if (next_event_ >= server_.next_event) return;
  if (next_event_ < server_.recent.front().number) return close();
  auto text = std::make_shared<std::string>();
  for (const Told& event : server_.recent) {
    if (event.number < next_event_) continue;
    *text += *event.text;
    next_event_ = event.number + 1;
    if (text->size() > kPieceBytes) break;
  }
  writing_ = true;
  send_piece(std::move(text), [self = shared_from_this()](bool done) {
    self->writing_ = false;
    if (!done) return self->close();
    self->pump();
  });
}

void Connection::beat() {
  if (writing_) return;
  writing_ = true;
  static const auto kBeat = std::make_shared<std::string>(": \n\n");
  send_piece(kBeat, [self = shared_from_this()](bool done) {
    self->writing_ = false;
    if (!done) return self->close();
    self->pump();
  });
}

HttpServer::State::State(const Pipeline& pipeline, ServerOptions chosen)
    : options(std::move(chosen)),
      guard({.host = options.host, .token = options.token, .rate = options.rate}),
      service(pipeline, options.ledger, options.models,
              [this](std::vector<LedgerEvent> events) { publish(std::move(events)); }) {
  const auto threads = static_cast<std::size_t>(options.threads);
  for (std::size_t i = 0; i < threads; ++i) workers.push_back(std::make_unique<Worker>(options.ledger));
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
    if (!error && connections.size() < kMostConnections) {
      socket.set_option(tcp::no_delay(true), error);
      std::make_shared<Connection>(std::move(socket), *this)->start();
    }
    accept();
  });
}

void HttpServer::State::append(const std::string& type, const std::string& json) {
  const std::uint64_t number = next_event++;
  recent.push_back(
      {number, std::make_shared<const std::string>("id: " + std::to_string(number) + "\nevent: " + type +
                                                   "\ndata: " + json + "\n\n")});
  if (recent.size() > kMostEvents) recent.pop_front();
}

void HttpServer::State::publish(std::vector<LedgerEvent> events) {
  asio::post(io, [this, events = std::move(events)] {
    for (const LedgerEvent& event : events) append(event.type, event.json);
    (void)service.has_changed();  // that was us
    for (Connection* listener : std::set<Connection*>(listeners)) listener->pump();
  });
}

void HttpServer::State::tick() {
  const auto now = std::chrono::steady_clock::now();
  if (stopping && (connections.empty() || now > end)) return io.stop();
  if (!stopping && service.has_changed()) {
    append("changed", "{}");
    for (Connection* listener : std::set<Connection*>(listeners)) listener->pump();
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
