import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles';
import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
export interface Appearance {
  readonly theme: Theme;
  readonly compact: boolean;
}

const NAME = 'switchboard.appearance';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let appearance = read();

/** Applies what the user chose in this browser, and follows the system's theme if the user chose that. */
export function startAppearance(): void {
  prefersDark.addEventListener('change', apply);
  apply();
}

/** The appearance, and a function that changes and remembers it. */
export function useAppearance(): [Appearance, (change: Partial<Appearance>) => void] {
  return [useSyncExternalStore(subscribe, () => appearance), update];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function update(change: Partial<Appearance>): void {
  appearance = { ...appearance, ...change };
  localStorage.setItem(NAME, JSON.stringify(appearance));
  apply();
  for (const listener of listeners) listener();
}

function apply(): void {
  const { theme, compact } = appearance;
  const isDark = theme === 'dark' || (theme === 'system' && prefersDark.matches);
  applyMode(isDark ? Mode.Dark : Mode.Light);
  applyDensity(compact ? Density.Compact : Density.Comfortable);
}

function read(): Appearance {
  try {
    const { theme, compact } = JSON.parse(localStorage.getItem(NAME) ?? '{}');
    return { theme: theme === 'light' || theme === 'dark' ? theme : 'system', compact: compact === true };
  } catch {
    return { theme: 'system', compact: false };
  }
}
