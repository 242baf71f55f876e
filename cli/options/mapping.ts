import { InvalidArgumentError } from 'commander';

/** `column` is a cell of the header row, or a position from 1; the field null ignores the column. */
export type MappedColumn = {
  readonly column: string | number;
  readonly field: string | null;
  readonly dateForm?: 'day-first' | 'month-first';
};

const CODE = 'P\\d{3}';
const COLUMN_OF_CODE = new RegExp(`^(.+)=(?:(${CODE})(?::(day-first|month-first))?)?$`, 'is');
const ONE_CODE = new RegExp(`^${CODE}$`);

const FORMS = ['day-first', 'month-first'] as const;

/**
 * `Postcode=P018` maps the column with that header to that field, `3=P018` the third column; `Notes=` ignores a column.
 * `Joined=P021:day-first` reads dates such as 03/04/2026.
 * A column's name may contain an equals sign; a code never does.
 */
export function parseMapping(text: string, before: readonly MappedColumn[] = []): readonly MappedColumn[] {
  const [, name = '', code = '', form] = COLUMN_OF_CODE.exec(text) ?? [];
  if (name === '') {
    throw new InvalidArgumentError('Use Column=P018, 3=P018 for the third column, or Column= to ignore a column.');
  }
  const column = /^[1-9]\d*$/.test(name) ? Number(name) : name;
  const dateForm = FORMS.find((each) => each === form?.toLowerCase());
  return [...before, { column, field: code === '' ? null : code.toUpperCase(), ...(dateForm && { dateForm }) }];
}

/** `P012,P013` */
export function parseFieldCodes(text: string): string[] {
  const codes = text.split(',').map((code) => code.trim().toUpperCase());
  if (codes.every((code) => ONE_CODE.test(code))) return codes;
  throw new InvalidArgumentError('Use field codes separated by commas, for example P012,P013.');
}
