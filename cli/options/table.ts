import { InvalidArgumentError, Option } from 'commander';

export function parsePrefix(text: string): string {
  if (/^[A-Za-z0-9]{1,6}$/.test(text)) return text.toUpperCase();
  throw new InvalidArgumentError('A table prefix must be one to six letters and digits, for example VOUCIM.');
}

export const tableOption = (): Option =>
  new Option('-t, --table <prefix>', 'prefix of the CRM table').argParser(parsePrefix);
