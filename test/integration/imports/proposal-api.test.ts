import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { proposalRoutes } from '../../../functions/imports/routes/proposal-routes.ts';
import { startImport } from '../../../functions/imports/use-cases/uploads/start-import.ts';
import type { Caller } from '../../../functions/shared/domain/caller.ts';
import { ImportWorld, startImportWorld } from '../../support/import-world.ts';
import { importsApi } from '../../support/imports-api.ts';
import { testOrigin } from '../../support/origin.ts';
import { proposedFile } from '../../support/proposed-files.ts';
import { voucim } from '../../support/published-table.ts';

let started: Awaited<ReturnType<typeof startImportWorld>>;
beforeAll(async () => {
  started = await startImportWorld();
});
afterAll(() => started.stop());

const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64');
const FILE = 'Customer ID,Surname,Zip\nA,Lee,YO1 7HH\nB,Falk,SW12 2 ER\n';
const PATH = '/accounts/bri/crm-table-proposals';

function apiWorld() {
  const world = started.world();
  const call = importsApi(world);
  const propose = (body: object, role = 'administrator') =>
    call('POST', PATH, { body: { defaultCountry: 'GB', ...body }, role });
  return { world, call, propose };
}

const sample = (name: string) => readFileSync(new URL(`../../../samples/${name}`, import.meta.url));

describe('a proposal', () => {
  test('of the beginning of a file has a table, with the reasons', async () => {
    const { propose } = apiWorld();
    const { status, body } = await propose({ head: base64(FILE), fileName: 'Voucher customers 2026.csv' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      prefix: 'VOUCHE',
      delimiter: ',',
      header: true,
      recordsRead: 2,
      recordsUnreadable: 0,
      draft: { name: 'Voucher customers 2026', defaultCountry: 'GB', fields: [{ code: 'P008' }, {}, { code: 'P018' }] },
      customerId: { column: 1 },
      options: {},
      mapping: [],
    });
    expect(body.columns[2]).toMatchObject({ field: 'P018', reasons: { maxLength: expect.stringContaining('9') } });
  });

  test('of a file in the bucket has the prefix of its folder, if no table has it', async () => {
    const { world, propose } = apiWorld();
    await world.bucket.put('inbox/newtab/a.csv', FILE);
    expect((await propose({ key: 'inbox/newtab/a.csv' })).body).toMatchObject({
      prefix: 'NEWTAB',
      draft: { name: 'a' },
    });
    world.tables.publish(voucim({ prefix: 'OLDTAB', accountPrefix: 'BRI' }));
    await world.bucket.put('uploads/OLDTAB/members.csv', FILE);
    expect((await propose({ key: 'uploads/OLDTAB/members.csv' })).body.prefix).toBe('MEMBER');
  });

  test('has the next prefix that is free, drafts included', async () => {
    const { world, propose } = apiWorld();
    world.tables.publish(voucim({ prefix: 'VOUCHE' }));
    world.tables.drafts.add('VOUCH2');
    expect((await propose({ head: base64(FILE), fileName: 'Vouchers.csv' })).body.prefix).toBe('VOUCH3');
    expect((await propose({ head: base64(FILE), fileName: '客户.csv' })).body).toMatchObject({ prefix: 'TABLE' });
  });
});

