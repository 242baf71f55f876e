import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { toVersionItem } from '../../functions/crm-tables/dynamodb/version-item.ts';
import { ImportSchema } from '../../functions/imports/domain/import.ts';
import { OutputFilesSchema } from '../../functions/imports/domain/output/output-files.ts';
import { PlanSchema } from '../../functions/imports/domain/plan.ts';
import { ChunkResultSchema } from '../../functions/imports/domain/records/chunk-result.ts';
import { RowIndexSchema } from '../../functions/imports/domain/records/handoff.ts';
import { PartialResultSchema } from '../../functions/imports/domain/records/partial-result.ts';
import { ImportRouteSchema } from '../../functions/imports/domain/records/route.ts';
import { WritePlanSchema } from '../../functions/imports/domain/records/write-plan.ts';
import { fromImportItem, toImportItem } from '../../functions/imports/dynamodb/import-item.ts';
import { toItem } from '../../functions/shared/dynamodb/attributes.ts';
import { voucim } from '../support/published-table.ts';
import { storedForm } from '../support/stored-form.ts';

const COST = {
  writeUnits: 1,
  readUnits: 0.5,
  transitions: 1,
  lambdaGbSeconds: 1,
  s3Requests: 1,
  minutes: 1,
  dollars: 0.01,
};

/** Sample of an import with every part that may be absent, so that every attribute is seen. */
const IMPORT = ImportSchema.parse({
  importId: '20261122T110225Z-9f86d081884c',
  prefix: 'VOUCIM',
  accountPrefix: 'BRI',
  fileName: 'a.csv',
  source: { bucket: 'data', key: 'uploads/VOUCIM/a.csv', versionId: 'v1' },
  status: 'completed',
  attempt: 1,
  fence: 1,
  createdAt: '2026-11-22T11:02:25.000Z',
  startedAt: '2026-11-22T11:02:25.000Z',
  endedAt: '2026-11-22T11:02:25.000Z',
  progress: { stage: 'scan', chunks: 1, startedAt: '2026-11-22T11:02:25.000Z' },
  rejection: { code: 'a', reason: 'b' },
  requested: { definition: 'd', options: { mode: 'upsert' }, mapping: [{ column: 1, field: 'P008' }] },
  announced: { bytes: 1, multipart: { uploadId: 'u', partBytes: 1 } },
  requestedBy: 'user',
  corrects: '20261121T110225Z-9f86d081884c',
  schedule: { scheduleId: 's', scheduledAt: '2026-11-22T11:02:25.000Z' },
  cancelRequestedAt: '2026-11-22T11:02:25.000Z',
  estimate: { rows: 1, inserts: 1, updates: 0, unchanged: 0, ...COST },
  confirmedDollars: 1,
  metered: COST,
  counts: { updated: 0, inserted: 0, ignored: 0, failed: 0, total: 1, unprocessed: 1 },
  warnings: 0,
  ignoredColumns: [{ position: 1, name: 'n' }],
  warningCodes: { w: 1 },
  failureCodes: { f: 1 },
});

/** Names and types of an item's attributes, and the keys themselves. */
function shapeOf(item: Readonly<Record<string, object>>): unknown {
  const types = Object.entries(item).map(([name, value]) => `${name}:${Object.keys(value).join()}`);
  const { PK, SK, GSI1PK, GSI1SK } = item;
  return { attributes: types.toSorted((a, b) => (a < b ? -1 : 1)), keys: { PK, SK, GSI1PK, GSI1SK } };
}

/** The stored records, the version of their format, and its hash. */
const PINNED: readonly (readonly [name: string, format: unknown, version: number, hash: string])[] = [
  ['plan.json', storedForm(PlanSchema), 8, '2394f0043dedcef7'],
  ['route', storedForm(ImportRouteSchema), 5, 'f801aa56342309a8'],
  ['chunk result', storedForm(ChunkResultSchema), 3, '43b62987261c29c2'],
  ['partial result', storedForm(PartialResultSchema), 1, 'bf8627bef671cb42'],
  ['row index', storedForm(RowIndexSchema), 2, '25f6d2fed86aa719'],
  ['write plan', storedForm(WritePlanSchema), 2, 'e487de65ff8639b0'],
  ['output files', storedForm(OutputFilesSchema), 2, 'ede5ac7496123f58'],
  ['import', storedForm(ImportSchema), 15, '42e541daeea4101f'],
  ['import item', shapeOf(toImportItem(IMPORT)), 5, 'f5965877e8997fea'],
  ['published version item', shapeOf(toItem(toVersionItem(voucim()))), 1, '01c0045bbf31608b'],
];

test.each(PINNED)('the stored format of %s is the one that is pinned', (name, format, version, pinned) => {
  const hash = createHash('sha256').update(JSON.stringify(format)).digest('hex').slice(0, 16);
  if (hash === pinned) return;
  throw new Error(
    `The stored format of "${name}" has changed: version ${version} is pinned with hash ${pinned}, and it is ${hash} now. ` +
      'Imports that wait for their resumption and versions that are published are stored in the old form. If the change is ' +
      `meant, see to it that the old form can still be read (or is migrated), then pin version ${version + 1} with hash ${hash}.`,
  );
});

test('a stored import is read back unchanged', () => {
  expect(fromImportItem(toImportItem(IMPORT))).toEqual(IMPORT);
});
