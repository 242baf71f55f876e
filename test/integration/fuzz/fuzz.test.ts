import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import type { MarkerRun } from '../../support/fuzz/marker-run.ts';

/** `npm run fuzz` sends a hundred times as many. */
const REQUESTS = 3_000;
/** On a machine that does much else. */
const TIMEOUT_MS = 300_000;

const engines: TestDynamo[] = [];

async function startEngine(): Promise<TestDynamo> {
  const engine = await startTestDynamo();
  engines.push(engine);
  return engine;
}

beforeAll(() => {
  // Before the modules are loaded that read it: the test looks into the logs, and nobody else sees them.
  process.env.LOG_LEVEL = 'DEBUG';
});
afterAll(async () => {
  for (const engine of engines) await engine.stop();
});

test(
  'generated requests get answers that the document describes, and every operation succeeds',
  async () => {
    const { Fuzz, withoutSuccess } = await import('../../support/fuzz/fuzz.ts');
    const { FuzzWorld } = await import('../../support/fuzz/world.ts');
    const write = process.stdout.write;
    process.stdout.write = () => true;
    const result = await new Fuzz(new FuzzWorld(await startEngine()), 1).run(REQUESTS).finally(() => {
      process.stdout.write = write;
    });
    expect(result.findings).toEqual([]);
    expect(withoutSuccess(result)).toEqual([]);
    expect(result.requests).toBeGreaterThanOrEqual(REQUESTS);
  },
  TIMEOUT_MS,
);

describe('a value of a hidden field', () => {
  let run: MarkerRun;
  let operations: readonly string[];

  beforeAll(async () => {
    const { runMarkers } = await import('../../support/fuzz/marker-run.ts');
    const { OPERATIONS } = await import('../../support/fuzz/document.ts');
    operations = OPERATIONS.map(({ key }) => key);
    run = await runMarkers(await startEngine(), 1);
  }, TIMEOUT_MS);

  test('is in no answer of any operation, and no search finds it', () => {
    expect(operations.filter((key) => !run.sent.has(key))).toEqual([]);
    expect(run.leaks).toEqual([]);
    expect(run.foundByValue).toBe(0);
  });

  test('is in no answer to a caller who sees the console as another user, where one of the two has the rule', () => {
    expect([...run.viewed]).toEqual(
      expect.arrayContaining([
        'GET /crm-tables/{prefix}/customers/{customerId}',
        'GET /crm-tables/{prefix}/customers/{customerId}/history',
        'POST /crm-tables/{prefix}/customer-searches',
        'GET /me',
      ]),
    );
  });

  test('is in no answer to a caller without a role for the account, nor is anything else of a foreign account', () => {
    const { foreign } = run;
    expect(foreign.leaks).toEqual([]);
    expect(foreign.accepted).toEqual([]);
    expect(foreign.changed).toEqual([]);
    expect(foreign.items).toBeGreaterThan(20);
    const about = (key: string) => /accountPrefix|\{prefix\}|importId/.test(key);
    expect(operations.filter((key) => about(key) && !foreign.sent.has(key))).toEqual([]);
  });

  test('is in answers to callers without the rule', () => {
    expect([...run.shownToOthers]).toEqual(
      expect.arrayContaining([
        'GET /crm-tables/{prefix}/customers/{customerId}',
        'GET /crm-tables/{prefix}/customers/{customerId}/history',
        'POST /crm-tables/{prefix}/customer-searches',
        'GET /imports/{importId}',
      ]),
    );
  });

  test('is in files of imports, to which such a caller gets no address', () => {
    const names = ['failures.csv', 'warnings.csv', 'before.jsonl', 'changes.csv', 'sorted.txt'];
    expect(run.files).toEqual(expect.arrayContaining(names.map((name) => `tuesday.csv.${name}`)));
  });

  test('is in no stored answer, audit entry or other item of the control table, and in no log', () => {
    // For a quarter of an hour a search with further pages keeps what its user has typed; only that user reads it.
    expect(run.items).toEqual([expect.stringMatching(/^CUSTOMER-SEARCHES#tester /)]);
    expect(run.logged).toEqual([]);
  });
});
