/** What holds for every operation: paragraphs, in which `this` is code. */
export const GUIDE: readonly string[] = [
  'Switchboard is an open-source CRM for contact centres: accounts, their campaigns, CRM tables that say what is known of a customer, and imports of customers from CSV files of any size.',
  'Every request but those for this description carries a token of the user pool: `authorization: Bearer …`. What a caller may do follows from the groups in it: each of the roles agent, supervisor and administrator is a set of permissions. Each operation names the permission that it needs (`x-permission`), and `GET /me` lists those of the caller. Bodies are JSON; times are ISO 8601 in UTC; prefixes mean the same in capitals and in small letters.',
  'Every rejected request is answered by a problem (RFC 9457): `code` says what is wrong to a program and never changes, `detail` says it to a person, and `errors` points to each wrong part of the request.',
  'What can be changed by more than one person carries an `etag`. A change sends it back in `if-match`: 428 without it, 412 if another user was faster. Read again, and repeat the change.',
  'Prefixes of accounts and of CRM tables are unique in the installation. Names of campaigns are unique in their account, and names of import definitions in their CRM table, without regard to case. Other names may occur twice.',
  'A request that changes something may carry an `idempotency-key`, a name of your choice that is kept for 24 hours. If no answer arrives, repeat the request with the same key: it is not carried out twice, and the first answer comes back with `idempotent-replayed: true`. Another request under the same key is rejected (422), and so is a repetition while the first is under way (409). A request that was rejected or that failed leaves its key free.',
  'Lists come in pages: `limit` says how many, and `nextCursor` of one page is the `cursor` of the next. The last page has none. A page may hold fewer than `limit`.',
  'A body has at most 256 KiB of UTF-8, unless its operation says otherwise: 413 beyond. An operation that would have to read a record which only a newer release can read answers 503.',
];
