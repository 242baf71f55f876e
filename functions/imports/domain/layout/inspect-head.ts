import type { PublishedTable } from '../../../crm-tables/index.ts';
import type { ImportOptions, Mapping } from '../../../definitions/index.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import { type FileLayout, layOutFile } from './file-layout.ts';

/** @throws DomainError `file.empty`, `file.too-large` */
export function rejectSize(size: number, largest: number): void {
  if (size === 0) throw new DomainError('invalid', 'file.empty', 'The file is empty.');
  if (size <= largest) return;
  const reason = `The file has ${size} bytes; at most ${largest} are accepted. Split it.`;
  throw new DomainError('invalid', 'file.too-large', reason);
}

/** Lays out a file that has records. @throws DomainError `file.*` and `mapping.*` with the fault and advice */
export function layOutRecords(
  head: FileHead,
  table: PublishedTable,
  options: ImportOptions,
  mapping: Mapping | undefined,
): FileLayout {
  const layout = layOutFile(head, table, options, mapping);
  if (!head.isWhole || layout.dataStart < head.bytes.length) return layout;
  throw new DomainError('invalid', 'file.no-records', 'The file has a header row but no records.');
}
