import type { Proposal } from '../api/proposals.ts';
import { PROGRAM } from '../program-name.ts';
import { delimiterName } from './delimiter-name.ts';
import { exampleText } from './example-text.ts';
import { printable } from './printable.ts';
import { shellWord } from './shell-word.ts';
import { textTable } from './text-table.ts';
import { warningLines } from './value-warning-lines.ts';

const COLUMNS = [
  { title: '#', alignRight: true },
  { title: 'Field' },
  { title: 'Label', least: 8 },
  { title: 'Type' },
  { title: 'Length', alignRight: true },
  { title: 'Search' },
  { title: 'Because', least: 12 },
] as const;

/** The proposed CRM table, the values that contradict it, and the warnings. */
export function proposalLines(proposal: Proposal, width: number): string[] {
  const { prefix, draft, encoding, delimiter, header, customerId, recordsRead, recordsUnreadable } = proposal;
  const unreadable = recordsUnreadable === 0 ? '' : `, ${recordsUnreadable} of them unreadable`;
  return [
    `CRM table ${prefix} (${printable(draft.name)}), from ${recordsRead} records${unreadable}`,
    `${encoding}, ${delimiterName(delimiter)} between cells, ${header ? 'a header row' : 'no header row'}`,
    printable(
      `Customer ID: ${customerId.column === null ? 'none' : `column ${customerId.column}`}. ${customerId.reason}`,
    ),
    '',
    ...fieldLines(proposal, width),
    ...contradictionLines(proposal),
    ...warningLines(proposal.warnings),
  ];
}

function fieldLines({ columns, draft }: Proposal, width: number): string[] {
  const rows = columns.map(({ position, name, field: code, reasons }) => {
    const field = draft.fields.find((each) => each.code === code);
    if (!field) return [String(position), 'left out', name ?? '', '', '', '', ''];
    const { label, type, maxLength, flags } = field;
    return [
      String(position),
      field.code,
      label,
      type,
      String(maxLength),
      flags.search ? 'yes' : '',
      reasons?.type ?? '',
    ];
  });
  return textTable(COLUMNS, rows, width);
}

function contradictionLines({ columns }: Proposal): string[] {
  const doubtful = columns.filter(({ contradictingCount }) => contradictingCount > 0);
  if (doubtful.length === 0) return [];
  const lines = doubtful.map(({ position, contradictingCount, contradicting }) =>
    printable(`  Column ${position}: ${contradictingCount}, for example ${exampleText(contradicting)}`),
  );
  return ['', 'Values that contradict the type:', ...lines];
}

/** The command that imports the file into the published table. */
export function importCommand({ prefix, options, mapping }: Proposal, named: string): string {
  const flags = Object.entries(options).map(([name, value]) => {
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
    return ` --${flag} ${shellWord(text)}`;
  });
  const maps = mapping.map(({ column, field, dateForm }) => {
    const target = `${field ?? ''}${dateForm === undefined ? '' : `:${dateForm}`}`;
    return ` --map ${shellWord(`${column}=${target}`)}`;
  });
  return `${PROGRAM} import ${shellWord(named)} --table ${prefix}${flags.join('')}${maps.join('')}`;
}
