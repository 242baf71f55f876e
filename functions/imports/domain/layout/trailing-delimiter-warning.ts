import type { ImportWarning } from '../warning.ts';

/** Every record of the file has one blank cell more than the header row. */
export const TRAILING_DELIMITER: ImportWarning = {
  code: 'file.trailing-delimiter',
  reason:
    'Every record ends with a delimiter that the header row does not have. The blank cell after it is not imported.',
};
