import type { components } from '../shared/api/schema.ts';
import { ACCOUNTS } from './text.ts';

type Settings = components['schemas']['DocumentSettings'];

/** What the form of an account has of documents; empty for the default. */
interface DocumentValues {
  readonly documentTypes: string;
  readonly documentMegabytes: string;
  readonly documentGigabytes: string;
}

export const NO_DOCUMENT_VALUES: DocumentValues = {
  documentTypes: '',
  documentMegabytes: '',
  documentGigabytes: '',
};

const MEGABYTE = 1024 ** 2;
const GIGABYTE = 1024 ** 3;
const MOST_MEGABYTES = 500;
const MOST_GIGABYTES = 100 * 1024;
const MOST_TYPES = 100;

/** `.PDF, jpg` as `pdf` and `jpg`. */
const typesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .map((type) => type.replace(/^\./, ''))
      .filter((type) => type !== ''),
  ),
];

const areTypes = (types: readonly string[]): boolean =>
  types.length <= MOST_TYPES && types.every((type) => /^[a-z0-9][a-z0-9_+-]{0,19}$/.test(type));

/** The number that a text writes, above 0; undefined for another text. */
function amountOf(text: string, most: number): number | undefined {
  if (!/^\d+(\.\d+)?$/.test(text.trim())) return undefined;
  const amount = Number(text);
  return amount > 0 && amount <= most ? amount : undefined;
}

const amountRule = (most: number, rule: string) => (text: string) =>
  text.trim() === '' || amountOf(text, most) !== undefined ? undefined : rule;

export const DOCUMENT_FIELDS = {
  documentTypes: (text: string) => (areTypes(typesOf(text)) ? undefined : ACCOUNTS.documentTypesRule),
  documentMegabytes: amountRule(MOST_MEGABYTES, ACCOUNTS.documentMegabytesRule),
  documentGigabytes: amountRule(MOST_GIGABYTES, ACCOUNTS.documentGigabytesRule),
};

const shownAmount = (bytes: number | undefined, unit: number): string => (bytes === undefined ? '' : `${bytes / unit}`);

export const documentValuesOf = ({ types = [], mostBytes, quotaBytes }: Settings = {}): DocumentValues => ({
  documentTypes: types.join(' '),
  documentMegabytes: shownAmount(mostBytes, MEGABYTE),
  documentGigabytes: shownAmount(quotaBytes, GIGABYTE),
});

/** Null if everything has its default. */
export function documentsOf({ documentTypes, documentMegabytes, documentGigabytes }: DocumentValues): Settings | null {
  const types = [...typesOf(documentTypes)];
  const [most, quota] = [amountOf(documentMegabytes, MOST_MEGABYTES), amountOf(documentGigabytes, MOST_GIGABYTES)];
  const settings = {
    ...(types.length > 0 && { types }),
    ...(most !== undefined && { mostBytes: Math.round(most * MEGABYTE) }),
    ...(quota !== undefined && { quotaBytes: Math.round(quota * GIGABYTE) }),
  };
  return Object.keys(settings).length === 0 ? null : settings;
}
