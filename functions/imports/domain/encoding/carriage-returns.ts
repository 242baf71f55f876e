import { CarriageReturns } from '../csv/carriage-returns.ts';
import type { Transcoder } from './transcoder.ts';

/** Turns the carriage returns that end lines into LFs, in the output of another transcoder. */
export class CarriageReturnTranscoder implements Transcoder {
  readonly #transcoder: Transcoder;
  readonly #carriageReturns: CarriageReturns;

  constructor(transcoder: Transcoder, delimiter: string) {
    this.#transcoder = transcoder;
    this.#carriageReturns = new CarriageReturns(delimiter);
  }

  most(bytes: number): number {
    // One more for a carriage return that was held back.
    return this.#transcoder.most(bytes) + 1;
  }

  write(bytes: Uint8Array, target: Uint8Array, start: number): number {
    const from = this.#carriageReturns.resume(target, start);
    return this.#carriageReturns.convert(target, start, this.#transcoder.write(bytes, target, from));
  }

  end(target: Uint8Array, start: number): number {
    const from = this.#carriageReturns.resume(target, start);
    return this.#carriageReturns.finish(target, start, this.#transcoder.end(target, from));
  }
}
