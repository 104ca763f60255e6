// One client's connection, and the server that all of them share.
#ifndef HEARSAY_SRC_SERVER_CONNECTION_H_
#define HEARSAY_SRC_SERVER_CONNECTION_H_

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/event_log.h"
#include "server/guard.h"
#include "server/http_server.h"
#include "server/service.h"
#include "server/work_queue.h"

namespace hearsay {

inline constexpr std::size_t kMostHeaderBytes = 16 << 10;
inline constexpr std::size_t kPieceBytes = 64 << 10;

class Connection;

struct HttpServer::State {
  State(const Pipeline& pipeline, ServerOptions chosen);

  void accept();
  void tick();
  void publish(std::vector<LedgerEvent> events);  // any thread
  void tell_listeners();
  void stop();
  void closed(Connection* connection);

  ServerOptions options;
  // Connections, which the context keeps, take themselves out of these.
  std::set<Connection*> connections;
  std::set<Connection*> listeners;
  std::uint64_t body_bytes = 0;  // of requests that are there
  boost::asio::io_context io{1};
  boost::asio::ip::tcp::acceptor acceptor{io};
  boost::asio::signal_set signals{io};
  boost::asio::steady_timer timer{io};
  boost::asio::steady_timer next_accept{io};  // after one that failed
  Guard guard;
  Service service;
  std::vector<std::unique_ptr<Worker>> workers;
  EventLog log;
  bool stopping = false;
  std::chrono::steady_clock::time_point next_beat{}, end{};
  std::unique_ptr<WorkQueue> exporting, answering;  // last: they end first
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(boost::asio::ip::tcp::socket socket, HttpServer::State& server);
  ~Connection() { server_.closed(this); }

  void start() { read_head(); }

  // Ends it at once where nobody is waiting for an answer.
  void stop() {
    if (listening_ || !busy_) close();
  }

  void pump();
  void beat();

 private:
  void limit(std::chrono::seconds time);
  void wait_for_request();
  void read_head();
  void read_body();
  void failed(boost::beast::error_code error);
  void dispatch();
  void respond(ServerResponse response, bool last);
  void send_events(const ServerResponse& response);
  void send_stream(ServerResponse response);
  std::shared_ptr<std::string> head_of(const ServerResponse& response, bool chunked) const;
  void tell(std::shared_ptr<std::string> text);
  void send_piece(std::shared_ptr<std::string> piece, std::function<void(bool)> sent);
  void set_common(boost::beast::http::fields& fields, const ServerResponse& response) const;
  void finish();
  void drain();
  void close();

  boost::beast::tcp_stream stream_;
  HttpServer::State& server_;
  boost::beast::flat_buffer buffer_{kMostHeaderBytes + kPieceBytes};
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  std::string client_;
  ServerRequest request_;
  std::uint64_t counted_ = 0;  // of server_.body_bytes
  bool busy_ = false;          // a request is being answered
  bool keep_alive_ = false;
  bool is_head_ = false;
  bool listening_ = false, writing_ = false;
  boost::asio::steady_timer deadline_{stream_.get_executor()};  // of what is being read
  std::uint64_t limits_ = 0;                                    // how often it was set
  bool late_ = false;                                           // it is over
  bool is_read_ = true;                                         // all of the request
  std::size_t unread_bytes_ = 0;                                // read after it was refused
  std::uint64_t next_event_ = 0;
  unsigned version_ = 11;
  char unread_ = 0;  // what a listener sends
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_CONNECTION_H_
