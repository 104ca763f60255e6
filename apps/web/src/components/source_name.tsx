import {entityAddress} from '../addresses';
import {sourceLabel} from '../words';

interface Named {
  source: string;
  entity?: string | null;
  entity_name?: string;
  named?: boolean; // false where the text gives no name: "two officials"
}

// Who says it, with the words of the article where those are others: "Paula Holm (“she”)".
export function SourceName({of, link = true}: {of: Named; link?: boolean}) {
  const name = sourceLabel(of);
  const words = of.source !== '' && of.source !== name && !name.includes(of.source) ? of.source : '';
  const shown = <span class="source-name">{name}</span>;
  return (
    <span class={of.named === false ? 'source unnamed' : 'source'}>
      {link && of.entity ? <a href={entityAddress(of.entity)}>{shown}</a> : shown}
      {words !== '' && <span class="source-words"> “{words}”</span>}
      {of.named === false && ' '}
      {of.named === false && <span class="badge tone-plain">unnamed</span>}
    </span>
  );
}
