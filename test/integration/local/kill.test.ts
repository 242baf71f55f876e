import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Endpoints } from '../../../local/cloud/function-variables.ts';
import { bootCloud, type Cloud } from '../../../local/cloud.ts';
import { writeAssembly } from '../../support/local/assembly-fixture.ts';
import { temporaryFolder } from '../../support/local/function-fixture.ts';
import { until } from '../../support/local/until.ts';

interface Address {
  endpoints: Endpoints;
  credentials: { accessKeyId: string; secretAccessKey: string };
  region: string;
  outputs: Record<string, string>;
}

const dir = temporaryFolder();
const dataDir = join(dir, 'data');
let assembly: string;
let child: ChildProcess | undefined;
let cloud: Cloud | undefined;

beforeAll(async () => {
  assembly = await writeAssembly(dir);
});

afterAll(async () => {
  child?.kill('SIGKILL');
  await cloud?.stop();
});

async function startProcess(): Promise<{ started: ChildProcess; address: Address }> {
  const script = join(import.meta.dirname, '../../support/local/run-cloud.ts');
  const started = spawn(process.execPath, [script, dataDir, assembly], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  started.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const line = await until(() => (output.includes('\n') ? output : undefined));
  return { started, address: JSON.parse(line) as Address };
}

async function put({ endpoints, region, credentials, outputs }: Address, key: string, text: string): Promise<void> {
  const s3 = new S3Client({ endpoint: endpoints.s3, region, credentials });
  await s3.send(new PutObjectCommand({ Bucket: outputs.BucketName, Key: key, Body: text }));
  s3.destroy();
}

function statuses(): string[] {
  const folder = join(dataDir, 'step-functions', 'fixture');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).status);
}

function processesOn(file: string): string[] {
  const commands = readdirSync('/proc').map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  });
  return commands.filter((command) => command.includes('dynoxide') && command.includes(file));
}

test('a workflow and an upload that kill -9 cut off are carried out after the restart', async () => {
  const { started, address } = await startProcess();
  child = started;
  await put(address, 'uploads/slow.txt', 'slow');
  await until(() => (statuses().includes('RUNNING') ? true : undefined));
  // Acknowledged, and killed in the same moment: its event may be anywhere.
  await put(address, 'uploads/late.txt', 'quick');
  started.kill('SIGKILL');
  await once(started, 'exit');
  // The engine and the functions go with their parent.
  await until(() => (processesOn(dataDir).length === 0 ? true : undefined));
  expect(statuses()).toContain('RUNNING');

  cloud = await bootCloud({ dataDir, assembly });
  await until(() => {
    const all = statuses();
    return all.length === 2 && all.every((status) => status === 'SUCCEEDED') ? true : undefined;
  });
  const token = await cloud.token({ user: 'ada' });
  for (const key of ['uploads/slow.txt', 'uploads/late.txt']) {
    const response = await fetch(`${cloud.endpoints.api}/items/x?key=${key}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await response.json()).toMatchObject({ items: ['1', '2', '3'] });
  }
});
