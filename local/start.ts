// npm start
import { explain } from './start/options.ts';
import { start } from './start/start.ts';

try {
  process.exitCode = await start(process.argv.slice(2), console.log);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
