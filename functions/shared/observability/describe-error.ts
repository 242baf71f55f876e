import { isToken } from './messages.ts';

/** An error in a log, without its message: a message may quote a cell. */
export interface DescribedError {
  readonly name: string;
  readonly code?: string;
  /** Call frames only, innermost first. */
  readonly stack?: readonly string[];
  readonly cause?: DescribedError;
}

/** How many causes are logged; a chain of causes may be circular. */
const DEEPEST_CAUSE = 3;
const MOST_FRAMES = 20;
const FRAME = /^\s+at .*(:\d+:\d+\)?|\(native\)|<anonymous>\)?)$/;

export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: `thrown-${typeof error}` };
  const code = 'code' in error && typeof error.code === 'string' && isToken(error.code) ? error.code : undefined;
  const frames = callFrames(error);
  return {
    name: isToken(error.name) ? error.name : 'Error',
    ...(code !== undefined && { code }),
    ...(frames.length > 0 && { stack: frames }),
    ...(error.cause !== undefined && depth < DEEPEST_CAUSE && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** A stack begins with the message, which may span lines: the message is removed before the frames are picked. */
function callFrames(error: Error): string[] {
  const stack = error.stack ?? '';
  const messageAt = stack.indexOf(error.message);
  const afterMessage = messageAt < 0 ? stack : stack.slice(messageAt + error.message.length);
  return afterMessage
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());
}
