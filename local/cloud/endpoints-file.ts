import { rmSync, writeFileSync } from 'node:fs';

/** The addresses that a program on this machine needs to call the cloud and to get a token: `POST <issuer>/token`. */
export interface ServedEndpoints {
  readonly api: string;
  readonly issuer: string;
  readonly console: string;
  readonly s3: string;
  readonly region: string;
  readonly dataBucket: string | undefined;
}

/** Writes the addresses to a file that only this user can read. Returns a function that removes the file. */
export function writeEndpoints(file: string, endpoints: ServedEndpoints): () => void {
  // Overwriting a file that a killed process left would keep its old permissions.
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(endpoints, null, 2)}\n`, { mode: 0o600 });
  return () => rmSync(file, { force: true });
}
