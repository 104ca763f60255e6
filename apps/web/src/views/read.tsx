import './read.css';
import {useRef, useState} from 'preact/hooks';
import {articleAddress} from '../addresses';
import {type ApiError, apiUrl, submit} from '../api/client';
import {asApiError, refresh} from '../api/resource';
import type {ArticleDocument, Outcomes} from '../api/types';
import {Loading} from '../components/states';
import {Reader} from '../reader/reader';
import type {ArticleContext} from '../reader/statements';
import {ArticleHead, NothingSaid} from './article';
import {type Given, GivenFields, type Input, typeOf} from './read_input';

type Shown =
  | {state: 'nothing'}
  | {state: 'reading'}
  | {state: 'failed'; error: ApiError}
  | {state: 'read'; input: Input; context: ArticleContext};

// Reads an article that is pasted, dropped or chosen; nothing is kept until the reader wants it.
export function ReadView() {
  const [shown, setShown] = useState<Shown>({state: 'nothing'});
  const given = useRef<Given>({});
  const last = useRef(0);
  const read = async (input: Input) => {
    const turn = ++last.current; // an answer that comes after a later one's request is not shown
    const show = (next: Shown) => turn === last.current && setShown(next);
    show({state: 'reading'});
    try {
      const document = await submit<ArticleDocument>('POST', apiUrl('/v1/read', undefined, given.current), input.body, input.type);
      show({state: 'read', input, context: {document, statements: [], relations: []}});
    } catch (error) {
      show({state: 'failed', error: asApiError(error)});
    }
  };
  return (
    <>
      <h1>Read</h1>
      <p class="lead">Paste an article, or drop a file of text or HTML. It is read at once, and not kept.</p>
      <ReadForm given={given.current} read={read} />
      <Result shown={shown} given={given.current} />
    </>
  );
}

function Result({shown, given}: {shown: Shown; given: Given}) {
  switch (shown.state) {
    case 'nothing': return null;
    case 'reading': return <Loading what="Reading" />;
    case 'failed': return (
      <div class="state error" role="alert">
        <p class="state-title">It could not be read</p>
        <p>{shown.error.message}</p>
      </div>
    );
    case 'read': return (
      <article class="result">
        <ArticleHead document={shown.context.document} level={2} />
        <AddButton key={shown.input.turn} input={shown.input} given={given} />
        {shown.context.document.attributions.length === 0 && <NothingSaid document={shown.context.document} />}
        <Reader context={shown.context} />
      </article>
    );
  }
}

function ReadForm({given, read}: {given: Given; read: (input: Input) => void}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [isOver, setIsOver] = useState(false);
  const readText = () => {
    const text = field.current?.value ?? '';
    if (text.trim() !== '') read({body: text, type: typeOf(text), turn: Date.now()});
  };
  const readFile = (file: File | null | undefined) => {
    if (file) read({body: file, type: /html/.test(file.type) ? 'text/html' : 'text/plain', turn: Date.now()});
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    readFile(event.dataTransfer?.files[0]);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <form class={isOver ? 'read-form is-over' : 'read-form'} onSubmit={(event) => { event.preventDefault(); readText(); }}
      onDrop={drop} onDragOver={over} onDragLeave={() => setIsOver(false)}>
      <label for="text">Article</label>
      {/* The pasted words are in the field only after the event. */}
      <textarea id="text" ref={field} rows={7} onPaste={() => setTimeout(readText)} />
      <GivenFields given={given} />
      <div class="read-actions">
        <button type="submit" class="primary">Read</button>
        <label class="file">
          <span>or choose a file</span>
          <input type="file" accept=".txt,.html,.htm,text/plain,text/html"
            onChange={(event) => readFile(event.currentTarget.files?.[0])} />
        </label>
      </div>
    </form>
  );
}

type Adding = 'no' | 'now' | Outcomes | ApiError;

function AddButton({input, given}: {input: Input; given: Given}) {
  const [adding, setAdding] = useState<Adding>('no');
  const add = async () => {
    setAdding('now');
    try {
      setAdding(await submit<Outcomes>('POST', apiUrl('/v1/articles', undefined, given), input.body, input.type));
      refresh();
    } catch (error) {
      setAdding(asApiError(error));
    }
  };
  return (
    <div class="add" role="status">
      {(adding === 'no' || adding === 'now') && (
        <button type="button" onClick={() => void add()} disabled={adding === 'now'}>Add it to the ledger</button>
      )}
      {adding instanceof Error && <p class="tone-against">It could not be added: {adding.message}</p>}
      {typeof adding === 'object' && 'articles' in adding && <Added outcomes={adding} />}
    </div>
  );
}

function Added({outcomes}: {outcomes: Outcomes}) {
  const article = outcomes.articles[0];
  if (!article?.id) return null;
  const words = {added: 'It is in the ledger now', new_version: 'It is in the ledger as a new version',
    known: 'The ledger had it already', failed: 'It could not be added'}[article.outcome];
  return <p>{words}: <a href={articleAddress(article.id)}>open it there</a>, with what relates to it.</p>;
}
