import { describe, expect, test } from '@jest/globals';
import { embedded } from './support/embedded.ts';
import type { Heard } from './support/fake-api.ts';

const JOB = {
  ...{ jobId: 'j-1', kind: 'delete-tables', status: 'running', prefixes: ['VOUCIM'], removed: [] },
  ...{ createdAt: '2026-12-01T09:00:00.000Z', createdBy: 'u-1', stage: 'customers' },
};
const CERTIFICATE = {
  ...JOB,
  ...{ status: 'completed', stage: undefined, endedAt: '2026-12-01T09:01:00.000Z' },
  removed: [{ prefix: 'VOUCIM', counts: { customers: 1204 } }],
  remains: ['Backups of the table, for 35 days.'],
};
const TABLES = [{ prefix: 'VOUCIM', name: 'Vouchers', customers: 1200, imports: 3 }];
const CAMPAIGN = { prefix: 'VOUCIM', kind: 'campaign', id: 'c-1', reason: 'The campaign Renewals uses the CRM table.' };

/** An account with a CRM table, whose jobs end at the second look. */
function answersWith(blockers: readonly object[], ended: object = CERTIFICATE) {
  let looks = 0;
  return ({ method, path }: Heard) => {
    if (path.startsWith('/accounts/BRI/table-deletion-preview')) return { json: { tables: TABLES, blockers } };
    if (method === 'POST') return { status: 202, json: JOB };
    if (path === '/accounts/BRI/maintenance-jobs/j-1') {
      looks += 1;
      return { json: looks === 1 ? JOB : ended };
    }
    if (path.startsWith('/accounts/BRI/maintenance-jobs')) return { json: { items: [CERTIFICATE, JOB] } };
    if (path.startsWith('/accounts/BRI/crm-tables')) return { json: { items: TABLES } };
    return { json: { items: [{ prefix: 'BRI', name: 'Brigitte Training' }] } };
  };
}

describe('switchboard maintenance', () => {
  test('lists the jobs of an account, and shows a certificate', async () => {
    await using world = await embedded(answersWith([]));
    expect(await world.terminal.run('maintenance', 'list', 'bri')).toBe(0);
    expect(world.terminal.printed).toMatch(/deletion of CRM tables +VOUCIM +completed +j-1/);
    await world.terminal.run('maintenance', 'show', 'BRI', 'j-1');
    expect(await world.terminal.run('maintenance', 'show', 'BRI', 'j-1')).toBe(0);
    expect(world.terminal.printed).toContain('Removed from VOUCIM: 1204 customers');
    expect(world.terminal.printed).toContain('Remains: Backups of the table, for 35 days.');
  });

  test('deletes CRM tables after their prefixes are typed, and waits for the certificate', async () => {
    await using world = await embedded(answersWith([]), { isTty: true, typed: ['VOUCIM'] });
    expect(await world.terminal.run('maintenance', 'delete-tables', 'BRI', 'voucim')).toBe(0);
    expect(world.terminal.noted).toMatch(
      /VOUCIM \(Vouchers\): about 1200 customers, 3 imports[\s\S]*Works on: customers/,
    );
    const [ordered] = world.api.requests('POST', '/accounts/BRI/table-deletions');
    expect(ordered?.json).toEqual({ prefixes: ['VOUCIM'] });
    expect(world.terminal.printed).toContain('Removed from VOUCIM: 1204 customers');
  });

  test.each([
    ['another text is typed', { isTty: true, typed: ['VOUCHR'] }, [], /the text differs/],
    ['nobody can answer', {}, [], /Give --yes/],
    ['a campaign uses one', {}, [CAMPAIGN], /VOUCIM: The campaign Renewals uses the CRM table\./],
  ])('deletes nothing if %s', async (_, terminal, blockers, message) => {
    await using world = await embedded(answersWith(blockers), terminal);
    expect(await world.terminal.run('maintenance', 'delete-tables', 'BRI', 'VOUCIM')).toBe(1);
    expect(world.terminal.noted).toMatch(message);
    expect(world.api.requests('POST', '/accounts/BRI/table-deletions')).toEqual([]);
  });

  test('fails with the reasons of a job that was rejected', async () => {
    await using world = await embedded(answersWith([], { ...JOB, status: 'rejected', blockers: [CAMPAIGN] }));
    expect(await world.terminal.run('maintenance', 'delete-tables', 'BRI', 'VOUCIM', '--yes')).toBe(1);
    expect(world.terminal.printed).toContain('VOUCIM: The campaign Renewals uses the CRM table.');
  });

  test('erases a customer with further values, in the account of the CRM table', async () => {
    await using world = await embedded(answersWith([]));
    const erase = ['maintenance', 'erase', 'VOUCIM', 'A/1', '--yes', '--no-wait'];
    const values = ['--value', 'amelia@example.com', '--value', '020 7946 0018'];
    expect(await world.terminal.run(...erase, ...values)).toBe(0);
    const [ordered] = world.api.requests('POST', '/accounts/BRI/erasures');
    expect(ordered?.json).toEqual({
      ...{ prefix: 'VOUCIM', customerId: 'A/1', isAbsent: false },
      values: ['amelia@example.com', '020 7946 0018'],
    });
    expect(world.terminal.printed).toContain('Job j-1');
    expect(await world.terminal.run(...erase, '--value', 'Lee')).toBe(1);
    expect(await world.terminal.run('maintenance', 'erase', 'OTHER', 'A1', '--yes')).toBe(1);
    expect(world.terminal.noted).toContain('There is no CRM table OTHER.');
  });
});
