import {articleAddress, outsideAddress} from '../addresses';
import {apiUrl} from '../api/client';
import {usePagedList} from '../api/resource';
import type {ArticleSummary} from '../api/types';
import {FilterBar} from '../components/filter_bar';
import {EmptyList, Loaded, MoreButton} from '../components/states';
import {type Filter, useFilters} from '../filters';
import {counted, dateLabel} from '../words';

const OWN_FILTERS: Filter[] = ['outlet', 'after', 'before'];

// All articles, the newest first.
export function ArticlesView() {
  const filters = useFilters(OWN_FILTERS);
  const list = usePagedList<ArticleSummary>(apiUrl('/v1/articles', undefined, filters));
  return (
    <>
      <h1>Articles</h1>
      <FilterBar filters={OWN_FILTERS} />
      <Loaded resource={list}>{(articles) => <ArticleList articles={articles} />}</Loaded>
      <MoreButton list={list} />
    </>
  );
}

function ArticleList({articles}: {articles: ArticleSummary[]}) {
  if (articles.length === 0) {
    return <EmptyList title="No articles here"><p>None fits the filters, or the ledger is still empty.</p></EmptyList>;
  }
  return <ol class="rows">{articles.map((article) => <ArticleRow key={article.id} article={article} />)}</ol>;
}

function ArticleRow({article}: {article: ArticleSummary}) {
  const url = outsideAddress(article.url);
  return (
    <li class="row">
      <h2 class="row-title"><a href={articleAddress(article.id)}>{article.title || article.id}</a></h2>
      <p class="origin">
        {[article.publisher, dateLabel(article.published), counted(article.statements, 'statement')]
          .filter(Boolean).join(' · ')}
        {url && <> · <a href={url} target="_blank" rel="noopener noreferrer">original</a></>}
      </p>
    </li>
  );
}
