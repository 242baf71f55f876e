import * as z from 'zod';
import type { ApiClient } from './client.ts';
import { listAll } from './pages.ts';

const BlockerSchema = z.looseObject({ prefix: z.string(), reason: z.string() });

const JobSchema = z.looseObject({
  jobId: z.string(),
  kind: z.string(),
  status: z.string(),
  prefixes: z.array(z.string()),
  createdAt: z.string(),
  createdBy: z.string(),
  endedAt: z.string().optional(),
  stage: z.string().optional(),
  waitsFor: z.string().optional(),
  removed: z.array(z.object({ prefix: z.string(), counts: z.record(z.string(), z.number()) })),
  blockers: z.array(BlockerSchema).optional(),
  remains: z.array(z.string()).optional(),
});
export type Job = z.infer<typeof JobSchema>;

const ContentsSchema = z.looseObject({
  prefix: z.string(),
  name: z.string(),
  customers: z.number(),
  imports: z.number(),
});
const PreviewSchema = z.object({ tables: z.array(ContentsSchema), blockers: z.array(BlockerSchema) });
export type DeletionPreview = z.infer<typeof PreviewSchema>;

const accountPath = (account: string, rest: string): string => `/accounts/${encodeURIComponent(account)}${rest}`;

export const listJobs = (api: ApiClient, account: string, most: number): Promise<Job[]> =>
  listAll(api, accountPath(account, '/maintenance-jobs'), JobSchema, { most });

export async function readJob(api: ApiClient, account: string, jobId: string): Promise<Job> {
  const path = accountPath(account, `/maintenance-jobs/${encodeURIComponent(jobId)}`);
  return (await api.send({ method: 'GET', path, answer: JobSchema })).body;
}

/** What a deletion would delete, and what stands in its way. */
export async function previewDeletion(
  api: ApiClient,
  account: string,
  prefixes: readonly string[],
): Promise<DeletionPreview> {
  const path = accountPath(account, `/table-deletion-preview?${new URLSearchParams({ prefixes: prefixes.join() })}`);
  return (await api.send({ method: 'GET', path, answer: PreviewSchema })).body;
}

export async function deleteTables(api: ApiClient, account: string, prefixes: readonly string[]): Promise<Job> {
  const path = accountPath(account, '/table-deletions');
  return (await api.send({ method: 'POST', path, body: { prefixes }, answer: JobSchema })).body;
}

export interface ErasureOrder {
  readonly prefix: string;
  readonly customerId: string;
  /** Further values by which files are searched. */
  readonly values: readonly string[];
  /** There is no such customer any more. */
  readonly isAbsent: boolean;
}

export async function eraseCustomer(api: ApiClient, account: string, order: ErasureOrder): Promise<Job> {
  return (await api.send({ method: 'POST', path: accountPath(account, '/erasures'), body: order, answer: JobSchema }))
    .body;
}
