import { readFile } from 'node:fs/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { cloud } from './cloud.ts';

/** Data of a person who is in no sample: if a log contains it, it came from a bad request or a bad file. */
const STRANGER = {
  id: 'VOUCIM_Z9K8X7',
  name: 'Zebediah Quackenbush',
  phone: '+447700900987',
  email: 'zebediah.q@example.org',
  postcode: 'ZE2 9QQ-much-too-long',
};

let sample: string;
let logs: string[];

/** Requests that are wrong in every way that holds a person's data: path, query, body, headers, malformed JSON. */
async function sendBadRequests(): Promise<void> {
  const { id, name, phone, email, postcode } = STRANGER;
  const body = { prefix: name, fileName: `${name}.csv`, bytes: -1, name: email, manager: phone, mapping: postcode };
  const paths = [
    '/accounts',
    '/accounts/BRI/campaigns',
    '/accounts/BRI/crm-tables',
    '/accounts/BRI/crm-tables/LOGGED/publish',
    '/imports',
    '/imports/preview',
    '/crm-tables/LOGGED/definitions',
    '/crm-tables/LOGGED/schedules',
    `/imports/${id}/cancel`,
    `/nowhere/${encodeURIComponent(name)}`,
  ];
  for (const path of paths) {
    const { status } = await cloud.call('POST', path, body);
    expect([path, status >= 400]).toEqual([path, true]);
    await cloud.call('POST', path, body, {}, 'agent');
    await cloud.call('POST', path, body, { 'idempotency-key': email });
  }
  await cloud.call('GET', `/imports?prefix=${encodeURIComponent(name)}`);
  for (const path of [`/imports/${id}`, `/accounts/${encodeURIComponent(name)}`]) {
    expect((await cloud.call('GET', path)).status).toBeGreaterThanOrEqual(400);
  }
  await cloud.call('PUT', '/accounts/BRI', { name: [name] }, { 'if-match': `"${email}"` });
  const token = await cloud.token('administrator');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const malformed = `{"name": "${name}", "email": ${email}`;
  await fetch(`${cloud.cloud.endpoints.api}/accounts`, { method: 'POST', headers, body: malformed });
}

/** Files with every kind of fault: cells too long, repeated, too few and too many, unclosed, and not text. */
async function sendBadFiles(): Promise<void> {
  const { id, name, phone, email, postcode } = STRANGER;
  const [first = '', last = ''] = name.split(' ');
  const row = (cells: readonly string[]) => `${cells.join(',')}\n`;
  const good = [id, 'Mr', first, last, phone, phone, '', '', '', '', postcode, email];
  const rows = [good, good, good.slice(0, 7), [...good, ...good], ['', ...good.slice(1)]].map(row).join('');
  await cloud.upload(
    `uploads/LOGGED/${name} 1.csv`,
    Buffer.concat([Buffer.from(rows), Buffer.from([0x5a, 0xff, 0x00, 0x0a])]),
  );
  await cloud.upload(`uploads/LOGGED/${name} 2.csv`, `${rows}${id},Mr,"${first}`);
  await cloud.upload(`uploads/LOGGED/${name} 3.csv`, rows, { delimiter: last, 'customer-id': email });
  await cloud.upload(`uploads/${last}/${email}.csv`, rows);
}

async function importAndSendBadRequests(): Promise<void> {
  sample = await readFile('samples/VoucherID.csv', 'utf8');
  await cloud.publish('LOGGED');
  await cloud.upload('uploads/LOGGED/VoucherID.csv', sample);
  const [imported] = await cloud.ended('LOGGED', 1);
  expect(imported).toMatchObject({ status: 'completed-with-failures', counts: { inserted: 30, failed: 4 } });
  await cloud.upload(
    'uploads/LOGGED/VoucherID.csv',
    sample.replaceAll('London', 'Londinium').replace('SW12 2 ER', 'SW12 2ER'),
  );
  await sendBadFiles();
  await sendBadRequests();
  const ended = await cloud.ended('LOGGED', 5);
  expect(new Set(ended.map(({ status }) => status))).toEqual(new Set(['completed-with-failures', 'rejected']));
  const announced = await cloud.call('POST', '/imports', {
    prefix: 'LOGGED',
    fileName: 'Vôucher large.csv',
    bytes: 20,
  });
  expect(announced.status).toBe(201);
  logs = (await cloud.functionLogs()).split('\n').filter((line) => line !== '');
}

/** The lines that contain any of these texts, regardless of case. */
function linesWith(texts: readonly string[]): string[] {
  const wanted = texts.map((text) => text.toLowerCase());
  return logs.filter((line) => wanted.some((text) => line.toLowerCase().includes(text)));
}

describe('the logs of all functions', () => {
  beforeAll(importAndSendBadRequests);

  test('report each action', () => {
    for (const message of [
      'http.request',
      'http.rejected',
      'import.announced',
      'import.queued',
      'import.started',
      'step.finished',
    ]) {
      expect(linesWith([`"message":"${message}"`]).length).toBeGreaterThan(0);
    }
    expect(linesWith(['"message":"import.rejected"']).length).toBeGreaterThanOrEqual(2);
    expect(linesWith(['"message":"import.finished"']).length).toBeGreaterThanOrEqual(3);
  });

  test('are lines of JSON, each tied to an import or a request, beside those of Lambda itself', () => {
    for (const line of logs.filter((text) => !/^(START|REPORT) RequestId: /.test(text))) {
      const logged = JSON.parse(line);
      expect(logged).toMatchObject({ timestamp: expect.any(String), level: expect.any(String) });
      expect([line, typeof (logged.importId ?? logged.requestId)]).toEqual([line, 'string']);
    }
  });

  test('contain no name, telephone, e-mail, postcode, address or Customer ID of the sample', () => {
    const rows: string[][] = parse(sample, { relax_quotes: true, relax_column_count: true });
    const titles = new Set(rows.map(([, title]) => title));
    const cells = new Set(rows.flat().filter((cell) => cell.length >= 3 && !titles.has(cell)));
    expect(cells.size).toBeGreaterThan(150);
    expect(linesWith([...cells, 'Amelia', 'Ashworth', 'SW12', 'samsons'])).toEqual([]);
  });

  test('contain no content of rejected requests and files', () => {
    const { name, id, phone, email, postcode } = STRANGER;
    const parts = [...name.split(' '), id, phone, phone.slice(3), email, postcode, postcode.slice(0, 7), 'ZE2%209QQ'];
    expect(linesWith(parts)).toEqual([]);
  });

  test('contain no signed address and no file name', () => {
    expect(linesWith(['X-Amz-Signature', 'VoucherID.csv', 'ucher', 'large.csv'])).toEqual([]);
  });
});

test('watch-queues runs as on AWS, and logs nothing', async () => {
  const { endpoints, region, credentials } = cloud.cloud;
  const lambda = new LambdaClient({ endpoint: endpoints.lambda, region, credentials });
  const look = new InvokeCommand({ FunctionName: 'import-watchqueues-handler-function', Payload: '{}' });
  const { StatusCode, FunctionError } = await lambda.send(look);
  expect({ StatusCode, FunctionError }).toEqual({ StatusCode: 200, FunctionError: undefined });
  expect(await cloud.functionLogs()).not.toContain('queue.stuck');
});
