import type { Preview } from '../api/preview.ts';
import { adoptionLines, asItStandsLines, isProposalNews } from './as-it-stands-lines.ts';
import { delimiterName } from './delimiter-name.ts';
import { estimateLine } from './import-lines.ts';
import { cut, printable } from './printable.ts';
import { textTable } from './text-table.ts';
import { warningLines } from './value-warning-lines.ts';

const MOST_ROWS = 5;

/** The previewed file: its name in the command, and whether it is local. */
interface Previewed {
  readonly table: string;
  readonly named: string;
  readonly isHere: boolean;
}

/** First the result of the import without the proposal, then the proposal and the commands that use it. */
export function previewLines(preview: Preview, { table, named, isHere }: Previewed, width: number): string[] {
  const { warnings, estimate } = preview;
  return [
    ...formLines(preview),
    ...preview.skipped.map(({ line, text }) => cut(`Not imported: line ${line}, "${printable(text)}"`, width)),
    ...asItStandsLines(preview),
    ...(preview.columns.length === 0 ? [] : ['', ...proposalTitle(preview), ...columnLines(preview, width)]),
    ...(preview.rows.length === 0 ? [] : ['', 'First records:', ...rowLines(preview, width)]),
    ...warningLines(warnings),
    ...(estimate ? ['', estimateLine(estimate)] : []),
    ...(isProposalNews(preview) ? lead(adoptionLines(preview, table, named, isHere)) : []),
  ];
}

const proposalTitle = (preview: Preview): string[] => (isProposalNews(preview) ? ['Proposed:'] : []);

const lead = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', ...lines]);

/** `utf-8, comma between cells, no header row, line ends CRLF; Customer ID found` */
function formLines({ encoding, compression, delimiter, header, lineEnd, customerIdFound }: Preview): string[] {
  if (encoding === undefined || delimiter === undefined || lineEnd === undefined) return [];
  const form = [
    encoding,
    ...(compression === 'none' ? [] : [compression]),
    `${delimiterName(delimiter)} between cells`,
    header ? 'a header row' : 'no header row',
    `line ends ${printable(lineEnd.toUpperCase())}`,
  ];
  return [`${form.join(', ')}; Customer ID ${customerIdFound ? 'found' : 'not found'}`];
}

function columnLines({ columns, header }: Preview, width: number): string[] {
  const titles = [
    { title: '#', alignRight: true },
    // Without a header row columns have no names.
    ...(header ? [{ title: 'Column', least: 8 }] : []),
    { title: 'Field' },
    { title: 'Label', least: 8 },
    { title: 'Reason' },
    { title: 'Confidence', alignRight: true },
    { title: 'Example', least: 8 },
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
