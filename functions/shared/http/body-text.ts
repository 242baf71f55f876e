import type middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DomainError } from '../domain/errors.ts';

/**
 * An item of DynamoDB holds 400 KB, attribute names included. What a use case adds to a body (ids, times, defaults, an
 * estimate, reasons) is far below the difference.
 */
export const STORED_BODY_BYTES = 256 * 1024;

function tooLarge(bytes: number, limit: number): DomainError {
  const message = `The body has ${bytes} bytes; this route takes at most ${limit}.`;
  return new DomainError('too-large', 'body.too-large', message);
}

function notUtf8(): DomainError {
  const message =
    'The body is not valid UTF-8, or contains the character U+FFFD, which replaces invalid bytes. ' +
    'Send it as UTF-8; write an intended U+FFFD as \\ufffd.';
  return new DomainError('invalid', 'body.not-utf-8', message);
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notUtf8();
  }
}

/** The HTTP API passes text as text, with U+FFFD for invalid bytes, and everything else as base64. */
function textOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2, limit: number): string {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > limit) throw tooLarge(bytes.length, limit);
  const text = isBase64Encoded ? decode(bytes) : body;
  if (text.includes('\ufffd')) throw notUtf8();
  return text;
}

/**
 * Checks the size and the encoding of a body before it is parsed as JSON.
 * @throws DomainError `body.too-large`, `body.not-utf-8`
 */
export function bodyText(
  limit = STORED_BODY_BYTES,
): middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  return {
    before({ event }) {
      if (event.body === undefined) return;
      event.body = textOf(event, limit);
      event.isBase64Encoded = false;
    },
  };
}
