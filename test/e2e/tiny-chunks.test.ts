import { afterAll, beforeAll, jest } from '@jest/globals';
import { cloud } from './tiny-chunks/cloud.ts';
// A start of the embedded cloud and of each function in it takes some 20 seconds of processor time: these parts share one.
import './tiny-chunks/chunks.ts';
// Last, because it stops the cloud.
import './tiny-chunks/restart.ts';

// Hundreds of steps in child processes take their time where other work shares the machine.
jest.setTimeout(300_000);

beforeAll(() => cloud.boot());
afterAll(() => cloud.remove());
