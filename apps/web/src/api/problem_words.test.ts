import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isPassing, problemWords} from './problem_words';

test('a mistyped filter is called by its name in the page', () => {
  assert.deepEqual(problemWords(400, 'Bad Request', "after: expected a date such as 2024-03-06, found 'May'"), {
    title: 'The filter “From” was not understood',
    text: "Expected a date such as 2024-03-06, found 'May'",
  });
  assert.deepEqual(problemWords(400, 'Bad Request', "q: act: expected assert or deny, found 'x'"), {
    title: 'The words to look for were not understood',
    text: "act: expected assert or deny, found 'x'",
  });
});

test('other problems are not called what HTTP calls them', () => {
  assert.equal(problemWords(400, 'Bad Request', 'these two are one already').title, 'This was not understood');
  assert.equal(problemWords(404, 'Not Found', 'found no article').title, 'There is no such thing');
  assert.equal(problemWords(500, 'Internal Server Error', 'x').title, 'The server failed');
  assert.equal(problemWords(418, "I'm a teapot", 'x').title, "I'm a teapot");
  assert.equal(problemWords(418, '', 'x').title, 'Something went wrong');
});

test('only what may pass is worth another try', () => {
  assert.deepEqual([0, 503, 500, 429].map(isPassing), [true, true, true, true]);
  assert.deepEqual([400, 403, 404, 413].map(isPassing), [false, false, false, false]);
});
