#include "ingest/block_rules.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <unordered_map>
#include <vector>

namespace hearsay {
namespace {

constexpr std::size_t kGap = 20;

constexpr BlockKind kByline = BlockKind::byline;
constexpr BlockKind kCorrection = BlockKind::correction;
constexpr BlockKind kCredit = BlockKind::credit;
constexpr BlockKind kFurniture = BlockKind::furniture;
constexpr BlockKind kPromo = BlockKind::promo;

// The first rule that matches decides.
constexpr BlockRule kRules[] = {
    // Corrections come first: they may name what other rules look for.
    {kCorrection, 160, "correction|corrections|clarification : *"},
    {kCorrection, 8, "correction|corrections|clarification|erratum appended? $"},
    {kCorrection, 160, "correction added|appended? ,|( * : *"},
    {kCorrection, 160,
     "editor's|editors' note : this|an|a story|article|post|earlier|previous|version|piece|report *"},
    {kCorrection, 160,
     "this story|article|post|piece|report|version|page|headline|item|dispatch|column has|have|was|is been? "
     "since? "
     "corrected|amended|clarified|revised|updated|edited *"},
    {kCorrection, 160, "this version of the|this * corrects|corrected *"},
    {kCorrection, 160, "an|a|the? earlier|previous|original version|headline of|on this|our|an *"},
    {kCorrection, 160, "an|a earlier|previous version|edition * incorrectly|misstated|mistakenly|wrongly *"},

    // Photographers and agencies.
    {kCredit, 20,
     "photo|photos|photograph|photographs|picture|pictures|image|images|illustration|graphic|infographic "
     "credit|credits|by|via|from|source|courtesy|supplied? : *"},
    {kCredit, 20,
     "photo|photos|photograph|photographs|picture|pictures|image|images|illustration|illustrations|graphic|"
     "graphics|video|footage|map by|via|courtesy of? N $"},
    {kCredit, 14, "courtesy of? : N $"},
    {kCredit, 14, "courtesy of? N $"},
    {kCredit, 14, "credit|credits|photocredit : *"},
    {kCredit, 12, "source|sources : N $"},
    {kCredit, 5, "file|stock|handout|library|archive photo|image|picture $"},
    {kCredit, 14, "ap|afp|reuters|epa photo|image|photos|file / N $"},
    {kCredit, 12, "h / t /? :? N $"},
    {kCredit, 12, "hat tip :? to? N $"},

    // Who wrote, edited and helped.
    {kCredit, 60, "-? -? additional|extra? reporting|writing by|from|: N $"},
    {kCredit, 60, "additional|extra research|writing|editing|material by|from|: N $"},
    {kCredit, 60, "reporting|writing|editing|compiled|edited|translated|adapted|research by|: N $"},
    {kCredit, 60, "reporting and|, writing|editing by N $"},
    {kCredit, 40, "with additional? reporting|files|input|inputs|material|contributions by|from N $"},
    {kCredit, 40, "contributing|contributors|contributor|contributed by? : N $"},
    {kCredit, 20, "N contributed $"},
    {kCredit, 50, "* contributed reporting|research $"},
    {kCredit, 50,
     "* contributed|contributes reporting|research|to|material * this|the|his|her article|report|story|post|"
     "piece|page|analysis $"},
    {kCredit, 50, "* contributed to this article|report|story|post|piece|dispatch|newsletter|analysis *"},
    {kCredit, 50,
     "* writer|writers|journalist|journalists|reporter|reporters N contributed from|reporting *"},
    {kCredit, 50, "* writer|writers|journalist|journalists|reporter|reporters N contributed $"},
    {kCredit, 40,
     "this article|story|report|post|piece|column|interview was|is? originally|first "
     "published|appeared|posted|ran *"},
    {kCredit, 30, "originally|first published|posted on|at|in|by *"},
    {kCredit, 30, "reprinted|republished with|by|from|courtesy *"},
    {kCredit, 40, "this article|story|report is|was republished|reproduced|syndicated *"},

    {kByline, 16, "by N $"},
    {kByline, 16, "written|story|words|text|report by N $"},
    {kByline, 10,
     "* , staff|senior|political|special|chief|foreign|sports|business? writer|correspondent|reporter $"},

    // Calls to read, watch and follow something else.
    {kPromo, 40, "read also|more|next|too|on : *"},
    {kPromo, 40, "see also|more : *"},
    {kPromo, 40, "also read|see|watch|on : *"},
    {kPromo, 30, "more|related|must-read|must-reads|recommended|watch|listen|icymi|trending : *"},
    {kPromo, 30, "must|don't read|miss|see : *"},
    {kPromo, 8,
     "related|recommended|trending|also|more "
     "stories|articles|news|content|coverage|topics|posts|reading|videos|"
     "links $"},
    {kPromo, 30,
     "related stories|articles|news|content|coverage|topics|posts|reading|videos|links|story|article : *"},
    {kPromo, 8, "related $"},
    {kPromo, 8, "recommended|suggested|picked for you $"},
    {kPromo, 12, "you may|might also? like|enjoy|have|be *"},
    {kPromo, 30, "in case you missed it : *"},
    {kPromo, 8, "in case you missed it $"},
    {kPromo, 8,
     "top|most|latest|more|other|our|popular|trending|breaking "
     "stories|read|popular|news|shared|viewed|headlines|"
     "videos|picks $"},
    {kPromo, 8, "editor's|editors'|editors|staff picks|choice|pick $"},
    {kPromo, 10, "more on this *"},
    {kPromo, 10, "more from N $"},
    {kPromo, 10, "up next $"},
    {kPromo, 20, "what to read|watch next *"},
    {kPromo, 6, "read|see|find more $"},
    {kPromo, 6, "read|learn|find out? more here|now|below $"},
    {kPromo, 25, "read more at|on|from|about|in|stories|here|by *"},
    {kPromo, 25,
     "read the? full|whole|entire|rest|original|complete|latest story|article|report|piece|post|interview|"
     "statement|thing|updates|of|version|here|text *"},
    {kPromo, 25, "read it|them all|here at|on|below|here *"},
    {kPromo, 25, "keep|continue reading *"},
    {kPromo, 40, "click|tap here|below|through *"},
    {kPromo, 25,
     "click|tap on|the|to|for? * "
     "link|here|image|photo|headline|picture|video|play|read|watch|view|see|subscribe *"},
    {kPromo, 25, "scroll down to|for *"},
    {kPromo, 25, "watch the|a|it|this|him|her|live|more|now|our? * above|below|here|online|live|youtube $"},
    {kPromo, 25, "watch the|a|it|this|him|her|live|more|now|our? * above|below|here :"},
    {kPromo, 25, "watch live|now|more|below|above $"},
    {kPromo, 25, "watch the latest|full video|videos|episode|interview|clip *"},
    {kPromo, 30, "watch|listen live|now|below|here|again|online : *"},
    {kPromo, 25, "listen to * above|below|here|podcast|podcasts|itunes|spotify *"},
    {kPromo, 30, "video|gallery|slideshow|podcast|photos|audio|interactive|quiz|newsletter : *"},
    {kPromo, 30, "in pictures|photos|video : *"},
    {kPromo, 30, "what you need|have|should to? know : *"},
    {kPromo, 30, "what to know : *"},
    {kPromo, 40,
     "sign up for|to|with our|the|my|his|her|this|all? * newsletter|newsletters|email|emails|alert|alerts|"
     "updates|briefing|digest|inbox *"},
    {kPromo, 40, "sign up for|to|at our|her|his|my *"},
    {kPromo, 30, "sign up here|now|today|below|free $"},
    {kPromo, 40, "sign up here|now|today|below|free for|to *"},
    {kPromo, 40, "sign up by|and|, *"},
    {kPromo, 40,
     "subscribe to|for|on|and|with * newsletter|newsletters|channel|podcast|podcasts|nerdcast|youtube|feed|"
     "magazine|itunes|spotify|updates|email|digital|unlimited|edition|print *"},
    {kPromo, 40, "subscribe to|for our|us|my|@ *"},
    {kPromo, 30, "subscribe here|below|now|today|free *"},
    {kPromo, 40,
     "get the|our|all|more|your|breaking|top|free|daily|this|news|important|essential * "
     "newsletter|newsletters|"
     "inbox|app|alerts|email|emails *"},
    {kPromo, 40, "get * delivered|sent|straight|direct|directly to * inbox|email|phone|door *"},
    {kPromo, 20, "our free|daily|weekly|morning newsletter|app|newsletters *"},
    {kPromo, 40, "want * ? sign|subscribe|follow|download|click up|to|us|our|here *"},
    {kPromo, 40, "for more , sign|subscribe|follow|click|visit|check|go|download|tune *"},
    {kPromo, 40,
     "for more information|stories|updates|details|coverage|news|videos * "
     "visit|click|sign|subscribe|follow|go|"
     "download|check|see|read *"},
    {kPromo, 40,
     "for more on|about|from this|the|how|why|our|N * visit|click|read|see|listen|subscribe|sign *"},
    {kPromo, 30, "follow us|me|our|@|along *"},
    {kPromo, 30,
     "follow * on|via|at "
     "twitter|facebook|instagram|x|threads|bluesky|linkedin|social|telegram|tiktok|mastodon|"
     "youtube|whatsapp|google *"},
    {kPromo, 20, "on twitter : @ *"},
    {kPromo, 30, "like|find|join|visit us on|at *"},
    {kPromo, 30, "connect|engage with us *"},
    {kPromo, 40, "join our|the * whatsapp|telegram|newsletter|facebook|discord|slack *"},
    {kPromo, 30, "download our|the|and|now * app|apps *"},
    {kPromo, 40,
     "support our|independent|local|quality|trusted journalism|work|newsroom|reporting|news|media *"},
    {kPromo, 40, "become a|an|our member|subscriber|supporter|patron|insider *"},
    {kPromo, 8, "donate|contribute|subscribe|register|download now|today|here $"},
    {kPromo, 40, "never|don't miss a|an|out|another|any|our|the story|update|post|thing|episode|on|moment *"},
    {kPromo, 40,
     "stay up|informed|connected|updated|tuned|ahead * "
     "newsletter|newsletters|app|follow|sign|subscribe|inbox *"},
    {kPromo, 40,
     "got|have|know|seen a|an|any|some story|tip|tips|news|photo|photos|comment|question|feedback ? *"},
    {kPromo, 40,
     "got|have|know|seen a|an|any|some news? story|tip|tips|photo|comment|question|feedback "
     "to|for|about|we|you * "
     "?|email|send|contact *"},
    {kPromo, 40,
     "do|have you have|got a|an|any news? "
     "story|tip|tips|photos|view|views|question|questions|comment|feedback *"},
    {kPromo, 40, "have you been affected by *"},
    {kPromo, 40, "are you affected by *"},
    {kPromo, 40, "let us|me know what|in|your|if|on|at|by|below *"},
    {kPromo, 40, "tell us what|in|your|on|at|below *"},
    {kPromo, 30,
     "share your thoughts|story|stories|experience|experiences|views|view|photos|comment|opinion|memories|"
     "feedback *"},
    {kPromo, 40,
     "send us|your|tips|any|feedback|questions|comments|corrections "
     "us|your|tips|to|/|a|an|email|news|feedback|"
     "questions|comments|story *"},
    {kPromo, 40,
     "if you have a|an|any news? story|tip|tips|comment|photo|feedback * email|contact|send|whatsapp|write "
     "*"},
    {kPromo, 40,
     "e-mail|email|contact|message us|our|the|@ at|newsroom|reporter|author|writer|team|via|on|@|, *"},
    {kPromo, 40,
     "contact|reach|write|email him|her|them|the|to? author|reporter|writer|at|us|editor at|on|: * @ *"},
    {kPromo, 25, "this article|story|post|content|section was|is sponsored|paid|brought by|for|to *"},

    // What belongs to the page.
    {kFurniture, 30, "this is a developing|breaking news? story *"},
    {kFurniture, 12, "share this|on|via *"},
    {kFurniture, 12, "share and comment *"},
    {kFurniture, 2,
     "share|tweet|print|login|register|advertisement|advertisements|advertising|sponsored|loading|comments|"
     "ad $"},
    {kFurniture, 4, "link|url copied *"},
    {kFurniture, 4, "copy link|url *"},
    {kFurniture, 12, "advertisement|ad|advert - *"},
    {kFurniture, 12,
     "advertisement|ad|advert scroll|continue|continues|story|article|skip|feedback|remove *"},
    {kFurniture, 12,
     "story|article|report|content|post|text continues|resumes|continued below|after|beneath|under *"},
    {kFurniture, 12, "continues|continued below|after advertisement|this|the * $"},
    {kFurniture, 4, "sponsored|paid|promoted|partner|branded content|post|links $"},
    {kFurniture, 8, "skip to|past|ad|advert|navigation *"},
    {kFurniture, 5, "back|return to top|home|homepage|the top|homepage|home? $"},
    {kFurniture, 6, "log|sign in|out|up $"},
    {kFurniture, 8, "log|sign in or|/ sign|register|subscribe|log|create *"},
    {kFurniture, 10, "listen to this|the article|story|post *"},
    {kFurniture, 8, "# min|mins|minute|minutes|sec|second|seconds read|listen|watch $"},
    {kFurniture, 8, "reading|estimated|read reading|time time? : *"},
    {kFurniture, 8,
     "view|show|see|read|hide|load|add|open|post|leave all|more|a|the|your|# comment|comments|reply|replies "
     "*"},
    {kFurniture, 4, "#|no|all|view|show|add comment|comments|share|shares|replies $"},
    {kFurniture, 12, "join the conversation *"},
    {kFurniture, 30, "comments are|have now|been? closed|disabled|turned|moderated|subject *"},
    {kFurniture, 30, "comments|commenting on|for this|the article|story|post|page *"},
    {kFurniture, 30, "be the first to comment *"},
    {kFurniture, 30, "you must|need|have to? be logged|signed|registered *"},
    {kFurniture, 30,
     "please log|sign|register|subscribe|enable|disable|turn|verify|whitelist "
     "in|to|or|up|now|javascript|your|"
     "on|off|that|cookies|ad *"},
    {kFurniture, 30, "your email|e-mail address *"},
    {kFurniture, 20, "enter|type your email|e-mail|password *"},
    {kFurniture, 90,
     "we use|store|and|& cookies|our|similar|essential|necessary|partners * "
     "cookies|partners|technologies|experience *"},
    {kFurniture, 90, "we use cookies *"},
    {kFurniture, 90,
     "this|our|the website|site|page uses|use|stores|requires|needs cookies|cookie|javascript *"},
    {kFurniture, 90,
     "by continuing|clicking|using|browsing|visiting|signing|subscribing|submitting|registering|entering|"
     "providing|proceeding|pressing|scrolling * you agree|accept|consent|confirm|acknowledge|are *"},
    {kFurniture, 90, "cookies help|allow|enable us|the *"},
    {kFurniture, 60, "cookies on this|our|the site|website *"},
    {kFurniture, 6, "accept|reject|allow|decline|manage all? cookies|preferences|non-essential $"},
    {kFurniture, 3, "accept|reject|agree|allow all $"},
    {kFurniture, 8,
     "cookie|cookies|privacy|consent settings|policy|preferences|notice|choices|statement|center|centre $"},
    {kFurniture, 12, "cookie|cookies|privacy settings|policy|preferences|notice|statement /|and|&|-|, *"},
    {kFurniture, 60, "we value|respect your privacy *"},
    {kFurniture, 60, "we care about your privacy *"},
    {kFurniture, 6, "your privacy choices|rights|settings *"},
    {kFurniture, 14, "terms of use|service *"},
    {kFurniture, 14, "terms and|& conditions $"},
    {kFurniture, 14, "do not sell or|my *"},
    {kFurniture, 40,
     "this article|story|content|page|feature is "
     "available|for|only|exclusive|exclusively|reserved|free|locked "
     "* subscribers|members|account|registered|readers *"},
    {kFurniture, 40, "to|please continue|keep reading *"},
    {kFurniture, 40,
     "to read|access|view|unlock|enjoy this|the|full|more|our article|story|rest|content|full|report * "
     "subscribe|sign|log|register|subscription|login|account *"},
    {kFurniture, 40,
     "subscribe|register|login to|now|for continue|read|keep|unlock|access|get|view|full|unlimited *"},
    {kFurniture, 30, "already a|an|have|registered|subscribed ?|a|an|subscriber|member|registered *"},
    {kFurniture, 12, "not a|yet subscriber|member|registered|a *"},
    {kFurniture, 40, "you've|you have? reached|hit|used|exceeded your|the|all|# * limit|articles|article *"},
    {kFurniture, 40, "you have # free? articles|article|stories *"},
    {kFurniture, 30, "create|open|start a|an|your free|account|trial *"},
    {kFurniture, 30, "unlock|get|enjoy|try unlimited|full|digital access|subscription *"},
    {kFurniture, 30, "log|sign in|up or|to create|subscribe|register|continue|read|comment|view|save *"},
    {kFurniture, 30, "your browser does|is|may|settings *"},
    {kFurniture, 30, "javascript is|must *"},
    {kFurniture, 20,
     "this video|content|audio|browser|embed is|can|could|has|may|does not|unavailable|currently|been *"},
    {kFurniture, 20, "this video|content|audio|browser|embed cannot|can't *"},
    {kFurniture, 12, "unable|failed to load|play|display *"},
    {kFurniture, 12, "an error has? occurred *"},
    {kFurniture, 40, "\xC2\xA9 *"},
    {kFurniture, 60, "copyright :? \xC2\xA9|# *"},
    {kFurniture, 60, "copyright? ( c ) *"},
    {kFurniture, 60, "all|some rights reserved *"},
    {kFurniture, 40, "* all rights reserved $"},
    {kFurniture, 60, "* copyright \xC2\xA9 # *"},
    {kFurniture, 60,
     "this|the material|materials|content|story|article|report may not be published|reproduced|rewritten|"
     "redistributed|republished|copied|used *"},
    {kFurniture, 60, "no part|portion of this|the * may|can|shall be *"},
    {kFurniture, 60,
     "reproduction|republication|redistribution in|or|without|of * permission|prohibited|consent *"},
    {kFurniture, 60, "unauthorised|unauthorized use|reproduction|copying * prohibited *"},
    {kFurniture, 6, "contact us $"},
    {kFurniture, 6, "advertise with us $"},
    {kFurniture, 14, "e-mail|email|contact|phone|tel|twitter|write : @ *"},
};

// Words that stand between names without capitals.
constexpr std::string_view kConnecting[] = {
    "and",        "in",          "of",       "for",      "the",      "with",          "by",
    "via",        "from",        "at",       "de",       "van",      "von",           "der",
    "da",         "di",          "la",       "le",       "del",      "bin",           "al",
    "on",         "el",          "ibn",      "or",       "to",       "reporting",     "editing",
    "writing",    "additional",  "staff",    "writer",   "reporter", "correspondent", "news",
    "photo",      "photos",      "file",     "courtesy", "pool",     "handout",       "contributor",
    "graphics",   "video",       "images",   "image",    "stringer", "newsroom",      "bureau",
    "production", "translation", "research", "desk",     "a.m",      "p.m",           "am",
    "pm"};

bool is_connecting(std::string_view word) {
  return std::ranges::find(kConnecting, word) != std::end(kConnecting);
}

// Marks that may stand within a run of names.
bool is_name_mark(std::string_view mark) {
  constexpr std::string_view kMarks = ",;:/&.|'-+()\"";
  return mark.size() == 1 && kMarks.find(mark.front()) != kMarks.npos;
}

bool is_alternative(std::string_view part, const BlockWord& word) {
  for (std::size_t begin = 0; begin < part.size();) {
    const std::size_t end = std::min(part.find('|', begin), part.size());
    const std::string_view one = part.substr(begin, end - begin);
    begin = end + 1;
    if (one == word.lower) return true;
    if (one == "#" && word.is_word && word.lower.front() >= '0' && word.lower.front() <= '9') return true;
    if (one == "@" && word.is_word && word.lower.find('@') != word.lower.npos) return true;
  }
  return false;
}

bool are_marks(std::span<const BlockWord> words) {
  return std::ranges::none_of(words, [](const BlockWord& w) { return w.is_word; });
}

// How many words from the first on are a run of names; it ends with a name.
std::size_t names_at(std::span<const BlockWord> words) {
  std::size_t run = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const BlockWord& w = words[i];
    if (w.capital || (w.is_word && w.lower.front() == '@')) {
      run = i + 1;
    } else if (w.is_word ? (i > 0 || w.lower == "the") && is_connecting(w.lower)
                         : i > 0 && is_name_mark(w.lower)) {
      // "By The Associated Press staff": the last one may be a role.
      if (w.is_word && w.lower.size() > 4) run = i + 1;
    } else {
      break;
    }
  }
  return run;
}

}  // namespace

