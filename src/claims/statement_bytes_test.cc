#include "claims/statement_bytes.h"

#include <gtest/gtest.h>

#include "claims/test_statements.h"

namespace hearsay {
namespace {

Statement full_statement() {
  Statement s = make_statement("a1", "ada holm", {"gate", "sluic"}).statement;
  s.speaker.sides = {"harbour office", "holm lines"};
  s.inherited = words_of({"storm"});
  s.quantities = {{.thousandths = 3'400'000'000'000, .unit = "money"},
                  {.thousandths = 9'000, .about = "missing", .refused = true}};
  s.times = {"2024-03-04"};
  s.names = {"lantern"};
  s.points_to = {1, 70'000};
  s.causes = {{"storm", "a storm"}};
  s.places = {{"harbour", "the harbour"}, {"sea", "sea"}};
  s.deeds = {{"open", {"ada holm", "Ada Holm"}}};
  s.traits = {{"ivo brandt", {"pilot", "a pilot"}}};
  s.excerpt = "the gates “were shut”";
  s.act = Act::deny;
  s.denied = s.refusing = s.rejects = s.told_before = s.recalled = s.contrast = s.pointing = s.negated = true;
  s.parent = 3;
  s.place = 12;
  return s;
}

TEST(StatementBytes, KeepEverything) {
  for (const Statement& statement : {full_statement(), Statement{}}) {
    const auto decoded = decode_statement(encode_statement(statement));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(*decoded, statement);
  }
}

TEST(StatementBytes, AreFew) { EXPECT_LT(encode_statement(full_statement()).size(), 320u); }

TEST(StatementBytes, TruncatedOnesAreRefused) {
  const std::string bytes = encode_statement(full_statement());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_statement(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_statement(bytes + '\0'));
}

TEST(StatementBytes, DamagedOnesAreRefusedOrAnotherStatement) {
  const std::string bytes = encode_statement(full_statement());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      if (const auto decoded = decode_statement(damaged)) {
        EXPECT_EQ(encode_statement(*decoded), damaged);
      }
    }
  }
}

TEST(StatementBytes, OfAnotherVersionAreRefused) {
  std::string bytes = encode_statement(Statement{});
  bytes[0] = static_cast<char>(kStatementVersion + 1);
  EXPECT_FALSE(decode_statement(bytes));
}

}  // namespace
}  // namespace hearsay
