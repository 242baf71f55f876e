import { InvalidArgumentError } from 'commander';

export function parseCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('This must be a whole number of at least 1.');
}

export function parseDollars(text: string): number {
  const amount = text.replace(/^\$/, '');
  if (/^\d+(\.\d+)?$/.test(amount)) return Number(amount);
  throw new InvalidArgumentError('This must be an amount in dollars, for example 2.50.');
}

/** The API's limit. */
const MOST_LINES = 1_000;

export function parseLineCount(text: string): number {
  if (/^\d{1,4}$/.test(text) && Number(text) <= MOST_LINES) return Number(text);
  throw new InvalidArgumentError(`This must be a whole number from 0 to ${MOST_LINES.toLocaleString('en')}.`);
}
