import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { embedded } from './support/embedded.ts';
import type { FakeApi, Heard } from './support/fake-api.ts';

const CUSTOMER = '/crm-tables/VOUCIM/customers/A%2F1';
const CONTRACT = {
  ...{ kind: 'document', documentId: 'd-1', name: 'Vertrag.pdf', bytes: 5, at: '2026-11-22T11:02:25.000Z' },
  ...{ revision: 2, scan: 'not-scanned', isDeleted: false },
};
const HISTORY = [
  { items: [CONTRACT, { ...CONTRACT, documentId: 'd-2', name: '', isDeleted: true }], nextCursor: 'more' },
  { items: [{ ...CONTRACT, documentId: 'd-3', name: 'Foto.png' }] },
];

/** The API and the store in one, with one document of two versions. */
function answer({ method, path, json }: Heard, api: FakeApi) {
  if (path === `${CUSTOMER}/history-searches`) return { json: HISTORY[json.cursor === undefined ? 0 : 1] };
  if (path === `${CUSTOMER}/document-uploads`)
    return {
      status: 201,
      json: { uploadId: 'u-1', upload: { url: `${api.url}/store`, headers: { 'x-amz-checksum-sha256': json.sha256 } } },
    };
  if (path.endsWith('/completion')) return { json: { ...CONTRACT, revision: 1 } };
  if (path === '/store') return method === 'PUT' ? { json: {} } : { json: 'hey' };
  if (path.includes('/address')) return { json: { url: `${api.url}/store` } };
  return {
    json: {
      versions: [
        { version: 2, name: 'Vertrag.pdf', bytes: 5 },
        { version: 1, name: '../Alt.pdf', bytes: 5 },
      ],
    },
  };
}

describe('switchboard documents', () => {
  test('lists the documents of all pages, without deleted ones', async () => {
    await using world = await embedded(answer);
    expect(await world.terminal.run('documents', 'list', 'VOUCIM', 'A/1')).toBe(0);
    expect(world.terminal.printed).toMatch(/Vertrag\.pdf +5 bytes .* 2 +not-scanned +d-1/);
    expect(world.terminal.printed).toMatch(/Foto\.png/);
    expect(world.terminal.printed).not.toMatch(/d-2/);
  });

  test('attaches a file with its checksum, as a new document or as a new version', async () => {
    await using world = await embedded(answer);
    writeFileSync(join(world.terminal.cwd, 'Vertrag.pdf'), '%PDF-');
    expect(await world.terminal.run('documents', 'attach', 'VOUCIM', 'A/1', 'Vertrag.pdf')).toBe(0);
    const sha256 = createHash('sha256').update('%PDF-').digest('base64');
    const [started] = world.api.requests('POST', `${CUSTOMER}/document-uploads`);
    expect(started?.json).toEqual({ name: 'Vertrag.pdf', bytes: 5, sha256 });
    const [sent] = world.api.requests('PUT', '/store');
    expect(sent).toMatchObject({ text: '%PDF-', headers: { 'x-amz-checksum-sha256': sha256, 'content-length': '5' } });
    expect(world.api.requests('POST', `${CUSTOMER}/document-uploads/u-1/completion`)).toHaveLength(1);
    expect(world.terminal.printed).toBe('Attached Vertrag.pdf: d-1, version 1\n');
    const version = ['documents', 'attach', 'VOUCIM', 'A/1', 'Vertrag.pdf', '--version-of', 'd-1'];
    expect(await world.terminal.run(...version)).toBe(0);
    expect(world.api.requests('POST', `${CUSTOMER}/document-uploads`)[1]?.json).toMatchObject({ documentId: 'd-1' });
    expect(await world.terminal.run(...version, 'other.pdf')).toBe(1);
  });

  test('attaches nothing if one of the files is missing', async () => {
    await using world = await embedded(answer);
    writeFileSync(join(world.terminal.cwd, 'a.pdf'), '%PDF-');
    expect(await world.terminal.run('documents', 'attach', 'VOUCIM', 'A/1', 'a.pdf', 'missing.pdf')).toBe(1);
    expect(world.api.requests('POST', `${CUSTOMER}/document-uploads`)).toEqual([]);
  });

  test('stores a version in a folder under a safe name, and replaces no file', async () => {
    await using world = await embedded(answer);
    const download = ['documents', 'download', 'VOUCIM', 'A/1', 'd-1', '--version', '1', '--to', 'here'];
    expect(await world.terminal.run(...download)).toBe(0);
    expect(readFileSync(join(world.terminal.cwd, 'here', '__Alt.pdf'), 'utf8')).toBe('"hey"');
    expect(await world.terminal.run(...download)).toBe(1);
    expect(await world.terminal.run(...download, '--force')).toBe(0);
    expect(await world.terminal.run('documents', 'download', 'VOUCIM', 'A/1', 'd-1', '--version', '9')).toBe(1);
    expect(await world.terminal.run('documents', 'download', 'VOUCIM', 'A/1', 'd-1', '--version', 'x')).toBe(1);
  });
});
