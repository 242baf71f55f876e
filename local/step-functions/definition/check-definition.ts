import validateSyntax from 'asl-validator';
import { isDistributed, MOST_SECONDS } from './check-map-and-task.ts';
import { checkState, unknownFields } from './check-state.ts';
import type { Place } from './context-paths.ts';
import { type Definition, itemProcessorOf } from './definition.ts';
import { ITEM_PROCESSOR_FIELDS, WORKFLOW_FIELDS } from './supported-fields.ts';

/**
 * Rejects a definition that is invalid, or that uses a feature which this cloud would run differently from AWS.
 * @throws Error that names every such state and field
 */
export function checkDefinition(machineName: string, definition: Definition): void {
  // The validator modifies its argument.
  const { isValid, errorsText } = validateSyntax(structuredClone(definition));
  const problems = [...(isValid ? [] : [errorsText('; ')]), ...supportProblems(definition)];
  if (problems.length > 0) {
    throw new Error(`State machine ${machineName} cannot run here:\n  ${problems.join('\n  ')}`);
  }
}

function supportProblems(definition: Definition): string[] {
  const problems = unknownFields('The workflow', definition, WORKFLOW_FIELDS);
  const { QueryLanguage: language = 'JSONPath', TimeoutSeconds: seconds = 0 } = definition;
  if (language !== 'JSONPath') problems.push(`QueryLanguage ${JSON.stringify(language)} is not supported`);
  if (Number(seconds) > MOST_SECONDS) problems.push(`TimeoutSeconds must be at most ${MOST_SECONDS}`);
  return [...problems, ...statesProblems(definition, 'workflow')];
}

function statesProblems(definition: Definition, place: Place): string[] {
  return Object.entries(definition.States).flatMap(([name, state]) => {
    const problems = checkState(name, state, place);
    if (state.Type !== 'Map') return problems;
    const inner = itemProcessorOf(state);
    return [
      ...problems,
      ...unknownFields(`${name}.ItemProcessor`, inner, ITEM_PROCESSOR_FIELDS),
      ...statesProblems(inner, isDistributed(state) ? 'distributed-item' : 'inline-item'),
    ];
  });
}
