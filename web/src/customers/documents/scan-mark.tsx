import type { components } from '../../shared/api/schema.ts';
import { Status } from '../../shared/shell/status.tsx';
import { DOCUMENTS } from './text.ts';

/** Marks a document that was not scanned, and one in which malware was found. */
export function ScanMark({ scan }: { readonly scan: components['schemas']['ScanState'] }) {
  if (scan === 'clean') return null;
  return <Status type={scan === 'infected' ? 'error' : 'pending'}>{DOCUMENTS.scan[scan]}</Status>;
}
