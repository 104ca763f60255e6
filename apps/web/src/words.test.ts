import assert from 'node:assert/strict';
import {test} from 'node:test';
import {actLabel, articleTitle, sourcesLabel} from './words';

test('what is done, and what is said not to be done', () => {
  assert.equal(actLabel('deny'), 'denies');
  assert.equal(actLabel('deny', true), 'does not deny');
  assert.equal(actLabel('decline', true), 'declines');
});

test('an article without a title is not called by a hash', () => {
  assert.equal(articleTitle({title: 'Bridge closed', id: 'a1'}), 'Bridge closed');
  assert.equal(articleTitle({id: 'ansel-bridge-1'}), 'ansel-bridge-1');
  assert.equal(articleTitle({title: '', id: 'a47207b7f261461cc0c6b679728d01fe'}), 'Without a title');
});

test('sources of a claim', () => {
  assert.equal(sourcesLabel(0), 'no named source');
  assert.equal(sourcesLabel(1), '1 independent source');
});
