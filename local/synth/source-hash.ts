import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The sources of the functions' bundles. */
const BUNDLE_SOURCES = [
  'functions',
  'docs/openapi.json',
  'package-lock.json',
  'tsconfig.json',
  'tools/bundle',
  'tools/bundle.ts',
];

/** The sources of the console's files. */
const CONSOLE_SOURCES = [
  'web/index.html',
  'web/public',
  'web/src',
  'web/plugins',
  'web/vite.config.ts',
  // The rules of values and of CSV that the console shares with the API.
  'functions/crm-tables/domain',
  'functions/imports/domain/csv/cells.ts',
  'package-lock.json',
];

/** The sources of the templates and their bundles. */
const TEMPLATE_SOURCES = [...BUNDLE_SOURCES, 'infra', 'statemachines', 'cdk.json'];

/** A short hash of the bundles' sources. */
export function bundleHash(root: string): string {
  return hashOf(root, BUNDLE_SOURCES, {});
}

/** A short hash of the console's sources. */
export function consoleHash(root: string): string {
  return hashOf(root, CONSOLE_SOURCES, {});
}

/** A short hash of the sources and the context of the templates. */
export function templateHash(root: string, context: Readonly<Record<string, string>>): string {
  return hashOf(root, TEMPLATE_SOURCES, context);
}

/** What a synthesis with this context would be made of, the console's files included, as a short hash. */
export function sourceHash(root: string, context: Readonly<Record<string, string>>): string {
  return hashOf(root, [...TEMPLATE_SOURCES, ...CONSOLE_SOURCES, 'tools/web.ts'], context);
}

function hashOf(root: string, sources: readonly string[], context: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256').update(JSON.stringify(Object.entries(context).sort()));
  for (const file of sources.flatMap((source) => filesOf(root, source))) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesOf(root: string, source: string): string[] {
  const path = join(root, source);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [source];
  return readdirSync(path, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
