import { startTestStore } from './test-store.ts';

/** A store in a separate process, for tests that kill it. It prints its port. */
const [directory = ''] = process.argv.slice(2);
const handler = process.argv[3] === 'with-stuck-handler' ? () => new Promise<void>(() => undefined) : undefined;
const store = await startTestStore({ directory, ...(handler ? { onObjectEvent: handler } : {}) });
process.stdout.write(`${store.port}\n`);
