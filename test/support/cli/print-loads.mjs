// node --import print-loads.mjs PROGRAM: writes the address of each module that the program loads to standard error, a line each.

import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  load(url, context, next) {
    writeSync(2, `load ${url}\n`);
    return next(url, context);
  },
});
