interface Example {
  readonly line: number;
  readonly value: string;
}

/** `"4.41E+11" (line 2), "4.42E+11" (line 5)` */
export const exampleText = (examples: readonly Example[]): string =>
  examples.map(({ line, value }) => `"${value}" (line ${line})`).join(', ');
