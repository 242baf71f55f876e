const UNRELEASED = '## [Unreleased]';

/**
 * Moves the section "Unreleased" to a version with a date, and adds a new, empty section "Unreleased".
 * @param date e.g. `2026-11-22`
 * @throws Error if "Unreleased" is empty, or the version exists already
 */
export function releaseChangelog(changelog: string, version: string, date: string): string {
  if (changelog.includes(`## [${version}]`))
    throw new Error(`CHANGELOG.md already has a section for version ${version}.`);
  if (sectionOf(changelog, 'Unreleased') === '') throw new Error('CHANGELOG.md has nothing under "Unreleased".');
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## [${version}] - ${date}`);
}

/** The section of a version in the changelog, without its heading. @throws Error if there is none */
export function sectionOf(changelog: string, version: string): string {
  const sections = changelog.split(/^(?=## \[)/m);
  const section = sections.find((text) => text.startsWith(`## [${version}]`));
  if (section === undefined) throw new Error(`CHANGELOG.md has no section for version ${version}.`);
  return section.slice(section.indexOf('\n') + 1).trim();
}
