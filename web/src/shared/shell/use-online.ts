import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ApiError } from '../api/api-error.ts';
import { ME_KEY } from '../session/me.ts';

/** How often a request is sent while the API cannot be reached, to see when it is back. */
const PROBE_INTERVAL_MS = 3_000;

/**
 * Whether the last request reached the API, as far as the browser and the requests tell. When the connection is back,
 * everything that the page shows is read again.
 */
export function useOnline(): boolean {
  const hasNetwork = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  const client = useQueryClient();
  const [reached, setReached] = useState(true);
  const online = hasNetwork && reached;
  const wasOnline = useRef(true);

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

  useEffect(() => {
    if (reached || !hasNetwork) return;
    // A query that failed waits longer and longer between its attempts: this request does not.
    const probe = () => void client.refetchQueries({ queryKey: ME_KEY });
    probe();
    const timer = setInterval(probe, PROBE_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [client, hasNetwork, reached]);

  useEffect(() => {
    if (online && !wasOnline.current) void client.invalidateQueries();
    wasOnline.current = online;
  }, [client, online]);

  return online;
}

function subscribeToNetwork(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
