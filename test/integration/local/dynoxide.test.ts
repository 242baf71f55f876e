import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDynamoDb } from '../../../local/dynamodb/dynoxide.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'switchboard-dynoxide-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('an engine that ends at once is reported with its exit code and the last line of its log', async () => {
  // A folder is no database file.
  const file = join(folder, 'database');
  await mkdir(file);
  await expect(startDynamoDb(file, undefined)).rejects.toThrow(
    /^dynoxide ended with exit code [1-9]\d*\. The last line of .+dynoxide\.log: .{10,}/,
  );
});
