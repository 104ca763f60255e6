#include <utility>

#include "format/printable.h"
#include "ledger_commands.h"
#include "ledger_output.h"
#include "reading.h"

namespace hearsay {
namespace {

std::string listed(const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
  return list;
}

// "2: Ada Holm and A. Holm are one".
std::string sentence(const Correction& c) {
  std::string line = std::to_string(c.number) + ": " + printable(c.first_name);
  switch (c.kind) {
    case CorrectionKind::merge:
      line += " and " + printable(c.second_name) + " are one";
      break;
    case CorrectionKind::split:
      line += " is another in " + printable(listed(c.articles));
      break;
    case CorrectionKind::side:
      line += " speaks for " + printable(c.second_name);
      break;
    case CorrectionKind::unrelated:
      line += " and " + printable(c.second_name) + " are not related";
      break;
    case CorrectionKind::related:
      line += " and " + printable(c.second_name) + " are related";
      if (c.relation) line += ": " + std::string(to_string(*c.relation));
      break;
  }
  return line + "\n";
}

std::string printed(const Correction& c, LedgerFormat format) {
  if (format == LedgerFormat::text) return sentence(c);
  const CorrectionRecord record = record_of(c);
  return format == LedgerFormat::json ? to_record(record) + "\n" : csv_row(csv_fields(record));
}

int print(const std::vector<Correction>& corrections, const Arguments& all) {
  Result<Lines> lines = Lines::open(all);
  if (!lines) return report_failure(lines.error().message);
  const LedgerFormat format = choose_format(all.ledger, lines->output());
  if (format == LedgerFormat::csv) lines->write(csv_row(correction_columns()));
  for (const Correction& c : corrections) lines->write(printed(c, format));
  return lines->finish();
}

// What was asked for; a problem in words where that makes no sense.
Result<CorrectionRequest> read_request(const LedgerArguments& arguments) {
  const std::vector<std::string>& words = arguments.words;
  const auto wrong = [&](const std::string& expected) {
    return Error{ErrorCode::invalid_input, "expected " + expected + ", found " +
                                               std::to_string(words.size()) + " operands after the ledger"};
  };
  const auto pair = [&](CorrectionKind kind) {
    return CorrectionRequest{.kind = kind, .first = words[0], .second = words[1], .articles = {}};
  };
  if (!arguments.relation.empty() && arguments.correcting != Correcting::related)
    return Error{ErrorCode::invalid_input, "expected --related A B with --as"};
  switch (arguments.correcting) {
    case Correcting::merge:
      if (words.size() != 2) return wrong("--merge A B");
      return pair(CorrectionKind::merge);
    case Correcting::side:
      if (words.size() != 2) return wrong("--side A SIDE");
      return pair(CorrectionKind::side);
    case Correcting::unrelated:
      if (words.size() != 2) return wrong("--unrelated A B");
      return pair(CorrectionKind::unrelated);
    case Correcting::related: {
      if (words.size() != 2) return wrong("--related A B");
      CorrectionRequest request = pair(CorrectionKind::related);
      request.relation = relation_type(arguments.relation);
      return request;
    }
    default:
      if (words.size() < 2) return wrong("--split A ARTICLE...");
      return CorrectionRequest{.kind = CorrectionKind::split,
                               .first = words[0],
                               .second = {},
                               .articles = {words.begin() + 1, words.end()}};
  }
}

// Opens a ledger that is there for writing.
Result<Ledger> open_for_correcting(const std::string& path) {
  if (const Result<Ledger> there = Ledger::open(path); !there) return there.error();
  return Ledger::open_for_adding(path);
}

int undo(const Arguments& all) {
  if (!all.ledger.words.empty()) {
    report_failure("expected nothing after the ledger with --undo, found '" + all.ledger.words[0] + "'");
    return kExitUsage;
  }
  Result<Ledger> ledger = open_for_correcting(all.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  const Result<bool> undone = ledger->undo_correction(all.ledger.correction);
  if (!undone) return report_failure(undone.error().message);
  if (*undone) return kExitDone;
  return report_failure(all.ledger.path + ": found no correction " + std::to_string(all.ledger.correction));
}

int list(const Arguments& all) {
  Result<Ledger> ledger = Ledger::open(all.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  const auto corrections = ledger->corrections();
  return corrections ? print(*corrections, all) : report_failure(corrections.error().message);
}

}  // namespace

int run_correcting(const Arguments& all) {
  if (all.ledger.correcting == Correcting::list) return list(all);
  if (all.ledger.correcting == Correcting::undo) return undo(all);
  const Result<CorrectionRequest> request = read_request(all.ledger);
  if (!request) {
    report_failure(request.error().message);
    return kExitUsage;
  }
  Result<Ledger> ledger = open_for_correcting(all.ledger.path);
  if (!ledger) return report_failure(ledger.error().message);
  const Result<Correction> made = ledger->correct(*request);
  if (!made) {
    const std::string name = all.ledger.path + ": ", &what = made.error().message;
    return report_failure(what.starts_with(name) ? what : name + what);
  }
  return print({*made}, all);
}

}  // namespace hearsay
