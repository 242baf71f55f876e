import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { DefinitionSchema } from '../../step-functions/definition/definition.ts';
import type { StateMachineConfig } from '../../step-functions/step-functions.ts';
import type { ResolvedResource } from '../resolver.ts';

const StateMachineSchema = z.object({
  StateMachineType: z.literal('STANDARD').default('STANDARD'),
  DefinitionString: z.string().optional(),
  DefinitionS3Location: z.object({ Key: z.string() }).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.string()).default({}),
});

/** @param assets file of a definition by its object key */
export function readStateMachine(
  { name, ref, properties }: ResolvedResource,
  assets: ReadonlyMap<string, string>,
): StateMachineConfig {
  const machine = StateMachineSchema.parse(properties);
  const text = machine.DefinitionString ?? readAsset(name, machine.DefinitionS3Location?.Key, assets);
  const filledIn = text.replace(/\$\{(\w+)\}/g, (placeholder, key: string) => {
    const value = machine.DefinitionSubstitutions[key];
    if (value === undefined) throw new Error(`State machine ${name}: the template gives no value for ${placeholder}.`);
    return value;
  });
  return { name, arn: ref, definition: DefinitionSchema.parse(JSON.parse(filledIn)) };
}

function readAsset(name: string, key: string | undefined, assets: ReadonlyMap<string, string>): string {
  const file = assets.get(key ?? '');
  if (file === undefined) throw new Error(`The definition of state machine ${name} is not among the assets.`);
  return readFileSync(file, 'utf8');
}
