import type { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from '@jest/globals';
import type { Import } from '../../../../functions/imports/domain/import.ts';
import { S3ClientUploads } from '../../../../functions/imports/object-store/s3-client-uploads.ts';
import type { CompletionResult } from '../../../../functions/imports/ports.ts';
import { type CompletePorts, completeUpload } from '../../../../functions/imports/use-cases/uploads/complete-upload.ts';

const PARTS = [{ partNumber: 1, etag: 'e' }];

/** S3's answers in sequence: the name of an error, or success. */
function s3(answers: ReadonlyArray<string | undefined>) {
  let sent = 0;
  const send = async () => {
    const name = answers[sent];
    sent += 1;
    if (name !== undefined) throw Object.assign(new Error(name), { name });
    return {};
  };
  return { uploads: new S3ClientUploads({ send } as unknown as S3Client, 'data'), sent: () => sent };
}

const conflicts = (count: number): string[] => Array.from({ length: count }, () => 'ConditionalRequestConflict');

describe('joining the parts of an upload while another request does', () => {
  test.each<[string, Array<string | undefined>, CompletionResult, number]>([
    ['the other fails', ['ConditionalRequestConflict', undefined], 'created', 2],
    ['the other wins', [...conflicts(2), 'PreconditionFailed'], 'exists', 3],
    ['it is not over yet', conflicts(9), 'conflict', 5],
  ])('%s', async (_, answers, result, requests) => {
    const { uploads, sent } = s3(answers);
    expect(await uploads.completeNew('k', 'u', PARTS)).toBe(result);
    expect(sent()).toBe(requests);
  });

  test('reports an upload that is gone by then', async () => {
    const { uploads } = s3(['ConditionalRequestConflict', 'NoSuchUpload']);
    await expect(uploads.completeNew('k', 'u', PARTS)).rejects.toMatchObject({ name: 'UploadGone' });
  });

  test('is answered with a conflict that says what to do, or with the import once the file is there', async () => {
    const heads: number[] = [];
    const record = {
      importId: 'api-1',
      prefix: 'P',
      announced: { bytes: 3, multipart: { uploadId: 'u', partBytes: 5 } },
      source: { bucket: 'data', key: 'k', versionId: '' },
      status: 'awaiting-upload',
    } as Import;
    const ports = (isThere: boolean) =>
      ({
        imports: { find: async () => record },
        store: { head: async () => (heads.push(1) > 0 && isThere ? { size: 3 } : undefined) },
        uploads: {
          listParts: async () => [{ partNumber: 1, etag: 'e', bytes: 3 }],
          completeNew: async () => 'conflict',
        },
      }) as unknown as CompletePorts;
    await expect(completeUpload(ports(false), 'api-1', PARTS)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'upload.busy',
      message: expect.stringContaining('Send this request again'),
    });
    await completeUpload(ports(true), 'api-1', PARTS);
  });
});
