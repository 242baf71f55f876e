import { expect, test } from '@jest/globals';
import { importKeys } from '../../../../functions/imports/domain/import-keys.ts';
import { assemblePart } from '../../../../functions/imports/use-cases/stages/assemble-part.ts';
import { completeFiles } from '../../../../functions/imports/use-cases/stages/complete-files.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';

test('an object that is as large as the file, such as the log of a cancelled attempt, is not taken for the file', async () => {
  const store = new MemoryObjectStore();
  const keys = importKeys('VOUCIM', 'id', 'a.csv');
  const parts = [[{ text: 'one\n' }], [{ text: 'two\n' }]];
  await store.put(keys.log, 'cancel.\n');
  const uploadId = await store.openUpload(keys.log);
  await store.put(keys.work('files', 0), JSON.stringify([{ key: keys.log, bytes: 8, parts, uploadId }]));
  const context = { store, keys, source: {}, plan: { importId: 'id' } } as never;
  await assemblePart(context, 0);
  await assemblePart(context, 1);

  await completeFiles(context);
  expect(Buffer.from(await store.read(keys.log)).toString()).toBe('one\ntwo\n');
  // A repetition finds it completed.
  await completeFiles(context);
  expect(Buffer.from(await store.read(keys.log)).toString()).toBe('one\ntwo\n');
});
