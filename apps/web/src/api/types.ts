// The records of the API, as src/server/openapi.json describes them.

export type Span = [number, number]; // code points of Document.text, half-open

export type Form = 'direct' | 'indirect' | 'mixed';
export type Act =
  | 'assert' | 'confirm' | 'deny' | 'retract' | 'accuse' | 'claim_responsibility' | 'promise' | 'threaten'
  | 'demand' | 'criticize' | 'praise' | 'predict' | 'ask' | 'decline' | 'opine';
export type RelationType = 'disputes' | 'retracts' | 'supports' | 'repeats' | 'conflicts';
export type EntityKind = 'person' | 'organization' | 'place' | 'event' | 'group';

export interface List<T> {
  items: T[];
  next: string | null;
}

export interface StatementPlace {
  document: string;
  attribution: string;
}

// Where a statement stands: the article and its paragraph.
export interface Origin extends StatementPlace {
  title?: string;
  publisher?: string;
  published?: string;
  paragraph: number;
}

export interface Statement extends Origin {
  source: string;
  entity?: string;
  entity_name?: string;
  named?: false; // where the text does not name the source
  cue: string;
  content: string;
  form: Form;
  act: Act;
  negated: boolean;
  confidence: number;
  carried_by?: string[]; // ids of articles that carry the same words
  carriers?: {document: string; publisher?: string}[]; // the same
}

export interface Relation {
  type: RelationType;
  from: StatementPlace;
  to: StatementPlace;
  detail: string | null;
  confidence: number;
  why: string;
  told?: true; // by hand
}

export interface Position extends StatementPlace {
  source: string;
  entity: string | null;
  named?: false;
  position: string;
  since: string;
}

export interface Thread {
  id: string;
  title: string;
  statements: StatementPlace[];
  independent_sources: number;
  disagreement: number; // how sure it is that two of them differ; 0: none do
  size: number; // statements in all
  positions: Position[];
}

export interface Dispute {
  statement: Statement;
  against: {statement: Statement; relation: Relation}[];
}

export interface Notice {
  document: string;
  title: string;
  publisher: string;
  published: string;
  status: 'corrected' | 'withheld' | 'canceled';
  version: number;
  changes: {before: {content: string} | null; after: {content: string} | null}[];
}

export interface Entity {
  id: string;
  name: string;
  kind: EntityKind;
  named: boolean;
  aliases: string[];
  roles: string[];
  member_of: string[];
  side: string | null;
  statements: number;
  articles: number;
}

export interface TimelineEntry extends Origin {
  record: 'statement' | 'event';
  when: string; // a date, or a part of one, as TIMEX3 has it
  event?: string; // id within the article
  words?: string; // of an event
  source?: string;
  cue?: string;
  content?: string;
  act?: Act;
  negated?: boolean;
  against?: boolean; // denied or disputed
}

export interface ArticleSummary {
  id: string;
  title?: string;
  publisher?: string;
  published?: string;
  url?: string;
  statements: number;
}

export interface Attribution {
  id: string;
  source: {spans: Span[]; entity: string | null; named: boolean};
  cue: {spans: Span[]; lemma: string | null};
  content: {spans: Span[]};
  form: Form;
  act: Act;
  negated: boolean;
  parent: string | null;
  when: string | null;
  confidence: number;
}

export interface Block {
  kind: string; // "paragraph", "heading", ...
  span: Span;
}

export interface DocumentEntity {
  id: string;
  name: string;
  kind: EntityKind;
  named: boolean;
}

export interface ArticleDocument {
  id: string;
  url?: string;
  title?: string;
  publisher?: string;
  byline?: string;
  published?: string;
  language?: string;
  unread?: string; // why, where it was not
  text: string;
  blocks: Block[];
  entities?: DocumentEntity[];
  attributions: Attribution[];
}

export interface ArticleAnswer {
  document: ArticleDocument;
  version: number; // from 1; only the newest has statements and relations
  versions: number;
  statements: Statement[];
  relations: Relation[];
}

export interface ThreadAnswer {
  thread: Thread;
  statements: Statement[];
  relations: Relation[];
}

export interface StatementAnswer {
  statement: Statement;
  others: Statement[];
  relations: Relation[];
  thread?: string;
}

export interface EntityAnswer {
  entity: Entity;
  statements: Statement[];
  about: Statement[];
}

export interface Correction {
  number: number;
  kind: 'merge' | 'split' | 'side' | 'unrelated' | 'related';
  first: string;
  second?: string;
  articles?: string[];
  type?: RelationType; // of what is related
}

export interface Stats {
  articles: number;
  unread?: number;
  versions: number;
  statements: number;
  relations: number;
  claims: number;
  names: number;
  first?: string;
  last?: string;
}

export interface Outcomes {
  added: number;
  new_versions: number;
  known: number;
  failed: number;
  articles: {id?: string; outcome: 'added' | 'new_version' | 'known' | 'failed'; error?: string}[];
}
