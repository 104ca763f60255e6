import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compare, fold, wordsOf} from './compare';

const shared = (words: {text: string; shared: boolean}[]) => words.filter((w) => w.shared).map((w) => w.text);

test('words and what stands between them make up the text', () => {
  const text = "“No report,” 1,400 of Holm's—well";
  const words = wordsOf(text);
  assert.equal(words.map((w) => w.before + w.text).join(''), text);
  assert.ok(words.some((w) => w.text === '1,400') && words.some((w) => w.text === "Holm's"));
});

test('forms of a word are one', () => {
  assert.equal(fold('Dampers'), fold('damper'));
  assert.equal(fold('Holm’s'), fold('holm'));
  assert.notEqual(fold('his'), fold('is'));
});

test('what is shared, in order', () => {
  const {left, right} = compare(
    'No report of abnormal movement was received from any employee',
    'that it had received no report of abnormal movement',
  );
  assert.deepEqual(shared(left), ['No', 'report', 'of', 'abnormal', 'movement']);
  assert.deepEqual(shared(right), ['no', 'report', 'of', 'abnormal', 'movement']);
});

test('common words alone are not shared', () => {
  const {left} = compare('the bridge is safe', 'it is the end of a road');
  assert.deepEqual(shared(left), []);
});

test('long and empty contents', () => {
  const long = Array.from({length: 3000}, (_, i) => `word${i % 700}`).join(' ');
  assert.equal(shared(compare(long, 'word3 other').right).length, 1);
  assert.deepEqual(compare('', '').left, []);
});
