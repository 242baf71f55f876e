import type { Counts, Estimate, Import, ImportSummary, ResultFile } from '../api/imports.ts';
import { statusName } from '../follow/stages.ts';
import { PROGRAM } from '../program-name.ts';
import { about, count, counted, dollars, moment, size } from './amounts.ts';
import { printable } from './printable.ts';
import { ignoredColumnLines, warningLines } from './warning-lines.ts';

/** The result of an import, for users. */
export function importLines(view: Import): string[] {
  const { fileName, prefix, status, rejection, commonFailure, counts, files, importId, definition, corrects, options } =
    view;
  return [
    '',
    ...(commonFailure === undefined ? [] : [printable(commonFailure)]),
    `${printable(fileName)} into ${prefix}: ${statusName(status)}`,
    ...(corrects === undefined ? [] : [`corrects import ${printable(corrects)}`]),
    ...(definition === undefined ? [] : [`with the definition ${printable(definition.name)}`]),
    ...(options?.dryRun ? ['This was a dry run: no customer was changed.'] : []),
    ...resumedOverLines(view),
    ...(rejection === undefined ? [] : [printable(rejection.reason)]),
    ...(counts === undefined ? [] : ['', ...countLines(counts)]),
    ...ignoredColumnLines(view),
    ...warningLines(view, files),
    ...costLines(view),
    ...(files.length === 0 ? [] : ['', ...fileLines(files)]),
    '',
    ...adviceLines(view),
    ...(files.length === 0 ? [] : [`Download the files: ${PROGRAM} files ${importId} --download .`]),
  ];
}

function resumedOverLines({ resumedOver }: ImportSummary): string[] {
  if (resumedOver === undefined) return [];
  return [
    `The import was resumed over the newer import ${printable(resumedOver)}: records of both files may be mixed.`,
  ];
}

/** Why a queued import does not run yet. */
export function waitingLine({ status, waiting }: Import): string {
  if (waiting === undefined || waiting.reason === 'starting') return `${statusName(status)} ...`;
  const { position, reason, importId = '', until = '' } = waiting;
  const place = `place ${count(position)} in the queue ...`;
  const blocking = printable(importId);
  return reason === 'table-draining'
    ? `waiting until ${moment(until)}: workers of import ${blocking}, which has failed, may write until then; ${place}`
    : `waiting for import ${blocking} to end; ${place}`;
}

/** The manual's five counts, and the unprocessed records of a cancelled import. */
export function countLines({ updated, inserted, ignored, failed, total, unprocessed }: Counts): string[] {
  const rows: Array<readonly [string, number]> = [
    ['Customers updated', updated],
    ['Customers inserted', inserted],
    ['Customers ignored', ignored],
    ['Customers failed', failed],
    ...(unprocessed === undefined ? [] : [['Unprocessed', unprocessed] as const]),
    ['Total customers', total],
  ];
  const width = Math.max(...rows.map(([, value]) => count(value).length));
  return rows.map(([name, value]) => `  ${name.padEnd(20)}${count(value).padStart(width)}`);
}

const costLines = ({ metered }: ImportSummary): string[] =>
  metered === undefined ? [] : ['', `Cost on AWS: ${dollars(metered.dollars)}.`];

/** The folder of the files, and their sizes. */
export function fileLines(files: readonly ResultFile[]): string[] {
  const [first] = files;
  const folder = first === undefined ? '' : `s3://${first.bucket}/${first.key.slice(0, -first.name.length)}`;
  const cautions = files.flatMap(({ caution }) => (caution === undefined ? [] : ['', printable(caution)]));
  return [`Files in ${printable(folder)}:`, ...sizeLines(files), ...cautions];
}

/** Names with sizes, one in each line. */
export function sizeLines(files: ReadonlyArray<Pick<ResultFile, 'name' | 'bytes'>>): string[] {
  const width = Math.max(0, ...files.map(({ name }) => printable(name).length));
  const sizes = files.map(({ bytes }) => size(bytes));
  const sizeWidth = Math.max(0, ...sizes.map((text) => text.length));
  return files.map(({ name }, at) => `  ${printable(name).padEnd(width)}  ${(sizes[at] ?? '').padStart(sizeWidth)}`);
}

function adviceLines({ status, importId, files }: Import): string[] {
  if (status === 'awaiting-confirmation') {
    return [`Start it: ${PROGRAM} confirm ${importId}`, `Cancel it: ${PROGRAM} cancel ${importId}`];
  }
  if (status === 'failed' || status === 'cancelled') return [`Resume it: ${PROGRAM} resume ${importId}`];
  if (status !== 'completed-with-failures') return [];
  return ['The file that ends in failures.csv lists the reasons.', ...correctionLines(importId, files)];
}

/** Each stage writes its failed records to a file of its own. A file that is not named here would be forgotten. */
function correctionLines(importId: string, files: readonly ResultFile[]): string[] {
  const failed = files.map(({ name }) => printable(name)).filter((name) => /\.log\.\w+\.txt$/.test(name));
  const command = `with --corrects ${importId}`;
  if (failed.length < 2) return failed.map((name) => `Correct ${name} and import it again ${command}.`);
  return [`Correct these files and import each of them again ${command}:`, ...failed.map((name) => `  ${name}`)];
}

export function estimateLine({ rows, dollars: price, minutes }: Estimate): string {
  return `Estimate: ${counted(rows, 'record')}, ${dollars(price)}, ${about(minutes)}.`;
}

/** Two lines for each import. An id is never cut, since users copy it. */
export function importListLines(items: readonly ImportSummary[]): string[] {
  if (items.length === 0) return ['No imports yet.'];
  return items.flatMap(({ importId, prefix, fileName, status, counts, createdAt, rejection, warnings = 0 }) => [
    `${printable(importId)}  ${prefix}  ${printable(fileName)}`,
    `    ${moment(createdAt)}  ${statusName(status)}${counts === undefined ? '' : `: ${outcome(counts, warnings)}`}`,
    ...(rejection === undefined ? [] : [`    ${printable(rejection.reason)}`]),
  ]);
}

function outcome({ failed, total, unprocessed = 0 }: Counts, warnings: number): string {
  const records = counted(total, 'record');
  return [
    failed === 0 ? records : `${count(failed)} of ${records} failed`,
    ...(unprocessed === 0 ? [] : [`${count(unprocessed)} not processed`]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ].join(', ');
}
