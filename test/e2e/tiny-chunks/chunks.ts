import { expect, test } from '@jest/globals';
import { countsOf, pause, type ShownImport } from '../test-cloud.ts';
import { cloud } from './cloud.ts';

/** At TINY_CHUNKS some 60 chunks of each write stage: enough to be cancelled in the middle of one. */
const ROWS_TO_CANCEL = 600;

const change = (importId: string, verb: string) => cloud.call('POST', `/imports/${importId}/${verb}`);

/** The newest import of a CRM table, once this holds for it. */
async function newestOnce(prefix: string, isSo: (shown: ShownImport) => boolean): Promise<ShownImport> {
  for (;;) {
    const shown = await cloud.newest(prefix);
    if (shown && isSo(shown)) return shown;
    await pause();
  }
}

const isOver = ({ status }: ShownImport): boolean => !['received', 'queued', 'running'].includes(status);

test('a hundred chunks give the same counts as one chunk, within the limits of the workflow', async () => {
  await cloud.publish('MANY');
  const line = (n: number) =>
    `MANY_${n},Ms,"Annabel, ""A""",Example,,,${n} High Street,,,York,${n % 50 === 0 ? 'much too long' : 'YO1 7HH'},\n`;
  const lines = Array.from({ length: 400 }, (_, n) => line(n + 1));
  await cloud.upload('uploads/MANY/many rows.csv', lines.join(''));
  const [first] = await cloud.ended('MANY', 1);
  expect(first && countsOf(first)).toEqual({ updated: 0, inserted: 392, ignored: 0, failed: 8, total: 400 });
  const sorted = (await cloud.file(first as never, '.sorted.txt')) ?? '';
  expect(Buffer.from(sorted).equals(Buffer.from([...lines].sort().reverse().join('')))).toBe(true);

  const changed = lines.map((text, at) => (at % 3 === 1 ? text.replace('York', 'Leeds') : text));
  await cloud.upload('uploads/MANY/many rows.csv', [...changed, line(401)].join(''));
  const [, second] = await cloud.ended('MANY', 2);
  // 8 of the records fail again: they are absent still, so in the insert stage.
  expect(second && countsOf(second)).toEqual({ updated: 130, inserted: 1, ignored: 262, failed: 8, total: 401 });
  for (const { transitions, historyEvents, chunks } of cloud.executions()) {
    // Of the sixty and the forty that do not depend on the chunks, the forty are of the search index.
    expect(transitions).toBeLessThanOrEqual(2 * chunks + 60 + 40);
    expect(historyEvents).toBeLessThan(5_000);
  }
  expect(Math.max(...cloud.executions().map(({ chunks }) => chunks))).toBeGreaterThan(80);
  expect(await cloud.functionLogs()).not.toContain('Annabel');
});

test('a value that a user saves during an import stays, where users win, and the failure files say so', async () => {
  await cloud.publish('WINS');
  const rows = (town: string) =>
    Array.from({ length: 200 }, (_, n) => `WINS_${n + 1},Ms,Ann,Example,,,,,,${town},YO1 7HH,\n`).join('');
  await cloud.upload('uploads/WINS/rows.csv', rows('York'));
  await cloud.ended('WINS', 1);
  // The workflow compares the records in descending order of their Customer IDs.
  const address = '/crm-tables/WINS/customers/WINS_99';
  const { headers } = await cloud.call('GET', address);
  await cloud.upload('uploads/WINS/rows.csv', rows('Leeds'), { conflicts: 'agent-wins' });
  await cloud.reached('WINS', 'differentiate', 2);
  const match = { 'if-match': headers.get('etag') ?? '' };
  const saved = await cloud.call('PATCH', address, { values: { P017: 'Bath' } }, match);
  expect(saved).toMatchObject({ status: 200, body: { values: { P017: 'Bath' } } });

  const [, second] = await cloud.ended('WINS', 2);
  expect(second && countsOf(second)).toEqual({ updated: 199, inserted: 0, ignored: 0, failed: 1, total: 200 });
  expect((await cloud.call('GET', address)).body.values.P017).toBe('Bath');
  expect(await cloud.file(second as never, '.failures.csv')).toContain('customer.changed-meanwhile');
});

