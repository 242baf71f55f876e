import type { Export } from './export.ts';

type Named = Pick<Export, 'prefix' | 'exportId'>;

/** The common prefix of the files of all exports of a CRM table. */
export const exportsFolder = (accountPrefix: string, tablePrefix: string): string =>
  `exports/${accountPrefix}/${tablePrefix}/`;

/** The files of one export. */
export function exportFiles({
  accountPrefix,
  prefix,
  exportId,
  fileName,
}: Named & Pick<Export, 'accountPrefix' | 'fileName'>) {
  const file = `${exportsFolder(accountPrefix, prefix)}${exportId}/${fileName}`;
  return { data: file, unrepresentable: `${file}.unrepresentable.csv`, definition: `${file}.import.json` };
}

/** The common prefix of the work objects of an export. */
export const exportWork = ({ prefix, exportId }: Named): string => `work/${prefix}/${exportId}/`;

export const exportCancelKey = (named: Named): string => `${exportWork(named)}cancel/flag.json`;
export const planKey = (named: Named): string => `${exportWork(named)}plan.json`;

const DIGITS = 6;
const padded = (number: number): string => String(number).padStart(DIGITS, '0');

export const fragmentKey = (named: Named, shard: number, piece: number, kind: 'data' | 'lost'): string =>
  `${exportWork(named)}${kind}/${padded(shard)}/${padded(piece)}.csv`;

/** The progress of all shards: one object for each fragment that is written. */
export const progressFolder = (named: Named): string => `${exportWork(named)}progress/`;

export const shardProgressFolder = (named: Named, shard: number): string => `${progressFolder(named)}${padded(shard)}/`;

/** What has been written up to here, in the name of the object: a list of names tells it without reading any object. */
export interface FragmentSize {
  readonly rows: number;
  readonly bytes: number;
  readonly lost: number;
  readonly lostBytes: number;
}

export const progressKey = (named: Named, shard: number, piece: number, size: FragmentSize): string =>
  `${shardProgressFolder(named, shard)}${padded(piece)}.${size.rows}.${size.bytes}.${size.lost}.${size.lostBytes}.json`;

/** @throws Error when the key is not one of `progressKey` */
export function readProgressKey(key: string): FragmentSize & { readonly shard: number; readonly piece: number } {
  const found = /\/(\d+)\/(\d+)\.(\d+)\.(\d+)\.(\d+)\.(\d+)\.json$/.exec(key);
  if (!found) throw new Error('This key is not that of a fragment of an export');
  const [shard = 0, piece = 0, rows = 0, bytes = 0, lost = 0, lostBytes = 0] = found.slice(1).map(Number);
  return { shard, piece, rows, bytes, lost, lostBytes };
}
