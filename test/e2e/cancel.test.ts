import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { countsOf, type ShownImport, TestCloud } from './test-cloud.ts';

// Steps in child processes take their time where other work shares the machine.
jest.setTimeout(300_000);

const ROWS = 20_000;
const cloud = new TestCloud({ writeRows: 800, blockBytes: 20_000 });

beforeAll(async () => {
  await cloud.boot();
  await cloud.publish('STOP');
});
afterAll(() => cloud.remove());

const change = (importId: string, verb: string) => cloud.call('POST', `/imports/${importId}/${verb}`);

async function newest(): Promise<ShownImport> {
  const { body } = await cloud.call('GET', '/imports?prefix=STOP&limit=1');
  return (await cloud.call('GET', `/imports/${body.items[0].importId}`)).body;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 150));

async function ended(): Promise<ShownImport> {
  for (;;) {
    const shown = await newest();
    if (!['received', 'queued', 'running'].includes(shown.status)) return shown;
    await pause();
  }
}

async function waitFor(fileName: string, status: string): Promise<ShownImport> {
  for (;;) {
    const shown = await newest();
    if (shown.fileName === fileName && shown.status === status) return shown;
    await pause();
  }
}

test('a running import is cancelled over HTTP, and resumed to its end', async () => {
  const lines = Array.from(
    { length: ROWS },
    (_, n) => `STOP_${n + 1},Ms,Ann,Example,,,${n} High Street,,,York,YO1 7HH,\n`,
  );
  await cloud.upload('uploads/STOP/rows.csv', lines.join(''));
  await cloud.reached('STOP', 'bulk-copy');
  const { importId } = await newest();
  expect((await cloud.call('POST', `/imports/${importId}/cancel`, undefined, {}, ['agent'])).status).toBe(403);
  expect((await change(importId, 'resume')).body).toMatchObject({ status: 409, code: 'import.not-resumable' });
  const asked = await change(importId, 'cancel');
  expect(asked).toMatchObject({ status: 200, body: { importId, cancelRequestedAt: expect.any(String) } });
  expect((await change(importId, 'cancel')).status).toBe(200);

  const cancelled = await ended();
  expect(cancelled).toMatchObject({ importId, status: 'cancelled', counts: { total: ROWS } });
  const { inserted = 0, unprocessed = 0 } = cancelled.counts ?? {};
  expect(unprocessed).toBeGreaterThan(0);
  expect(inserted + unprocessed).toBe(ROWS);
  expect(await cloud.file(cancelled, '.log.txt')).toContain(`${unprocessed} of ${ROWS} records were not processed`);
  expect(await cloud.file(cancelled, 'rows.log')).toContain(`Customers Unprocessed: ${unprocessed},`);

  expect(await change(importId, 'resume')).toMatchObject({ status: 200, body: { importId, attempt: 2 } });
  const completed = await ended();
  expect(completed).toMatchObject({ importId, status: 'completed' });
  expect(countsOf(completed)).toBe(`0/${ROWS}/0/0/${ROWS}`);
  expect(completed.counts).not.toHaveProperty('unprocessed');
  expect((await change(importId, 'cancel')).body).toMatchObject({ status: 409, code: 'import.ended' });
  expect(await cloud.functionLogs()).not.toContain('"message":"step.failed"');
});

test("an import over its account's limit waits, is cancelled, resumed and confirmed over HTTP", async () => {
  const { body: account, headers } = await cloud.call('GET', '/accounts/BRI');
  const limited = { name: account.name, manager: account.manager, confirmImportsOverDollars: 0 };
  const put = await cloud.call('PUT', '/accounts/BRI', limited, { 'if-match': headers.get('etag') ?? '' });
  expect(put.status).toBe(200);
  await cloud.upload('uploads/STOP/small.csv', 'STOP_1,Mr,Ann,Example,,,0 High Street,,,York,YO1 7HH,\n');
  const waiting = await waitFor('small.csv', 'awaiting-confirmation');
  const { importId } = waiting;
  expect((await change(importId, 'cancel')).body).toMatchObject({ status: 'cancelled' });
  expect((await change(importId, 'confirm')).body).toMatchObject({
    status: 409,
    code: 'import.not-awaiting-confirmation',
  });
  expect((await change(importId, 'resume')).body).toMatchObject({ status: 'awaiting-confirmation', attempt: 2 });
  expect((await change(importId, 'confirm')).body).toMatchObject({ importId, confirmedDollars: expect.any(Number) });
  expect(countsOf(await waitFor('small.csv', 'completed'))).toBe('1/0/0/0/1');
});
