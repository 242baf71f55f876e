import { type Api, bodyOf, done } from '../../shared/api/client.ts';
import { putBytes, type SignedRequest } from '../../shared/api/put-bytes.ts';
import { useApi } from '../../shared/services.tsx';
import type { UploadPorts } from './file-upload.ts';

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 20_000;

/** Up to twice as long as before the attempt before, with full jitter; ends when the connection is back. */
function wait(attempt: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt));
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}

async function addressOfPart(
  api: Api,
  importId: string,
  partNumber: number,
  signal: AbortSignal,
): Promise<SignedRequest> {
  const params = { path: { importId } };
  const body = { partNumbers: [partNumber] };
  const { items } = await bodyOf(api.POST('/imports/{importId}/parts', { params, body, signal }));
  const [address] = items;
  if (address === undefined) throw new Error('The API has signed no address.');
  return address;
}

/** The requests that send the file of an import. @param addressOfFile for a file that goes up in one request */
export function useUploadPorts() {
  const api = useApi();
  return (importId: string, addressOfFile: UploadPorts['addressOfFile']): UploadPorts => {
    const params = { path: { importId } };
    return {
      arrivedParts: async (signal) => (await bodyOf(api.GET('/imports/{importId}/parts', { params, signal }))).items,
      addressOf: (partNumber, signal) => addressOfPart(api, importId, partNumber, signal),
      addressOfFile,
      put: putBytes,
      complete: (parts, signal) =>
        done(api.POST('/imports/{importId}/complete', { params, body: { parts: [...parts] }, signal })),
      wait,
    };
  };
}

/** How the file of an import is cut, for an upload that goes on. */
export function useArrivedParts() {
  const api = useApi();
  return (importId: string) => bodyOf(api.GET('/imports/{importId}/parts', { params: { path: { importId } } }));
}
