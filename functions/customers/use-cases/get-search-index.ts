import { requirePublished } from '../../crm-tables/index.ts';
import { type GenerationHeads, type IndexState, indexState } from '../../search/index.ts';
import type { DeskPorts } from './desk-ports.ts';

export interface SearchIndexPorts extends Pick<DeskPorts, 'tables'> {
  readonly heads: Pick<GenerationHeads, 'find'>;
}

/** What the search index of a CRM table has, and what is being written. @throws DomainError `crm-table.*` */
export async function getSearchIndex({ tables, heads }: SearchIndexPorts, prefix: string): Promise<IndexState> {
  const [head] = await Promise.all([heads.find(prefix), requirePublished({ tables }, prefix)]);
  return indexState(head);
}
