import type { Definition } from '../api/definitions.ts';
import { counted, moment } from './amounts.ts';
import { delimiterName } from './delimiter-name.ts';
import { printable } from './printable.ts';
import { textTable } from './text-table.ts';

const COLUMNS = [
  { title: 'Name', least: 16 },
  { title: 'Default' },
  { title: 'Version', alignRight: true },
  { title: 'Saved' },
  { title: 'Warnings', alignRight: true },
] as const;

export function definitionListLines(items: readonly Definition[], width: number): string[] {
  if (items.length === 0) return ['No import definitions yet.'];
  const rows = items.map(({ name, isDefault, version, updatedAt, warnings }) => [
    name,
    isDefault ? 'yes' : '',
    String(version),
    moment(updatedAt),
    warnings.length === 0 ? '' : String(warnings.length),
  ]);
  return textTable(COLUMNS, rows, width);
}

/** A whole definition, and the changes to its CRM table since it was saved. */
export function definitionLines({
  name,
  prefix,
  isDefault,
  version,
  options,
  mapping,
  warnings,
}: Definition): string[] {
  const columns = mapping.map((column) => `  ${columnText(column)}`);
  return [
    `${printable(name)}, version ${version}, of CRM table ${prefix}${isDefault ? ': its default' : ''}`,
    ...Object.entries(options).map(
      ([option, value]) =>
        `  ${printable(option)}: ${option === 'delimiter' ? delimiterName(String(value)) : printable(valueText(value))}`,
    ),
    ...(columns.length === 0 ? [] : [`${counted(columns.length, 'column')} mapped:`, ...columns]),
    ...warnings.map(({ detail }) => `Warning: ${printable(detail)}`),
  ];
}

function columnText({ column, field, values = {}, default: standIn }: Definition['mapping'][number]): string {
  const from = typeof column === 'number' ? `column ${column}` : printable(column);
  if (field === null) return `${from} is ignored`;
  const replaced = Object.keys(values).length;
  return [
    `${from} feeds ${field}`,
    ...(replaced === 0 ? [] : [`${counted(replaced, 'value')} replaced`]),
    ...(standIn === undefined ? [] : [`"${printable(standIn)}" for a blank`]),
  ].join(', ');
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
