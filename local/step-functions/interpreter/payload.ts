import { type JsonValue, parseJson } from '../../json-value.ts';
import { fatal } from './errors.ts';

/** The limit for the input or output of a state: 256 KiB of JSON. */
export const STATE_PAYLOAD_LIMIT_BYTES = 262_144;

/** JSON text of a payload. @throws States.DataLimitExceeded */
export function payloadText(value: JsonValue, where: string): string {
  const text = JSON.stringify(value);
  checkPayload(text, where);
  return text;
}

/** A copy of a payload through JSON. @throws States.DataLimitExceeded */
export function copyPayload(value: JsonValue, where: string): JsonValue {
  return parseJson(payloadText(value, where));
}

export function checkPayload(text: string, where: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= STATE_PAYLOAD_LIMIT_BYTES) return;
  throw fatal(
    'States.DataLimitExceeded',
    `${where} has ${bytes} bytes, more than the maximum of ${STATE_PAYLOAD_LIMIT_BYTES}.`,
  );
}
