import {outsideAddress} from '../addresses';
import {apiUrl} from '../api/client';
import {useResource} from '../api/resource';
import type {ArticleAnswer, ArticleDocument} from '../api/types';
import {Empty, Loaded} from '../components/states';
import {Reader} from '../reader/reader';
import type {ViewProps} from '../routes';
import {counted, dateLabel} from '../words';

// One article, read.
export function ArticleView({id}: ViewProps) {
  const answer = useResource<ArticleAnswer>(apiUrl('/v1/articles/{id}', id));
  return <Loaded resource={answer}>{(article) => <Article article={article} />}</Loaded>;
}

function Article({article}: {article: ArticleAnswer}) {
  const {document, versions} = article;
  return (
    <article>
      <ArticleHead document={document} versions={versions} />
      {document.attributions.length === 0 && <NothingSaid document={document} />}
      <Reader context={article} />
    </article>
  );
}

interface HeadProps {
  document: ArticleDocument;
  versions?: number;
  level?: 1 | 2; // of the heading
}

export function ArticleHead({document, versions = 1, level = 1}: HeadProps) {
  const url = outsideAddress(document.url);
  const facts = [document.publisher, document.byline, dateLabel(document.published),
    counted(document.attributions.length, 'statement'), versions > 1 ? `the newest of ${versions} versions` : ''];
  // The text may hold the headline itself, with what is said in it.
  const isInText = document.blocks.some((block) => block.kind === 'title');
  const Heading: 'h1' | 'h2' = `h${level}`;
  return (
    <header class="article-head">
      <Heading class={isInText ? 'visually-hidden' : undefined}>{document.title || document.id || 'Without a title'}</Heading>
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
