import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Import } from '../../../functions/imports/domain/import.ts';
import type { NewImport } from '../../../functions/imports/domain/lifecycle/transitions.ts';
import { cancelImport } from '../../../functions/imports/use-cases/lifecycle/cancel-import.ts';
import { confirmImport } from '../../../functions/imports/use-cases/lifecycle/confirm-import.ts';
import { resumeImport } from '../../../functions/imports/use-cases/lifecycle/resume-import.ts';
import { startImport } from '../../../functions/imports/use-cases/uploads/start-import.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { Killed, killingGate } from '../../support/import-world-gates.ts';
import { testOrigin } from '../../support/origin.ts';
import { voucim } from '../../support/published-table.ts';

const HEADER = 'Customer ID,Postcode\n';
const FILE = `${HEADER}A,1\nB,2\n`;

let started: Awaited<ReturnType<typeof startImportWorld>>;
let tables = 0;

beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

function worldWithTable() {
  tables += 1;
  const world = started.world();
  const table = voucim({ prefix: `L${String(tables).padStart(5, '0')}` });
  world.tables.publish(table);
  const { prefix } = table;
  const imports = async () => (await world.imports.list(prefix, { limit: 9, after: undefined })).items;
  return { world, prefix, key: `uploads/${prefix}/a.csv`, imports };
}

const conflict = (code: string) => ({ name: 'DomainError', kind: 'conflict', code });

/** An import that the API has recorded, and that waits for its file. */
async function announce(
  world: ImportWorld,
  prefix: string,
  change: Partial<Omit<Import, 'status'>> = {},
): Promise<Import> {
  const importId = `api-${prefix}`;
  const awaited: NewImport = {
    importId,
    prefix,
    accountPrefix: 'BRI',
    fileName: 'a.csv',
    requested: { options: { duplicates: 'first' } },
    requestedBy: 'user',
    source: { bucket: 'data', key: `uploads/${prefix}/${importId}/a.csv`, versionId: '' },
    status: 'awaiting-upload',
    attempt: 1,
    fence: 0,
    createdAt: '2026-11-22T11:00:00.000Z',
    ...change,
  };
  await world.imports.create(awaited);
  return awaited;
}

describe('an upload', () => {
  test('that is announced twice with different times is one import', async () => {
    const { world, key, imports } = worldWithTable();
    const arrival = await world.put(key, FILE);
    const later = { ...arrival, arrivedAt: new Date(arrival.arrivedAt.getTime() + 5_000) };
    await Promise.all([arrival, later, arrival, later].map((each) => startImport(world.ports, each)));
    await world.runAll();
    await startImport(world.ports, { ...later, arrivedAt: new Date(later.arrivedAt.getTime() + 86_400_000) });
    expect((await imports()).map(ImportWorld.counts)).toEqual([
      { updated: 0, inserted: 2, ignored: 0, failed: 0, total: 2 },
    ]);
    expect(world.workflow.started.size).toBe(1);
  });

  test('that was named by a start that died is imported under that name', async () => {
    const { world, key, imports } = worldWithTable();
    const arrival = await world.put(key, FILE);
    const gate = killingGate(1, 'after', /UpdateItem/);
    await expect(startImport(world.portsThrough(gate), arrival)).rejects.toThrow(Killed);
    expect(await imports()).toEqual([]);
    const later = { ...arrival, arrivedAt: new Date(arrival.arrivedAt.getTime() + 5_000) };
    await startImport(world.ports, later);
    const time = arrival.arrivedAt.toISOString().replace(/[-:]|\.\d+/g, '');
    expect((await imports()).map(({ importId }) => importId.startsWith(time))).toEqual([true]);
  });

  test('of another version under the same key is another import', async () => {
    const { world, key, imports } = worldWithTable();
    await world.import(key, FILE);
    await world.import(key, FILE);
    expect((await imports()).map(ImportWorld.counts)).toEqual([
      { updated: 0, inserted: 0, ignored: 2, failed: 0, total: 2 },
      { updated: 0, inserted: 2, ignored: 0, failed: 0, total: 2 },
    ]);
  });
});

