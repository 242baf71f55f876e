import * as z from 'zod';
import { type JsonObject, type JsonValue, JsonValueSchema } from '../../json-value.ts';

/** A state of a definition; check-definition.ts checks its fields. */
export type State = JsonObject & { Type: string };

/** A workflow, or the inner workflow of a Map. */
export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
  readonly [field: string]: JsonValue;
}

const StateSchema: z.ZodType<State> = z.object({ Type: z.string() }).catchall(JsonValueSchema);

export const DefinitionSchema: z.ZodType<Definition> = z
  .object({ StartAt: z.string(), States: z.record(z.string(), StateSchema) })
  .catchall(JsonValueSchema);

/** The inner workflow of a Map state. */
export function itemProcessorOf(state: State): Definition {
  return DefinitionSchema.parse(state.ItemProcessor);
}
