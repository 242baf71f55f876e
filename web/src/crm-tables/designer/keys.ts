import type { Commands } from './commands.ts';
import type { GridState } from './use-grid.ts';

interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

interface Targets {
  readonly grid: GridState;
  readonly commands: Commands;
  readonly onSettings: () => void;
}

const CONTROL_KEYS = { x: 'cut', c: 'copy', v: 'paste' } as const;

/** What a key does in the grid apart from moving; undefined if nothing. */
export function keyAction(event: Key, { grid, commands, onSettings }: Targets): (() => void) | undefined {
  if (event.altKey) {
    if (event.key === 'ArrowUp') return () => commands.move(-1);
    return event.key === 'ArrowDown' ? () => commands.move(1) : undefined;
  }
  if (event.ctrlKey || event.metaKey) {
    const [, command] = Object.entries(CONTROL_KEYS).find(([key]) => key === event.key.toLowerCase()) ?? [];
    return command && (() => commands[command]());
  }
  return plainKeyAction(event.key, { grid, commands, onSettings });
}

function plainKeyAction(key: string, { grid, commands, onSettings }: Targets): (() => void) | undefined {
  const { row, cell } = grid;
  if (key === 'Insert') return () => commands.addField();
  if (key === 'Delete') return () => commands.remove();
  if (row?.kind === 'tab') {
    if (key === ' ') return () => grid.toggle(row.tab.id);
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      return row.isOpen === (key === 'ArrowLeft') ? () => grid.toggle(row.tab.id) : undefined;
    }
  }
  const isRenamed = key === 'F2' || (key === 'Enter' && cell.column === 0);
  if (row && row.kind !== 'add' && isRenamed) return () => grid.edit(row.id);
  return row?.kind === 'field' && key === 'Enter' && cell.column === 1 ? onSettings : undefined;
}
