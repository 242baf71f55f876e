import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionFailure } from './types.ts';

/** The dead-letter queues as files, `<dir>/<queue>.jsonl`, one message a line, for operators to read. */
export class DeadLetters {
  readonly #dir: string;
  readonly #queues: ReadonlyMap<string, string>;

  /** @param queues name by ARN */
  constructor(dir: string, queues: ReadonlyMap<string, string>) {
    this.#dir = dir;
    this.#queues = queues;
  }

  /** Returns the file that holds the message. */
  send(queueArn: string, event: string, failure: FunctionFailure): string {
    const file = join(this.#dir, `${this.#queues.get(queueArn) ?? queueArn.split(':').at(-1)}.jsonl`);
    const message = {
      messageId: randomUUID(),
      sentAt: new Date().toISOString(),
      attributes: { ErrorCode: failure.errorType, ErrorMessage: failure.errorMessage },
      body: event,
    };
    mkdirSync(this.#dir, { recursive: true });
    appendFileSync(file, `${JSON.stringify(message)}\n`);
    return file;
  }
}
