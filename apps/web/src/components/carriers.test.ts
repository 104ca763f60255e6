import assert from 'node:assert/strict';
import {test} from 'node:test';
import {carriersOf} from './carriers';

test('outlets stand for their articles, each once', () => {
  const carriers = [{document: 'b', publisher: 'Quay Mail'}, {document: 'c'}, {document: 'd', publisher: 'Quay Mail'}];
  assert.deepEqual(carriersOf({carriers, carried_by: ['b', 'c', 'd']}), [
    {document: 'b', name: 'Quay Mail'},
    {document: 'c', name: 'c'},
  ]);
});

test('an older server says ids alone', () => {
  assert.deepEqual(carriersOf({carried_by: ['b']}), [{document: 'b', name: 'b'}]);
  assert.deepEqual(carriersOf({}), []);
});
