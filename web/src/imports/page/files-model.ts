/** What a file holds, by the end of its name. @param contents the first ending that matches counts */
export const contentOf = (
  name: string,
  contents: readonly (readonly [ending: string, content: string])[],
): string | undefined => contents.find(([ending]) => name.endsWith(ending))?.[1];
