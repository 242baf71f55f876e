import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockHolder, tryLock } from './lock.ts';

/** The paths of all files in the data folder, e.g. `.local/`. */
export interface DataDir {
  readonly lock: string;
  readonly credentials: string;
  readonly signingKey: string;
  readonly cache: string;
  readonly logs: string;
  readonly database: string;
  readonly objects: string;
  readonly executions: string;
  readonly queues: string;
  readonly asyncInvocations: string;
  readonly schedules: string;
  /** The users of the pool. */
  readonly users: string;
  /** The deployments of the console's files that were carried out. */
  readonly siteDeployments: string;
  /** Addresses of the services, for the terminal; exists while the cloud runs. */
  readonly endpoints: string;
}

/**
 * Locks the folder for this process; creates it if absent.
 * @param fresh removes the data, but not the keys
 * @throws Error when another process uses it
 */
export function openDataDir(dir: string, fresh: boolean): DataDir {
  mkdirSync(dir, { recursive: true });
  // Other users of this machine must not read customers' data and keys.
  chmodSync(dir, 0o700);
  const dataDir: DataDir = {
    lock: join(dir, 'run.lock'),
    credentials: join(dir, 'credentials.json'),
    signingKey: join(dir, 'issuer-key.json'),
    cache: join(dir, 'cache'),
    logs: join(dir, 'logs'),
    database: join(dir, 'dynamodb', 'data.db'),
    objects: join(dir, 's3'),
    executions: join(dir, 'step-functions'),
    queues: join(dir, 'queues'),
    asyncInvocations: join(dir, 'async-invocations.jsonl'),
    schedules: join(dir, 'schedules.jsonl'),
    users: join(dir, 'users.jsonl'),
    siteDeployments: join(dir, 'site-deployments.json'),
    endpoints: join(dir, 'endpoints.json'),
  };
  if (!tryLock(dataDir.lock)) {
    throw new Error(
      `Switchboard already runs on the data in ${dir} (process ${lockHolder(dataDir.lock)}). Stop it first.`,
    );
  }
  if (fresh) removeData(dir, dataDir);
  return dataDir;
}

function removeData(dir: string, dataDir: DataDir): void {
  const { logs, objects, executions, queues, asyncInvocations, schedules, users, siteDeployments } = dataDir;
  const stores = [join(dir, 'dynamodb'), logs, objects, executions, queues];
  for (const path of [...stores, asyncInvocations, schedules, users, siteDeployments]) {
    rmSync(path, { recursive: true, force: true });
  }
}
