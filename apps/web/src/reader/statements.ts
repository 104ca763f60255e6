// What the reader knows of each statement of an article: from the article itself, and, where that is in a ledger, from there.
import {statementKey} from '../addresses';
import type {ArticleDocument, Attribution, Relation, Statement} from '../api/types';

// How another statement stands to this one.
export interface Related {
  statement: Statement;
  relation: Relation;
  passive: boolean; // the other one is the later: it disputes this one
}

export interface ReaderStatement {
  id: string;
  attribution: Attribution;
  name: string; // whose it is, as a reader would say
  words: string; // of the article, for that
  named: boolean;
  entity?: string; // in the ledger
  cue: string;
  content: string;
  block: number; // where it stands; index
  related: Related[]; // the surest first
}

export interface ArticleContext {
  document: ArticleDocument;
  statements: Statement[]; // those of the article and those that relate to them; empty without a ledger
  relations: Relation[];
}

export function readerStatements(context: ArticleContext): ReaderStatement[] {
  const {document} = context;
  const characters = [...document.text];
  const wordsOf = (spans: [number, number][]) =>
    spans.map(([begin, end]) => characters.slice(begin, end).join('')).join(' … ');
  const names = new Map((document.entities ?? []).map((entity) => [entity.id, entity]));
  const known = new Map(context.statements.map((statement) => [statementKey(statement), statement]));
  const related = relatedOf(context, known);
  return document.attributions.map((attribution) => {
    const key = statementKey({document: document.id, attribution: attribution.id});
    const words = wordsOf(attribution.source.spans);
    const own = attribution.source.entity === null ? undefined : names.get(attribution.source.entity);
    const name = known.get(key)?.entity_name ?? (own?.named ? own.name : words) ?? '';
    return {
      id: attribution.id,
      attribution,
      name: name || words || 'Nobody named',
      words,
      named: attribution.source.named,
      entity: known.get(key)?.entity,
      cue: wordsOf(attribution.cue.spans),
      content: wordsOf(attribution.content.spans),
      block: blockOf(document, attribution),
      related: related.get(key) ?? [],
    };
  });
}

function relatedOf({relations}: ArticleContext, known: Map<string, Statement>): Map<string, Related[]> {
  const found = new Map<string, Related[]>();
  const add = (key: string, other: string, relation: Relation, passive: boolean) => {
    const statement = known.get(other);
    if (!statement) return;
    found.set(key, [...(found.get(key) ?? []), {statement, relation, passive}]);
  };
  for (const relation of relations) {
    const [from, to] = [statementKey(relation.from), statementKey(relation.to)];
    add(from, to, relation, false);
    add(to, from, relation, true);
  }
  for (const list of found.values()) list.sort((a, b) => b.relation.confidence - a.relation.confidence);
  return found;
}

// The block where it begins, by content, else by cue.
function blockOf(document: ArticleDocument, attribution: Attribution): number {
  const first = attribution.content.spans[0] ?? attribution.cue.spans[0] ?? attribution.source.spans[0];
  if (!first) return 0;
  return Math.max(0, document.blocks.findIndex((block) => first[0] < block.span[1]));
}