bool matches(std::string_view pattern, std::span<const BlockWord> words) {
  while (!pattern.empty()) {
    const std::size_t space = std::min(pattern.find(' '), pattern.size());
    std::string_view part = pattern.substr(0, space);
    const std::string_view rest = pattern.substr(std::min(space + 1, pattern.size()));
    if (part == "$") return are_marks(words);
    if (part == "*") {
      if (rest.empty()) return true;
      for (std::size_t gap = 0; gap <= std::min(kGap, words.size()); ++gap) {
        if (matches(rest, words.subspan(gap))) return true;
      }
      return false;
    }
    if (part == "N") {
      const std::size_t run = names_at(words);
      if (run == 0) return false;
      words = words.subspan(run);
    } else {
      const bool optional = part.size() > 1 && part.ends_with('?');
      if (optional) part.remove_suffix(1);
      if (!words.empty() && is_alternative(part, words.front())) {
        words = words.subspan(1);
      } else if (!optional) {
        return false;
      }
    }
    pattern = rest;
  }
  return true;
}

std::span<const BlockRule> block_rules() { return kRules; }

namespace {

// The rules that can match a block whose first word is a certain one.
class FirstWords {
 public:
  FirstWords() {
    for (std::size_t i = 0; i < std::size(kRules); ++i) add(kRules[i].pattern, static_cast<std::uint16_t>(i));
  }

