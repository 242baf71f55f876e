import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { JsonLinesJournal } from '../../../local/json-lines-journal.ts';
import { temporaryFolder } from '../../support/local/function-fixture.ts';

test('a journal keeps what was put and not deleted, passing over a line that a kill cut off', () => {
  const file = join(temporaryFolder(), 'sub', 'journal.jsonl');
  const journal = new JsonLinesJournal(file, z.number());
  journal.put('a', 1);
  journal.put('b', 2);
  journal.put('a', 3);
  journal.delete('b');
  journal.delete('unknown');
  appendFileSync(file, '{"id":"c","val');

  const reopened = new JsonLinesJournal(file, z.number());
  expect(reopened.entries()).toEqual([['a', 3]]);
  expect(readFileSync(file, 'utf8')).toBe('{"id":"a","value":3}\n');
  reopened.delete('a');
  expect(readFileSync(file, 'utf8')).toBe('');
});
