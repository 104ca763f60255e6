import assert from 'node:assert/strict';
import {test} from 'node:test';
import {filterSuffix} from './filter_names';

test('other views keep the filters, and nothing else', () => {
  const query = new URLSearchParams('q=bridge&act=deny&cursor=x&who=');
  assert.equal(filterSuffix(query, '/disputes', '/timeline'), '?q=bridge&act=deny');
  assert.equal(filterSuffix(new URLSearchParams(), '/', '/timeline'), '');
});

test('a name that is looked for is no word of a claim', () => {
  assert.equal(filterSuffix(new URLSearchParams('q=bridge&act=deny'), '/disputes', '/people'), '?act=deny');
  assert.equal(filterSuffix(new URLSearchParams('q=Strand'), '/people', '/disputes'), '');
});
