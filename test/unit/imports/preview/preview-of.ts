import { type Mapping, mergeOptions, type OptionChoices } from '../../../../functions/definitions/index.ts';
import { decodeHead } from '../../../../functions/imports/domain/encoding/decode-head.ts';
import { layOutRecords } from '../../../../functions/imports/domain/layout/inspect-head.ts';
import { previewFile } from '../../../../functions/imports/domain/preview/preview-file.ts';
import { voucim } from '../../../support/published-table.ts';

export const TABLE = voucim();

interface Requested {
  readonly options?: OptionChoices;
  readonly mapping?: Mapping;
  readonly table?: typeof TABLE;
  readonly isWhole?: boolean;
}

/** The preview of a file, with the layout of its records by a mapping. */
export async function preview(
  content: string | Uint8Array,
  { options = {}, mapping = [], table = TABLE, isWhole = true }: Requested = {},
) {
  const merged = mergeOptions(options);
  const head = await decodeHead({ bytes: Buffer.from(content), isWhole }, merged, 256 * 1024);
  const shown = previewFile(head, table, { options: merged, mapping });
  const layout = (given: Mapping) => layOutRecords(head, table, merged, given);
  return {
    ...shown,
    layout,
    fields: shown.columns.map(({ field }) => field),
    codes: shown.warnings.map(({ code }) => code),
  };
}

export const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
export const warned = ({ warnings }: { warnings: readonly { code: string }[] }, code: string) =>
  warnings.filter((warning) => warning.code === code);

/** Labels of the fields between the Customer ID and the postcode. */
export const REST =
  'Title,First name,Last name,Phone,Mobile,Address line 1,Address line 2,Address line 3,Address line 4';
