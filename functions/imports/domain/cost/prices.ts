import type { MeteredCost } from './cost.ts';

/**
 * Dollars in us-east-1, on demand, in 2026, by the price pages of DynamoDB, Step Functions, Lambda (arm64) and S3.
 * Other regions cost up to a half more; the proportions hold.
 */
const PRICES = {
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  transition: 25 / 1e6,
  lambdaGbSecond: 0.0000133334,
  lambdaRequest: 0.2 / 1e6,
  s3Read: 0.4 / 1e6,
  s3Write: 5 / 1e6,
} as const;

/** The amounts of an import that AWS charges. Storage, logs and data out of the region are not included. */
export interface Consumption {
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly transitions: number;
  readonly lambdaGbSeconds: number;
  readonly lambdaRequests: number;
  /** GET and HEAD. */
  readonly s3Reads: number;
  /** PUT, POST and LIST. */
  readonly s3Writes: number;
}

export const NOTHING_USED: Consumption = {
  writeUnits: 0,
  readUnits: 0,
  transitions: 0,
  lambdaGbSeconds: 0,
  lambdaRequests: 0,
  s3Reads: 0,
  s3Writes: 0,
};

export function dollarsOf(used: Consumption): number {
  return (
    used.writeUnits * PRICES.writeUnit +
    used.readUnits * PRICES.readUnit +
    used.transitions * PRICES.transition +
    used.lambdaGbSeconds * PRICES.lambdaGbSecond +
    used.lambdaRequests * PRICES.lambdaRequest +
    used.s3Reads * PRICES.s3Read +
    used.s3Writes * PRICES.s3Write
  );
}

export function addUp(...parts: readonly Consumption[]): Consumption {
  const sum = (kind: keyof Consumption) => parts.reduce((total, part) => total + part[kind], 0);
  return {
    writeUnits: sum('writeUnits'),
    readUnits: sum('readUnits'),
    transitions: sum('transitions'),
    lambdaGbSeconds: sum('lambdaGbSeconds'),
    lambdaRequests: sum('lambdaRequests'),
    s3Reads: sum('s3Reads'),
    s3Writes: sum('s3Writes'),
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Rounded for users: to a hundredth of a cent, for small imports to a millionth of a dollar. */
export function shownCost(used: Consumption, minutes: number): MeteredCost {
  return {
    writeUnits: rounded(used.writeUnits, 1),
    readUnits: rounded(used.readUnits, 1),
    transitions: Math.round(used.transitions),
    lambdaGbSeconds: rounded(used.lambdaGbSeconds, 2),
    s3Requests: Math.round(used.s3Reads + used.s3Writes),
    minutes: rounded(minutes, 2),
    dollars: rounded(dollarsOf(used), 6),
  };
}
