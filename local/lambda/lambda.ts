import type { Outcome } from '../functions/types.ts';
import { LambdaError } from './lambda-error.ts';

export interface LambdaSettings {
  /** ARNs of the functions that there are. */
  readonly functionArns: readonly string[];
  /** Runs a function at once and waits for it. */
  readonly invoke: (functionArn: string, event: string) => Promise<Outcome>;
  /** Takes an event for good: when it returns, the event is safe. */
  readonly accept: (functionArn: string, event: string) => void;
}

/** AWS's own limits for an event: of an invocation that somebody waits for, and of one that nobody waits for. */
const LIMIT_BYTES = { RequestResponse: 6 * 1024 * 1024, Event: 1024 * 1024 } as const;

/** Invokes functions for whoever may, as AWS Lambda's Invoke does. */
export class Lambda {
  readonly #settings: LambdaSettings;

  constructor(settings: LambdaSettings) {
    this.#settings = settings;
  }

  /**
   * @param name of the function, or its ARN
   * @returns undefined when the event was taken and nobody waits for its outcome
   * @throws LambdaError
   */
  async invoke(name: string, type: string, body: string): Promise<Outcome | undefined> {
    const arn = this.#settings.functionArns.find((known) => known === name || known.endsWith(`:function:${name}`));
    if (arn === undefined) throw new LambdaError('ResourceNotFoundException', `Function not found: ${name}`);
    if (type !== 'Event' && type !== 'RequestResponse') {
      throw new LambdaError(
        'InvalidParameterValueException',
        `The embedded cloud does not know invocations of type ${type}.`,
      );
    }
    if (Buffer.byteLength(body) > LIMIT_BYTES[type]) {
      throw new LambdaError('RequestTooLargeException', `The event is larger than ${LIMIT_BYTES[type]} bytes.`);
    }
    const event = body === '' ? '{}' : body;
    if (!isJson(event)) throw new LambdaError('InvalidRequestContentException', 'The event is no JSON.');
    if (type === 'RequestResponse') return this.#settings.invoke(arn, event);
    this.#settings.accept(arn, event);
    return undefined;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