describe('an import of the file into the proposed table, once it is published', () => {
  let tables = 0;

  /** The counts of the import that goes on with the same file, with options and mapping of the proposal. */
  async function importByProposal(content: string | Uint8Array, fileName: string, defaultCountry = 'GB', choices = {}) {
    const { world, call, propose } = apiWorld();
    const { body, status } = await propose({ head: base64(content), fileName, defaultCountry, choices });
    if (status !== 200) return { rejected: body.code as string };
    const { draft, options, mapping, recordsUnreadable } = body;
    // A prefix that no other run has: they share the engine.
    tables += 1;
    const prefix = `NEW${tables}`;
    world.tables.publish(voucim({ prefix, ...draft }));
    const request = { prefix, fileName, bytes: Buffer.byteLength(content), options, mapping };
    const { importId, source } = (await call('POST', '/imports', { body: request })).body;
    await startImport(world.ports, await world.put(source.key, content));
    await world.runAll();
    return { counts: ImportWorld.counts(await world.find(importId)), recordsUnreadable };
  }

  test.each([
    ['VoucherID.csv', 34, 'GB'],
    ['Memberships.csv', 40, 'GB'],
    ['Kundenliste.csv', 26, 'DE'],
  ])('accepts every record of %s', async (name, total, country) => {
    const { counts } = await importByProposal(sample(name), name, country);
    expect(counts).toEqual({ updated: 0, inserted: total, ignored: 0, failed: 0, total });
  });

  test('stores dates in the form of a date field after a person has chosen which number is the day', async () => {
    const content = 'Customer ID,Joined\nA,03/04/2026\nB,31/12/2025\nC,\n';
    const choices = { columns: [{ column: 2, dateForm: 'day-first' }] };
    const { counts } = await importByProposal(content, 'members.csv', 'GB', choices);
    expect(counts).toEqual({ updated: 0, inserted: 3, ignored: 0, failed: 0, total: 3 });
    const again = await importByProposal(content, 'members.csv');
    expect(again.counts).toMatchObject({ inserted: 3 });
  });

  test('accepts every record of any file that can be read at all', async () => {
    await fc.assert(
      fc.asyncProperty(proposedFile, async (content) => {
        const { counts, recordsUnreadable, rejected } = await importByProposal(content, 'any.csv');
        if (rejected) expect(rejected).toMatch(/^file\./);
        else expect(counts).toMatchObject({ failed: recordsUnreadable, updated: 0, ignored: 0 });
      }),
      { numRuns: 10 * Number(process.env.PROPERTY_RUNS ?? 1) },
    );
  });
});

describe('a proposal is rejected', () => {
  test.each([
    [{}, '/key'],
    [{ head: base64(FILE) }, '/fileName'],
    [{ head: base64(FILE), fileName: 'a.csv', key: 'inbox/A/a.csv' }, '/key'],
    [{ head: base64(FILE), fileName: 'a.csv', bytes: 3 }, '/bytes'],
    [{ head: base64(FILE), fileName: 'a.csv', defaultCountry: 'QQ' }, '/defaultCountry'],
    [{ head: base64(FILE), fileName: 'a.csv', options: { mode: 'upsert' } }, '/options/mode'],
    [{ head: base64(FILE), fileName: 'a.csv', choices: { customerId: 9 } }, '/choices/customerId'],
    [{ key: 'imports/A/a.csv' }, '/key'],
    [{ key: 'inbox/A/' }, '/key'],
    [{ key: 'inbox/THEIRS/a.csv' }, '/key'],
  ])('for %j, naming %s', async (request, pointer) => {
    const { world, propose } = apiWorld();
    world.tables.publish(voucim({ prefix: 'THEIRS', accountPrefix: 'OTH' }));
    await world.bucket.put('inbox/THEIRS/a.csv', FILE);
    expect(await propose(request)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  test('for a file that no import accepts, one that is not there, and a caller who may not design tables', async () => {
    const { propose } = apiWorld();
    const given = { head: base64('{"a": 1}'), fileName: 'a.csv' };
    expect(await propose(given)).toMatchObject({ status: 400, body: { code: 'file.not-csv' } });
    expect(await propose({ ...given, head: '' })).toMatchObject({ status: 400, body: { code: 'file.empty' } });
    expect((await propose({ key: 'inbox/NEWTAB/none.csv' })).status).toBe(404);
    expect((await propose(given, 'supervisor')).status).toBe(403);
  });

  test('for a stored file, whose customers it shows, without the permission to import', async () => {
    const { world } = apiWorld();
    await world.bucket.put('inbox/NEWTAB/a.csv', FILE);
    const designer: Caller = {
      userId: 'u-1',
      grants: [
        { role: 'designer', name: 'Designer', permissions: ['crm-tables.design'], accounts: ['BRI'], fieldRules: [] },
      ],
    };
    const { receivedAt, address, auditRetentionDays } = testOrigin();
    const request = (body: object) => ({
      ...{
        id: 'r',
        receivedAt,
        address,
        auditRetentionDays,
        params: { accountPrefix: 'BRI' },
        query: {},
        headers: {},
        caller: designer,
      },
      body: { defaultCountry: 'GB', ...body },
    });
    const [route] = proposalRoutes;
    const services = { ...world.ports, bucket: 'data' };
    await expect(route?.call(services, request({ key: 'inbox/NEWTAB/a.csv' }))).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    const own = request({ head: base64(FILE), fileName: 'a.csv' });
    expect(await route?.call(services, own)).toMatchObject({ status: 200 });
  });
});
