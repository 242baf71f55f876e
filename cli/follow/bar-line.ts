import { clockTime, count, size } from '../print/amounts.ts';
import { cut } from '../print/printable.ts';

export interface BarState {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  /** The counted unit. Chunks are internal, so only their share is shown. */
  readonly unit: 'bytes' | 'records' | 'chunks';
  readonly perSecond?: number | undefined;
  readonly secondsLeft?: number | undefined;
}

const NAME_WIDTH = 14;
const WIDEST_BAR = 30;
const NARROWEST_BAR = 6;
/** `1023 bytes` */
const WIDEST_SIZE = 10;

/**
 * One line of at most `width` characters: name, bar, share, amounts, rate, time left; a narrow line has fewer of them.
 */
export function barLine(state: BarState, width: number): string {
  const share = state.total > 0 ? Math.min(1, state.done / state.total) : 1;
  const head = `  ${cut(state.name, NAME_WIDTH).padEnd(NAME_WIDTH)} `;
  const percentage = ` ${String(Math.floor(share * 100)).padStart(3)} %`;
  const room = width - head.length - percentage.length;
  const amounts = thatFit(amountsOf(state), room - NARROWEST_BAR);
  const bar = Math.max(NARROWEST_BAR, Math.min(WIDEST_BAR, room - amounts.length));
  const full = Math.round(share * bar);
  return cut(`${head}${'█'.repeat(full)}${'░'.repeat(bar - full)}${percentage}${amounts}`, width);
}

function thatFit(amounts: readonly string[], width: number): string {
  const text = amounts.join('');
  return text.length <= width || amounts.length === 0 ? text : thatFit(amounts.slice(0, -1), width);
}

/** The most important first. Each has its greatest width, so that the bar keeps its length while it fills. */
function amountsOf({ unit, done, total, perSecond, secondsLeft }: BarState): string[] {
  if (unit === 'chunks') return [];
  const [shown, rateWidth] = unit === 'bytes' ? [size, 11] : [count, 10];
  const rate = perSecond === undefined ? '' : `${shown(Math.round(perSecond))}/s`;
  const left = secondsLeft === undefined || done >= total ? '' : `${clockTime(secondsLeft)} left`;
  const whole = shown(total);
  const doneWidth = unit === 'bytes' ? Math.max(whole.length, WIDEST_SIZE) : whole.length;
  return [
    `  ${shown(done).padStart(doneWidth)} of ${whole}`,
    `  ${left.padStart(10)}`,
    `  ${rate.padStart(rateWidth)}`,
  ];
}
