import { afterAll, beforeAll, jest } from '@jest/globals';
import { cloud } from './some-chunks/cloud.ts';
// A start of the embedded cloud and of each function in it takes some 20 seconds of processor time: these parts share one.
// First, because it compares its imports with all executions of the cloud.
import './some-chunks/cost-estimate.ts';
import './some-chunks/permissions.ts';
import './some-chunks/late-worker.ts';

jest.setTimeout(600_000);

beforeAll(() => cloud.boot());
afterAll(() => cloud.remove());
