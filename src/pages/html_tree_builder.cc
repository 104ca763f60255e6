#include "pages/html_tree_builder.h"

#include <algorithm>
#include <utility>

#include "pages/character_references.h"

namespace hearsay {
namespace {

bool is_html_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_html_space); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool is_row_group(HtmlTag tag) {
  return tag == HtmlTag::tbody || tag == HtmlTag::thead || tag == HtmlTag::tfoot;
}

bool is_cell(HtmlTag tag) { return tag == HtmlTag::td || tag == HtmlTag::th; }

// Within <svg>: what is HTML again.
bool is_integration_point(HtmlTag tag) {
  return tag == HtmlTag::foreignobject || tag == HtmlTag::desc || tag == HtmlTag::title;
}

}  // namespace

HtmlTreeBuilder::HtmlTreeBuilder(std::string markup) : tokens_({}) {
  tree_.markup_ = std::make_unique<const std::string>(std::move(markup));
  tree_.decoded_ = std::make_unique<std::pmr::monotonic_buffer_resource>();
  tokens_ = HtmlTokenizer(*tree_.markup_);
  tree_.nodes_.push_back({.tag = HtmlTag::html, .text = to_string(HtmlTag::html)});
  open_.push_back({.node = 0, .tag = HtmlTag::html});
}

Result<HtmlTree> HtmlTreeBuilder::build() {
  for (;;) {
    const HtmlToken token = tokens_.next();
    if (token.kind == HtmlTokenKind::end) break;
    if (token.kind == HtmlTokenKind::text) add_text(token);
    if (token.kind == HtmlTokenKind::start_tag) start_tag(token);
    if (token.kind == HtmlTokenKind::end_tag) end_tag(token);
    tokens_.allow_cdata(in_foreign());
    if (tree_.nodes_.size() > HtmlTree::kMaxNodes || tree_.attributes_.size() > HtmlTree::kMaxNodes ||
        ++token_count_ > 2 * HtmlTree::kMaxNodes) {
      const auto offset = static_cast<std::size_t>(token.text.data() - tree_.markup_->data());
      return Error{ErrorCode::invalid_input,
                   "expected a page of at most " + std::to_string(HtmlTree::kMaxNodes) +
                       " elements, as many attributes and twice as many tags, found more at byte " +
                       std::to_string(offset)};
    }
  }
  while (!open_.empty()) {
    tree_.nodes_[open_.back().node].end = tree_.size();
    open_.pop_back();
  }
  return std::move(tree_);
}

std::string_view HtmlTreeBuilder::keep(std::string&& decoded) {
  if (decoded.empty()) return {};
  auto* bytes = static_cast<char*>(tree_.decoded_->allocate(decoded.size(), 1));
  std::copy(decoded.begin(), decoded.end(), bytes);
  const std::size_t size = decoded.size();
  decoded.clear();
  return {bytes, size};
}

void HtmlTreeBuilder::add_text(const HtmlToken& token) {
  if (token.text.empty()) return;
  const bool is_raw = has_any_trait(top(), kRawText | kEscapableText);
  if (!has_body_ && !is_raw && !has_any_trait(top(), kMetadata)) {
    if (is_blank(token.text)) return;
    open_body();
  }
  std::string_view text = token.text;
  if (!token.is_literal && text.find('&') != text.npos) {
    decode_references(text, false, scratch_);
    text = keep(std::move(scratch_));
  }
  tree_.nodes_.push_back({.tag = HtmlTag::text,
                          .in_link = open_links_ > 0,
                          .parent = open_.back().node,
                          .end = tree_.size() + 1,
                          .text = text});
}

