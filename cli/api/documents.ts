import * as z from 'zod';
import type { ApiClient } from './client.ts';

const DocumentSchema = z.looseObject({
  documentId: z.string(),
  name: z.string(),
  bytes: z.number(),
  at: z.string(),
  revision: z.number(),
  scan: z.string(),
});
export type Document = z.infer<typeof DocumentSchema>;

const VersionSchema = z.looseObject({ version: z.number(), name: z.string(), bytes: z.number() });
export type DocumentVersion = z.infer<typeof VersionSchema>;

/** A customer, by the prefix of the CRM table and the Customer ID. */
export interface CustomerAddress {
  readonly prefix: string;
  readonly customerId: string;
}

const customerPath = ({ prefix, customerId }: CustomerAddress, rest: string): string =>
  `/crm-tables/${encodeURIComponent(prefix)}/customers/${encodeURIComponent(customerId)}${rest}`;

const FoundSchema = z.object({
  items: z.array(z.looseObject({ kind: z.string(), isDeleted: z.boolean().optional() })),
  nextCursor: z.string().optional(),
});

/** The documents of a customer, the newest first. */
export async function listDocuments(api: ApiClient, customer: CustomerAddress): Promise<Document[]> {
  const found: Document[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await api.send({
      method: 'POST',
      path: customerPath(customer, '/history-searches'),
      body: { kinds: ['document'], limit: 100, ...(cursor !== undefined && { cursor }) },
      answer: FoundSchema,
    });
    const documents = body.items.filter(({ kind, isDeleted }) => kind === 'document' && isDeleted !== true);
    found.push(...z.array(DocumentSchema).parse(documents));
    cursor = body.nextCursor;
  } while (cursor !== undefined);
  return found;
}

/** The versions of a document, the newest first. */
export async function listVersions(
  api: ApiClient,
  customer: CustomerAddress,
  documentId: string,
): Promise<readonly DocumentVersion[]> {
  const path = customerPath(customer, `/documents/${encodeURIComponent(documentId)}`);
  const { body } = await api.send({ method: 'GET', path, answer: z.object({ versions: z.array(VersionSchema) }) });
  return body.versions;
}

/** An address that saves a version. It works without a token for five minutes. */
export async function downloadAddress(
  api: ApiClient,
  customer: CustomerAddress,
  documentId: string,
  version: number,
): Promise<string> {
  const file = `/documents/${encodeURIComponent(documentId)}/versions/${version}/address?use=download`;
  const answer = z.object({ url: z.string() });
  return (await api.send({ method: 'GET', path: customerPath(customer, file), answer })).body.url;
}

export interface NewFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Of the document that gets a new version. */
  readonly documentId?: string | undefined;
}

const StartedSchema = z.object({
  uploadId: z.string(),
  upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});
export type StartedUpload = z.infer<typeof StartedSchema>;

export async function startUpload(api: ApiClient, customer: CustomerAddress, file: NewFile): Promise<StartedUpload> {
  const path = customerPath(customer, '/document-uploads');
  return (await api.send({ method: 'POST', path, body: file, answer: StartedSchema })).body;
}

export async function completeUpload(api: ApiClient, customer: CustomerAddress, uploadId: string): Promise<Document> {
  const path = customerPath(customer, `/document-uploads/${encodeURIComponent(uploadId)}/completion`);
  return (await api.send({ method: 'POST', path, answer: DocumentSchema })).body;
}
