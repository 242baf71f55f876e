import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { hashOf, type SourceVersion } from '../domain/import-id.ts';
import { IMPORT_PARTITIONS } from './partitions.ts';

/** Names the import of one version of an uploaded object, however often its arrival is announced. */
export const uploadKey = (source: SourceVersion): ControlKey => ({
  PK: `${IMPORT_PARTITIONS.uploads}${hashOf(source)}`,
  SK: 'UPLOAD',
});
