import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '../api/client.ts';
import type { Needs } from '../session/features-model.ts';

export interface PaletteEntry {
  readonly text: string;
  /** The page that it opens; absent for an action of the page that is shown. */
  readonly href?: string;
  readonly act?: () => void;
  /** Tells apart entries of the same name. */
  readonly detail?: string;
}

/** Entries of one kind, read when the palette opens. */
export interface PaletteSource extends Needs {
  /** Plural, for people. */
  readonly name: string;
  /** Whether the entries are shown only once the user types, since they would hide what is found by name. */
  readonly needsText?: boolean;
  readonly find: (api: Api, client: QueryClient) => Promise<readonly PaletteEntry[]>;
}

export interface PaletteProps {
  readonly pages: readonly PaletteEntry[];
  readonly sources: readonly PaletteSource[];
  readonly onClose: () => void;
}

/** Names that were read this long ago are good enough for the palette, in milliseconds. */
export const PALETTE_STALE_MS = 60_000;
