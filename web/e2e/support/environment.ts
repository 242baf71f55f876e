/** A user who can sign in. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly role: string;
}

interface Environment {
  readonly console: string;
  readonly api: string;
  readonly issuer: string;
  readonly executable: string;
  readonly results: string;
  readonly people: readonly Person[];
}

/** What tools/e2e.ts has started. */
export const environment: Environment = JSON.parse(process.env.E2E ?? '{}');

/** Whether all journeys run, as every role; otherwise one journey a page, without those marked `@full`. */
export const everyRole = process.env.E2E_EVERY_ROLE === '1';

/** The folder for pictures of each page; empty if none are taken. */
export const screenshots = process.env.E2E_SCREENSHOTS ?? '';

/** @throws Error if the embedded cloud has no person of the role */
export function personOf(role: string): Person {
  const found = environment.people.find((person) => person.role === role);
  if (found === undefined) throw new Error(`Nobody has the role ${role}.`);
  return found;
}