void HtmlTreeBuilder::store_attributes(const std::vector<RawAttribute>& attributes, HtmlNode& node) {
  node.first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
  node.attribute_count = static_cast<std::uint16_t>(attributes.size());
  for (const RawAttribute& raw : attributes) {
    HtmlAttribute attribute{.name = raw.name, .value = raw.value};
    if (std::any_of(raw.name.begin(), raw.name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
      scratch_.assign(raw.name);
      std::transform(scratch_.begin(), scratch_.end(), scratch_.begin(), lower);
      attribute.name = keep(std::move(scratch_));
    }
    if (raw.value.find('&') != raw.value.npos) {
      decode_references(raw.value, true, scratch_);
      attribute.value = keep(std::move(scratch_));
    }
    tree_.attributes_.push_back(attribute);
  }
}

void HtmlTreeBuilder::insert(HtmlTag tag, std::string_view name, const std::vector<RawAttribute>& attributes,
                             bool has_content) {
  HtmlNode node{.tag = tag, .parent = open_.back().node, .end = tree_.size() + 1, .text = name};
  store_attributes(attributes, node);
  const std::uint32_t index = tree_.size();
  tree_.nodes_.push_back(node);
  if (!has_content) return;
  if (open_.size() >= HtmlTree::kMaxDepth) {
    ++unopened_;
    return;
  }
  const bool is_link = tag == HtmlTag::a && tree_.has_attribute(index, "href");
  open_.push_back({.node = index, .tag = tag, .is_link = is_link});
  ++open_count_[static_cast<std::size_t>(tag)];
  open_links_ += is_link;
}

void HtmlTreeBuilder::pop() {
  const OpenElement& element = open_.back();
  tree_.nodes_[element.node].end = tree_.size();
  if (element.is_link && !element.is_closed) --open_links_;
  --open_count_[static_cast<std::size_t>(element.tag)];
  open_.pop_back();
}

// Leaves `height` elements on the stack, and fewer where those on top were closed before.
void HtmlTreeBuilder::pop_to(std::size_t height) {
  height = std::max<std::size_t>(height, 1);
  while (open_.size() > height) pop();
  while (open_.size() > 1 && open_.back().is_closed) pop();
}

// Ends an element in which others are open that go on.
void HtmlTreeBuilder::close(std::size_t index) {
  OpenElement& element = open_[index];
  if (element.is_link && !element.is_closed) --open_links_;
  element.is_closed = true;
  if (index + 1 == open_.size()) pop_to(index);
}

std::size_t HtmlTreeBuilder::find_in_scope(HtmlTag tag, HtmlTag edge, HtmlTag edge_2) const {
  if (!is_open(tag)) return 0;
  for (std::size_t i = open_.size(); i-- > 1;) {
    if (open_[i].tag == tag && !open_[i].is_closed) return i;
    if (has_traits(open_[i].tag, kScopeEdge) || open_[i].tag == edge || open_[i].tag == edge_2) return 0;
  }
  return 0;
}

std::size_t HtmlTreeBuilder::find_in_table_scope(HtmlTag tag) const {
  if (!is_open(tag)) return 0;
  for (std::size_t i = open_.size(); i-- > 1;) {
    if (open_[i].tag == tag) return i;
    if (open_[i].tag == HtmlTag::table || open_[i].tag == HtmlTag::template_) return 0;
  }
  return 0;
}

bool HtmlTreeBuilder::in_foreign() const {
  return open_.back().is_foreign && !is_integration_point(open_.back().tag);
}

void HtmlTreeBuilder::open_body() {
  if (has_body_) return;
  has_head_ = has_body_ = true;
  pop_to(1);
  insert_implied(HtmlTag::body);
}

bool HtmlTreeBuilder::start_document_part(const HtmlToken& token) {
  switch (token.tag) {
    case HtmlTag::html:
      if (tree_.nodes_[0].attribute_count == 0) store_attributes(tokens_.attributes(), tree_.nodes_[0]);
      return true;
    case HtmlTag::head:
      if (!has_head_) insert(token.tag, token.text, tokens_.attributes(), true);
      has_head_ = true;
      return true;
    case HtmlTag::body:
      if (has_body_) return true;
      has_head_ = has_body_ = true;
      pop_to(1);
      insert(token.tag, token.text, tokens_.attributes(), true);
      return true;
    case HtmlTag::frame:
    case HtmlTag::frameset:
      return true;
    default:
      return false;
  }
}

bool HtmlTreeBuilder::start_foreign(const HtmlToken& token) {
  if (in_foreign()) {
    if (!has_traits(token.tag, kLeavesForeign)) {
      insert(token.tag, token.text, tokens_.attributes(), !token.self_closing);
      if (!token.self_closing && unopened_ == 0) open_.back().is_foreign = true;
      return true;
    }
    std::size_t height = open_.size();
    while (height > 1 && open_[height - 1].is_foreign && !is_integration_point(open_[height - 1].tag))
      --height;
    pop_to(height);
  }
  if (token.tag != HtmlTag::svg && token.tag != HtmlTag::math) return false;
  insert(token.tag, token.text, tokens_.attributes(), !token.self_closing);
  if (!token.self_closing && unopened_ == 0) open_.back().is_foreign = true;
  return true;
}

// In a <select>, other tags than those of its options are as good as not there.
bool HtmlTreeBuilder::start_in_select(HtmlTag tag) {
  const std::size_t select = find_in_scope(HtmlTag::select);
  if (select == 0) return false;
  switch (tag) {
    case HtmlTag::option:
    case HtmlTag::optgroup:
    case HtmlTag::hr:
    case HtmlTag::script:
    case HtmlTag::template_:
      return false;
    case HtmlTag::select:
      pop_to(select);
      return true;
    case HtmlTag::input:
    case HtmlTag::keygen:
    case HtmlTag::textarea:
      pop_to(select);
      return false;
    default:
      if (!has_traits(tag, kTablePart) || find_in_table_scope(HtmlTag::table) == 0) return true;
      pop_to(select);
      return false;
  }
}

// True: a part without a table, which is not there.
bool HtmlTreeBuilder::start_table_part(HtmlTag tag) {
  const std::size_t table = find_in_table_scope(HtmlTag::table);
  if (table == 0) return true;
  std::size_t height = table + 1;
  while (height < open_.size()) {  // what is between the table and the part stays open
    const HtmlTag at = open_[height].tag;
    const bool holds = is_cell(tag)         ? is_row_group(at) || at == HtmlTag::tr
                       : tag == HtmlTag::tr ? is_row_group(at)
                                            : tag == HtmlTag::col && at == HtmlTag::colgroup;
    if (!holds) break;
    ++height;
  }
  pop_to(height);
  if (is_cell(tag) && top() != HtmlTag::tr) insert_implied(HtmlTag::tr);
  return false;
}

void HtmlTreeBuilder::close_list_item(HtmlTag tag) {
  const bool is_term = tag != HtmlTag::li;
  for (std::size_t i = open_.size(); i-- > 1;) {
    const HtmlTag at = open_[i].tag;
    if (is_term ? at == HtmlTag::dd || at == HtmlTag::dt : at == HtmlTag::li) return pop_to(i);
    const bool may_lie_between = at == HtmlTag::address || at == HtmlTag::div || at == HtmlTag::p;
    if (has_traits(at, kSpecial) && !may_lie_between) return;
  }
}

// A link cannot lie in a link.
void HtmlTreeBuilder::close_link() {
  if (!is_open(HtmlTag::a)) return;
  for (std::size_t i = open_.size(); i-- > 1;) {
    if (open_[i].tag == HtmlTag::a && !open_[i].is_closed) return end_formatting(HtmlTag::a);
    if (has_traits(open_[i].tag, kScopeEdge)) return;
  }
}

// Ends the elements whose end the beginning of this one implies.
void HtmlTreeBuilder::close_before(HtmlTag tag) {
  if (tag == HtmlTag::li || tag == HtmlTag::dd || tag == HtmlTag::dt) close_list_item(tag);
  if (has_traits(tag, kClosesParagraph)) {
    if (const std::size_t p = find_in_scope(HtmlTag::p, HtmlTag::button)) pop_to(p);
  }
  if (has_traits(tag, kHeading) && has_traits(top(), kHeading)) pop_to(open_.size() - 1);
  if (tag == HtmlTag::a) close_link();
  if (tag == HtmlTag::button) {
    if (const std::size_t button = find_in_scope(HtmlTag::button)) pop_to(button);
  }
  if ((tag == HtmlTag::option || tag == HtmlTag::optgroup) && top() == HtmlTag::option)
    pop_to(open_.size() - 1);
  if (tag == HtmlTag::optgroup && top() == HtmlTag::optgroup) pop_to(open_.size() - 1);
  const bool is_ruby = tag == HtmlTag::rb || tag == HtmlTag::rt || tag == HtmlTag::rp || tag == HtmlTag::rtc;
  if (is_ruby && (top() == HtmlTag::rb || top() == HtmlTag::rt || top() == HtmlTag::rp))
    pop_to(open_.size() - 1);
  if (tag == HtmlTag::table && (top() == HtmlTag::table || top() == HtmlTag::tr || is_row_group(top()))) {
    if (const std::size_t table = find_in_table_scope(HtmlTag::table)) pop_to(table);
  }
}

void HtmlTreeBuilder::start_tag(const HtmlToken& token) {
  if (unopened_ > 0 && !has_traits(token.tag, kVoid)) {  // too deep for rules about what lies in what
    if (has_any_trait(token.tag, kRawText | kEscapableText)) tokens_.read_raw_text(token.tag);
    insert(token.tag, token.text, tokens_.attributes(), true);
    return;
  }
  if (start_document_part(token)) return;
  // With scripts, as readers have them, what a head has for those without is not there.
  const bool is_hidden = token.tag == HtmlTag::noscript && !has_body_;
  if (!has_body_ && !has_traits(token.tag, kMetadata)) open_body();
  if (start_foreign(token) || start_in_select(token.tag)) return;
  if (has_traits(token.tag, kTablePart) && start_table_part(token.tag)) return;
  if (token.tag == HtmlTag::form && find_in_scope(HtmlTag::form) != 0) return;
  close_before(token.tag);
  insert(token.tag == HtmlTag::image ? HtmlTag::img : token.tag, token.text, tokens_.attributes(),
         !has_traits(token.tag, kVoid) && token.tag != HtmlTag::image);
  if (is_hidden || has_any_trait(token.tag, kRawText | kEscapableText) || token.tag == HtmlTag::plaintext) {
    tokens_.read_raw_text(token.tag);
  }
}

bool HtmlTreeBuilder::end_foreign(const HtmlToken& token) {
  if (!open_.back().is_foreign) return false;
  for (std::size_t i = open_.size(); i-- > 1 && open_[i].is_foreign;) {
    if (is_same_name(tree_.nodes_[open_[i].node].text, token.text)) {
      pop_to(i);
      return true;
    }
  }
  return false;
}

void HtmlTreeBuilder::end_formatting(HtmlTag tag) {
  if (!is_open(tag)) return;
  bool across = false;
  for (std::size_t i = open_.size(); i-- > 1;) {
    if (open_[i].tag == tag && !open_[i].is_closed) return across ? close(i) : pop_to(i);
    if (has_traits(open_[i].tag, kScopeEdge)) return;
    across = across || has_traits(open_[i].tag, kSpecial);
  }
}

void HtmlTreeBuilder::end_any_other(const HtmlToken& token) {
  if (!is_open(token.tag)) return;
  for (std::size_t i = open_.size(); i-- > 1;) {
    const bool is_it =
        open_[i].tag == token.tag &&
        (token.tag != HtmlTag::unknown || is_same_name(tree_.nodes_[open_[i].node].text, token.text));
    if (is_it) return pop_to(i);
    if (has_traits(open_[i].tag, kSpecial)) return;
  }
}

void HtmlTreeBuilder::end_tag(const HtmlToken& token) {
  const HtmlTag tag = token.tag;
  if (unopened_ > 0) {
    --unopened_;
    return;
  }
  if (tag == HtmlTag::html || tag == HtmlTag::head || tag == HtmlTag::body || end_foreign(token)) return;
  if (tag == HtmlTag::br) return insert(tag, token.text, {}, false);
  std::size_t found = 0;
  if (has_traits(tag, kTablePart) || tag == HtmlTag::table) {
    found = find_in_table_scope(tag);
  } else if (has_traits(tag, kHeading)) {
    for (std::size_t i = open_.size(); i-- > 1 && found == 0;) {
      if (has_traits(open_[i].tag, kHeading)) found = i;
      if (has_traits(open_[i].tag, kScopeEdge)) break;
    }
  } else if (tag == HtmlTag::li) {
    found = find_in_scope(tag, HtmlTag::ol, HtmlTag::ul);
  } else if (tag == HtmlTag::p) {
    found = find_in_scope(tag, HtmlTag::button);
  } else if (tag == HtmlTag::form) {
    found = find_in_scope(tag);
    if (found != 0 && found + 1 != open_.size()) return close(found);
  } else if (has_traits(tag, kFormatting)) {
    return end_formatting(tag);
  } else if (has_traits(tag, kSpecial)) {
    found = find_in_scope(tag);
  } else {
    return end_any_other(token);
  }
  if (found != 0) pop_to(found);
}

}  // namespace hearsay
