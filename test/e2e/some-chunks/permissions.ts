import { beforeAll, describe, expect, test } from '@jest/globals';
import { controlRights } from '../../infra/control-rights.ts';
import { asText, ofType, synthesise } from '../../infra/synthesis.ts';
import type { TableCall } from '../../support/table-calls.ts';
import { runEveryEvent, until, useEveryRoute } from '../every-use.ts';
import { cloud, objectCalls, tableCalls } from './cloud.ts';

/** The function's name in the calls of its clients; empty for calls of the test. */
const functionOf = (userAgent: string): string => /\bapp\/(\S+)/.exec(userAgent)?.[1] ?? '';

/** The permissions of a function in the template's policies, as patterns of `action key`. */
type Rights = readonly RegExp[];

const ACTIONS: Readonly<Record<string, string>> = {
  GetObject: 's3:GetObject',
  HeadObject: 's3:GetObject',
  PutObject: 's3:PutObject',
  CreateMultipartUpload: 's3:PutObject',
  UploadPart: 's3:PutObject',
  CompleteMultipartUpload: 's3:PutObject',
  AbortMultipartUpload: 's3:AbortMultipartUpload',
  DeleteObject: 's3:DeleteObject',
  ListParts: 's3:ListMultipartUploadParts',
  ListObjectsV2: 's3:ListBucket',
  ListObjectVersions: 's3:ListBucketVersions',
};

/** `import-step-scan-function` -> `stepscan`, as the policy of its role is called in the template. */
const policyName = (functionName: string): string =>
  functionName.replace(/^(import|export|api)-|-function$/g, '').replaceAll('-', '');

function rightsByPolicy(): Map<string, Rights> {
  const list = (value: unknown): unknown[] => [value].flat();
  const policies = ofType(synthesise(), 'AWS::IAM::Policy').map(({ id, Properties }): [string, Rights] => {
    const statements: Array<{ Action: unknown; Resource: unknown }> = Properties.PolicyDocument.Statement;
    const rights = statements.flatMap(({ Action, Resource }) =>
      list(Action).flatMap((action) =>
        list(Resource).map((on) => `${action} ${asText(on).replace(/^<[^>]*Bucket[^>]*>\/?/, '')}`),
      ),
    );
    const patterns = rights.map((right) => right.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*'));
    return [id.replace(/Role\w+$/, '').toLowerCase(), patterns.map((pattern) => new RegExp(`^${pattern}$`))];
  });
  return new Map(policies);
}

const HEADER = 'Customer ID,Last name,Post code\n';
const rows = (count: number, postcode: string) =>
  Array.from({ length: count }, (_, index) => `C${String(index).padStart(4, '0')},Name ${index},${postcode}\n`).join(
    '',
  );

/** Imports that take every way: bulk copy, differentiate, insert, update, decoding, failures, a rejection, the API, an inbox. */
async function runEveryKindOfImport(): Promise<void> {
  await cloud.upload('uploads/RIGHTS/first.csv', `${HEADER}${rows(60, 'YO1 7HH')}`);
  await cloud.ended('RIGHTS', 1);
  const changed = `${HEADER}${rows(90, 'LS1 4DY')}C0001,Twice,YO1 7HH\nX1,Long,much too long\n`;
  await cloud.upload('uploads/RIGHTS/second.csv', Buffer.from(`\uFEFF${changed}`, 'utf16le'));
  await cloud.ended('RIGHTS', 2);
  await cloud.upload('uploads/RIGHTS/rejected.csv', 'A,B\n1,2\n');
  await cloud.upload('uploads/NOBODY/nobody.csv', HEADER);
  await cloud.ended('RIGHTS', 3);
  const body = `${HEADER}C0001,By API,YO1 7HH\n`;
  const announced = await cloud.call('POST', '/imports', {
    prefix: 'RIGHTS',
    fileName: 'api.csv',
    bytes: Buffer.byteLength(body),
  });
  const { url, headers } = announced.body.upload ?? announced.body;
  const sent = await fetch(url, { method: 'PUT', headers, body });
  expect(sent.status).toBe(200);
  const shown = await cloud.ended('RIGHTS', 4);
  expect(shown.map(({ status }) => status)).toEqual(['completed', 'completed-with-failures', 'rejected', 'completed']);
}

/** Whether one of the statements of a function allows a call, as IAM decides it. */
function allows(rights: ReturnType<typeof controlRights>, name: string, call: TableCall): boolean {
  const matches = (pattern: string) =>
    pattern.endsWith('*') ? call.partition.startsWith(pattern.slice(0, -1)) : call.partition === pattern;
  return [...rights].some(
    ([policy, own]) =>
      policy.toLowerCase() === name &&
      own.some(
        ({ action, inIndex, partitions }) =>
          action === call.action && inIndex === call.inIndex && (partitions?.some(matches) ?? true),
      ),
  );
}

/** `IMPORT#` of a longer key, or the whole key. */
const partitionOf = (key: string): string => /^[A-Z-]+#?/.exec(key)?.[0] ?? key;

describe('the calls of all functions', () => {
  beforeAll(async () => {
    await cloud.publish('RIGHTS');
    await runEveryKindOfImport();
    await useEveryRoute(cloud);
    await runEveryEvent(cloud);
    // The event of the workflow that was aborted may arrive after another function has ended its import.
    await until(async () =>
      tableCalls.some(({ userAgent }) => policyName(functionOf(userAgent)).startsWith('executionended')),
    );
  }, 300_000);

  test('no function touches an object of S3 that its role does not allow, in any kind of import', async () => {
    const rights = rightsByPolicy();
    const callers = new Set<string>();
    const forbidden = new Set<string>();
    for (const { operation, key, userAgent } of objectCalls) {
      const caller = functionOf(userAgent);
      if (caller === '') continue;
      callers.add(policyName(caller));
      // Actions on the bucket have no object key.
      const request = `${ACTIONS[operation] ?? operation} ${key ?? ''}`;
      const allowed = rights.get(policyName(caller))?.some((pattern) => pattern.test(request)) ?? false;
      if (!allowed) forbidden.add(`${caller}: ${request}`);
    }
    expect([...forbidden]).toEqual([]);
    const steps = [...rights.keys()].filter((name) => name.startsWith('step'));
    const expected = [...steps, 'startimporthandler', 'apiimports', 'apiimportspreview'];
    expect(expected.filter((name) => !callers.has(name))).toEqual([]);
  });

  test('no function uses an item of the control table that its role does not allow, over every route and every event', () => {
    const rights = controlRights();
    const callers = new Set<string>();
    const forbidden = new Set<string>();
    for (const call of tableCalls.filter(({ table }) => table === cloud.cloud.outputs.ControlTableName)) {
      const caller = functionOf(call.userAgent);
      if (caller === '') continue;
      callers.add(policyName(caller));
      if (!allows(rights, policyName(caller), call)) {
        forbidden.add(`${caller}: ${call.inIndex ? 'GSI1:' : ''}${partitionOf(call.partition)} ${call.action}`);
      }
    }
    expect([...forbidden]).toEqual([]);
    const expected = [...rights.keys()].map((name) => name.toLowerCase());
    expect(callers).toEqual(new Set(expected));
  });
});
