import type { ArrivedFile, DocumentFiles, SignedFile, SignedUpload } from '../../functions/documents/ports.ts';

const EXPIRES_AT = '2026-11-22T12:00:00.000Z';
const PDF = Buffer.from('%PDF-1.7\n');

const address = (path: string): SignedFile => ({
  url: encodeURI(`https://documents.example/${path}`),
  expiresAt: EXPIRES_AT,
});

/** The files of documents in memory. Each announced file has arrived, and is a PDF, unless a test changes it. */
export class FakeDocumentFiles implements DocumentFiles {
  readonly arrived = new Map<string, ArrivedFile>();
  beginning: Uint8Array = PDF;

  async addressForUpload(key: string, { bytes, sha256 }: { bytes: number; sha256: string }): Promise<SignedUpload> {
    this.arrived.set(key, { bytes, sha256, versionId: 'v1' });
    const headers = {
      'content-length': String(bytes),
      'content-type': 'application/octet-stream',
      'if-none-match': '*',
      'x-amz-checksum-sha256': sha256,
    };
    return { method: 'PUT', headers, ...address(key) };
  }

  head = async (key: string) => this.arrived.get(key);

  readBeginning = async () => this.beginning;

  addressOf = async (key: string, { name }: { readonly name: string }) => address(`${key}?as=${name}`);

  async removeAll(keyPrefix: string): Promise<void> {
    for (const key of [...this.arrived.keys()]) if (key.startsWith(keyPrefix)) this.arrived.delete(key);
  }
}
