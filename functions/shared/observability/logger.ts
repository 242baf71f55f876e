import * as z from 'zod';
import { currentCorrelation } from './correlation.ts';
import { describeError } from './describe-error.ts';
import { allowedFields, type LogFields, type LogMessage } from './messages.ts';

const LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const;
const LogLevelSchema = z.enum(LEVELS);
export type LogLevel = z.infer<typeof LogLevelSchema>;

/** Writes a known message (see messages.ts) as one line of JSON. */
export interface Logger {
  debug<M extends LogMessage>(message: M, fields: LogFields<M>): void;
  info<M extends LogMessage>(message: M, fields: LogFields<M>): void;
  /** `error` is logged by name, code and call frames, without its message. */
  warn<M extends LogMessage>(message: M, fields: LogFields<M>, error?: unknown): void;
  error<M extends LogMessage>(message: M, fields: LogFields<M>, error?: unknown): void;
}

export interface LoggerSettings {
  readonly level: LogLevel;
  readonly write: (line: string) => void;
  readonly now: () => Date;
}

export function createLogger({ level: lowest, write, now }: LoggerSettings): Logger {
  function logAt(level: LogLevel, message: LogMessage, fields: object, error?: unknown): void {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(lowest)) return;
    // Lambda stores a line of JSON with `timestamp` and `level` unchanged; the fields of a message cannot replace them.
    const line = {
      ...allowedFields(message, currentCorrelation() ?? {}),
      ...allowedFields(message, fields),
      ...(error !== undefined && { error: describeError(error) }),
      timestamp: now().toISOString(),
      level,
      message,
    };
    write(`${JSON.stringify(line)}\n`);
  }
  return {
    debug: (message, fields) => logAt('DEBUG', message, fields),
    info: (message, fields) => logAt('INFO', message, fields),
    warn: (message, fields, error) => logAt('WARN', message, fields, error),
    error: (message, fields, error) => logAt('ERROR', message, fields, error),
  };
}

/** The logger of the process; `LOG_LEVEL` is DEBUG, INFO (the default), WARN or ERROR. */
export const log: Logger = createLogger({
  level: LogLevelSchema.catch('INFO').parse(process.env.LOG_LEVEL),
  write: (line) => process.stdout.write(line),
  now: () => new Date(),
});
