import type { ObservedCall } from '../../../local/s3/options.ts';
import type { TableCall } from '../../support/table-calls.ts';
import { TestCloud } from '../test-cloud.ts';

/** Some chunks for each stage, in proportions like those of large files: many records a chunk, few samples a range. */
export const LIMITS = {
  scanBytes: 200_000,
  partBytes: 50_000,
  mergeBytes: 150_000,
  blockBytes: 8_000,
  sampleBytes: 100,
  differentiateBytes: 100_000,
  writeRows: 400,
};

/** A chunk takes a second. An import that was stopped keeps the next one waiting for this long. */
export const WRITE_STEP_SECONDS = 15;

/** The calls of all functions, which their permissions are compared with. */
export const objectCalls: ObservedCall[] = [];
export const tableCalls: TableCall[] = [];

export const cloud = new TestCloud({
  limits: LIMITS,
  context: { writeStepTimeoutSeconds: String(WRITE_STEP_SECONDS) },
  onObjectCall: (call) => objectCalls.push(call),
  onTableCall: (call) => tableCalls.push(call),
});
