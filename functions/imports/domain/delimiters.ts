import type { ImportOptions } from '../../definitions/index.ts';

/** Delimiters that are tried when none is given, the likeliest first. */
const COMMON_DELIMITERS = [',', ';', '\t', '|'];

/** The delimiters that a file may have, the likeliest first. */
export const delimitersToTry = ({ delimiter }: Pick<ImportOptions, 'delimiter'>): readonly string[] =>
  delimiter ? [delimiter] : COMMON_DELIMITERS;
