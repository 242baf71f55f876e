import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

/** The text as it was when the user last paused while typing, so that not every key sends a request. */
export function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
