import * as z from 'zod';

const ReferenceSchema = z.looseObject({ $ref: z.string() });
const RecordSchema = z.record(z.string(), z.unknown());
const SCHEMAS = '#/components/schemas/';

/**
 * Puts each shared header, parameter and response of an OpenAPI document in the places that refer to it. References to
 * schemas stay: a schema has a name in the generated types.
 * @throws Error if a reference leads nowhere
 */
export function withoutReferences(document: unknown): unknown {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    const reference = ReferenceSchema.safeParse(value);
    if (reference.success && !reference.data.$ref.startsWith(SCHEMAS)) {
      return resolve(valueAt(document, reference.data.$ref));
    }
    const record = RecordSchema.safeParse(value);
    if (!record.success) return value;
    return Object.fromEntries(Object.entries(record.data).map(([name, member]) => [name, resolve(member)]));
  };
  return resolve(document);
}

/** @param pointer such as `#/components/headers/RequestId` */
function valueAt(document: unknown, pointer: string): unknown {
  const value = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((parent, name) => RecordSchema.safeParse(parent).data?.[name], document);
  if (value === undefined) throw new Error(`The document has no ${pointer}.`);
  return value;
}
