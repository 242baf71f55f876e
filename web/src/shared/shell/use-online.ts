import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ApiError } from '../api/api-error.ts';

/** Whether the last request reached the API, as far as the browser and the requests tell. */
export function useOnline(): boolean {
  const hasNetwork = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  const client = useQueryClient();
  const [reached, setReached] = useState(true);

  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated') return;
        if (event.action.type === 'success') setReached(true);
        if (event.action.type === 'failed' || event.action.type === 'error') {
          setReached(!(event.action.error instanceof ApiError && event.action.error.isOffline));
        }
      }),
    [client],
  );
  return hasNetwork && reached;
}

function subscribeToNetwork(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
