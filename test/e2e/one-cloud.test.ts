import { afterAll, beforeAll, jest } from '@jest/globals';
import { cloud } from './one-cloud/cloud.ts';
// A start of the embedded cloud and of each function in it takes some 20 seconds of processor time: these parts share one.
import './one-cloud/access.ts';
import './one-cloud/console.ts';
import './one-cloud/uploads.ts';
import './one-cloud/imports.ts';
import './one-cloud/terminal.ts';
import './one-cloud/browser-login.ts';
import './one-cloud/schedules.ts';
import './one-cloud/exhausting-files.ts';
// Last, because it reads the logs of all parts above.
import './one-cloud/logs.ts';
// Leaves the stack of an error in the logs.
import './one-cloud/failed-start.ts';

// Steps in child processes take their time where other work shares the machine.
jest.setTimeout(300_000);

beforeAll(() => cloud.boot());
afterAll(() => cloud.remove());
