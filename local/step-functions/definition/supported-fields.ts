/**
 * The fields of Amazon States Language that the interpreter really follows. Others exist, and it would pass over them without a
 * word (JSONata, Assign, ItemReader, ItemBatcher, ResultWriter, tolerated failures, heartbeats): those are refused.
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

/** A test for presence or type; the interpreter answers false to `false` whatever the value, so only `true` is let through. */
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
