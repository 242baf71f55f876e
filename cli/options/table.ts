import { InvalidArgumentError, Option } from 'commander';

export function parsePrefix(text: string): string {
  if (/^[A-Za-z0-9]{1,6}$/.test(text)) return text.toUpperCase();
  throw new InvalidArgumentError('A CRM table is named by its prefix: up to 6 letters and digits, for example VOUCIM.');
}

export const tableOption = (): Option =>
  new Option('-t, --table <prefix>', 'the CRM table, by its prefix').argParser(parsePrefix);
