/** Keeps the items of which one of these attributes contains the text, blind to case. */
export interface Filter {
  readonly attributes: readonly string[];
  readonly text: string;
}

/**
 * Capitals rather than small letters: the small form of a Greek sigma depends on the letters around it, and a part of a
 * name would not be found in the name.
 */
const comparable = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();

/** @param textOf the text of an attribute; undefined where the item does not have it */
export function matchesFilter(
  { attributes, text }: Filter,
  textOf: (attribute: string) => string | undefined,
): boolean {
  const wanted = comparable(text);
  return attributes.some((attribute) => comparable(textOf(attribute) ?? '').includes(wanted));
}
