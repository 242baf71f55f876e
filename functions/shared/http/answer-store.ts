import * as z from 'zod';

/** Whose key it is: two people who send the same key do not meet. */
export interface KeyOwner {
  readonly user: string;
  readonly key: string;
}

/** What is kept of an answer, to be given again. */
export const StoredAnswerSchema = z.strictObject({
  status: z.int().min(200).max(299),
  body: z.unknown().optional(),
  etag: z.string().optional(),
  location: z.string().optional(),
});
export type StoredAnswer = z.infer<typeof StoredAnswerSchema>;

/** What is known of a key at the moment that a request brings it. */
export type Claim =
  /** Nobody has used it: the caller runs the request, and hands the lock back with `keep` or `free`. */
  | { readonly status: 'claimed'; readonly lock: string }
  /** The same request is running. */
  | { readonly status: 'running' }
  | { readonly status: 'answered'; readonly answer: StoredAnswer }
  /** The same request was carried out, and its answer was too large to keep. */
  | { readonly status: 'not-kept'; readonly location: string | undefined }
  | { readonly status: 'other-request' };

/** Remembers for a day which request a key stood for, and what was answered. */
export interface AnswerStore {
  /** Claims the key for a request; of two at once only one gets it. `fingerprint` tells requests apart. */
  claim(owner: KeyOwner, fingerprint: string): Promise<Claim>;
  /** Keeps the answer, unless someone else holds the key by now. */
  keep(owner: KeyOwner, lock: string, answer: StoredAnswer): Promise<void>;
  /** Lets the key be used anew, unless someone else holds it by now. */
  free(owner: KeyOwner, lock: string): Promise<void>;
}
