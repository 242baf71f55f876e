import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { hashOf, type SourceVersion } from '../domain/import-id.ts';
import { IMPORT_PARTITIONS } from './partitions.ts';

/** The same for each event of one object version, so that the version gets one import. */
export const uploadKey = (source: SourceVersion): ControlKey => ({
  PK: `${IMPORT_PARTITIONS.uploads}${hashOf(source)}`,
  SK: 'UPLOAD',
});
