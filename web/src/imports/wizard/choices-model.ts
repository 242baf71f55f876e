import type { components } from '../../shared/api/schema.ts';
import { type Later, newLater } from './later-model.ts';
import type { Edits, Mapping, Preview } from './mapping-model.ts';
import { SAVING } from './text.ts';

type Schemas = components['schemas'];
export type ImportOptions = Schemas['ImportOptions'];
export type NewImport = Schemas['NewImport'];
export type PreviewRequest = Schemas['PreviewRequest'];

/** How the file is read. An empty text: as it is detected. */
export interface FormatChoices {
  readonly delimiter: string;
  readonly header: '' | 'yes' | 'no';
  readonly skipLines: string;
  readonly encoding: '' | Schemas['Encoding'];
  readonly compression: '' | Schemas['Compression'];
}

/** What is done with the records. */
export interface Rules {
  readonly mode: Schemas['ImportMode'];
  readonly duplicates: Schemas['DuplicatesOption'];
  readonly blank: Schemas['BlankOption'];
  readonly conflicts: Schemas['ConflictsOption'];
  readonly dryRun: boolean;
  readonly consistentRead: boolean;
  readonly unwrapFormulas: boolean;
  readonly strictFields: readonly string[];
}

/** Whether the choices are saved for the next import. */
export interface Saving {
  readonly isWanted: boolean;
  readonly name: string;
  readonly isDefault: boolean;
}

/** Everything that the user chooses, apart from the file. */
export interface Choices {
  readonly tablePrefix: string;
  /** Id of the saved definition from which the choices come; empty without one. */
  readonly definitionId: string;
  readonly format: FormatChoices;
  readonly customerId: 'column' | 'none';
  readonly rules: Rules;
  /** By the signature of the file's columns, so that another way to read the file does not lose them. */
  readonly edits: Readonly<Record<string, Edits>>;
  readonly later: Later;
  readonly saving: Saving;
}

export const DETECTED: FormatChoices = { delimiter: '', header: '', skipLines: '', encoding: '', compression: '' };

export const USUAL_RULES: Rules = {
  mode: 'upsert',
  duplicates: 'reject',
  blank: 'clear',
  conflicts: 'import-wins',
  dryRun: false,
  consistentRead: false,
  unwrapFormulas: false,
  strictFields: [],
};

export const newChoices = (tablePrefix: string): Choices => ({
  tablePrefix,
  definitionId: '',
  format: DETECTED,
  customerId: 'column',
  rules: USUAL_RULES,
  edits: {},
  later: newLater(),
  saving: { isWanted: false, name: '', isDefault: false },
});

/** The choices of a saved definition. */
export function choicesOf(
  definition: Pick<Schemas['ImportDefinition'], 'definitionId' | 'prefix' | 'options'>,
): Choices {
  const { delimiter, header, skipLines, encoding, compression, customerId, ...rules } = definition.options;
  return {
    ...newChoices(definition.prefix),
    definitionId: definition.definitionId,
    format: {
      delimiter: delimiter ?? '',
      header: header === undefined ? '' : header ? 'yes' : 'no',
      skipLines: skipLines === undefined ? '' : String(skipLines),
      encoding: encoding ?? '',
      compression: compression ?? '',
    },
    customerId: customerId ?? 'column',
    rules: { ...USUAL_RULES, ...rules },
  };
}

/** What is missing; undefined if nothing is. */
export const savingFault = ({ isWanted, name }: Saving): string | undefined =>
  isWanted && name.trim() === '' ? SAVING.nameRule : undefined;

export const isSkipLines = (text: string): boolean => text === '' || (/^\d{1,4}$/.test(text) && Number(text) <= 1000);

/** The options of a request. All are named, so that the default definition of the table changes none. */
export function optionsOf({
  format,
  customerId,
  rules,
}: Pick<Choices, 'format' | 'customerId' | 'rules'>): ImportOptions {
  const { delimiter, header, skipLines, encoding, compression } = format;
  return {
    ...(delimiter !== '' && { delimiter }),
    ...(header !== '' && { header: header === 'yes' }),
    ...(skipLines !== '' && isSkipLines(skipLines) && { skipLines: Number(skipLines) }),
    ...(encoding !== '' && { encoding }),
    ...(compression !== '' && { compression }),
    customerId,
    ...rules,
    strictFields: [...rules.strictFields],
  };
}

/** The options of the import: as the preview has read the file, so that nothing is detected again. */
export function pinnedOptions(choices: Choices, { delimiter, header, encoding, compression }: Preview): ImportOptions {
  return {
    ...optionsOf(choices),
    ...(delimiter !== undefined && { delimiter }),
    ...(header !== undefined && { header }),
    ...(encoding !== undefined && { encoding }),
    ...(compression !== undefined && { compression }),
  };
}

/** How the file is imported: the same for the preview that is shown and for the import. */
export interface Agreed {
  readonly options: ImportOptions;
  readonly mapping: Mapping;
}

interface NamedFile {
  readonly name: string;
  readonly bytes: number;
}

/** The import of a file exactly as the preview has shown it. */
export const newImportOf = (prefix: string, { options, mapping }: Agreed, file: NamedFile): NewImport => ({
  prefix,
  fileName: file.name,
  bytes: file.bytes,
  options,
  mapping,
});
