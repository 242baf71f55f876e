import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import * as z from 'zod';

export const TOKEN_ALGORITHM = 'RS256';

/** An RSA key pair. A process that can read its file can make tokens for any user. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

const JwkSchema = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }).loose();

/** Reads the key, or makes one at the first start. Only the file's owner may read it. */
export async function openSigningKey(file: string): Promise<SigningKey> {
  if (!existsSync(file)) await createKey(file);
  chmodSync(file, 0o600);
  const jwk = JwkSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { kty, n, e } = jwk;
  const id = await calculateJwkThumbprint({ kty, n, e });
  const privateKey = await importJWK(jwk, TOKEN_ALGORITHM);
  if (privateKey instanceof Uint8Array)
    throw new Error(`${file} does not hold an RSA key. Remove it to make a new one.`);
  return { id, privateKey, publicJwk: { kty, n, e, kid: id, alg: TOKEN_ALGORITHM, use: 'sig' } };
}

async function createKey(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair(TOKEN_ALGORITHM, { extractable: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
}
