import assert from 'node:assert/strict';
import {test} from 'node:test';
import {toCsv} from './csv';

test('fields are quoted where they must be', () => {
  const csv = toCsv(
    ['a', 'b'],
    [
      ['x, y', 'he said "no"'],
      ['two\nlines', 0.4],
      [null, undefined],
      [true, ''],
    ],
  );
  assert.equal(csv, 'a,b\r\n"x, y","he said ""no"""\r\n"two\nlines",0.4\r\n,\r\ntrue,\r\n');
});

test('nothing is a formula, and numbers stay numbers', () => {
  assert.equal(toCsv(['=A1'], [['@x'], ['-1'], [-1], ['+2'], ['a=b']]), "'=A1\r\n'@x\r\n'-1\r\n-1\r\n'+2\r\na=b\r\n");
});
