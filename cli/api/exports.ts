import * as z from 'zod';
import type { ApiClient } from './client.ts';
import { listAll } from './pages.ts';

const count = z.number().min(0);
const CountsSchema = z.looseObject({ rows: count, bytes: count, unrepresentable: count });

const FileSchema = z.looseObject({ kind: z.string(), name: z.string(), url: z.string() });

const ExportSchema = z.looseObject({
  exportId: z.string(),
  fileName: z.string(),
  status: z.string(),
  reason: z.string().optional(),
  counts: CountsSchema.optional(),
  progress: CountsSchema.optional(),
  files: z.array(FileSchema).default([]),
});
export type Export = z.infer<typeof ExportSchema>;

export interface NewExport {
  readonly prefix: string;
  readonly exportDefinitionId?: string | undefined;
  readonly options?: object | undefined;
}

/** The same key returns the same export. */
export async function startExport(api: ApiClient, body: NewExport, idempotencyKey: string): Promise<Export> {
  const answer = await api.send({ method: 'POST', path: '/exports', body, idempotencyKey, answer: ExportSchema });
  return answer.body;
}

export async function readExport(api: ApiClient, exportId: string): Promise<Export> {
  const path = `/exports/${encodeURIComponent(exportId)}`;
  const { body } = await api.send({ method: 'GET', path, answer: ExportSchema });
  return body;
}

const NamedSchema = z.looseObject({
  name: z.string(),
  filterId: z.string().optional(),
  exportDefinitionId: z.string().optional(),
});

/** The id of a filter or an export definition by its id or its name; undefined if there is none. */
export async function findId(
  api: ApiClient,
  prefix: string,
  kind: 'filter' | 'export-definition',
  named: string,
): Promise<string | undefined> {
  const path = `/crm-tables/${encodeURIComponent(prefix)}/${kind}s`;
  const items = await listAll(api, path, NamedSchema, { query: '', most: Number.POSITIVE_INFINITY });
  const idOf = (each: z.infer<typeof NamedSchema>) => (kind === 'filter' ? each.filterId : each.exportDefinitionId);
  const isNamed = ({ name }: { readonly name: string }) => name.toLowerCase() === named.toLowerCase();
  const found = items.find((each) => idOf(each) === named) ?? items.find(isNamed);
  return found && idOf(found);
}
