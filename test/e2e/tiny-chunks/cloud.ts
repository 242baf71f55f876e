import { TestCloud, TINY_CHUNKS } from '../test-cloud.ts';

export const cloud = new TestCloud(TINY_CHUNKS);
