/** Keeps the items of which one of these attributes is the value, or lists it. */
export interface Equality {
  readonly attributes: readonly string[];
  readonly value: string;
}

/** Keeps the items of which one of these attributes contains the text, blind to case, and for which every equality holds. */
export interface Filter {
  readonly attributes: readonly string[];
  readonly text: string;
  readonly equal?: readonly Equality[];
}

/** The text of an attribute, or the texts that it lists; undefined where the item does not have it. */
type TextsOf = (attribute: string) => string | readonly string[] | undefined;

/**
 * Capitals rather than small letters: the small form of a Greek sigma depends on the letters around it, and a part of a
 * name would not be found in the name.
 */
const comparable = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();

export function matchesFilter({ attributes, text, equal = [] }: Filter, textsOf: TextsOf): boolean {
  const wanted = comparable(text);
  const textsIn = (attribute: string) => [textsOf(attribute) ?? ''].flat();
  return (
    attributes.some((attribute) => textsIn(attribute).some((each) => comparable(each).includes(wanted))) &&
    equal.every(({ attributes: among, value }) => among.some((attribute) => textsIn(attribute).includes(value)))
  );
}
