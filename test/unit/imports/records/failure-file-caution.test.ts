import { expect, test } from '@jest/globals';
import { cautionOf } from '../../../../functions/imports/domain/records/failure-file-caution.ts';

const ended = { fileName: 'a.csv', failureCodes: { 'customer-id.duplicate': 2, 'value.too-long': 1 } };

test.each(['BulkCopy', 'Differentiate'])(
  'the file of %s is offered with a caution if it may hold duplicates',
  (stage) => {
    expect(cautionOf(`a.csv.log.${stage}.txt`, ended)).toBe(
      `a.csv.log.${stage}.txt contains 2 records whose Customer IDs occur earlier in a.csv (customer-id.duplicate in failures.csv). Importing them would overwrite customers that this import has written. Remove them first.`,
    );
  },
);

test.each([
  ['a.csv.log.DifferentiateUpdate.txt', ended],
  ['a.csv.sorted.txt', ended],
  ['a.csv.log.BulkCopy.txt', { fileName: 'a.csv', failureCodes: { 'value.too-long': 1 } }],
  ['a.csv.log.BulkCopy.txt', { fileName: 'a.csv', failureCodes: undefined }],
])('%s holds none', (name, record) => {
  expect(cautionOf(name, record)).toBeUndefined();
});
