import type { TestRequest, TestResponse } from '../http.ts';
import type { Extras } from './build-request.ts';
import type { Chance } from './chance.ts';
import type { Memory } from './memory.ts';

/** Where and how a file is sent, as the API says. */
export interface SignedUpload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An installation that takes requests. */
export interface Target {
  send(method: string, address: string, request: TestRequest): Promise<TestResponse>;
  /** A file arrives in the bucket, as a client with a signed address or an S3 client sends it. */
  putFile(key: string, body: string): Promise<void>;
  /** A document is sent to the address of its upload, where the target does not take every announced one for sent. */
  sendDocument?(upload: SignedUpload, content: string): Promise<void>;
  /** Runs the imports that have started, where nothing else does. */
  runImports?(): Promise<void>;
  /** Something happens besides requests: files arrive, workflows run, time passes. */
  happen?(chance: Chance, memory: Memory): Promise<void>;
  /** What an operation needs besides its schema. */
  extrasOf(key: string): Extras;
}

export interface Sender {
  readonly sendDocument: NonNullable<Target['sendDocument']>;
  call(
    method: string,
    address: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<TestResponse>;
}

/** Sends requests as the administrator, and takes any answer but a success for a mistake of the set-up. */
export function administratorOf(target: Pick<Target, 'send' | 'sendDocument'>): Sender {
  return {
    sendDocument: async (upload, content) => target.sendDocument?.(upload, content),
    async call(method, address, body, headers = {}) {
      const answer = await target.send(method, address, { headers, ...(body !== undefined && { body }) });
      if (answer.status < 300) return answer;
      throw new Error(`${method} ${address}: ${answer.status} ${JSON.stringify(answer.body)}`);
    },
  };
}
