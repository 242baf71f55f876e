import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { releaseChangelog, sectionOf } from '../../../tools/release/changelog.ts';
import { isLater } from '../../../tools/release/version.ts';

const CHANGELOG = `# Changelog

Something about it.

## [Unreleased]

### Added
- A thing.

## [0.1.0] - 2026-11-22

### Added
- The first thing.
`;

describe('the changelog', () => {
  test('moves the unreleased entries to the version, and adds an empty section', () => {
    const released = releaseChangelog(CHANGELOG, '0.2.0', '2026-12-01');
    expect(released).toContain('## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n- A thing.\n');
    expect(sectionOf(released, 'Unreleased')).toBe('');
    expect(sectionOf(released, '0.2.0')).toBe('### Added\n- A thing.');
    expect(sectionOf(released, '0.1.0')).toBe('### Added\n- The first thing.');
  });

  test('releases no version twice, and no empty section', () => {
    expect(() => releaseChangelog(CHANGELOG, '0.1.0', '2026-12-01')).toThrow('already has a section for version 0.1.0');
    const released = releaseChangelog(CHANGELOG, '0.2.0', '2026-12-01');
    expect(() => releaseChangelog(released, '0.3.0', '2026-12-02')).toThrow('nothing under "Unreleased"');
  });

  test('does not match a version that only begins alike', () => {
    expect(() => sectionOf(CHANGELOG, '0.1')).toThrow('no section for version 0.1');
  });

  test('of this project can be released, and knows the version of the package', () => {
    const root = join(import.meta.dirname, '../../..');
    const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
    expect(changelog).toContain('## [Unreleased]');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(sectionOf(changelog, version)).not.toBe('');
  });
});

describe('versions', () => {
  test.each([
    ['0.2.0', '0.1.9', true],
    ['0.10.0', '0.9.0', true],
    ['1.0.0', '0.99.99', true],
    ['0.1.0', '0.1.0', false],
    ['0.1.9', '0.2.0', false],
  ])('%s after %s: %s', (next, current, expected) => {
    expect(isLater(next, current)).toBe(expected);
  });

  test.each(['v0.2.0', '0.2', '0.2.0-beta', '00.1.0', ''])('"%s" is not a version', (text) => {
    expect(() => isLater(text, '0.1.0')).toThrow('is not a version');
  });
});
