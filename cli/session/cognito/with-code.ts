import { isWrongCode } from './errors.ts';
import type { Questions } from './questions.ts';

const MOST_CODES = 3;

/** Asks for a code until one is right. */
export async function withCode<T>(questions: Questions, send: (code: string) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(await questions.code(attempt));
    } catch (error) {
      if (!isWrongCode(error) || attempt === MOST_CODES) throw error;
    }
  }
}
