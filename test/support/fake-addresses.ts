import type { ObjectAddresses, SignedAddress, SignedRequest } from '../../functions/shared/domain/object-store.ts';

const EXPIRES_AT = '2026-11-22T12:00:00.000Z';

const address = (path: string): SignedAddress => ({
  url: encodeURI(`https://bucket.example/${path}`),
  expiresAt: EXPIRES_AT,
});

/** Fake addresses that contain their purpose. */
export class FakeAddresses implements ObjectAddresses {
  async forUpload(key: string, bytes: number): Promise<SignedRequest> {
    return { method: 'PUT', headers: { 'content-length': String(bytes), 'if-none-match': '*' }, ...address(key) };
  }

  async forPart(key: string, uploadId: string, partNumber: number, bytes: number): Promise<SignedRequest> {
    const part = address(`${key}?uploadId=${uploadId}&partNumber=${partNumber}`);
    return { method: 'PUT', headers: { 'content-length': String(bytes) }, ...part };
  }

  async forDownload(key: string, fileName: string): Promise<SignedAddress> {
    return address(`${key}?as=${fileName}`);
  }
}
