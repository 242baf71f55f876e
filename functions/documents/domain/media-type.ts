import { extensionOf } from './document-name.ts';

/** A type that browsers show without running anything of it in a page. */
interface ShownType {
  readonly mediaType: string;
  /** What its files begin with. */
  readonly isBegun: (beginning: Buffer) => boolean;
}

const begins = (...bytes: readonly number[]) => {
  const start = Buffer.from(bytes);
  return (beginning: Buffer) => beginning.subarray(0, start.length).equals(start);
};
const hasText = (beginning: Buffer, at: number, text: string): boolean =>
  beginning.subarray(at, at + text.length).equals(Buffer.from(text));

const JPEG: ShownType = { mediaType: 'image/jpeg', isBegun: begins(0xff, 0xd8, 0xff) };

/**
 * The only types that are shown, by the extension of the name. HTML, SVG and XML can hold scripts and are not among them,
 * whatever a name or a client says.
 */
const SHOWN: Readonly<Record<string, ShownType>> = {
  pdf: { mediaType: 'application/pdf', isBegun: (beginning) => hasText(beginning, 0, '%PDF-') },
  png: { mediaType: 'image/png', isBegun: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  jpg: JPEG,
  jpeg: JPEG,
  gif: {
    mediaType: 'image/gif',
    isBegun: (beginning) => hasText(beginning, 0, 'GIF87a') || hasText(beginning, 0, 'GIF89a'),
  },
  webp: {
    mediaType: 'image/webp',
    isBegun: (beginning) => hasText(beginning, 0, 'RIFF') && hasText(beginning, 8, 'WEBP'),
  },
};

/** Browsers save it, and never show it. */
const DOWNLOADED = 'application/octet-stream';

/** As many bytes as the check of a type needs. */
export const BEGINNING_BYTES = 16;

const shownType = (name: string): ShownType | undefined => {
  const extension = extensionOf(name);
  return Object.hasOwn(SHOWN, extension) ? SHOWN[extension] : undefined;
};

/** The type with which a document is sent to browsers. */
export const mediaTypeOf = (name: string): string => shownType(name)?.mediaType ?? DOWNLOADED;

export const isShown = (mediaType: string): boolean => mediaType !== DOWNLOADED;

/** Whether the content is of the type that the name says. Always true for a document that is only downloaded. */
export const isOfItsType = (name: string, beginning: Uint8Array): boolean =>
  shownType(name)?.isBegun(Buffer.from(beginning)) ?? true;
