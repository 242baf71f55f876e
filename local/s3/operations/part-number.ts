import { S3Error } from '../errors.ts';
import { type Call, parameter } from './call.ts';

const MAX_PART_NUMBER = 10_000;

/** @throws S3Error InvalidArgument */
export function requirePartNumber(call: Call): number {
  const text = parameter(call, 'partNumber') ?? '';
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= MAX_PART_NUMBER) return number;
  throw new S3Error('InvalidArgument', `Part number must be an integer between 1 and ${MAX_PART_NUMBER}, inclusive`);
}
