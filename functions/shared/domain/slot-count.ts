/** Searchable fields that a CRM table may ever have had; each takes one index of the customers table, for good. */
export const SLOT_COUNT = 10;
