import {articleAddress, outsideAddress} from '../addresses';
import {apiUrl} from '../api/client';
import {useResource} from '../api/resource';
import type {ArticleAnswer, ArticleDocument} from '../api/types';
import {Empty, Loaded} from '../components/states';
import {usePlace} from '../place';
import {Reader} from '../reader/reader';
import type {ViewProps} from '../routes';
import {articleTitle, counted, dateLabel} from '../words';

// One article, read.
export function ArticleView({id}: ViewProps) {
  const version = usePlace().query.get('version') ?? undefined;
  const answer = useResource<ArticleAnswer>(apiUrl('/v1/articles/{id}', id, {version}));
  return <Loaded resource={answer}>{(article) => <Article article={article} />}</Loaded>;
}

function Article({article}: {article: ArticleAnswer}) {
  const {document} = article;
  return (
    <article>
      <ArticleHead document={document} />
      <Versions article={article} />
      {document.attributions.length === 0 && <NothingSaid document={document} />}
      <Reader context={article} />
    </article>
  );
}

// An article that was changed after it was added: which version this is, and the others.
function Versions({article}: {article: ArticleAnswer}) {
  const {document, version, versions} = article;
  if (versions < 2) return null;
  const address = articleAddress(document.id);
  return (
    <nav class="versions origin" aria-label="Versions of this article">
      {version < versions ? 'An older version. ' : ''}Versions:{' '}
      {Array.from({length: versions}, (_, i) => i + 1).map((number) => (
        <a key={number} href={number === versions ? address : `${address}?version=${number}`}
          aria-current={number === version ? 'page' : undefined}>{number === versions ? `${number}, the newest` : number}</a>
      ))}
    </nav>
  );
}

interface HeadProps {
  document: ArticleDocument;
  level?: 1 | 2; // of the heading
}

export function ArticleHead({document, level = 1}: HeadProps) {
  const url = outsideAddress(document.url);
  const facts = [document.publisher, document.byline, dateLabel(document.published),
    counted(document.attributions.length, 'statement')];
  // The text may hold the headline itself, with what is said in it.
  const isInText = document.blocks.some((block) => block.kind === 'title');
  const Heading: 'h1' | 'h2' = `h${level}`;
  return (
    <header class="article-head">
      <Heading class={isInText ? 'visually-hidden' : undefined}>{articleTitle(document)}</Heading>
      <p class="origin">
        {facts.filter(Boolean).join(' · ')}
        {url && <> · <a href={url} target="_blank" rel="noopener noreferrer">original</a></>}
      </p>
    </header>
  );
}

export function NothingSaid({document}: {document: ArticleDocument}) {
  return (
    <Empty title="Nobody is reported to have said anything here">
      {document.unread && <p>It was not read: {document.unread}.</p>}
    </Empty>
  );
}
