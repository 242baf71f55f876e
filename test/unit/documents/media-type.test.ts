import { describe, expect, test } from '@jest/globals';
import { DocumentNameSchema, extensionOf } from '../../../functions/documents/domain/document-name.ts';
import { isOfItsType, isShown, mediaTypeOf } from '../../../functions/documents/domain/media-type.ts';
import { attachment, inline } from '../../../functions/shared/object-store/content-disposition.ts';

describe('the type of a document', () => {
  test.each([
    ['a.pdf', 'application/pdf'],
    ['A.PDF', 'application/pdf'],
    ['a.jpeg', 'image/jpeg'],
    ['a.webp', 'image/webp'],
    ['a.svg', 'application/octet-stream'],
    ['a.pdf.html', 'application/octet-stream'],
    ['a.xml', 'application/octet-stream'],
    ['pdf', 'application/octet-stream'],
    ['.pdf', 'application/octet-stream'],
    ['a.constructor', 'application/octet-stream'],
    ['a.__proto__', 'application/octet-stream'],
  ])('of %s is %s', (name, mediaType) => {
    expect(mediaTypeOf(name)).toBe(mediaType);
    expect(isShown(mediaTypeOf(name))).toBe(mediaType !== 'application/octet-stream');
  });

  test('is that of the content', () => {
    const html = Buffer.from('<html><script>');
    for (const name of ['a.pdf', 'a.png', 'a.jpg', 'a.gif', 'a.webp']) expect(isOfItsType(name, html)).toBe(false);
    expect(isOfItsType('a.pdf', Buffer.from('%PDF-1.4'))).toBe(true);
    expect(isOfItsType('a.gif', Buffer.from('GIF89a...'))).toBe(true);
    expect(isOfItsType('a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe(true);
    expect(isOfItsType('a.webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 '))).toBe(true);
    expect(isOfItsType('a.webp', Buffer.from('RIFF\0\0\0\0AVI LIST'))).toBe(false);
    expect(isOfItsType('a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe(true);
    expect(isOfItsType('a.png', Buffer.from([]))).toBe(false);
    // It is only downloaded, so nothing is claimed.
    expect(isOfItsType('a.txt', html)).toBe(true);
  });
});

describe('the name of a document', () => {
  test.each([
    'Vertrag Größe.pdf',
    '契約書.pdf',
    ' leading, and before the dot .pdf',
    'a"b;c%41.pdf',
    'مستند.pdf',
    '👩‍👩‍👧.png',
  ])('is kept as typed: %j', (name) => {
    expect(DocumentNameSchema.parse(name)).toBe(name);
  });

  test.each([
    '',
    'blank at the end.pdf ',
    'full stop.pdf.',
    'invoice\u202efdp.exe',
    '..',
    ' ',
    'a/b.pdf',
    '..\\b.pdf',
    'a\u0000.pdf',
    'a\n.pdf',
    'a\u007f.pdf',
    '\ud800.pdf',
    'x'.repeat(256),
  ])('is rejected: %j', (name) => expect(DocumentNameSchema.safeParse(name).success).toBe(false));

  test('has an extension whatever its case, which is its last one', () => {
    expect(['a.PDF', 'a.tar.gz', 'a', '.pdf', 'a.', 'a.pdf '].map(extensionOf)).toEqual([
      'pdf',
      'gz',
      '',
      '',
      '',
      'pdf',
    ]);
  });

  test('is in the header as typed, and cannot end it', () => {
    const name = 'a"; filename=b.exe; ü\u{1f600}.pdf';
    for (const header of [attachment(name), inline(name)]) {
      expect(header).toMatch(/^(attachment|inline); filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.%!~*'()-]+$/);
      expect(header.split('"')).toHaveLength(3);
      expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name);
    }
  });
});
