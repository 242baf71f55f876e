import * as z from 'zod';
import { pageSchema } from '../shared/http/pagination.ts';
import { type Export, ExportCountsSchema, ExportSchema } from './domain/export.ts';
import { exportFiles } from './domain/export-keys.ts';
import type { ExportPorts } from './ports.ts';
import { measureExport } from './use-cases/join-fragments.ts';

const FileSchema = z
  .strictObject({
    kind: z.enum(['data', 'unrepresentable', 'import-definition']).meta({
      description:
        '`unrepresentable` lists the cells with characters that the encoding lacks; `import-definition` has the options and the mapping that read the file back.',
    }),
    name: z.string(),
    url: z.string().meta({ description: 'Works without a token until `expiresAt`, five minutes at most.' }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'ExportFile' });

const Summary = ExportSchema.omit({ conditions: true });

/** An export in a list. */
export const ExportSummarySchema = Summary.meta({ id: 'ExportSummary' });
export const ExportPageSchema = pageSchema(ExportSummarySchema);

export const ExportResourceSchema = Summary.extend({
  progress: ExportCountsSchema.optional().meta({ description: 'What a running export has written up to now.' }),
  files: z.array(FileSchema).meta({
    description:
      'Of a completed export; its files are deleted after 30 days, and by the erasure of a customer: then there are none.',
  }),
}).meta({ id: 'Export' });

export function exportSummary({ conditions: _, ...summary }: Export) {
  return summary;
}

/** None of an export whose files have been deleted: after 30 days, or by the erasure of a customer. */
async function filesOf({ addresses, store }: Pick<ExportPorts, 'addresses' | 'store'>, ended: Export) {
  const keys = exportFiles(ended);
  if ((await store.head(keys.data)) === undefined) return [];
  const all = [
    ['data', keys.data],
    ...(ended.options.kind === 'customers' ? [['import-definition', keys.definition] as const] : []),
    ...((ended.counts?.unrepresentable ?? 0) > 0 ? [['unrepresentable', keys.unrepresentable] as const] : []),
  ] as const;
  return Promise.all(
    all.map(async ([kind, key]) => {
      const name = key.slice(key.lastIndexOf('/') + 1);
      return { kind, name, ...(await addresses.forDownload(key, name)) };
    }),
  );
}

export async function exportResource(ports: Pick<ExportPorts, 'addresses' | 'store'>, found: Export) {
  const progress = found.status === 'running' ? await measureExport(ports.store, found) : undefined;
  const files = found.status === 'completed' ? await filesOf(ports, found) : [];
  return { ...exportSummary(found), ...(progress && { progress }), files };
}
