export { ConditionsSchema, fieldsOf } from './domain/filter.ts';
export { matcherOf } from './domain/matches.ts';
export { filterList } from './dynamodb/filter-item.ts';
export { filterRemoval } from './dynamodb/filter-removal.ts';
export { filterRepository } from './dynamodb/filter-repository.ts';
export type { FilterRepository } from './ports.ts';
export { checkConditions, getFilter } from './use-cases/filter-use-cases.ts';
