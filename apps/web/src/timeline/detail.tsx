// What stands behind the chosen marks, and all that is in sight as a list.
import {statementAddress} from '../addresses';
import type {TimelineEntry} from '../api/types';
import {ActBadge} from '../components/act_badge';
import {OriginLine} from '../components/claim_line';
import {SourceName} from '../components/source_name';
import {articleAddress} from '../addresses';
import {counted} from '../words';
import type {Placed} from './entries';
import {whenText} from './when';

function addressOf(entry: TimelineEntry): string {
  return entry.record === 'statement' ? statementAddress(entry) : articleAddress(entry.document);
}

export function EntryLine({entry}: {entry: TimelineEntry}) {
  const isEvent = entry.record === 'event';
  return (
    <article class={isEvent ? 'entry entry-event' : entry.against ? 'entry entry-against' : 'entry'}>
      <p class="claim-head">
        {isEvent ? <span class="cue-words">Event</span> : <SourceName of={{source: entry.source ?? ''}} />}{' '}
        {entry.cue && <span class="cue-words">{entry.cue}</span>}{' '}
        {entry.act && <ActBadge act={entry.act} negated={entry.negated} />}
      </p>
      <p class="claim-words">
        <a href={addressOf(entry)}>{(isEvent ? entry.words : entry.content) || '(nothing is quoted)'}</a>
      </p>
      <p class="origin">
        {whenText(entry.when)} · <OriginLine of={entry} />
      </p>
    </article>
  );
}

interface DetailProps {
  chosen: Placed[];
  onClose: () => void;
}

export function Detail({chosen, onClose}: DetailProps) {
  return (
    <section class="timeline-detail" aria-live="polite" aria-label="Chosen on the timeline">
      {chosen.length === 0 && <p class="origin">Choose a mark to read what was said.</p>}
      {chosen.length > 1 && <p class="origin">{counted(chosen.length, 'statement')}</p>}
      {chosen.map(({entry}) => (
        <EntryLine key={`${entry.document}/${entry.attribution ?? entry.event}`} entry={entry} />
      ))}
      {chosen.length > 0 && (
        <button type="button" class="quiet" onClick={onClose}>
          Close
        </button>
      )}
    </section>
  );
}

// For those who read rather than look, and for screen readers.
export function EntryList({shown}: {shown: Placed[]}) {
  const days: {when: string; placed: Placed[]}[] = [];
  for (const placed of shown) {
    const when = whenText(placed.entry.when.slice(0, 10));
    const last = days[days.length - 1];
    if (last?.when === when) last.placed.push(placed);
    else days.push({when, placed: [placed]});
  }
  return (
    <ol class="rows timeline-list">
      {days.map(({when, placed}, i) => (
        <li key={i} class="row">
          <h3>{when}</h3>
          {placed.map(({entry}, place) => (
            <EntryLine key={place} entry={entry} />
          ))}
        </li>
      ))}
    </ol>
  );
}
