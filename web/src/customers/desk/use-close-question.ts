import { useEffect } from 'react';

/** The browser asks before the tab is closed: the draft ends with it. A change of the page in the console needs no question. */
export function useCloseQuestion(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [active]);
}
