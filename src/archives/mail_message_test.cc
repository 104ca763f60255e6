#include "archives/mail_message.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "archives/mbox_reader.h"
#include "archives/test_compression.h"

namespace hearsay {
namespace {

const std::string kHeader =
    "From: =?utf-8?Q?H=C3=A5rbour_Radio?= <news@example.com>\r\n"
    "Subject: =?iso-8859-1?B?QnL8Y2tl?=\r\n =?iso-8859-1?Q?_geschlossen?=\r\n"
    "Date: Wed, 6 Mar 2024 08:15:00 +0100 (CET)\r\nMessage-ID: <1@example.com>\r\n"
    "Archived-At: <https://example.com/letters/1>\r\n";

std::vector<Article> read(const std::string& bytes) {
  std::istringstream file(bytes);
  Decompressor in(*file.rdbuf());
  MboxReader reader(in);
  std::vector<Article> all;
  while (std::optional<Article> article = reader.next()) all.push_back(*std::move(article));
  return all;
}

TEST(MailMessage, PlainText) {
  const Result<Article> article = read_message(kHeader + "\r\nHolm said no.\r\n");
  ASSERT_TRUE(article);
  const Metadata& m = article->doc.metadata;
  EXPECT_EQ(m.publisher, "Hårbour Radio");
  EXPECT_EQ(m.title, "Brücke geschlossen");
  EXPECT_EQ(m.published, "2024-03-06T08:15:00+01:00");
  EXPECT_EQ(m.id, "1@example.com");
  EXPECT_EQ(m.url, "https://example.com/letters/1");
  EXPECT_EQ(article->doc.text, "Holm said no.\r\n");
}

TEST(MailMessage, OfAlternativesTheHtml) {
  const std::string body =
      "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"out\"\r\n\r\npreamble\r\n--out\r\n"
      "Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: "
      "text/plain\r\n\r\nplain\r\n"
      "--in\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: "
      "quoted-printable\r\n\r\n"
      "<p>M=FCller =\r\nsaid no.\r\n--in--\r\n--out\r\nContent-Type: text/html\r\nContent-Disposition: "
      "attachment\r\n\r\n"
      "<p>other\r\n--out--\r\n";
  const Result<Article> article = read_message(kHeader + body);
  ASSERT_TRUE(article && article->page);
  EXPECT_EQ(article->page->bytes, "<p>M\xFCller said no.\r\n");
  EXPECT_EQ(article->page->content_type, "text/html; charset=windows-1252");
}

TEST(MailMessage, CodingsOfText) {
  const auto text_of = [](const std::string& fields, const std::string& body) {
    const Result<Article> article = read_message(fields + "\n" + body);
    return article ? article->doc.text : article.error().message;
  };
  EXPECT_EQ(text_of("Content-Type: text/plain; charset=\"iso-8859-1\"\nContent-Transfer-Encoding: base64\n",
                    "TfxsbGVyIHNh\naWQgbm8u\n"),
            "Müller said no.");
  EXPECT_EQ(text_of("Content-Type: text/plain; format=flowed\n", "Holm said \nno.\nSo did I.\n"),
            "Holm said no.\nSo did I.\n");
  EXPECT_EQ(text_of("Content-Type: image/png\n", "x"), "expected a message with text, found none");
  EXPECT_EQ(text_of("Subject: x\n", "  \n"), "expected a message with text, found none");
}

TEST(MailMessage, DepthIsBounded) {
  std::string message = "Content-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 5000; ++i) message += "--b\nContent-Type: multipart/mixed; boundary=b\n\n";
  EXPECT_FALSE(read_message(message + "--b\n\ntext\n--b--\n"));
}

TEST(MailMessage, Dates) {
  EXPECT_EQ(iso_of_mail_date("6 Mar 24 23:59 EST"), "2024-03-06T23:59:00-05:00");
  EXPECT_EQ(iso_of_mail_date("Wed, 06 Mar 2024 08:15:30 GMT"), "2024-03-06T08:15:30Z");
  EXPECT_EQ(iso_of_mail_date("6 March 2024"), "2024-03-06");
  for (const char* wrong : {"", "yesterday", "32 Mar 2024", "6 Foo 2024", "6 Mar -4"})
    EXPECT_EQ(iso_of_mail_date(wrong), "");
}

TEST(MailMessage, EncodedWords) {
  EXPECT_EQ(decode_words("plain =?x"), "plain =?x");
  EXPECT_EQ(decode_words("=?UTF-8?q?a_b?= =?utf-8?b?w6k=?= c"), "a bé c");
  EXPECT_EQ(decode_words("=?no-such?q?a?= d"), "a d");
  EXPECT_EQ(decode_words("M\xFCller"), "M\xEF\xBF\xBDller");
}

TEST(MboxReader, MessagesAndQuotedLines) {
  const std::string envelope = "From news@example.com Wed Mar  6 08:15:00 2024\n";
  const std::string bytes =
      envelope + "Subject: one\n\nHolm said no.\n>From then on\n>>From x\nFrom here too\n\n" + envelope +
      "Subject: two\nContent-Type: image/png\n\nx\n\n" + envelope + "Subject: three\n\nYes.\n";
  for (const std::string& file : {bytes, gzip(bytes)}) {
    const std::vector<Article> all = read(file);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].doc.text, "Holm said no.\nFrom then on\n>From x\nFrom here too\n\n");
    EXPECT_TRUE(all[1].error);
    EXPECT_EQ(all[2].doc.metadata.title, "three");
  }
  EXPECT_EQ(read(bytes)[1].place, "message 2 at byte " + std::to_string(bytes.find("From news", 10)));
}

TEST(MboxReader, OneMessageAloneAndOneTooLarge) {
  EXPECT_EQ(read("Subject: one\n\nHolm said no.\n")[0].doc.text, "Holm said no.\n");
  const std::string large(MboxReader::kMostMessageBytes + 10, 'x');
  const std::vector<Article> all =
      read("From a@b 1:00\n\n" + large + "\n\nFrom a@b 2:00\nSubject: two\n\nYes.\n");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_TRUE(all[0].error);
  EXPECT_EQ(all[1].doc.text, "Yes.\n");
}

}  // namespace
}  // namespace hearsay
