// Prints the section of a version in CHANGELOG.md:
//   node tools/release-notes.ts 0.2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectionOf } from './release/changelog.ts';

const [version = ''] = process.argv.slice(2);
console.log(sectionOf(readFileSync(join(import.meta.dirname, '../CHANGELOG.md'), 'utf8'), version));
