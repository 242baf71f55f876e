import { InvalidArgumentError } from 'commander';

export function parseCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number from 1 on is needed.');
}

export function parseDollars(text: string): number {
  const amount = text.replace(/^\$/, '');
  if (/^\d+(\.\d+)?$/.test(amount)) return Number(amount);
  throw new InvalidArgumentError('An amount in dollars is needed, for example 2.50.');
}
