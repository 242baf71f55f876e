import { type ComponentType, useEffect, useState } from 'react';
import { notify } from '../shell/notices.tsx';
import { PartMissing } from '../shell/part.ts';
import type { PaletteProps, PaletteSource } from './source.ts';

interface LoadedPalette {
  readonly Palette: ComponentType<PaletteProps>;
  readonly sources: readonly PaletteSource[];
}

/** The palette is loaded this long after the first page, which needs the connection until then. */
const PRELOAD_MS = 3_000;

/**
 * The palette while it is open, and functions that open and close it.
 * @param loadSources the same function each time
 */
export function usePalette(
  loadSources: () => Promise<readonly PaletteSource[]>,
): [LoadedPalette | undefined, () => void, () => void] {
  const [opened, setOpened] = useState<LoadedPalette | undefined>(undefined);
  // Keys that the user types while the palette is loaded would go to the page.
  useEffect(() => {
    const timer = setTimeout(() => load(loadSources).catch(() => undefined), PRELOAD_MS);
    return () => clearTimeout(timer);
  }, [loadSources]);
  const open = () =>
    load(loadSources).then(setOpened, ({ message }: Error) =>
      notify({ id: 'palette', type: 'error', content: message }),
    );
  return [opened, () => void open(), () => setOpened(undefined)];
}

let loaded: LoadedPalette | undefined;

/**
 * A browser does not load a module again that it once failed to load, and pages share modules with what the palette finds:
 * without a network it is not attempted.
 * @throws PartMissing
 */
async function load(loadSources: () => Promise<readonly PaletteSource[]>): Promise<LoadedPalette> {
  if (loaded) return loaded;
  if (!navigator.onLine) throw new PartMissing();
  try {
    const [{ default: Palette }, sources] = await Promise.all([import('./palette.tsx'), loadSources()]);
    loaded = { Palette, sources };
    return loaded;
  } catch {
    throw new PartMissing();
  }
}
