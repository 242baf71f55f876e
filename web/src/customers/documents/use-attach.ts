import { useEffect, useRef, useState } from 'react';
import { shownSize } from '../../shared/amounts.ts';
import { RejectedInput } from '../../shared/form/rejected-input.ts';
import type { CustomerAddress } from '../history/queries.ts';
import { useDocumentWrites } from './queries.ts';
import { DOCUMENTS } from './text.ts';

/** A file on its way. */
export interface Attaching {
  readonly key: string;
  readonly name: string;
  readonly percent: number;
  readonly state: 'sending' | 'attached' | 'failed';
  readonly error?: unknown;
}

const PERCENT = 100;

function faultOf({ size }: File, mostBytes: number | undefined): RejectedInput | undefined {
  if (size === 0) return new RejectedInput(DOCUMENTS.empty);
  return mostBytes !== undefined && size > mostBytes
    ? new RejectedInput(DOCUMENTS.tooLarge(shownSize(mostBytes)))
    : undefined;
}

/** Sends files one after another. Leaving the record stops the file that is being sent; nothing half-sent is attached. */
export function useAttach(address: CustomerAddress, mostBytes: number | undefined) {
  const { attach } = useDocumentWrites(address);
  const [files, setFiles] = useState<readonly Attaching[]>([]);
  const stop = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    stop.current = controller;
    return () => controller.abort();
  }, []);
  const set = (key: string, change: Partial<Attaching>) =>
    setFiles((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));

  async function send(file: File, key: string, documentId: string | undefined): Promise<void> {
    const { signal } = stop.current;
    if (signal.aborted) return;
    const onBytes = (sent: number) => set(key, { percent: Math.round((sent / file.size) * PERCENT) });
    try {
      const fault = faultOf(file, mostBytes);
      if (fault) throw fault;
      await attach(file, { documentId, key, onBytes, signal });
      set(key, { state: 'attached', percent: PERCENT });
    } catch (error) {
      if (!signal.aborted) set(key, { state: 'failed', error });
    }
  }

  return {
    files,
    dismiss: (key: string) => setFiles((all) => all.filter((each) => each.key !== key)),
    /** @param documentId of the document that gets a new version */
    async add(chosen: readonly File[], documentId?: string): Promise<void> {
      const added = chosen.map((file) => ({ file, key: crypto.randomUUID() }));
      const entries = added.map(({ file: { name }, key }) => ({ key, name, percent: 0, state: 'sending' as const }));
      setFiles((all) => [...all.filter(({ state }) => state !== 'attached'), ...entries]);
      for (const { file, key } of added) await send(file, key, documentId);
    },
  };
}
