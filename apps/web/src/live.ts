// Hears of what is new in the ledger. With fetch, because EventSource cannot send a token; only while the
// tab is looked at, for browsers open no more than six connections to a server.
import {send} from './api/client';
import {tokenWanted} from './api/token';
import {Store} from './store';

export interface News {
  statements: number;
  articles: number;
  other: boolean; // corrections, or what another process wrote
}

const NOTHING: News = {statements: 0, articles: 0, other: false};
const LONGEST_PAUSE_MS = 30_000;

export const news = new Store<News>(NOTHING);

export function forgetNews(): void {
  news.set(NOTHING);
}

let lastEvent = '';

export function hear(event: string): void {
  const now = news.get();
  if (event === 'statement') news.set({...now, statements: now.statements + 1});
  if (event === 'article') news.set({...now, articles: now.articles + 1});
  if (event === 'changed' || event === 'reset') news.set({...now, other: true});
}

function readBlock(block: string): void {
  let event = '';
  for (const line of block.split('\n')) {
    if (line.startsWith('event: ')) event = line.slice(7);
    if (line.startsWith('id: ')) lastEvent = line.slice(4);
  }
  if (event !== '') hear(event);
}

async function listen(signal: AbortSignal): Promise<void> {
  const headers: Record<string, string> = lastEvent === '' ? {} : {'Last-Event-ID': lastEvent};
  const response = await send('/v1/events', {headers, signal});
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let waiting = ''; ; ) {
    const {value, done} = await reader.read();
    if (done) return;
    const blocks = (waiting + value).split('\n\n');
    waiting = blocks.pop() ?? '';
    blocks.forEach(readBlock);
  }
}

async function keepListening(signal: AbortSignal): Promise<void> {
  for (let pause = 1000; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const begun = Date.now();
    await listen(signal).catch(() => undefined);
    if (Date.now() - begun > LONGEST_PAUSE_MS) pause = 1000;
    if (signal.aborted || tokenWanted.get()) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

export function startListening(): void {
  let current: AbortController | undefined;
  const update = () => {
    const wanted = document.visibilityState === 'visible' && !tokenWanted.get();
    if (wanted && !current) {
      current = new AbortController();
      void keepListening(current.signal);
    } else if (!wanted && current) {
      current.abort();
      current = undefined;
    }
  };
  document.addEventListener('visibilitychange', update);
  tokenWanted.listen(update);
  update();
}
