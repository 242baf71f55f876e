import { CUSTOMER_ID_CODE } from '../../../crm-tables/index.ts';
import { findIgnoredColumns, type LaidOutFile } from './find-ignored-columns.ts';
import type { AsItStands, ImportedColumn } from './preview.ts';

const LONGEST_NAME = 100;

export function asItStands(file: LaidOutFile): AsItStands {
  const { layout, table } = file;
  const { header, customerIdColumn } = layout;
  const customerId = customerIdColumn === undefined ? [] : [{ position: customerIdColumn, code: CUSTOMER_ID_CODE }];
  const imported = [...customerId, ...layout.columns].map(({ position, code }): ImportedColumn => {
    const name = header[position];
    const field = table.fields.find((each) => each.code === code);
    return {
      position: position + 1,
      ...(name !== undefined && { name: [...name].slice(0, LONGEST_NAME).join('') }),
      field: code,
      label: field?.label ?? code,
    };
  });
  return { imported: imported.sort((a, b) => a.position - b.position), ignored: findIgnoredColumns(file).ignored };
}
