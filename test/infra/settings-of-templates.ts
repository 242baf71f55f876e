/**
 * The settings with which the templates are synthesised for the tests: a trial stage by default, a production stage, and a
 * trial stage where every setting that may be absent is given. All are synthesised once, by one process.
 */
export const SETTINGS = {
  trial: {},
  production: { stage: 'production' },
  everySetting: {
    importLimits: '{"scanBytes":1000}',
    writeStepTimeoutSeconds: '5',
    alarmEmail: 'ops@example.com',
    signInEmail: 'no-reply@crm.example.com',
    consoleOrigin: 'https://d111111abcdef8.cloudfront.net',
    runbook: 'https://wiki.example.com/runbook',
    mapConcurrency: '15',
    scanDocuments: 'true',
    requestsPerSecond: '350',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type SettingsName = keyof typeof SETTINGS;
