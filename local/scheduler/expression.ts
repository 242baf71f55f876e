import type { Cron } from 'croner';
import { instantOf, type WallTime, wallTimeOf } from '../../functions/shared/domain/local-time.ts';
import { readCron } from './cron.ts';
import { ServiceError } from './service-error.ts';

/** The times at which a schedule runs, in milliseconds since 1970. */
export interface Occurrences {
  /** The first run after a moment. */
  next(after: number): number | undefined;
  /** The last run at or before a moment. */
  last(until: number): number | undefined;
}

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
/** Upper limit for the time by which clocks are put back. */
const LARGEST_CHANGE_MS = 3 * 3_600_000;

/**
 * Reads `at(2026-12-01T06:00:00)`, `rate(5 minutes)` or `cron(0 6 * * ? *)`.
 * @param start when a rate begins
 * @throws ServiceError ValidationException
 */
export function readExpression(expression: string, timeZone: string, start: number): Occurrences {
  const [, kind, argument = ''] = /^(at|rate|cron)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'at') return at(expression, argument, timeZone);
  if (kind === 'rate') return rate(expression, argument, start);
  if (kind === 'cron') return cron(expression, argument, timeZone);
  throw invalid(expression, 'it is not at(...), rate(...) or cron(...)');
}

const invalid = (expression: string, why: string): ServiceError =>
  new ServiceError('ValidationException', `Invalid Schedule Expression ${expression}: ${why}.`);

function at(expression: string, argument: string, timeZone: string): Occurrences {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(argument) ? Date.parse(`${argument}Z`) : Number.NaN;
  if (Number.isNaN(wall)) throw invalid(expression, 'at(yyyy-mm-ddThh:mm:ss) is expected');
  const instant = instantOf(wall, timeZone);
  if (instant === undefined) throw invalid(expression, `the clocks of ${timeZone} skip this time`);
  return {
    next: (after) => (instant > after ? instant : undefined),
    last: (until) => (instant <= until ? instant : undefined),
  };
}

function rate(expression: string, argument: string, start: number): Occurrences {
  const [, count = '', unit = '', plural] = /^([1-9]\d*) (minute|hour|day)(s)?$/.exec(argument) ?? [];
  const unitMs = Object.entries(UNIT_MS).find(([name]) => name === unit)?.[1];
  if (unitMs === undefined || (count === '1') === (plural === 's')) {
    throw invalid(expression, 'a rate has the form rate(1 minute) or rate(5 minutes), or the same with hours or days');
  }
  const period = Number(count) * unitMs;
  const periodsTo = (moment: number) => Math.floor((moment - start) / period);
  return {
    next: (after) => start + Math.max(0, periodsTo(after) + 1) * period,
    last: (until) => (until < start ? undefined : start + periodsTo(until) * period),
  };
}

/** Cron follows local time; a time that the clocks skip is left out, and one that occurs twice counts once. */
function cron(expression: string, argument: string, timeZone: string): Occurrences {
  const pattern = parsedCron(expression, argument);
  return {
    next: (after) => {
      let wall: WallTime | undefined = wallTimeOf(after, timeZone) - LARGEST_CHANGE_MS;
      while (wall !== undefined) {
        wall = pattern.nextRun(new Date(wall))?.getTime();
        const instant = wall === undefined ? undefined : instantOf(wall, timeZone);
        if (instant !== undefined && instant > after) return instant;
      }
      return undefined;
    },
    last: (until) => {
      let wall: WallTime | undefined = wallTimeOf(until, timeZone) + LARGEST_CHANGE_MS;
      while (wall !== undefined) {
        wall = pattern.previousRuns(1, new Date(wall))[0]?.getTime();
        const instant = wall === undefined ? undefined : instantOf(wall, timeZone);
        if (instant !== undefined && instant <= until) return instant;
      }
      return undefined;
    },
  };
}

function parsedCron(expression: string, argument: string): Cron {
  try {
    return readCron(argument);
  } catch (error) {
    throw invalid(expression, error instanceof Error ? error.message : String(error));
  }
}
