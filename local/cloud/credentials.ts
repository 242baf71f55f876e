import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const CredentialsSchema = z.object({ accessKeyId: z.string(), secretAccessKey: z.string() });
export type Credentials = z.infer<typeof CredentialsSchema>;

/** The one key pair of this cloud: made at the first start, readable by its owner alone. */
export function openCredentials(file: string): Credentials {
  if (!existsSync(file)) {
    // Letters and digits only: DynamoDB Local takes no others, and keeps a database per access key.
    const credentials = {
      accessKeyId: `LOCAL${randomBytes(6).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(20).toString('hex'),
    };
    writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
  }
  return CredentialsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