  // Both in the order of the table.
  std::span<const std::uint16_t> of(std::string_view word) const {
    const auto found = by_word_.find(word);
    return found == by_word_.end() ? std::span<const std::uint16_t>() : found->second;
  }
  std::span<const std::uint16_t> of_any_word() const { return any_; }

 private:
  void add(std::string_view pattern, std::uint16_t rule) {
    for (;;) {
      const std::size_t space = std::min(pattern.find(' '), pattern.size());
      std::string_view part = pattern.substr(0, space);
      pattern.remove_prefix(std::min(space + 1, pattern.size()));
      const bool optional = part.size() > 1 && part.ends_with('?');
      if (optional) part.remove_suffix(1);
      const bool open = part == "*" || part == "N" || part == "$" || part.find_first_of("#@") != part.npos;
      if (open) {
        if (any_.empty() || any_.back() != rule) any_.push_back(rule);
        return;
      }
      for (std::size_t begin = 0; begin < part.size();) {
        const std::size_t end = std::min(part.find('|', begin), part.size());
        std::vector<std::uint16_t>& rules = by_word_[part.substr(begin, end - begin)];
        if (rules.empty() || rules.back() != rule) rules.push_back(rule);
        begin = end + 1;
      }
      if (!optional) return;
    }
  }

  std::unordered_map<std::string_view, std::vector<std::uint16_t>> by_word_;
  std::vector<std::uint16_t> any_;
};

const FirstWords& first_words() {
  static const FirstWords words;
  return words;
}

}  // namespace

bool has_rules(std::string_view first_word) { return !first_words().of(first_word).empty(); }

const BlockRule* find_rule(std::span<const BlockWord> words, std::size_t word_count) {
  if (words.empty()) return nullptr;
  std::span<const std::uint16_t> own = first_words().of(words.front().lower);
  std::span<const std::uint16_t> any = first_words().of_any_word();
  while (!own.empty() || !any.empty()) {
    std::span<const std::uint16_t>& next = any.empty() || (!own.empty() && own[0] < any[0]) ? own : any;
    const BlockRule& rule = kRules[next.front()];
    next = next.subspan(1);
    if (word_count <= rule.most_words && matches(rule.pattern, words)) return &rule;
  }
  return nullptr;
}

}  // namespace hearsay
