export default {
  testEnvironment: 'node',
  runtime: '<rootDir>/tools/jest-runtime.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/web/test/**/*.test.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/tools/jest-transform.mjs' },
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/dist', '<rootDir>/.local'],
  // The machines that run this have two cores. Tests of the embedded cloud wait for much of their time, so a third worker
  // fills both.
  maxWorkers: 3,
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tools/jest-sequencer.mjs',
  // Transformed sources are kept between runs, also where the temporary folder is not.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
