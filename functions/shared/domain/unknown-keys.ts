import * as z from 'zod';
import {
  $ZodArray,
  $ZodNever,
  $ZodObject,
  $ZodPipe,
  $ZodRecord,
  $ZodTuple,
  $ZodType,
  $ZodUnion,
  clone,
} from 'zod/v4/core';

type Schema = $ZodType;

/**
 * `keep` returns keys that a schema does not name; `drop` leaves them out, unless the schema itself allows them.
 * Neither rejects them.
 */
export type Treatment = 'keep' | 'drop';

/**
 * Returns a copy of the schema in which every object, at any depth, treats unknown keys as given. Checks of known keys
 * are unchanged.
 */
export function treatUnknownKeys<S extends Schema>(schema: S, treatment: Treatment): S {
  const inner = <T extends Schema>(part: T): T => treatUnknownKeys(part, treatment);
  if (schema instanceof $ZodObject) {
    const { def } = schema._zod;
    const shape = Object.fromEntries(Object.entries(def.shape).map(([name, part]) => [name, inner(part)]));
    const isOpen = treatment === 'keep' || (def.catchall !== undefined && !(def.catchall instanceof $ZodNever));
    return clone(schema, { ...def, shape, catchall: isOpen ? z.unknown() : undefined });
  }
  if (schema instanceof $ZodArray)
    return clone(schema, { ...schema._zod.def, element: inner(schema._zod.def.element) });
  if (schema instanceof $ZodUnion)
    return clone(schema, { ...schema._zod.def, options: schema._zod.def.options.map(inner) });
  if (schema instanceof $ZodRecord)
    return clone(schema, { ...schema._zod.def, valueType: inner(schema._zod.def.valueType) });
  if (schema instanceof $ZodTuple)
    return clone(schema, { ...schema._zod.def, items: schema._zod.def.items.map(inner) });
  if (schema instanceof $ZodPipe)
    return clone(schema, { ...schema._zod.def, in: inner(schema._zod.def.in), out: inner(schema._zod.def.out) });
  const { def } = schema._zod;
  // Optional, nullable, default and similar wrappers.
  if (!('innerType' in def) || !(def.innerType instanceof $ZodType)) return schema;
  const wrapper = { ...def, innerType: inner(def.innerType) };
  return clone(schema, wrapper);
}
