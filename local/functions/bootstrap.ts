// The entry point of an execution environment: loads the handler and answers invocations one at a time.
// It imports only Node's built-in modules, because it runs outside this project's packages.
import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Handler = (event: unknown, context: unknown) => unknown;
type InvokeMessage = { requestId: string; event: string; deadline: number; functionArn: string };

function send(message: object): void {
  process.send?.(message);
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

async function loadHandler(): Promise<Handler> {
  const root = process.env.LAMBDA_TASK_ROOT ?? '';
  const [module = '', name = ''] = (process.env._HANDLER ?? '').split('.');
  const file = ['.mjs', '.js', '.cjs'].map((ending) => join(root, module + ending)).find(existsSync);
  if (file === undefined) throw new Error(`Cannot find module '${module}' in ${root}`);
  const handler: unknown = (await import(pathToFileURL(file).href))[name];
  if (typeof handler !== 'function') throw new Error(`${module}.${name} is undefined or not exported`);
  return (event, context) => handler(event, context);
}

function contextOf(message: InvokeMessage): object {
  return {
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: message.functionArn,
    awsRequestId: message.requestId,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, message.deadline - Date.now()),
  };
}

let hasKeptCode = false;

/** Keeps the compiled code, now with the functions of the first invocation, for the next environments. */
function keepCode(): void {
  if (hasKeptCode) return;
  hasKeptCode = true;
  flushCompileCache();
}

async function answer(handler: Handler, message: InvokeMessage): Promise<void> {
  const { requestId } = message;
  try {
    const result = await handler(JSON.parse(message.event), contextOf(message));
    send({ kind: 'succeeded', requestId, payload: result === undefined ? 'null' : JSON.stringify(result) });
    keepCode();
  } catch (error) {
    console.error(error);
    send({ kind: 'failed', requestId, failure: describe(error) });
  }
}

// The parent has ended, perhaps by kill -9: its functions end too.
process.on('disconnect', () => process.exit(0));
// Compiling is a third of the time that a bundle takes to load.
enableCompileCache(join(import.meta.dirname, 'compiled'));
try {
  const handler = await loadHandler();
  process.on('message', (message: InvokeMessage) => {
    void answer(handler, message);
  });
  send({ kind: 'ready' });
} catch (error) {
  console.error(error);
  send({ kind: 'init-failed', failure: describe(error) });
}
