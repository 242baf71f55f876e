import * as z from 'zod';
import { DomainError } from './errors.ts';
import { type Treatment, treatUnknownKeys } from './unknown-keys.ts';

/** A stored record that this release cannot read: a newer release has written it, or it is damaged. */
export class UnreadableRecord extends DomainError {
  constructor(error: z.core.$ZodError) {
    const places = [...new Set(error.issues.map(({ path }) => path.join('.')))].join(', ');
    super(
      'unavailable',
      'record.unreadable',
      `This release of Switchboard cannot read a stored record (${places}). Deploy the release that wrote it.`,
    );
  }
}

interface Parser {
  readonly parse: (value: unknown) => z.core.$output;
}

const parsers = { keep: z.registry<Parser>(), drop: z.registry<Parser>() };

/** Made once per schema: a clone compiles its parser at its first use. */
function parserOf<S extends z.ZodType>(schema: S, treatment: Treatment): (value: unknown) => z.output<S> {
  const made = parsers[treatment];
  // zod's registry also returns the entry of the schema that another was derived from; only an entry of this very
  // schema counts.
  const known = made.has(schema) ? made.get(schema) : undefined;
  if (known) return known.parse;
  const treated = treatUnknownKeys(schema, treatment);
  const parse = (value: unknown): z.output<S> => {
    const parsed = treated.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new UnreadableRecord(parsed.error);
  };
  made.add(schema, { parse });
  return parse;
}

/**
 * Parses a stored value. Keys that the schema does not know are kept at every depth: a newer release may have written
 * them, and they are written back with the rest.
 * @throws UnreadableRecord where a known key does not fit the schema, such as a choice that a newer release has added
 */
export function parseStored<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  return parserOf(schema, 'keep')(value);
}

/** The part of a value that its schema describes, at every depth; the whole value if it does not fit the schema. */
export function knownPart(schema: z.ZodType, value: unknown): unknown {
  try {
    return parserOf(schema, 'drop')(value);
  } catch (error) {
    if (error instanceof UnreadableRecord) return value;
    throw error;
  }
}
