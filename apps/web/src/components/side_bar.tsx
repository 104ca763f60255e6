import type {Tone} from '../words';

const SIDES: {tone: Tone; word: string}[] = [
  {tone: 'for', word: 'for it'}, {tone: 'against', word: 'against it'}, {tone: 'moved', word: 'took it back'},
];

// How a claim divides those who speak of it, as a bar and in words.
export function SideBar({sides}: {sides: Record<Tone, number>}) {
  const shown = SIDES.filter(({tone}) => sides[tone] > 0);
  if (sides.against === 0 && sides.moved === 0) return null; // nobody contests it
  return (
    <div class="sides">
      <span class="sides-bar" aria-hidden="true">
        {shown.map(({tone}) => <span key={tone} class={`side side-${tone}`} style={{flexGrow: sides[tone]}} />)}
      </span>
      <span class="sides-words">{shown.map(({tone, word}) => `${sides[tone]} ${word}`).join(', ')}</span>
    </div>
  );
}
