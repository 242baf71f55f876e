import { describe, expect, test } from '@jest/globals';
import { isShown, safeName, sha256Of } from '../../src/customers/documents/document-model.ts';

describe('a document', () => {
  test('is shown if it is a PDF or an image, and otherwise only saved', () => {
    const shown = ['application/pdf', 'image/png', 'application/octet-stream', 'text/html'];
    expect(shown.map((mediaType) => isShown({ mediaType }))).toEqual([true, true, false, false]);
  });

  test('keeps its name but for what would be a folder or a control character', () => {
    expect(safeName('Größe 契約.pdf')).toBe('Größe 契約.pdf');
    expect(safeName('a/b\\c\n\ud800.pdf')).toBe('a_b_c_\ufffd.pdf');
  });

  test('has its checksum in Base64', async () => {
    expect(await sha256Of(new Blob(['']))).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  });
});
