// Words for who somebody is, and who of a list is shown.
import type {Entity, EntityKind} from '../api/types';

export const KINDS: Record<EntityKind, string> = {
  person: 'person',
  organization: 'organisation',
  place: 'place',
  event: 'event',
  group: 'group',
};

export function ofKind(entities: Entity[], kind: string): Entity[] {
  return kind === '' ? entities : entities.filter((entity) => entity.kind === kind);
}

// Each role once, whatever its case: "Mayor, mayor" is one.
export function distinct(texts: string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const folded = text.toLowerCase();
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

// The first ones and how many are left out: some are called a hundred things.
export function listed(texts: string[], most: number): string {
  const rest = texts.length - most;
  return texts.slice(0, most).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

// The shortest names that find all of somebody's statements: "Holm" finds those of "Paula Holm", too.
export function searchNames(entity: Pick<Entity, 'name' | 'aliases'>): string[] {
  const names = distinct([entity.name, ...entity.aliases]);
  const padded = (name: string) => ` ${name.toLowerCase()} `;
  return names.filter((name) => !names.some((other) => other !== name && padded(name).includes(padded(other))));
}

export const ENTITY_HEADER = ['name', 'kind', 'roles', 'aliases', 'side', 'statements', 'articles', 'id'];

export function entityRow(entity: Entity, sideName: (id: string) => string) {
  return [
    entity.name,
    entity.kind,
    entity.roles.join('; '),
    entity.aliases.join('; '),
    entity.side ? sideName(entity.side) : '',
    entity.statements,
    entity.articles,
    entity.id,
  ];
}
