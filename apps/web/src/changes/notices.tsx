// What publishers took back or corrected: an outlet whose story moved.
import {articleAddress} from '../addresses';
import type {Notice} from '../api/types';
import {dateLabel, type Tone} from '../words';

const STATUS: Record<Notice['status'], {label: string; tone: Tone}> = {
  canceled: {label: 'cancelled by its publisher', tone: 'against'},
  withheld: {label: 'withheld by its publisher', tone: 'against'},
  corrected: {label: 'corrected by its publisher', tone: 'moved'},
};

export function NoticeList({notices}: {notices: Notice[]}) {
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices" class="section-title">
        What publishers took back or corrected
      </h2>
      <ol class="rows">
        {notices.map((notice) => (
          <li key={`${notice.document} ${notice.version}`} class="row">
            <NoticeRow notice={notice} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function NoticeRow({notice}: {notice: Notice}) {
  const {label, tone} = STATUS[notice.status] ?? {label: notice.status, tone: 'plain'};
  return (
    <article class="notice">
      <h3 class="row-title">
        <a href={articleAddress(notice.document)}>{notice.title || notice.document}</a>
      </h3>
      <p class="pair-facts">
        <span class={`badge tone-${tone}`}>{label}</span>
        <span>{[notice.publisher, dateLabel(notice.published)].filter(Boolean).join(' · ')}</span>
      </p>
      {notice.changes.length === 0 && <p class="origin">No statement of it was known before.</p>}
      <ul class="notice-changes">
        {notice.changes.map(({before, after}, i) => (
          <li key={i}>
            {before && (
              <span>
                <span class="change-name">{after ? 'was' : 'gone'}</span> <del>{before.content}</del>
              </span>
            )}
            {after && (
              <span>
                <span class="change-name">{before ? 'is now' : 'new'}</span> <ins>{after.content}</ins>
              </span>
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}

export function noticeRows(notices: Notice[]) {
  return {
    header: ['status', 'published', 'publisher', 'title', 'document', 'version', 'before', 'after'],
    rows: notices.flatMap(({status, published, publisher, title, document, version, changes}) => {
      const of = [status, published, publisher, title, document, version];
      if (changes.length === 0) return [[...of, '', '']];
      return changes.map(({before, after}) => [...of, before?.content ?? '', after?.content ?? '']);
    }),
  };
}
