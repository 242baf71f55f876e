export { type Block, BlockBuilder, keysOfBlock } from './domain/block.ts';
export { entriesOf, searchableFields } from './domain/entries-of.ts';
export { type Entry, entryKey, entryOfKey, SPACES, type Space } from './domain/entry.ts';
export {
  type IndexJob,
  type IndexProgress,
  isCleanUpDue,
  isRebuildDue,
  jobExecution,
  oldestSingle,
  type SearchHead,
  scopeOf,
} from './domain/head.ts';
export {
  blockPartition,
  bucketOf,
  bucketsOf,
  singlePartition,
} from './domain/index-keys.ts';
export { type IndexState, indexState } from './domain/index-state.ts';
export { type Match, matchAll, WAYS } from './domain/match.ts';
export { type Query, queryOf } from './domain/query.ts';
export { editedSingles, newSingles, type Single } from './domain/singles.ts';
export { type Term, termsOfField } from './domain/term.ts';
export { entryRemoval } from './dynamodb/entry-removal.ts';
export { requireGeneration } from './dynamodb/head-item.ts';
export { DynamoSearchHeads } from './dynamodb/heads.ts';
export { indexReader } from './dynamodb/index-reader.ts';
export { headRemoval, indexRemoval } from './dynamodb/index-removal.ts';
export { DynamoIndexWriter } from './dynamodb/index-writer.ts';
export { singleWriter } from './dynamodb/single-writer.ts';
export type { GenerationHeads, HeldHeads, IndexWriter } from './generation-ports.ts';
export type { CustomerIndex, CustomerSearch, IndexReader, SingleWriter } from './ports.ts';
export { countedSingles } from './use-cases/counted-singles.ts';
export { customerSearch } from './use-cases/search-index.ts';
