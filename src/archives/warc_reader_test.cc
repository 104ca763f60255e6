#include "archives/warc_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "archives/test_compression.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string record(const std::string& type, const std::string& fields, const std::string& content,
                   int wrong_by = 0) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Date: 2024-03-06T08:00:00Z\r\n" + fields +
         "Content-Length: " + std::to_string(static_cast<int>(content.size()) + wrong_by) + "\r\n\r\n" +
         content + "\r\n\r\n";
}

std::string page(const std::string& name, int wrong_by = 0) {
  return record("response",
                "WARC-Target-URI: <https://example.com/" + name +
                    ">\r\nContent-Type: application/http; msgtype=response\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><p>Page " + name +
                    ".</p></html>",
                wrong_by);
}

struct Read {
  std::vector<std::string> urls;
  std::vector<std::string> errors;
  std::uint64_t skipped = 0;
};

Read read(const std::string& bytes) {
  std::istringstream file(bytes);
  Decompressor in(*file.rdbuf());
  WarcReader reader(in);
  Read all;
  while (const std::optional<Article> article = reader.next()) {
    if (article->error) all.errors.push_back(article->place + ": " + article->error->message);
    if (!article->error) all.urls.push_back(article->doc.metadata.url.substr(20));
  }
  all.skipped = reader.skipped();
  return all;
}

