import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const EMBEDDED_FONT =
  /url\(["']?data:(?:application\/font-woff2?|font\/woff2?|application\/x-font-woff2?)(?:;charset=[\w-]+)?;base64,([^)"']+)["']?\)/g;

/**
 * Writes the fonts that Cloudscape embeds in its style sheet as files. The browser then loads only the fonts in use, and
 * the style sheet is 98 KB (gzip) instead of 235 KB.
 */
export function fontFiles(): Plugin {
  return {
    name: 'font-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
        asset.source = asset.source.toString().replace(EMBEDDED_FONT, (_match, base64: string) => {
          const source = Buffer.from(base64, 'base64');
          const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
          const fileName = `assets/font-${hash}.woff2`;
          this.emitFile({ type: 'asset', fileName, source });
          return `url(/${fileName})`;
        });
      }
    },
  };
}
