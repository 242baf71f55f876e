import * as z from 'zod';
import { CliError } from '../errors.ts';
import { PROGRAM } from '../program-name.ts';
import type { Answer, ApiClient } from './client.ts';
import { listAll } from './pages.ts';

export const MappingSchema = z.array(
  z.looseObject({
    column: z.union([z.string(), z.number()]),
    field: z.string().nullable(),
    values: z.record(z.string(), z.union([z.string(), z.strictObject({ clear: z.literal(true) })])).optional(),
    default: z.string().optional(),
    dateForm: z.enum(['day-first', 'month-first']).optional(),
  }),
);
export const OptionsSchema = z.looseObject({});

const DefinitionSchema = z.looseObject({
  definitionId: z.string(),
  prefix: z.string(),
  name: z.string(),
  options: OptionsSchema,
  mapping: MappingSchema,
  isDefault: z.boolean(),
  version: z.number(),
  updatedAt: z.string(),
  warnings: z.array(z.looseObject({ code: z.string(), detail: z.string() })).default([]),
});
export type Definition = z.infer<typeof DefinitionSchema>;

/** An update sets all of these attributes. */
export type DefinitionInput = Pick<Definition, 'name' | 'options' | 'mapping' | 'isDefault'>;

const pathOf = (tablePrefix: string, id?: string): string =>
  `/crm-tables/${encodeURIComponent(tablePrefix)}/definitions${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;

export const listDefinitions = (api: ApiClient, tablePrefix: string): Promise<Definition[]> =>
  listAll(api, pathOf(tablePrefix), DefinitionSchema);

/** A definition by name, regardless of case, or by id, with the ETag for an update; undefined if the table has none. */
export async function findDefinition(
  api: ApiClient,
  tablePrefix: string,
  named: string,
): Promise<Answer<Definition> | undefined> {
  const all = await listDefinitions(api, tablePrefix);
  const found =
    all.find(({ definitionId }) => definitionId === named) ??
    all.find(({ name }) => name.toLowerCase() === named.toLowerCase());
  if (found === undefined) return undefined;
  return api.send({ method: 'GET', path: pathOf(tablePrefix, found.definitionId), answer: DefinitionSchema });
}

/** @throws CliError if the table has no such definition */
export async function getDefinition(api: ApiClient, tablePrefix: string, named: string): Promise<Answer<Definition>> {
  const found = await findDefinition(api, tablePrefix, named);
  if (found !== undefined) return found;
  throw new CliError('definition.not-found', `CRM table ${tablePrefix} has no import definition named ${named}.`, {
    advice: `List them: ${PROGRAM} definitions list --table ${tablePrefix}`,
  });
}

export async function createDefinition(
  api: ApiClient,
  tablePrefix: string,
  body: DefinitionInput,
): Promise<Definition> {
  return (await api.send({ method: 'POST', path: pathOf(tablePrefix), body, answer: DefinitionSchema })).body;
}

/** @param before the definition as read: the update fails if another user has changed it since */
export async function updateDefinition(
  api: ApiClient,
  { body: { prefix, definitionId }, etag }: Answer<Definition>,
  body: DefinitionInput,
): Promise<Definition> {
  const path = pathOf(prefix, definitionId);
  return (await api.send({ method: 'PUT', path, body, ...(etag && { ifMatch: etag }), answer: DefinitionSchema })).body;
}

export async function deleteDefinition(
  api: ApiClient,
  { body: { prefix, definitionId }, etag }: Answer<Definition>,
): Promise<void> {
  const path = pathOf(prefix, definitionId);
  await api.send({ method: 'DELETE', path, ...(etag && { ifMatch: etag }), answer: z.unknown() });
}
