import type { Import } from '../import.ts';
import { FAILURE_FILES } from '../import-keys.ts';

/** The code of a record that fails because its Customer ID occurs earlier in the file. */
export const DUPLICATE_CODE = 'customer-id.duplicate';

/**
 * The warning before one of an import's files is imported. A failure file may contain records that lost against an
 * earlier record with the same Customer ID; imported alone they would overwrite the one that won.
 */
export function cautionOf(name: string, { fileName, failureCodes }: Pick<Import, 'fileName' | 'failureCodes'>) {
  const duplicates = failureCodes?.[DUPLICATE_CODE] ?? 0;
  if (duplicates === 0 || !HOLDS_DUPLICATES.some((file) => name === `${fileName}.log.${file}.txt`)) return undefined;
  const records =
    duplicates === 1 ? '1 record whose Customer ID occurs' : `${duplicates} records whose Customer IDs occur`;
  return `${name} contains ${records} earlier in ${fileName} (${DUPLICATE_CODE} in failures.csv). Importing them would overwrite customers that this import has written. Remove them first.`;
}

/** Those of the stages that find duplicates. */
const HOLDS_DUPLICATES = FAILURE_FILES.filter((file) => file === 'BulkCopy' || file === 'Differentiate');
