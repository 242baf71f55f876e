export default {
  testEnvironment: 'node',
  runtime: '<rootDir>/tools/jest-runtime.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/web/test/**/*.test.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/tools/jest-transform.mjs' },
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/dist', '<rootDir>/.local'],
  // The machines that run this have two cores, and the integration tests start engines of their own.
  maxWorkers: 2,
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tools/jest-sequencer.mjs',
  // Transformed sources are kept between runs, also where the temporary folder is not.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
