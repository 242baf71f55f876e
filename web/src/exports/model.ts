import type { ExportDefinition, NewExport } from './queries.ts';
import { EXPORT_WIZARD } from './text.ts';

type Options = NonNullable<NewExport['options']>;

/** The choices of the wizard; blank texts are choices that are not made. */
export interface ExportChoices {
  readonly kind: 'customers' | 'edits';
  readonly fields: readonly string[];
  readonly filterId: string;
  /** Whether all, those since a day, or those since the last export of a definition. */
  readonly changed: 'always' | 'day' | 'last-export';
  readonly since: string;
  readonly by: string;
  readonly fileName: string;
  readonly headings: boolean;
  readonly delimiter: keyof typeof EXPORT_WIZARD.delimiters;
  readonly encoding: keyof typeof EXPORT_WIZARD.encodings;
  readonly byteOrderMark: boolean;
  readonly formulaSafe: boolean;
}

export const NEW_EXPORT: ExportChoices = {
  ...{ kind: 'customers', fields: [], filterId: '', changed: 'always', since: '', by: '', fileName: '' },
  ...{ headings: true, delimiter: ',', encoding: 'utf-8', byteOrderMark: false, formulaSafe: false },
};

const DAY_LENGTH = 10;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is missing in the first step; undefined if nothing is. */
export function contentFault({ kind, changed, since }: ExportChoices): string | undefined {
  if (changed === 'always') return kind === 'edits' ? EXPORT_WIZARD.sinceMissing : undefined;
  if (changed === 'last-export') return undefined;
  return DAY.test(since) && !Number.isNaN(Date.parse(since)) ? undefined : EXPORT_WIZARD.sinceRule;
}

/** What the wizard begins with when an export follows a definition. */
export function choicesOf({ options }: ExportDefinition): ExportChoices {
  const { fields = [], filterId = '', since, by = '', delimiter, ...format } = { ...NEW_EXPORT, ...options };
  const known =
    delimiter in EXPORT_WIZARD.delimiters ? (delimiter as ExportChoices['delimiter']) : NEW_EXPORT.delimiter;
  const day = since === undefined || since === '' || since === 'last-export' ? '' : since.slice(0, DAY_LENGTH);
  const changed = since === 'last-export' ? since : day === '' ? 'always' : 'day';
  return { ...format, fields, filterId, by, delimiter: known, changed, since: day };
}

/** The options that the choices give. */
export function optionsOf(choices: ExportChoices): Options {
  const { kind, fields, filterId, changed, since, by, fileName: _, ...format } = choices;
  return {
    ...{ kind, ...format },
    ...(kind === 'customers' && fields.length > 0 && { fields: [...fields] }),
    ...(kind === 'customers' && filterId !== '' && { filterId }),
    ...(changed === 'day' && { since: `${since}T00:00:00Z` }),
    ...(changed === 'last-export' && { since: changed }),
    ...(kind === 'edits' && by !== '' && { by }),
  };
}

/** The request that starts the export. @param exportDefinitionId of the definition that it follows */
export function requestOf(prefix: string, choices: ExportChoices, exportDefinitionId?: string): NewExport {
  const { fileName } = choices;
  return {
    ...{ prefix, options: optionsOf(choices) },
    ...(exportDefinitionId !== undefined && { exportDefinitionId }),
    ...(fileName !== '' && { fileName }),
  };
}
