import * as z from 'zod';

/** What stands in the way of a deletion, with what is needed to link to it. */
export const BlockerSchema = z
  .strictObject({
    kind: z.enum(['campaign', 'import', 'schedule']),
    /** Of the campaign, the import or the schedule. */
    id: z.string(),
    prefix: z.string().meta({ description: 'Of the CRM table.', example: 'VOUCIM' }),
    name: z.string().optional().meta({ description: 'Absent for an import.' }),
    reason: z.string(),
  })
  .meta({ id: 'DeletionBlocker' });
export type Blocker = z.infer<typeof BlockerSchema>;

/** What a job has removed from one CRM table. */
export const RemovedCountsSchema = z
  .strictObject({
    prefix: z.string(),
    counts: z
      .record(z.string(), z.int().min(0))
      .meta({ description: 'By kind.', example: { customers: 1204, 'history-events': 310 } }),
  })
  .meta({ id: 'RemovedCounts' });
export type RemovedCounts = z.infer<typeof RemovedCountsSchema>;

/** Something that an administrator has ordered, and that a worker does piece by piece. The certificate is the job at its end. */
export const JobSchema = z
  .strictObject({
    jobId: z.string(),
    accountPrefix: z.string(),
    kind: z.enum(['delete-tables', 'erase-customer']),
    status: z.enum(['running', 'completed', 'rejected']).meta({ id: 'MaintenanceStatus' }),
    prefixes: z.array(z.string()).meta({ description: 'Of the CRM tables.' }),
    subject: z.string().optional().meta({
      description: 'Of an erasure: SHA-256, in hex, of the prefix of the CRM table, a blank and the Customer ID.',
    }),
    createdAt: z.iso.datetime(),
    createdBy: z.string().meta({ description: 'The id of the user.' }),
    endedAt: z.iso.datetime().optional(),
    stage: z.string().optional().meta({ description: 'What the job works on, while it runs.', example: 'customers' }),
    waitsFor: z.string().optional().meta({ description: 'Why the job does not go on at the moment.' }),
    removed: z.array(RemovedCountsSchema).meta({ description: 'What was removed, by CRM table.' }),
    blockers: z.array(BlockerSchema).optional().meta({ description: 'Why the job was rejected.' }),
    remains: z.array(z.string()).optional().meta({
      description: 'What remains by its nature after the job has ended, and how long.',
    }),
  })
  .meta({ id: 'MaintenanceJob' });
export type Job = z.infer<typeof JobSchema>;

/** The person whose erasure a job is. It is stored apart from the job, until the job has ended. */
export const PersonSchema = z.object({
  customerId: z.string(),
  /** Further values by which files are searched. */
  values: z.array(z.string()),
});
export type Person = z.infer<typeof PersonSchema>;

/** Where a job stands. A worker that is killed leaves it for the next one. */
export const ProgressSchema = z.object({
  /** The place of the stage in the list of the job's stages. */
  stage: z.int().min(0),
  /** Within the stage. */
  position: z.int().min(0),
  /** Within the stage, for a stage that goes through files. */
  after: z.string().optional(),
  /** What was counted and may not have been removed. */
  range: z.string().optional(),
});
export type Progress = z.infer<typeof ProgressSchema>;

export const FIRST_STAGE: Progress = { stage: 0, position: 0 };

/** Adds counts to those of a CRM table. */
export function addCounts(
  removed: readonly RemovedCounts[],
  prefix: string,
  added: Readonly<Record<string, number>>,
): RemovedCounts[] {
  const before = removed.find((one) => one.prefix === prefix)?.counts ?? {};
  const counts = { ...before };
  for (const [kind, count] of Object.entries(added)) counts[kind] = (counts[kind] ?? 0) + count;
  const others = removed.filter((one) => one.prefix !== prefix);
  return [...others, { prefix, counts }];
}