test('a running import is cancelled over HTTP, and resumed to its end', async () => {
  await cloud.publish('STOP');
  const lines = Array.from(
    { length: ROWS_TO_CANCEL },
    (_, n) => `STOP_${n + 1},Ms,Ann,Example,,,${n} High Street,,,York,YO1 7HH,\n`,
  );
  await cloud.upload('uploads/STOP/rows.csv', lines.join(''));
  await cloud.reached('STOP', 'bulk-copy');
  const { importId } = await newestOnce('STOP', ({ status }) => status === 'running');
  expect((await cloud.call('POST', `/imports/${importId}/cancel`, undefined, {}, 'agent')).status).toBe(403);
  expect((await change(importId, 'resume')).body).toMatchObject({ status: 409, code: 'import.not-resumable' });
  const answer = await change(importId, 'cancel');
  expect(answer).toMatchObject({ status: 200, body: { importId, cancelRequestedAt: expect.any(String) } });
  expect((await change(importId, 'cancel')).status).toBe(200);

  const cancelled = await newestOnce('STOP', isOver);
  expect(cancelled).toMatchObject({ importId, status: 'cancelled', counts: { total: ROWS_TO_CANCEL } });
  const { inserted = 0, unprocessed = 0 } = cancelled.counts ?? {};
  expect(unprocessed).toBeGreaterThan(0);
  expect(inserted + unprocessed).toBe(ROWS_TO_CANCEL);
  expect(await cloud.file(cancelled, '.log.txt')).toContain(
    `${unprocessed} of ${ROWS_TO_CANCEL} records were not processed`,
  );
  expect(await cloud.file(cancelled, 'rows.log')).toContain(`Customers Unprocessed: ${unprocessed},`);

  expect(await change(importId, 'resume')).toMatchObject({ status: 200, body: { importId, attempt: 2 } });
  const completed = await newestOnce('STOP', isOver);
  expect(completed).toMatchObject({ importId, status: 'completed' });
  expect(countsOf(completed)).toEqual({
    updated: 0,
    inserted: ROWS_TO_CANCEL,
    ignored: 0,
    failed: 0,
    total: ROWS_TO_CANCEL,
  });
  expect(completed.counts).not.toHaveProperty('unprocessed');
  expect((await change(importId, 'cancel')).body).toMatchObject({ status: 409, code: 'import.ended' });
  const logged = (await cloud.functionLogs()).split('\n').filter((line) => line.includes(importId));
  expect(logged.length).toBeGreaterThan(0);
  expect(logged.filter((line) => line.includes('"message":"step.failed"'))).toEqual([]);
});

test("an import over its account's limit waits, is cancelled, resumed and confirmed over HTTP", async () => {
  await cloud.publish('LIMIT', 'CAP');
  const { body: account, headers } = await cloud.call('GET', '/accounts/CAP');
  const limited = { name: account.name, manager: account.manager, confirmImportsOverDollars: 0 };
  const put = await cloud.call('PUT', '/accounts/CAP', limited, { 'if-match': headers.get('etag') ?? '' });
  expect(put.status).toBe(200);
  await cloud.upload('uploads/LIMIT/small.csv', 'LIMIT_1,Mr,Ann,Example,,,0 High Street,,,York,YO1 7HH,\n');
  const waiting = await newestOnce('LIMIT', ({ status }) => status === 'awaiting-confirmation');
  const { importId } = waiting;
  expect((await change(importId, 'cancel')).body).toMatchObject({ status: 'cancelled' });
  expect((await change(importId, 'confirm')).body).toMatchObject({
    status: 409,
    code: 'import.not-awaiting-confirmation',
  });
  expect((await change(importId, 'resume')).body).toMatchObject({ status: 'awaiting-confirmation', attempt: 2 });
  expect((await change(importId, 'confirm')).body).toMatchObject({ importId, confirmedDollars: expect.any(Number) });
  expect(countsOf(await newestOnce('LIMIT', ({ status }) => status === 'completed'))).toEqual({
    updated: 0,
    inserted: 1,
    ignored: 0,
    failed: 0,
    total: 1,
  });
});
