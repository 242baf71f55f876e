import { defineEvent } from '../../shared/steps/define-event.ts';
import { scanContainer } from '../container.ts';
import { recordScan, ScanEventSchema } from '../use-cases/record-scan.ts';

/** Records what GuardDuty has found in a document. */
export const handler = defineEvent('record-scan', scanContainer(), (event) => ScanEventSchema.parse(event), recordScan);