TEST(WarcReader, PagesTextsAndWhatIsNeither) {
  const std::string bytes =
      record("warcinfo", "Content-Type: application/warc-fields\r\n", "software: x\r\n") + page("a") +
      record("request",
             "WARC-Target-URI: https://example.com/a\r\nContent-Type: application/http; msgtype=request\r\n",
             "GET / HTTP/1.1\r\n\r\n") +
      record("response", "WARC-Target-URI: https://example.com/i\r\nContent-Type: application/http\r\n",
             "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
      record("response", "WARC-Target-URI: https://example.com/g\r\nContent-Type: application/http\r\n",
             "HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n\r\n<p>Gone") +
      record("resource", "WARC-Target-URI: https://example.com/r\r\nContent-Type: text/html\r\n",
             "<p>Saved") +
      record("conversion", "WARC-Target-URI: https://example.com/t\r\nContent-Type: text/plain\r\n",
             "Holm said no.\n");
  for (const std::string& archive : {bytes, gzip(bytes), zstd(bytes)}) {
    const Read all = read(archive);
    EXPECT_THAT(all.urls, ElementsAre("a", "r", "t"));
    EXPECT_THAT(all.errors, SizeIs(0));
    EXPECT_EQ(all.skipped, 4u);
  }
}

TEST(WarcReader, MetadataAndContent) {
  std::istringstream file(page("a") +
                          record("conversion", "Content-Type: text/plain\r\n", "Nein, sagte M\xfcller."));
  Decompressor in(*file.rdbuf());
  WarcReader reader(in);
  const std::optional<Article> first = reader.next();
  ASSERT_TRUE(first && first->page);
  EXPECT_EQ(first->page->bytes, "<html><p>Page a.</p></html>");
  EXPECT_EQ(first->page->content_type, "text/html; charset=utf-8");
  EXPECT_EQ(first->page->url, "https://example.com/a");
  EXPECT_EQ(first->doc.metadata.published, "");
  const std::optional<Article> second = reader.next();
  ASSERT_TRUE(second && !second->error);
  EXPECT_EQ(second->doc.text, "Nein, sagte Müller.");
  EXPECT_FALSE(reader.next());
}

TEST(WarcReader, WrongLengthsCostTheirRecord) {
  for (const int wrong_by : {-20, -1, 20, 150, 5000}) {
    const Read all = read(page("a") + page("b", wrong_by) + page("c") + page("d"));
    EXPECT_THAT(all.urls, ElementsAre("a", "c", "d")) << wrong_by;
    EXPECT_THAT(all.errors, ElementsAre(HasSubstr("record 2 at byte " + std::to_string(page("a").size()) +
                                                  ": expected ")))
        << wrong_by;
  }
}

TEST(WarcReader, WrongLengthsInMembers) {
  for (const int wrong_by : {-20, 20, 5000}) {
    const Read all = read(gzip(page("a")) + gzip(page("b", wrong_by)) + gzip(page("c")));
    EXPECT_THAT(all.urls, ElementsAre("a", "c")) << wrong_by;
    EXPECT_THAT(all.errors, SizeIs(1)) << wrong_by;
  }
}

TEST(WarcReader, NoLengthAndGarbage) {
  Read all = read(page("a") + "WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n\r\n" + page("c"));
  EXPECT_THAT(all.urls, ElementsAre("a", "c"));
  EXPECT_THAT(all.errors, ElementsAre(HasSubstr("expected a Content-Length, found ''")));
  all = read(page("a") + "garbage\r\nof two lines\r\n" + page("c"));
  EXPECT_THAT(all.urls, ElementsAre("a", "c"));
  EXPECT_THAT(all.errors, ElementsAre(HasSubstr("expected a record (WARC/1.0 or 1.1), found other bytes")));
  all = read("WARC/1.0\r\nX: " + std::string(200'000, 'x') + "\r\n\r\n" + page("c"));
  EXPECT_THAT(all.urls, ElementsAre("c"));
  EXPECT_THAT(all.errors, ElementsAre(HasSubstr("expected a header of at most 65536 bytes")));
}

TEST(WarcReader, DamagedMembersCostTheirRecord) {
  std::string damaged = gzip(page("b"));
  damaged.replace(damaged.size() / 2, 8, 8, 'U');
  Read all = read(gzip(page("a")) + damaged + gzip(page("c")));
  EXPECT_THAT(all.urls, ElementsAre("a", "c"));
  EXPECT_THAT(all.errors,
              ElementsAre(HasSubstr("gzip member at byte " + std::to_string(gzip(page("a")).size()))));
  all = read(gzip(page("a")) + gzip(page("b")).substr(0, 60) + gzip(page("c")));
  EXPECT_THAT(all.urls, ElementsAre("a", "c"));
  EXPECT_THAT(all.errors, SizeIs(1));
  all = read(gzip(page("a")) + "garbage" + gzip(page("c")));
  EXPECT_THAT(all.urls, ElementsAre("a", "c"));
  EXPECT_THAT(all.errors, ElementsAre(HasSubstr("expected a gzip member, found other bytes")));
  damaged = zstd(page("b"));
  damaged.resize(damaged.size() - 20);
  all = read(zstd(page("a")) + damaged + zstd(page("c")));
  EXPECT_THAT(all.urls, ElementsAre("a", "c"));
  EXPECT_THAT(all.errors, SizeIs(1));
}

TEST(WarcReader, CutShort) {
  for (const std::size_t missing : {6, 30, 200}) {
    const std::string bytes = page("a") + page("b");
    const Read all = read(bytes.substr(0, bytes.size() - missing));
    EXPECT_THAT(all.urls, ElementsAre("a"));
    EXPECT_THAT(all.errors, ElementsAre(HasSubstr("found the end of the file"))) << missing;
  }
  const std::string member = gzip(page("b"));
  const Read all = read(gzip(page("a")) + member.substr(0, member.size() - 40));
  EXPECT_THAT(all.urls, ElementsAre("a"));
  EXPECT_THAT(all.errors, ElementsAre(HasSubstr("expected its end, found that of the file")));
}

TEST(WarcReader, BodiesThatAreDamaged) {
  const auto with = [](const std::string& fields, const std::string& body) {
    return record("response", "WARC-Target-URI: https://example.com/x\r\nContent-Type: application/http\r\n",
                  "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + fields + "\r\n" + body);
  };
  const Read all = read(with("Transfer-Encoding: chunked\r\n", "ff\r\n<p>") +
                        with("Content-Encoding: br\r\n", "\x1b\x20\x01") +
                        with("Content-Encoding: gzip\r\n", gzip("<p>ok")) + page("d"));
  EXPECT_THAT(all.urls, ElementsAre("x", "d"));
  EXPECT_THAT(all.errors, ElementsAre(HasSubstr("expected a chunk of 255 bytes"), HasSubstr("found br")));
}

TEST(WarcReader, RecordsTooLargeForAnArticle) {
  const std::string large(kMostPageBytes + 100'000, 'x');
  const Read all = read(record("resource", "Content-Type: video/mp4\r\n", large) +
                        record("metadata", "Content-Type: text/x\r\n", large) + page("c"));
  EXPECT_THAT(all.urls, ElementsAre("c"));
  EXPECT_THAT(all.errors, ElementsAre(HasSubstr("expected at most 16777216 bytes of content, found ")));
  EXPECT_EQ(all.skipped, 1u);
}

}  // namespace
}  // namespace hearsay
