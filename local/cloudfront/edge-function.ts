import { createContext, Script } from 'node:vm';
import * as z from 'zod';

/** A function on CloudFront may compute for about a millisecond. A busy machine needs more. */
const TIMEOUT_MS = 1000;

/** The part of a request that a function sees here. */
export interface ViewerRequest {
  readonly method: string;
  /** The path, without the query. */
  readonly uri: string;
}

const RequestSchema = z.strictObject({ method: z.string(), uri: z.string().startsWith('/') });

/**
 * The `handler` of a CloudFront function, in a context of its own: it sees nothing of this process. It may change the path of
 * a request, and nothing else; an answer of its own, headers and cookies are not known here.
 * @param name for messages
 * @returns takes a request and returns the one to go on with; throws an Error that says what is not known
 */
export function compileEdgeFunction(name: string, code: string): (request: ViewerRequest) => ViewerRequest {
  const script = new Script(`${code}\n;JSON.stringify(handler(JSON.parse(eventText)));`, { filename: name });
  return ({ method, uri }) => {
    const eventText = JSON.stringify({
      version: '1.0',
      context: { eventType: 'viewer-request' },
      request: { method, uri },
    });
    const context = createContext({ eventText }, { codeGeneration: { strings: false, wasm: false } });
    const result = RequestSchema.safeParse(JSON.parse(String(script.runInContext(context, { timeout: TIMEOUT_MS }))));
    if (result.success && result.data.method === method) return result.data;
    throw new Error(
      `The CloudFront function ${name} changes more than the path, which the embedded cloud does not know.`,
    );
  };
}
