import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Blobs } from '../../../../local/s3/store/blobs.ts';
import { Contents } from '../../../../local/s3/store/contents.ts';
import { Database } from '../../../../local/s3/store/database.ts';
import { list } from '../../../../local/s3/store/listing.ts';
import { Objects } from '../../../../local/s3/store/objects.ts';

const directory = mkdtempSync(join(tmpdir(), 's3-listing-'));
const database = new Database(directory);
const objects = new Objects(database, new Contents(database, new Blobs(database, directory)));
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

const nothing = { segments: [], size: 0, etag: 'e', checksum: undefined, headers: {}, modifiedAt: 0 };
const byBytes = (left: string, right: string) => Buffer.compare(Buffer.from(left), Buffer.from(right));

/** S3's rules of listing, in their simplest form. */
function expected(keys: readonly string[], prefix: string, delimiter: string): string[] {
  const names = keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
      return end < 0 ? `key ${key}` : `prefix ${key.slice(0, end + delimiter.length)}`;
    });
  return [...new Set(names)];
}

let buckets = 0;

test('pages of any size, under any prefix and delimiter, make the whole list', async () => {
  const key = fc.string({
    unit: fc.constantFrom('a', 'b', '/', '//', 'é', '\uffff', '\u{10000}'),
    minLength: 1,
    maxLength: 6,
  });
  const keys = fc.uniqueArray(key, { maxLength: 40 });
  const scope = fc.constantFrom('current' as const, 'all' as const);
  await fc.assert(
    fc.asyncProperty(
      keys,
      key,
      fc.constantFrom('', '/', 'b'),
      fc.integer({ min: 1, max: 7 }),
      scope,
      async (all, start, delimiter, limit, versions) => {
        buckets += 1;
        const bucket = { name: `bucket-${buckets}`, versioned: true };
        await database.transact(() => all.map((each) => objects.put(bucket, each, nothing, {})));
        const prefix = [...start][0] ?? '';
        const found: string[] = [];
        let after = '';
        for (let isTruncated = true; isTruncated; ) {
          const page = list(
            database,
            bucket.name,
            { prefix, delimiter, after, limit },
            versions === 'all' ? { versions, before: undefined } : { versions },
          );
          isTruncated = page.isTruncated;
          found.push(
            ...page.entries.map((entry) => ('key' in entry ? `key ${entry.key}` : `prefix ${entry.commonPrefix}`)),
          );
          const last = page.entries.at(-1);
          after = last === undefined ? '' : 'key' in last ? last.key : last.commonPrefix;
        }
        expect(found).toEqual(expected([...all].sort(byBytes), prefix, delimiter));
      },
    ),
    { numRuns: 60 },
  );
});
