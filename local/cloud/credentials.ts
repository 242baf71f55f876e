import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const CredentialsSchema = z.object({ accessKeyId: z.string(), secretAccessKey: z.string() });
export type Credentials = z.infer<typeof CredentialsSchema>;

/** The only key pair of this cloud: made at the first start, readable by its owner only. */
export function openCredentials(file: string): Credentials {
  if (!existsSync(file)) {
    // Letters and digits only: DynamoDB Local accepts no other characters, and has one database per access key.
    const credentials = {
      accessKeyId: `LOCAL${randomBytes(6).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(20).toString('hex'),
    };
    writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
  }
  return CredentialsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
