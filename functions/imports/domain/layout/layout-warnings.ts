import type { PublishedTable } from '../../../crm-tables/index.ts';
import { countLineFeeds } from '../csv/bytes.ts';
import { readLeadingRecords, withoutLineEnd } from '../csv/leading-records.ts';
import type { FileHead } from '../encoding/decode-head.ts';
import type { ImportWarning } from '../warning.ts';
import type { FileLayout } from './file-layout.ts';
import { quotedBytes } from './opening.ts';
import { isUnlikeFields } from './unlike-fields.ts';

export const DOUBTFUL_HEADER =
  'The first record is read as a customer, but no cell of it looks like a value of its field: it may be a header row. Use the labels of the fields as column names, or map the columns.';

/** Doubts about the layout that the beginning of a file raises. @param head its lines end in LF */
export function layoutWarnings(
  head: Pick<FileHead, 'bytes'>,
  layout: Pick<FileLayout, 'hasHeader' | 'delimiter' | 'columns' | 'dataStart' | 'dataLine'>,
  table: PublishedTable,
): ImportWarning[] {
  if (layout.hasHeader) return [];
  const bytes = head.bytes.subarray(layout.dataStart);
  const [first] = readLeadingRecords(bytes, layout.delimiter, 1).records;
  if (!first || !isUnlikeFields(first.cells, layout.columns, table)) return [];
  const line = layout.dataLine + countLineFeeds(bytes, 0, first.start);
  return [
    {
      code: 'header.doubtful',
      reason: DOUBTFUL_HEADER,
      line,
      value: quotedBytes(bytes, first.start, withoutLineEnd(bytes, first.start, first.end)),
    },
  ];
}
