import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { parseStored } from '../domain/stored.ts';
import { type KeyOwner, type StoredAnswer, StoredAnswerSchema } from '../http/answer-store.ts';
import { type Item, readItem, toItem } from './attributes.ts';
import type { ControlKey } from './control-key.ts';
import { KIT_PARTITIONS } from './partitions.ts';

/** Raised when the stored format changes; a reader rejects a version that it does not know. */
const ANSWER_SCHEMA_VERSION = 1;

/**
 * An item holds at most 400 KB. The largest answer (a CRM table with its longest lists, draft and published version)
 * exceeds this before compression.
 */
const LARGEST_ANSWER_BYTES = 380 * 1024;

const AnswerItemSchema = z.object({
  schemaVersion: z.literal(ANSWER_SCHEMA_VERSION),
  fingerprint: z.string(),
  state: z.enum(['running', 'answered', 'not-kept']),
  location: z.string().optional(),
});

/** A parsed answer item; `answer` is set when the state is `answered`. */
export interface KeptAnswer extends z.infer<typeof AnswerItemSchema> {
  readonly answer: StoredAnswer | undefined;
}

/** Times are in seconds since 1970, as DynamoDB's time to live requires. */
export interface RunningRequest {
  readonly fingerprint: string;
  readonly lock: string;
  readonly lockedUntil: number;
  readonly ttl: number;
}

export function answerKey({ user, key }: KeyOwner): ControlKey {
  return { PK: `${KIT_PARTITIONS.answers}${user}`, SK: `KEY#${key}` };
}

export function toRunningItem(owner: KeyOwner, running: RunningRequest): Item {
  return toItem({ ...answerKey(owner), schemaVersion: ANSWER_SCHEMA_VERSION, state: 'running', ...running });
}

export function answerAttributes(answer: StoredAnswer): Item {
  const packed = gzipSync(JSON.stringify(answer));
  if (packed.length > LARGEST_ANSWER_BYTES) return toItem({ state: 'not-kept', location: answer.location });
  return { ...toItem({ state: 'answered' }), answer: { B: packed } };
}

export function fromAnswerItem(item: Item): KeptAnswer {
  const known = readItem(AnswerItemSchema, item);
  if (known.state !== 'answered') return { ...known, answer: undefined };
  const packed = z.instanceof(Uint8Array).parse(item.answer?.B);
  return { ...known, answer: parseStored(StoredAnswerSchema, JSON.parse(gunzipSync(packed).toString())) };
}
