import { StateMachine } from 'aws-local-stepfunctions';
import type { JsonObject, JsonValue } from '../../json-value.ts';
import type { ContextObject } from './run.ts';

/** Fills in a Map's ItemSelector for one item: the interpreter evaluates it as the Parameters of a Pass state. */
export async function selectItem(selector: JsonObject, input: JsonValue, context: ContextObject): Promise<JsonValue> {
  const machine = new StateMachine(
    { StartAt: 'Select', States: { Select: { Type: 'Pass', Parameters: selector, End: true } } },
    { validationOptions: { noValidate: true } },
  );
  return await machine.run(input, { context: { ...context } }).result;
}
