import * as z from 'zod';
import { parseJson } from '../disk/private-file.ts';

const ClaimsSchema = z.object({
  exp: z.number(),
  email: z.string().optional(),
  username: z.string().optional(),
  'cognito:username': z.string().optional(),
});

/** Who a token speaks for. The API verifies it; here it is only read. */
export interface Claims {
  readonly user: string;
  readonly expiresAt: string;
}

/** @throws ZodError for what is no token of Switchboard's user pool. */
export function readClaims(token: string): Claims {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const claims = ClaimsSchema.parse(parseJson(payload));
  return {
    user: claims.email ?? claims['cognito:username'] ?? claims.username ?? 'unknown',
    expiresAt: new Date(claims.exp * 1000).toISOString(),
  };
}
