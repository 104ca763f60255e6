#include "server/service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "ledger/ledger.h"

namespace hearsay {
namespace {

class ServiceTest : public testing::Test {
 protected:
  ServiceTest() { (void)*Ledger::open_for_adding(path_); }
  ~ServiceTest() override {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + end);
  }
  ServerResponse ask(std::string method, std::string target, std::string type = "", std::string body = "") {
    ServerRequest request{.method = std::move(method), .target = std::move(target), .body = std::move(body)};
    if (!type.empty()) request.headers.emplace_back("content-type", type);
    return service_.answer(request, worker_);
  }

  // Of this test alone: tests run side by side.
  std::string path_ = testing::TempDir() + testing::UnitTest::GetInstance()->current_test_info()->name() +
                      "_service_test.ledger";
  Pipeline pipeline_ = *Pipeline::load();
  std::vector<LedgerEvent> events_;
  Service service_{pipeline_, path_, "", [this](std::vector<LedgerEvent> e) { events_ = std::move(e); }};
  Worker worker_{path_};
};

TEST_F(ServiceTest, EveryRouteIsDescribed) {
  for (const std::string& name : route_names()) {
    const std::string path = name.substr(name.find(' ') + 1);
    EXPECT_NE(kOpenApi.find("\"" + path + "\""), std::string_view::npos) << name;
  }
  // And nothing else is: tests/server/contract_test.py asks for all that is described.
  std::size_t described = 0;
  for (std::size_t at = 0; (at = kOpenApi.find("\"operationId\"", at)) != std::string_view::npos; ++at)
    ++described;
  EXPECT_EQ(described, route_names().size());
}

TEST_F(ServiceTest, AddsAndTells) {
  const std::string article =
      R"({"id": "a/1", "published": "2024-03-06", "text": "Mayor Ada Holm said the bridge was safe."})";
  EXPECT_EQ(ask("POST", "/v1/articles", "application/json", article).status, 201);
  ASSERT_EQ(events_.size(), 2u);
  EXPECT_EQ(events_[0].type, "article");
  EXPECT_THAT(events_[1].json, testing::HasSubstr("the bridge was safe"));
  EXPECT_EQ(ask("POST", "/v1/articles", "application/json", article).status, 200);
  EXPECT_EQ(ask("GET", "/v1/articles/a%2F1").status, 200);
  EXPECT_EQ(ask("GET", "/v1/statements/a%2F1%2Fa1").status, 200);
  EXPECT_THAT(ask("GET", "/v1/search?q=bridge").body, testing::HasSubstr("Ada Holm"));
}

TEST_F(ServiceTest, GivesEachVersionOfAnArticle) {
  for (const char* words : {"Ada Holm said the bridge was safe.", "Ada Holm denied the bridge was safe."}) {
    const std::string article =
        R"({"id": "a", "publisher": "Courier", "text": ")" + std::string(words) + "\"}";
    EXPECT_EQ(ask("POST", "/v1/articles", "application/json", article).status, 201);
  }
  const std::string first = ask("GET", "/v1/articles/a?version=1").body;
  EXPECT_THAT(first, testing::HasSubstr("said the bridge"));
  EXPECT_THAT(first, testing::HasSubstr("\"version\": 1, \"versions\": 2, \"statements\": []"));
  EXPECT_EQ(ask("GET", "/v1/articles/a?version=2").body, ask("GET", "/v1/articles/a").body);
  for (const char* none : {"0", "3", "-1", "x", "1x"})
    EXPECT_EQ(ask("GET", "/v1/articles/a?version=" + std::string(none)).status, 404) << none;
  EXPECT_THAT(ask("GET", "/v1/search?outlet=Courier&q=bridge").body, testing::HasSubstr("denied"));
  EXPECT_EQ(ask("GET", "/v1/search?outlet=Quay&q=bridge").body, R"({"items": [], "next": null})");
}

TEST_F(ServiceTest, RefusesInWords) {
  EXPECT_EQ(ask("GET", "/nothing").status, 404);
  EXPECT_EQ(ask("PUT", "/v1/articles").status, 405);
  EXPECT_EQ(ask("GET", "/v1/../x").status, 400);
  EXPECT_EQ(ask("GET", "/v1/articles/none").status, 404);
  EXPECT_EQ(ask("GET", "/v1/threads/T0").status, 404);
  EXPECT_EQ(ask("POST", "/v1/read", "application/pdf", "x").status, 415);
  EXPECT_EQ(ask("POST", "/v1/read", "application/json", "{").status, 400);
  EXPECT_EQ(ask("POST", "/v1/articles", "application/x-ndjson", "").status, 400);
  EXPECT_EQ(ask("DELETE", "/v1/corrections/9").status, 404);
  EXPECT_EQ(ask("POST", "/v1/corrections", "application/json", "{}").status, 400);
}

TEST_F(ServiceTest, TagsAnswers) {
  const ServerResponse first = ask("GET", "/v1/stats");
  ASSERT_EQ(first.headers.size(), 2u);  // ETag and Vary
  ServerRequest again{
      .method = "GET", .target = "/v1/stats", .headers = {{"if-none-match", first.headers[0].second}}};
  EXPECT_EQ(service_.answer(again, worker_).status, 304);
  ask("POST", "/v1/articles", "text/plain", "Ada Holm said it rained.");
  EXPECT_EQ(service_.answer(again, worker_).status, 200);
}

TEST_F(ServiceTest, LivesOnWhenTheLedgerIsGone) {
  std::filesystem::rename(path_, path_ + "-wal");
  EXPECT_EQ(ask("GET", "/v1/stats").status, 503);
  EXPECT_EQ(ask("POST", "/v1/articles", "text/plain", "Ada Holm said it rained.").status, 503);
  EXPECT_EQ(ask("GET", "/healthz").status, 503);
  std::filesystem::rename(path_ + "-wal", path_);
  EXPECT_EQ(ask("GET", "/v1/stats").status, 200);
}

}  // namespace
}  // namespace hearsay
