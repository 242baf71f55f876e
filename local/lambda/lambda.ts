import type { Outcome } from '../functions/types.ts';
import { LambdaError } from './lambda-error.ts';

export interface LambdaSettings {
  /** ARNs of the functions that exist. */
  readonly functionArns: readonly string[];
  /** Runs a function and waits for its outcome. */
  readonly invoke: (functionArn: string, event: string) => Promise<Outcome>;
  /** Stores an event durably before it returns. */
  readonly accept: (functionArn: string, event: string) => void;
}

/** The limits of Lambda for an event: of a synchronous and of an asynchronous invocation. */
const LIMIT_BYTES = { RequestResponse: 6 * 1024 * 1024, Event: 1024 * 1024 } as const;

/** AWS Lambda's Invoke. */
export class Lambda {
  readonly #settings: LambdaSettings;

  constructor(settings: LambdaSettings) {
    this.#settings = settings;
  }

  /**
   * @param name of the function, or its ARN
   * @returns undefined for an asynchronous invocation, whose event is stored
   * @throws LambdaError
   */
  async invoke(name: string, type: string, body: string): Promise<Outcome | undefined> {
    const arn = this.#settings.functionArns.find((known) => known === name || known.endsWith(`:function:${name}`));
    if (arn === undefined) throw new LambdaError('ResourceNotFoundException', `Function not found: ${name}`);
    if (type !== 'Event' && type !== 'RequestResponse') {
      throw new LambdaError(
        'InvalidParameterValueException',
        `The embedded cloud does not support the invocation type ${type}.`,
      );
    }
    if (Buffer.byteLength(body) > LIMIT_BYTES[type]) {
      throw new LambdaError('RequestTooLargeException', `The event is larger than ${LIMIT_BYTES[type]} bytes.`);
    }
    const event = body === '' ? '{}' : body;
    if (!isJson(event)) throw new LambdaError('InvalidRequestContentException', 'The event is not JSON.');
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
