import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Words that the project does not use, and the plain word for each.
 *
 * The glossary replaces further words in one meaning only. They cannot be rejected, because they have another use:
 * - `passes`, `passing`: tests pass, and a value passes a check; only transient errors have another word.
 * - `follow`: the terminal follows an import; records are reconciled.
 * - `look`: a page has a look; only a worker's check of the cancel flag is a poll.
 * - `form`: a form of the console, the stored form of a record; a file has an encoding and a file format.
 * - `kept`, `reading`: ordinary words outside the two identifiers that the list names.
 * - `path`: of a file or an address; an import has a route.
 * - `docs`: the folder of the documents; the context is `api-docs`.
 * - `change`: changes of a draft are compared and confirmed; an operation that writes an entity is an update.
 * - `prefix`: stored attributes and members of the API have this name; arguments are `accountPrefix`, `tablePrefix` and
 *   `keyPrefix`.
 * - `beside`: a position on a page.
 */
const WORDS: readonly (readonly [word: RegExp, instead: string])[] = [
  [/(?<!all)settl(?:e|es|ed|ing)\b|(?<!all)settle[A-Z]\w*/i, 'resolve, decide, merge or complete'],
  [/forese\w+/i, 'estimateWrites, WriteEstimate; estimate'],
  [/share-?out\b/i, 'extrapolate'],
  [/patiently/i, 'withRetries'],
  [/PassingFailure/, 'TransientError'],
  [/met-?other/i, 'condition-failed'],
  [/\b(?:mis)?judg(?:e|es|ed|ing)\b|judge[A-Z]\w*/i, 'validate'],
  [/(?<!ECONN)refus(?:e|es|ed|ing|al|als)/i, 'reject, rejection'],
  [/\bmend(?:s|ed|ing)?\b/i, 'reconcile, reconciled; correct'],
  [/hand(?:s|ed|ing)?[- ]?over/i, 'handoff, hand off, pass on'],
  [/\bbeside\(/, 'rowIndex('],
  [/CustomerWriting/, 'CustomerWriter'],
  [/under[- ]?way/i, 'InFlight, in flight'],
  [/mayGoOn/i, 'shouldContinue'],
  [/[A-Z]_LOOKS?\b|\bLOOKS?_[A-Z]+/, 'POLL_INTERVAL'],
  [/\bwish(?:es)?\w*/i, 'options, request'],
  [/\b(?:asked|said|told)/i, 'given, requested, options, reported'],
  [/readingOf|ReadingSchema/, 'fileFormatOf, FileFormatSchema'],
  [/examin\w+/i, 'inspect'],
  [/isReadAsItIs/, 'isPlainUtf8'],
  [/KeptResources/, 'StatefulResources'],
  [/straddl\w+/i, 'spanning'],
  [/strange-?answer/i, 'unexpected-response'],
  [/tellIfStuck|leaveLog|leaveMissed/, 'reportIfStuck, writeRejectionLog, recordMissed'],
  [/choose-?path/i, 'choose-route: `path` is for files and URLs'],
  [/\backnowledgements?\b/i, 'nag-suppressions'],
  [/functions\/docs\b/, 'functions/api-docs'],
  [/\bchange(?:Import|Schedule|ImportDefinition|Account|Campaign|Queue|Schedules|Holders)\b/, 'update…'],
  [/\bdeps\b/, 'ports'],
  [/\bwhoever\b/i, 'the noun: the caller, the writer, the reader'],
  [/\bsomebody\b/i, 'the noun: a user, a caller, an operator'],
  [/\banew\b/i, 'again'],
];

/** Folders whose words are checked, and the documents at the root. */
const FOLDERS = ['bench', 'cli', 'docs', 'functions', 'infra', 'local', 'statemachines', 'test', 'tools', 'web'];
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'];

const READ = /\.(?:ts|tsx|mjs|cjs|json|md|yml|css|html)$/;
/** This test holds every word; the generated description of the API is checked by the sources that it is made of. */
const SKIPPED: readonly string[] = ['test/contract/words.test.ts', 'docs/openapi.json', 'web/src/shared/api/schema.ts'];

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : filesIn(path);
    return READ.test(path) && !SKIPPED.includes(path) ? [path] : [];
  });
}

/** One line for each use: the file, the line, the word, and what to write in its place. */
function findings(file: string): string[] {
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
  return [file, ...lines].flatMap((line, index) =>
    WORDS.flatMap(([word, instead]) => {
      const found = word.exec(line)?.[0];
      const place = index === 0 ? `${file} (its name)` : `${file}:${index}`;
      return found === undefined ? [] : [`${place}: "${found}": write ${instead}`];
    }),
  );
}

describe('plain words: the glossary of CONTRIBUTING.md has one word for each thing', () => {
  test.each(FOLDERS)('%s', (folder) => {
    const files = filesIn(folder);
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap(findings)).toEqual([]);
  });

  test.each(DOCUMENTS)('%s', (file) => {
    expect(findings(file)).toEqual([]);
  });

  test('a use is reported with its file, its line and the word to write', () => {
    const used = findings('test/contract/words.test.ts').find((line) => line.includes('mayGoOn'));
    expect(used).toMatch(/^test\/contract\/words\.test\.ts:\d+: "mayGoOn": write shouldContinue$/);
  });
});
