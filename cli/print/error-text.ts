import type { CliError } from '../errors.ts';
import { printable } from './printable.ts';

/** For users. */
export function errorLines({ message, parts, advice }: CliError): string[] {
  return [
    message,
    ...parts.map(({ pointer, detail }) => `  ${pointer}: ${detail}`),
    ...(advice === undefined ? [] : [advice]),
  ].flatMap((text) => text.split('\n').map(printable));
}

/** For scripts. */
export function errorDocument({ code, message, parts, advice }: CliError): object {
  return {
    error: { code, message, ...(parts.length > 0 && { errors: parts }), ...(advice !== undefined && { advice }) },
  };
}
