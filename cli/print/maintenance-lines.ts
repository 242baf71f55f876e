import type { DeletionPreview, Job } from '../api/maintenance.ts';
import { moment } from './amounts.ts';
import { printable } from './printable.ts';
import { textTable } from './text-table.ts';

const KINDS: Readonly<Record<string, string>> = {
  'delete-tables': 'deletion of CRM tables',
  'erase-customer': 'erasure of a customer',
};

const kindText = (kind: string): string => KINDS[kind] ?? kind;

const COLUMNS = [
  { title: 'Ordered' },
  { title: 'What' },
  { title: 'CRM tables', least: 12 },
  { title: 'Status' },
  { title: 'Job' },
] as const;

export function jobListLines(jobs: readonly Job[], width: number): string[] {
  if (jobs.length === 0) return ['Nothing was deleted yet in this account.'];
  const rows = jobs.map(({ createdAt, kind, prefixes, status, jobId }) => [
    ...[moment(createdAt), kindText(kind), prefixes.join(', '), status, jobId],
  ]);
  return textTable(COLUMNS, rows, width);
}

/** A job; the certificate of one that has ended. */
export function jobLines(job: Job): string[] {
  const { jobId, kind, status, prefixes, createdAt, createdBy, endedAt, stage, waitsFor } = job;
  return [
    `Job ${jobId}: ${kindText(kind)} (${prefixes.join(', ')}), ${status}`,
    `Ordered ${moment(createdAt)} by user ${printable(createdBy)}`,
    ...(endedAt === undefined ? [] : [`Ended ${moment(endedAt)}`]),
    ...(stage === undefined ? [] : [`Works on: ${stage}`]),
    ...(waitsFor === undefined ? [] : [`Waits: ${printable(waitsFor)}`]),
    ...blockerLines(job.blockers ?? []),
    ...job.removed.flatMap(({ prefix, counts }) =>
      Object.entries(counts).map(([counted, count]) => `Removed from ${prefix}: ${count} ${counted}`),
    ),
    ...(job.remains ?? []).map((text) => `Remains: ${printable(text)}`),
  ];
}

export const previewLines = ({ tables }: DeletionPreview): string[] =>
  tables.map(
    ({ prefix, name, customers, imports }) =>
      `${prefix} (${printable(name)}): about ${customers} customers, ${imports} imports, and everything that belongs to them`,
  );

export const blockerLines = (blockers: DeletionPreview['blockers']): string[] =>
  blockers.map(({ prefix, reason }) => `${prefix}: ${printable(reason)}`);
