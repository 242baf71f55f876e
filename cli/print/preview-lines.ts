import type { Preview } from '../api/preview.ts';
import { delimiterName } from './delimiter-name.ts';
import { estimateLine } from './import-lines.ts';
import { cut, printable } from './printable.ts';
import { textTable } from './text-table.ts';

const MOST_ROWS = 5;

/** What a file is taken for. */
export function previewLines(preview: Preview, width: number): string[] {
  const { warnings, estimate } = preview;
  return [
    formLine(preview),
    '',
    ...columnLines(preview, width),
    ...(preview.rows.length === 0 ? [] : ['', 'First records:', ...rowLines(preview, width)]),
    ...(warnings.length === 0 ? [] : ['', 'Warnings:', ...warnings.map(({ detail }) => `  ${printable(detail)}`)]),
    ...(estimate ? ['', estimateLine(estimate)] : []),
  ];
}

/** `utf-8, comma between cells, no header row, line ends CRLF; Customer ID found` */
function formLine({ encoding, compression, delimiter, header, lineEnd, customerIdFound }: Preview): string {
  const form = [
    encoding,
    ...(compression === 'none' ? [] : [compression]),
    `${delimiterName(delimiter)} between cells`,
    header ? 'a header row' : 'no header row',
    `line ends ${printable(lineEnd.toUpperCase())}`,
  ];
  return `${form.join(', ')}; Customer ID ${customerIdFound ? 'found' : 'not found'}`;
}

function columnLines({ columns, header }: Preview, width: number): string[] {
  const titles = [
    { title: '#', alignRight: true },
    // Without a header row columns have no names.
    ...(header ? [{ title: 'Column', least: 8 }] : []),
    { title: 'Field' },
    { title: 'Label', least: 8 },
    { title: 'Because of' },
    { title: 'Sure', alignRight: true },
    { title: 'For example', least: 8 },
  ];
  const rows = columns.map(({ position, name, field, label, reason, confidence, samples }) => [
    String(position),
    ...(header ? [name ?? ''] : []),
    field ?? 'ignored',
    label ?? '',
    field === null ? '' : (reason ?? ''),
    field === null || typeof confidence !== 'number' ? '' : `${Math.round(confidence * 100)} %`,
    samples.find((sample) => sample !== '') ?? '',
  ]);
  return textTable(titles, rows, width);
}

function rowLines({ rows }: Preview, width: number): string[] {
  const shown = rows.slice(0, MOST_ROWS);
  return shown.map((cells) => cut(`  ${cells.map(printable).join(' | ')}`, width));
}
