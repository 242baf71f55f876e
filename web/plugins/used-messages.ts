import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const COMPONENTS = join(import.meta.dirname, '../../node_modules/@cloudscape-design/components');
const SOURCES = join(import.meta.dirname, '../src');
const MESSAGES = /[\\/]components[\\/]i18n[\\/]messages[\\/]all\.(\w+)\.js$/;

type Messages = Readonly<Record<string, object>>;

/**
 * Keeps the texts of those Cloudscape components that the console uses. The package has the texts of all components in one
 * file: 7 KB (gzip), of which the pages need a third.
 */
export function usedMessages(): Plugin {
  return {
    name: 'used-messages',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const [, language] = MESSAGES.exec(id) ?? [];
      if (language === undefined) return;
      const path = join(COMPONENTS, `i18n/messages/all.${language}.json`);
      const all: Readonly<Record<string, Readonly<Record<string, Messages>>>> = JSON.parse(readFileSync(path, 'utf8'));
      const used = usedNames();
      const kept = mapValues(all, (languages) =>
        mapValues(languages, (messages) =>
          Object.fromEntries(Object.entries(messages).filter(([name]) => used.has(name))),
        ),
      );
      return `export default ${JSON.stringify(kept)}`;
    },
  };
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/** The names by which the components in use ask for their texts. */
function usedNames(): ReadonlySet<string> {
  const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const imported = sources.flatMap((file) =>
    matchesOf(readFileSync(join(SOURCES, file), 'utf8'), /'@cloudscape-design\/components\/([\w-]+)'/g),
  );
  const modules = new Set<string>();
  for (const component of imported) addModules(join(COMPONENTS, component, 'index.js'), modules);
  return new Set([...modules].flatMap((file) => matchesOf(readFileSync(file, 'utf8'), /I18n\w*\('([^']+)'\)/g)));
}

/** Adds a module and the modules that it imports from its package. */
function addModules(file: string, modules: Set<string>): void {
  if (modules.has(file) || !existsSync(file)) return;
  modules.add(file);
  for (const path of matchesOf(readFileSync(file, 'utf8'), /(?:from|import) ?\(?['"](\.[^'"]+)['"]/g)) {
    const target = resolve(dirname(file), path);
    addModules(
      target.endsWith('.js') ? target : existsSync(`${target}.js`) ? `${target}.js` : join(target, 'index.js'),
      modules,
    );
  }
}

function matchesOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}
