import * as z from 'zod';
import type { Outcome } from '../functions/types.ts';
import { isJsonObject, parseJson } from '../json-value.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | string;
}

const ResponseSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** An answer of API Gateway itself, e.g. `{"message": "Not Found"}`. */
export function ownReply(status: number, message: string, headers: Reply['headers'] = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ message }) };
}

export const internalServerError = () => ownReply(500, 'Internal Server Error');

/** Converts the result of a function into a response, by payload format 2.0. */
export function replyOf(outcome: Outcome): Reply {
  if (!outcome.ok) {
    const isTooLarge = outcome.failure.errorType === 'RequestEntityTooLargeException';
    return isTooLarge ? ownReply(413, 'Request Entity Too Large') : internalServerError();
  }
  const value = parseJson(outcome.payload);
  if (!isJsonObject(value) || value.statusCode === undefined) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: outcome.payload };
  }
  const parsed = ResponseSchema.safeParse(value);
  if (!parsed.success) return internalServerError();
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const sent = Object.entries(headers).map(([name, header]) => [name.toLowerCase(), String(header)]);
  return {
    status: statusCode,
    headers: { ...Object.fromEntries(sent), ...(cookies.length > 0 && { 'set-cookie': cookies }) },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}
