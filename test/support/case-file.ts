import { readFileSync } from 'node:fs';

/** The bytes of a file of `test/support/cases`: small inputs that users had trouble with. */
export const caseFile = (name: string): Buffer => readFileSync(new URL(`cases/${name}`, import.meta.url));
