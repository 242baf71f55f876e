import { TestCloud } from '../test-cloud.ts';

/** The cloud of `one-cloud.test.ts`, with the limits that are deployed. Every part of the test has CRM tables of its own in it. */
export const cloud = new TestCloud();
