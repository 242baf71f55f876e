import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hiddenAddress } from './hidden-address.ts';

const PACKAGE = '@dynoxide/linux-x64';
/** It takes 20 ms on an idle machine; a busy one may start many engines at once. */
const READY_MS = 30_000;
const POLL_INTERVAL_MS = 5;

/**
 * The engine does not notice the end of its parent, and would survive kill -9 with the database open. A shell between them
 * kills the engine when its standard input ends, which happens whenever the parent ends.
 */
const STOP_WITH_PARENT =
  '"$@" </dev/null & engine=$!; exec 3<&0; { cat <&3 >/dev/null; kill -9 $engine; } 2>/dev/null & wait $engine';

export interface DynamoDbEngine {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts dynoxide on a database file, or returns the endpoint that DYNAMODB_ENDPOINT names. Dynoxide accepts any signature and
 * lets pages of every site read its answers; it therefore listens on an address that no page can find.
 * @throws Error if there is neither
 */
export async function startDynamoDb(file: string, endpoint: string | undefined): Promise<DynamoDbEngine> {
  if (endpoint !== undefined) return { url: endpoint, stop: async () => {} };
  const { host, port } = await hiddenAddress();
  mkdirSync(dirname(file), { recursive: true });
  const logFile = join(dirname(file), 'dynoxide.log');
  const log = openSync(logFile, 'a');
  const command = [dynoxideBinary(), 'serve', '--host', host, '--port', String(port), '--db-path', file];
  const shell = spawn('/bin/sh', ['-c', STOP_WITH_PARENT, 'sh', ...command], {
    stdio: ['pipe', log, log],
    detached: true,
  });
  const url = `http://${host}:${port}`;
  const ended = new Promise<void>((resolve) => shell.on('exit', () => resolve()));
  const stop = () => {
    shell.stdin?.destroy();
    return ended;
  };
  try {
    await ready(url, shell, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

function dynoxideBinary(): string {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
    const binary = join(folder, 'dynoxide');
    if (process.platform === 'linux' && process.arch === 'x64' && existsSync(binary)) return binary;
  } catch {
    // Not installed: npm skips the package on other systems.
  }
  throw new Error(
    `There is no DynamoDB engine for ${process.platform} ${process.arch}. Start one, e.g. DynamoDB Local, and give its address: DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start`,
  );
}

/** @throws Error with the last line of the engine's log: a test removes the folder of the database */
async function ready(url: string, shell: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline && !hasEnded(shell)) {
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await sleep(POLL_INTERVAL_MS);
  }
  const state = hasEnded(shell)
    ? `ended with ${shell.signalCode ?? `exit code ${shell.exitCode}`}`
    : `does not answer on ${url} after ${READY_MS / 1000} s`;
  const lastLine = readFileSync(logFile, 'utf8').trimEnd().split('\n').at(-1) || 'nothing';
  throw new Error(`dynoxide ${state}. The last line of ${logFile}: ${lastLine}`);
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
