import { rmSync, writeFileSync } from 'node:fs';

/** What a program on this machine needs to find the cloud, and to get a token: `POST <issuer>/token`. */
export interface ServedEndpoints {
  readonly api: string;
  readonly issuer: string;
  readonly s3: string;
  readonly region: string;
  readonly dataBucket: string | undefined;
}

/** Tells programs of this user where the cloud answers. Answers how to take that back. */
export function writeEndpoints(file: string, endpoints: ServedEndpoints): () => void {
  // A file that a kill has left keeps its rights when it is written over.
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(endpoints, null, 2)}\n`, { mode: 0o600 });
  return () => rmSync(file, { force: true });
}
