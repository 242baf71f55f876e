export { rightsReader } from './dynamodb/rights-reader.ts';
