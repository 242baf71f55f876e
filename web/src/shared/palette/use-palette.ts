import { type ComponentType, useEffect, useState } from 'react';
import { notify } from '../shell/notices.tsx';
import { loadPart } from '../shell/part.ts';
import type { PaletteProps } from './source.ts';

const load = () => loadPart(() => import('./palette.tsx'));

/** The palette is loaded this long after the first page, which needs the connection until then. */
const PRELOAD_MS = 3_000;

/** The palette while it is open, and functions that open and close it. */
export function usePalette(): [ComponentType<PaletteProps> | undefined, () => void, () => void] {
  const [opened, setOpened] = useState<{ readonly Palette?: ComponentType<PaletteProps> }>({});
  // Keys that the user types while the palette is loaded would go to the page.
  useEffect(() => {
    const timer = setTimeout(() => load().catch(() => undefined), PRELOAD_MS);
    return () => clearTimeout(timer);
  }, []);
  const open = () =>
    load().then(
      ({ default: Palette }) => setOpened({ Palette }),
      ({ message }: Error) => notify({ id: 'palette', type: 'error', content: message }),
    );
  return [opened.Palette, () => void open(), () => setOpened({})];
}