describe('the file of an announced import', () => {
  test('starts it with the requested options, once, however often it is announced', async () => {
    const { world, prefix, imports } = worldWithTable();
    const awaited = await announce(world, prefix);
    const arrival = await world.put(awaited.source.key, `${HEADER}A,1\nA,2\n`);
    await Promise.all([1, 2, 3].map(() => startImport(world.ports, arrival)));
    expect(await imports()).toMatchObject([
      { importId: awaited.importId, status: 'running', source: arrival.source, requestedBy: 'user', fence: 1 },
    ]);
    expect((await imports())[0]?.createdAt).toBe(awaited.createdAt);
    await world.runAll();
    await startImport(world.ports, arrival);
    expect((await imports()).map(ImportWorld.counts)).toEqual([
      { updated: 0, inserted: 1, ignored: 1, failed: 0, total: 2 },
    ]);
    expect(world.workflow.started.size).toBe(1);
  });

  test('that comes when the import was cancelled is not imported', async () => {
    const { world, prefix, imports } = worldWithTable();
    const awaited = await announce(world, prefix);
    await cancelImport(world.ports, awaited.importId, testOrigin());
    await startImport(world.ports, await world.put(awaited.source.key, FILE));
    expect(await imports()).toMatchObject([{ status: 'cancelled', attempt: 1 }]);
    await expect(resumeImport(world.ports, awaited.importId)).rejects.toMatchObject({
      ...conflict('import.no-file'),
      message: /Start a new import\.$/,
    });
  });

  test('is deleted when it has arrived a moment before the import is cancelled', async () => {
    const { world, prefix } = worldWithTable();
    const { importId, source } = await announce(world, prefix, { announced: { bytes: FILE.length } });
    await world.put(source.key, FILE);
    await cancelImport(world.ports, importId, testOrigin());
    expect(await world.bucket.head(source.key)).toBeUndefined();
    await cancelImport(world.ports, importId, testOrigin());
  });

  test('comes in parts no more when the import is cancelled: the upload is aborted, once more if that failed', async () => {
    const { world, prefix } = worldWithTable();
    const key = `uploads/${prefix}/api-${prefix}/a.csv`;
    const uploadId = await world.bucket.openUpload(key);
    const announced = { bytes: 9, multipart: { uploadId, partBytes: 5 } };
    const { importId } = await announce(world, prefix, { announced });
    const failing = { abortUpload: () => Promise.reject(new Killed()), deleteFile: () => Promise.reject(new Killed()) };
    await expect(cancelImport({ ...world.ports, uploads: failing }, importId, testOrigin())).rejects.toThrow(Killed);
    expect(await world.find(importId)).toMatchObject({ status: 'cancelled' });
    expect(await world.bucket.isUploadOpen(key, uploadId)).toBe(true);
    await cancelImport(world.ports, importId, testOrigin());
    expect(await world.bucket.isUploadOpen(key, uploadId)).toBe(false);
    await cancelImport({ ...world.ports, uploads: world.bucket }, importId, testOrigin());
  });

  test('stays when an import is cancelled whose parts were joined', async () => {
    const { world, prefix } = worldWithTable();
    const multipart = { uploadId: 'joined', partBytes: 5 };
    const { importId, source } = await announce(world, prefix, { announced: { bytes: 9, multipart } });
    await startImport(world.ports, await world.put(source.key, FILE));
    const isFile = () => Promise.reject(new Error('the parts are a file by now'));
    const never = { abortUpload: isFile, deleteFile: isFile };
    await cancelImport({ ...world.ports, uploads: never }, importId, testOrigin());
    await world.runAll();
    expect(await world.find(importId)).toMatchObject({ status: 'cancelled' });
    await cancelImport({ ...world.ports, uploads: never }, importId, testOrigin());
  });

  test('under a key that no import has is an ordinary upload', async () => {
    const { world, prefix, imports } = worldWithTable();
    const other = await announce(world, prefix);
    await startImport(world.ports, await world.put(`uploads/${prefix}/${other.importId}/b.csv`, FILE));
    await startImport(world.ports, await world.put(`uploads/${prefix}/folder/a.csv`, FILE));
    expect(new Set((await imports()).map(({ status }) => status))).toEqual(
      new Set(['awaiting-upload', 'running', 'queued']),
    );
  });

  test('of a table that is published no more is rejected, with a log', async () => {
    const { world } = worldWithTable();
    const awaited = await announce(world, 'LGONE1');
    await startImport(world.ports, await world.put(awaited.source.key, FILE));
    expect(await world.find(awaited.importId)).toMatchObject({
      status: 'rejected',
      rejection: { code: 'crm-table.unknown' },
    });
    expect(await world.bucket.head(`imports/_rejected/${awaited.importId}/a.csv.log.txt`)).toBeDefined();
  });
});

