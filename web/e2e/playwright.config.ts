import { defineConfig } from 'playwright/test';
import { environment, everyRole, screenshots } from './support/environment.ts';

// Without web security or with one process for everything, the tests would not show what a browser of a user does.
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-gpu'];

export default defineConfig({
  testDir: '.',
  testMatch: screenshots === '' ? '*.e2e.ts' : ['screenshots.ts', 'pictures.ts'],
  ...(!everyRole && screenshots === '' && { grepInvert: /@full/ }),
  fullyParallel: true,
  forbidOnly: true,
  // One picture after the other: a notice of an import would be on those of another test.
  workers: screenshots === '' ? 2 : 1,
  // Names each journey with its duration.
  reporter: [['list']],
  outputDir: environment.results,
  // On a machine that does other work too, a page takes many times as long as its users wait.
  timeout: 180_000,
  expect: { timeout: 40_000 },
  use: {
    baseURL: environment.console,
    // The browser keeps its cache between the tests of a worker: cookies, storage and pages are cleared.
    reuseContext: true,
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath: environment.executable, args: ARGUMENTS },
    // A trace takes a quarter of the time. In `npm test` a failure has a picture and the text of the page.
    trace: everyRole ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
});
