// npm start
import { explain, start } from './start/start.ts';

try {
  process.exitCode = await start(process.argv.slice(2), console.log);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
