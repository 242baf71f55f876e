import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles';
import { useSyncExternalStore } from 'react';
import { guardedHistory } from '../router/history.ts';

export type Theme = 'system' | 'light' | 'dark';
export interface Appearance {
  readonly theme: Theme;
  /** On the page that is shown. */
  readonly compact: boolean;
}

interface Stored extends Appearance {
  /** Agents see many fields at once: at the desk the density is a choice of its own, and compact at first. */
  readonly compactDesk: boolean;
}

const NAME = 'switchboard.appearance';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let stored = read();
let appearance = shown();

/** Applies what the user chose in this browser, and follows the system's theme if the user chose that. */
export function startAppearance(): void {
  prefersDark.addEventListener('change', apply);
  guardedHistory.subscribe(refresh);
  apply();
}

/** A function that is there before the constants of the module: the first appearance needs it. */
function isDesk(): boolean {
  return /^\/desk(?:\/|$)/.test(guardedHistory.place.path);
}

function shown(): Appearance {
  return { theme: stored.theme, compact: isDesk() ? stored.compactDesk : stored.compact };
}

/** The appearance, and a function that changes and remembers it. */
export function useAppearance(): [Appearance, (change: Partial<Appearance>) => void] {
  return [useSyncExternalStore(subscribe, () => appearance), update];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function update({ theme = stored.theme, compact }: Partial<Appearance>): void {
  const density = compact === undefined ? {} : { [isDesk() ? 'compactDesk' : 'compact']: compact };
  stored = { ...stored, theme, ...density };
  localStorage.setItem(NAME, JSON.stringify(stored));
  refresh();
}

function refresh(): void {
  const next = shown();
  if (next.theme === appearance.theme && next.compact === appearance.compact) return;
  appearance = next;
  apply();
  for (const listener of listeners) listener();
}

function apply(): void {
  const { theme, compact } = appearance;
  const isDark = theme === 'dark' || (theme === 'system' && prefersDark.matches);
  applyMode(isDark ? Mode.Dark : Mode.Light);
  applyDensity(compact ? Density.Compact : Density.Comfortable);
}

function read(): Stored {
  try {
    const { theme, compact, compactDesk } = JSON.parse(localStorage.getItem(NAME) ?? '{}');
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      compact: compact === true,
      compactDesk: compactDesk !== false,
    };
  } catch {
    return { theme: 'system', compact: false, compactDesk: true };
  }
}
