import { defineConfig } from 'playwright/test';
import { environment, everyRole, screenshots } from './support/environment.ts';

// Without web security or with one process for everything, the tests would not show what a browser of a user does.
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];

export default defineConfig({
  testDir: '.',
  testMatch: screenshots === '' ? '*.e2e.ts' : 'screenshots.ts',
  ...(!everyRole && screenshots === '' && { grepInvert: /@every-role/ }),
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: [['line']],
  outputDir: environment.results,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: environment.console,
    locale: 'en-GB',
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath: environment.executable, args: ARGUMENTS },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
