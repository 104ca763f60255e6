// What articles called somebody, when.
import type {ArticleAnswer} from '../api/types';

interface Called {
  name: string;
  aliases?: string[];
  roles?: string[];
}

export interface RoleUse {
  role: string;
  first: string;
  last: string;
  articles: {id: string; title: string}[];
}

// `names` are all those that he is known by.
export function rolesOverTime(answers: ArticleAnswer[], names: string[]): RoleUse[] {
  const known = new Set(names.map((name) => name.toLowerCase()));
  const uses = new Map<string, RoleUse>();
  const byDate = [...answers].sort((a, b) => ((a.document.published ?? '') < (b.document.published ?? '') ? -1 : 1));
  for (const {document} of byDate) {
    for (const entity of (document.entities ?? []) as Called[]) {
      if (![entity.name, ...(entity.aliases ?? [])].some((name) => known.has(name.toLowerCase()))) continue;
      for (const role of entity.roles ?? []) addUse(uses, role, document);
    }
  }
  return [...uses.values()];
}

function addUse(uses: Map<string, RoleUse>, role: string, document: ArticleAnswer['document']): void {
  const when = document.published ?? '';
  const article = {id: document.id, title: document.title || document.id};
  const use = uses.get(role.toLowerCase());
  if (!use) uses.set(role.toLowerCase(), {role, first: when, last: when, articles: [article]});
  else if (use.articles.every((known) => known.id !== article.id)) {
    use.last = when;
    use.articles.push(article);
  }
}
