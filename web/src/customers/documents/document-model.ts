import type { components } from '../../shared/api/schema.ts';

type Schemas = components['schemas'];

/** What lists have of a document. */
export type DocumentHead = Omit<Schemas['CustomerDocumentEntry'], 'kind' | 'isDeleted'>;

/** Whether the console shows it. All other types are only downloaded. */
export const isShown = ({ mediaType }: Pick<DocumentHead, 'mediaType'>): boolean =>
  mediaType === 'application/pdf' || mediaType.startsWith('image/');

/** A system may allow characters in names that the others read as folders or as commands. */
export const safeName = (name: string): string => name.replace(/[/\\\p{Cc}]/gu, '_').toWellFormed();

/** SHA-256 in Base64, as the API wants it. The whole file is in the memory of the tab meanwhile. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return btoa(String.fromCharCode(...digest));
}
