import { createHash, randomBytes } from 'node:crypto';

/** A random string of 43 characters, for a state or a code verifier (RFC 7636). */
export const randomText = (): string => randomBytes(32).toString('base64url');

/** The code challenge for a code verifier, by the method S256. */
export const challengeFor = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
