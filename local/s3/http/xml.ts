import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { S3Error } from '../errors.ts';

/** Content of an element: text, or child elements in order; `undefined` omits the element. */
export type XmlContent = string | number | boolean | readonly XmlElement[];
export type XmlElement = readonly [name: string, content: XmlContent | undefined];

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A complete document; only S3's errors have no namespace. */
export function xmlDocument(name: string, content: XmlContent, hasNamespace = true): string {
  const attribute = hasNamespace ? ` xmlns="${NAMESPACE}"` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${attribute}>${render(content)}</${name}>`;
}

/** @throws S3Error MalformedXML */
export function parseXml(text: string): unknown {
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) throw new S3Error('MalformedXML');
  return PARSER.parse(text);
}

/** Values stay text, with their spaces: a key may consist of digits. */
const PARSER = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => name === 'Object' || name === 'Part',
});

function render(content: XmlContent): string {
  if (typeof content !== 'object') return escapeText(String(content));
  return content.map(([name, child]) => (child === undefined ? '' : `<${name}>${render(child)}</${name}>`)).join('');
}

/** Control characters become character references, as in S3, although XML 1.0 allows few of them. */
function escapeText(text: string): string {
  return text.replace(
    /[&<>"'\p{Cc}]/gu,
    (character) => NAMED[character] ?? `&#x${character.charCodeAt(0).toString(16)};`,
  );
}

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
