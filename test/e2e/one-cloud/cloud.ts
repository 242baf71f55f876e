import { TestCloud } from '../test-cloud.ts';

/** The cloud of `one-cloud.test.ts`, with the deployed limits. Every part of the test uses separate CRM tables. */
export const cloud = new TestCloud();