describe('an import whose estimate exceeds the limit of its account', () => {
  test('waits outside the queue until it is confirmed', async () => {
    const { world, key, prefix } = worldWithTable();
    world.accounts.limits.set('BRI', 0);
    const importId = await world.upload(key, FILE);
    const waiting = await world.find(importId);
    expect(waiting.status).toBe('awaiting-confirmation');
    expect(waiting.estimate?.dollars).toBeGreaterThan(0);
    expect(await world.imports.nextInQueue(prefix)).toBeUndefined();
    await confirmImport(world.ports, importId, testOrigin());
    expect(await world.find(importId)).toMatchObject({
      status: 'running',
      confirmedDollars: waiting.estimate?.dollars,
    });
    await expect(confirmImport(world.ports, importId, testOrigin())).rejects.toMatchObject(
      conflict('import.not-awaiting-confirmation'),
    );
    await world.runAll();
    expect(ImportWorld.counts(await world.find(importId))).toEqual({
      updated: 0,
      inserted: 2,
      ignored: 0,
      failed: 0,
      total: 2,
    });
  });

  test('does not wait if the amount was confirmed before, or if the limit is higher', async () => {
    const { world, prefix, key } = worldWithTable();
    world.accounts.limits.set('BRI', 0);
    const awaited = await announce(world, prefix, { confirmedDollars: 1 });
    await startImport(world.ports, await world.put(awaited.source.key, FILE));
    expect((await world.find(awaited.importId)).status).toBe('running');
    world.accounts.limits.set('BRI', 1);
    expect((await world.find(await world.upload(key, FILE))).status).toBe('queued');
  });

  test('waits again when it is cancelled and resumed', async () => {
    const { world, key } = worldWithTable();
    world.accounts.limits.set('BRI', 0);
    const importId = await world.upload(key, FILE);
    await cancelImport(world.ports, importId, testOrigin());
    expect(await world.find(importId)).toMatchObject({ status: 'cancelled', endedAt: expect.any(String) });
    await resumeImport(world.ports, importId);
    const resumed = await world.find(importId);
    expect(resumed).toMatchObject({ status: 'awaiting-confirmation', attempt: 2 });
    expect([resumed.endedAt, resumed.cancelRequestedAt]).toEqual([undefined, undefined]);
    await confirmImport(world.ports, importId, testOrigin());
    await world.runAll();
    expect(await world.find(importId)).toMatchObject({ status: 'completed', attempt: 2 });
  });
});

describe('an import that waits in the queue', () => {
  test('leaves it at once when it is cancelled, and joins it again when it is resumed', async () => {
    const { world, key, prefix } = worldWithTable();
    const first = await world.upload(key, FILE);
    const second = await world.upload(key.replace('a.csv', 'b.csv'), FILE);
    await cancelImport(world.ports, second, testOrigin());
    await cancelImport(world.ports, second, testOrigin());
    expect(await world.find(second)).toMatchObject({ status: 'cancelled', attempt: 1, fence: 0 });
    expect(await world.imports.nextInQueue(prefix)).toBeUndefined();
    await resumeImport(world.ports, second);
    expect(await world.imports.nextInQueue(prefix)).toBe(second);
    await world.runAll();
    expect(ImportWorld.counts(await world.find(first))).toEqual({
      updated: 0,
      inserted: 2,
      ignored: 0,
      failed: 0,
      total: 2,
    });
    expect(ImportWorld.counts(await world.find(second))).toEqual({
      updated: 0,
      inserted: 0,
      ignored: 2,
      failed: 0,
      total: 2,
    });
  });

  test('either starts or is cancelled, when both are tried at once', async () => {
    const { world, key, prefix } = worldWithTable();
    const importId = await world.upload(key, FILE);
    const second = await world.upload(key.replace('a.csv', 'b.csv'), FILE);
    await Promise.all([
      world.runAll(),
      cancelImport(world.ports, second, testOrigin()),
      cancelImport(world.ports, second, testOrigin()),
    ]);
    await world.runAll();
    const { status, counts } = await world.find(second);
    expect(['cancelled', 'completed']).toContain(status);
    if (counts) expect(counts.total).toBe(2);
    expect(ImportWorld.counts(await world.find(importId))).toEqual({
      updated: 0,
      inserted: 2,
      ignored: 0,
      failed: 0,
      total: 2,
    });
    expect(await world.imports.readLease(prefix)).toMatchObject({ importId: undefined });
    expect(await world.imports.nextInQueue(prefix)).toBeUndefined();
  });

  test('is started by the next attempt if a failed resumption has left it', async () => {
    const { world, key } = worldWithTable();
    const importId = await world.upload(key, FILE);
    await cancelImport(world.ports, importId, testOrigin());
    await world.runAll();
    const dispatcher = { dispatch: () => Promise.reject(new Killed()) };
    await expect(resumeImport({ ...world.ports, dispatcher }, importId)).rejects.toThrow(Killed);
    expect((await world.find(importId)).status).toBe('queued');
    await expect(resumeImport(world.ports, importId)).rejects.toMatchObject(conflict('import.not-resumable'));
    expect((await world.find(importId)).status).toBe('running');
  });
});

test('an import whose file is gone cannot be resumed, and says so', async () => {
  const { world, key } = worldWithTable();
  const importId = await world.upload(key, FILE);
  await cancelImport(world.ports, importId, testOrigin());
  await world.runAll();
  world.bucket.delete(key);
  await expect(resumeImport(world.ports, importId)).rejects.toMatchObject({
    ...conflict('import.source-gone'),
    message: /is no longer in the bucket\. Upload it again: that starts a new import\.$/,
  });
  expect((await world.find(importId)).status).toBe('cancelled');
});

test.each([
  ['cancel', (ports: ImportWorld['ports'], id: string) => cancelImport(ports, id, testOrigin())],
  ['resume', resumeImport],
  ['confirm', (ports: ImportWorld['ports'], id: string) => confirmImport(ports, id, testOrigin())],
] as const)('rejects to %s an unknown import', async (_, change) => {
  const { world } = worldWithTable();
  await expect(change(world.ports, 'none')).rejects.toMatchObject({ kind: 'not-found', code: 'import.not-found' });
});
