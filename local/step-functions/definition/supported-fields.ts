/**
 * The fields of Amazon States Language that the interpreter implements. It would silently ignore others (JSONata, Assign,
 * ItemReader, ItemBatcher, ResultWriter, tolerated failures, heartbeats); a definition that uses one is rejected.
 */
export const WORKFLOW_FIELDS = ['Comment', 'StartAt', 'States', 'TimeoutSeconds', 'Version', 'QueryLanguage'];
export const ITEM_PROCESSOR_FIELDS = ['Comment', 'StartAt', 'States', 'ProcessorConfig'];

const COMMON = ['Type', 'Comment', 'InputPath', 'OutputPath'];
const RESULT = ['ResultSelector', 'ResultPath', 'Retry', 'Catch', 'Next', 'End'];

export const STATE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Task: [...COMMON, ...RESULT, 'Resource', 'Parameters', 'TimeoutSeconds'],
  Map: [...COMMON, ...RESULT, 'ItemProcessor', 'ItemsPath', 'ItemSelector', 'MaxConcurrency', 'Label'],
  Pass: [...COMMON, 'Result', 'Parameters', 'ResultPath', 'Next', 'End'],
  Wait: [...COMMON, 'Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath', 'Next', 'End'],
  Choice: [...COMMON, 'Choices', 'Default'],
  Succeed: COMMON,
  Fail: ['Type', 'Comment', 'Error', 'ErrorPath', 'Cause', 'CausePath'],
};

export const RETRY_FIELDS = [
  'Comment',
  'ErrorEquals',
  'IntervalSeconds',
  'MaxAttempts',
  'BackoffRate',
  'MaxDelaySeconds',
  'JitterStrategy',
];
export const CATCH_FIELDS = ['Comment', 'ErrorEquals', 'Next', 'ResultPath'];

const COMPARED = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];
const COMPARISONS = ['String', 'Numeric', 'Timestamp'].flatMap((type) =>
  COMPARED.flatMap((operator) => [`${type}${operator}`, `${type}${operator}Path`]),
);

/** Tests for presence or type; the interpreter evaluates `false` as false for every value, so only `true` is allowed. */
export const TYPE_TESTS = ['IsNull', 'IsPresent', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp'];
export const CHOICE_FIELDS = [
  'Comment',
  'Next',
  'Variable',
  'And',
  'Or',
  'Not',
  'StringMatches',
  'BooleanEquals',
  'BooleanEqualsPath',
  ...COMPARISONS,
  ...TYPE_TESTS,
];
