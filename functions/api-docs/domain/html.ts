/** Escaped HTML. Only `html` creates it, so that all other text is escaped. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[] | undefined;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function isList(part: Part): part is readonly Html[] {
  return Array.isArray(part);
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (isList(part)) return part.map((each) => each.html).join('');
  return typeof part === 'object' ? part.html : escaped(String(part));
}

/** A piece of HTML; every inserted part is escaped, unless it is `Html` itself. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: fixed.map((text, index) => text + written(parts[index])).join('') };
}

/** A line of prose, in which `this` is code. */
export function prose(text: string): Html {
  const pieces = text.split('`');
  return html`${pieces.map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`))}`;
}
