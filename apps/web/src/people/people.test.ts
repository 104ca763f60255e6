import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ArticleAnswer, Entity} from '../api/types';
import {correctionText, requestProblem} from './corrections';
import {distinct, ENTITY_HEADER, entityRow, listed, ofKind, searchNames} from './filter';
import {rolesOverTime} from './roles';

const holm: Entity = {
  id: 'E1',
  name: 'Paula Holm',
  kind: 'person',
  named: true,
  aliases: ['Holm'],
  roles: ['city engineer'],
  member_of: [],
  side: 'E2',
  statements: 3,
  articles: 2,
};

test('kinds, roles and rows', () => {
  assert.equal(ofKind([holm], 'person').length, 1);
  assert.equal(ofKind([holm], 'place').length, 0);
  assert.equal(ofKind([holm], '').length, 1);
  assert.deepEqual(distinct(['Mayor', 'mayor', 'chief']), ['Mayor', 'chief']);
  assert.equal(listed(['a', 'b', 'c'], 3), 'a, b, c');
  assert.equal(listed(['a', 'b', 'c'], 1), 'a and 2 more');
  const row = entityRow(holm, (id) => `side ${id}`);
  assert.equal(row.length, ENTITY_HEADER.length);
  assert.ok(row.includes('side E2'));
});

test('the names to search for', () => {
  assert.deepEqual(searchNames(holm), ['Holm']);
  assert.deepEqual(searchNames({name: 'IAEA', aliases: ['Atomic Energy Agency', 'Energy Agency']}), [
    'IAEA',
    'Energy Agency',
  ]);
  assert.deepEqual(searchNames({name: 'Holmes', aliases: ['Holm']}), ['Holmes', 'Holm']);
});

test('roles in the order of time, each with its articles', () => {
  const article = (id: string, published: string, entities: object[]) =>
    ({document: {id, published, title: id, entities}}) as unknown as ArticleAnswer;
  const answers = [
    article('b', '2025-06-20', [
      {name: 'P. Holm', aliases: ['Holm'], roles: ['former city engineer', 'City engineer']},
    ]),
    article('a', '2025-06-15', [
      {name: 'Paula Holm', roles: ['city engineer']},
      {name: 'Moe', roles: ['mayor']},
    ]),
    article('c', '', []),
  ];
  assert.deepEqual(rolesOverTime(answers, ['Paula Holm', 'Holm']), [
    {
      role: 'city engineer',
      first: '2025-06-15',
      last: '2025-06-20',
      articles: [
        {id: 'a', title: 'a'},
        {id: 'b', title: 'b'},
      ],
    },
    {role: 'former city engineer', first: '2025-06-20', last: '2025-06-20', articles: [{id: 'b', title: 'b'}]},
  ]);
});

test('corrections in words, and what they still lack', () => {
  const base = {number: 1, first: 'Beatrix'};
  assert.equal(
    correctionText({...base, kind: 'merge', second: 'Beatrix Onslow'}),
    'Beatrix and Beatrix Onslow are one',
  );
  assert.equal(correctionText({...base, kind: 'side', second: 'the council'}), 'Beatrix speaks for the council');
  assert.equal(correctionText({...base, kind: 'split', articles: ['a', 'b']}), 'Beatrix is somebody else in a, b');
  assert.equal(
    correctionText({...base, kind: 'related', first: 'x/a1', second: 'y/a2', type: 'supports'}),
    'x/a1 and y/a2 are related: the later one supports the other',
  );
  assert.equal(
    correctionText({...base, kind: 'unrelated', first: 'x/a1', second: 'y/a2'}),
    'x/a1 and y/a2 have nothing to do with each other',
  );
  assert.ok(requestProblem({kind: 'merge', first: 'E1'}));
  assert.ok(requestProblem({kind: 'merge', first: 'E1', second: 'E1'}));
  assert.ok(requestProblem({kind: 'split', first: 'E1', articles: []}));
  assert.equal(requestProblem({kind: 'split', first: 'E1', articles: ['a']}), '');
  assert.equal(requestProblem({kind: 'side', first: 'E1', second: 'E2'}), '');
});
