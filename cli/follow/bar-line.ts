import { clockTime, count, size } from '../print/amounts.ts';
import { cut } from '../print/printable.ts';

/** How far one stage has come. */
export interface BarState {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  /** What is counted: bytes are shown as such; chunks are nobody's business, so only their share is shown. */
  readonly unit: 'bytes' | 'records' | 'chunks';
  readonly perSecond?: number | undefined;
  readonly secondsLeft?: number | undefined;
}

const NAME_WIDTH = 14;
const WIDEST_BAR = 30;
const NARROWEST_BAR = 6;

/** One line of at most `width` characters: name, bar, share, amounts, rate, time left. */
export function barLine(state: BarState, width: number): string {
  const share = state.total > 0 ? Math.min(1, state.done / state.total) : 1;
  const amounts = amountsOf(state);
  const head = `  ${cut(state.name, NAME_WIDTH).padEnd(NAME_WIDTH)} `;
  const tail = ` ${String(Math.floor(share * 100)).padStart(3)} %${amounts && `  ${amounts}`}`;
  const room = Math.max(NARROWEST_BAR, Math.min(WIDEST_BAR, width - head.length - tail.length));
  const full = Math.round(share * room);
  return cut(`${head}${'█'.repeat(full)}${'░'.repeat(room - full)}${tail}`, width);
}

/** Each as wide as it can get, so that the bar stands still while it fills. */
function amountsOf({ unit, done, total, perSecond, secondsLeft }: BarState): string {
  if (unit === 'chunks') return '';
  const [shown, rateWidth] = unit === 'bytes' ? [size, 11] : [count, 10];
  const rate = perSecond === undefined ? '' : `${shown(Math.round(perSecond))}/s`;
  const left = secondsLeft === undefined || done >= total ? '' : `${clockTime(secondsLeft)} left`;
  const whole = shown(total);
  return `${shown(done).padStart(whole.length)} of ${whole}  ${rate.padStart(rateWidth)}  ${left.padStart(10)}`;
}
