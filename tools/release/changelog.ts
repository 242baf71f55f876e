const UNRELEASED = '## [Unreleased]';

/**
 * Gives what is unreleased a version and a date, and begins a new, empty "Unreleased".
 * @param date e.g. `2026-11-22`
 * @throws Error when nothing is unreleased, or the version is there already
 */
export function releaseChangelog(changelog: string, version: string, date: string): string {
  if (changelog.includes(`## [${version}]`)) throw new Error(`CHANGELOG.md has a version ${version} already.`);
  if (sectionOf(changelog, 'Unreleased') === '') throw new Error('CHANGELOG.md has nothing under "Unreleased".');
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## [${version}] - ${date}`);
}

/** What the changelog says of a version, without its heading. @throws Error when it does not know it */
export function sectionOf(changelog: string, version: string): string {
  const sections = changelog.split(/^(?=## \[)/m);
  const section = sections.find((text) => text.startsWith(`## [${version}]`));
  if (section === undefined) throw new Error(`CHANGELOG.md has no version ${version}.`);
  return section.slice(section.indexOf('\n') + 1).trim();
}
