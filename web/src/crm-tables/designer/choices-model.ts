/** The choices in a text with one on each line. Spaces at their ends and empty lines do not count. */
export const choicesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
