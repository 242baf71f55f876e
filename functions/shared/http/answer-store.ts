import * as z from 'zod';

/** The user is part of the key: two users may send the same key. */
export interface KeyOwner {
  readonly user: string;
  readonly key: string;
}

/** The part of an answer that is stored for repetitions. */
export const StoredAnswerSchema = z.strictObject({
  status: z.int().min(200).max(299),
  body: z.unknown().optional(),
  etag: z.string().optional(),
  location: z.string().optional(),
});
export type StoredAnswer = z.infer<typeof StoredAnswerSchema>;

/** The state of a key when a request claims it. */
export type Claim =
  /** The key is free: the caller runs the request, and returns the lock by `keep` or `free`. */
  | { readonly status: 'claimed'; readonly lock: string }
  /** The same request is in flight. */
  | { readonly status: 'running' }
  | { readonly status: 'answered'; readonly answer: StoredAnswer }
  /** The same request has been answered, and its answer was too large to store. */
  | { readonly status: 'not-kept'; readonly location: string | undefined }
  | { readonly status: 'other-request' };

/** Remembers for a day which request used a key, and the answer. */
export interface AnswerStore {
  /** Claims the key for a request; of two concurrent claims one succeeds. `fingerprint` identifies the request. */
  claim(owner: KeyOwner, fingerprint: string): Promise<Claim>;
  /** Stores the answer, unless the lock has been lost. */
  keep(owner: KeyOwner, lock: string, answer: StoredAnswer): Promise<void>;
  /** Frees the key, unless the lock has been lost. */
  free(owner: KeyOwner, lock: string): Promise<void>;
}
