import { defineConfig } from 'vite';
import { fontFiles } from './plugins/font-files.ts';
import { usedMessages } from './plugins/used-messages.ts';

// A build that a test starts inherits NODE_ENV=test, and would contain React for developers.
process.env.NODE_ENV = 'production';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [fontFiles(), usedMessages()],
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    // The page loads its modules by <link>, which every browser of the target understands.
    modulePreload: { polyfill: false },
    // An inlined asset is a `data:` address, which the content security policy allows for images alone.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The libraries of the first page are one file. In many, cut by which pages share which parts, they are 2 % larger.
      output: {
        codeSplitting: { groups: [{ name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/ }] },
      },
      onLog(level, log, handle) {
        // Cloudscape marks its modules for servers that render React; there is none here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  clearScreen: false,
});
