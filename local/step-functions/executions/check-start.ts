import { STATE_PAYLOAD_LIMIT_BYTES } from '../interpreter/payload.ts';
import { ServiceError } from '../service-error.ts';
import type { ExecutionRecord } from './execution-record.ts';

const NAME_LIMIT = 80;
// biome-ignore lint/suspicious/noControlCharactersInRegex: AWS rejects control characters in names
const FORBIDDEN_IN_NAMES = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

/** @throws ServiceError InvalidName */
export function checkName(name: string): void {
  if (name === '' || [...name].length > NAME_LIMIT || FORBIDDEN_IN_NAMES.test(name)) {
    throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
  }
}

/** @throws ServiceError InvalidExecutionInput, ValidationException */
export function checkInput(input: string): void {
  const bytes = Buffer.byteLength(input);
  if (bytes > STATE_PAYLOAD_LIMIT_BYTES) {
    throw new ServiceError(
      'ValidationException',
      `input has ${bytes} bytes, more than the maximum of ${STATE_PAYLOAD_LIMIT_BYTES}`,
    );
  }
  try {
    JSON.parse(input);
  } catch {
    throw new ServiceError('InvalidExecutionInput', 'Invalid State Machine Execution Input: it is not JSON');
  }
}

/**
 * Allows a start under the name of an existing execution that still runs with the same input: it is the same start.
 * @throws ServiceError ExecutionAlreadyExists otherwise
 */
export function checkRepetition(existing: ExecutionRecord, input: string): void {
  if (existing.status === 'RUNNING' && existing.input === input) return;
  throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${existing.executionArn}'`);
}
