/** The headings under which the document lists operations, in the order in which a new client needs them. */
export const TAGS: ReadonlyArray<{ readonly name: string; readonly description: string }> = [
  {
    name: 'People',
    description: 'Who the caller is, and what the caller may do; users, groups and roles; the audit of what they do.',
  },
  { name: 'Settings', description: 'Which features of the installation are on.' },
  {
    name: 'Accounts',
    description: 'The clients of the contact centre. Campaigns and CRM tables belong to an account.',
  },
  {
    name: 'Exports',
    description:
      'Files of customers, or of what people have changed, and definitions by which they are exported again.',
  },
  {
    name: 'Filters',
    description: 'Saved conditions on the customers of a CRM table, and counts of the customers that fulfil them.',
  },
  { name: 'Campaigns', description: 'What the agents of an account work on. A campaign uses one CRM table or none.' },
  {
    name: 'CRM tables',
    description:
      'What is known of customers: fields on tabs. A table is edited as a draft; publishing makes the draft a version that agents and imports see.',
  },
  {
    name: 'Customers',
    description: 'Single customers: search, read, create, update, delete, and what people have changed.',
  },
  { name: 'Notes', description: 'What people write about a customer. The history lists notes by their beginnings.' },
  {
    name: 'Documents',
    description:
      'Files attached to customers. A file is announced, sent to the address of the answer, and attached by its completion; the history lists documents.',
  },
  {
    name: 'Imports',
    description:
      'One run of one file into one CRM table: announce the file, send it, follow the import, fetch the files that it leaves.',
  },
  { name: 'Import definitions', description: 'How files are imported into a CRM table, saved under a name.' },
  { name: 'Schedules', description: 'Imports that start by themselves, once or again and again.' },
  {
    name: 'Maintenance',
    description:
      'What an administrator orders and a worker does: deleting CRM tables, and erasing customers. A job that has ended is its certificate.',
  },
  { name: 'Documentation', description: 'This description, for programs and for people.' },
];
