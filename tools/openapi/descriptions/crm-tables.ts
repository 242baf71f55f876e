import type { SchemaDescriptions } from './schema-descriptions.ts';

const shardCount = 'The number of partitions over which the customers are spread. Never changes.';
const draftName = 'The name of the CRM table, which agents see once the draft is published.';
const tabs = 'The headings of the fields, in their order.';
const table = { draft: 'The structure that is edited. Agents and imports do not see it.', shardCount };
const version = { version: 'Counted from 1; each publication adds one.', shardCount, tabs };
const changes = 'The changes that publishing the draft would make.';
const tabId = 'Identifies the tab within the CRM table; fields name it in `tab`.';
const flag = 'The flag that changes.';

export const CRM_TABLES: SchemaDescriptions = {
  CrmTable: { text: 'A CRM table, with its draft and its published version.', properties: table },
  SavedCrmTable: {
    text: 'A CRM table whose draft was saved, with the changes that publishing it would make.',
    properties: { ...table, changes },
  },
  CrmTableSummary: {
    text: 'A CRM table in a list.',
    properties: { name: 'The name in the draft.', publishedVersion: 'Null until the first publication.' },
  },
  CrmTablePrefix: { text: 'Whether a prefix can be that of a new CRM table.' },
  NewCrmTable: { text: 'A CRM table to create.', properties: { name: draftName } },
  CopyOrder: {
    text: 'A CRM table to create with the structure of an existing one.',
    properties: { name: 'The name of the copy.' },
  },
  Draft: {
    text: 'The structure of a CRM table that is edited; publishing makes it a version.',
    properties: { name: draftName, tabs },
  },
  DraftInput: {
    text: 'A whole draft. Fields and tabs that it leaves out are removed from the draft.',
    properties: {
      name: draftName,
      tabs,
      fields: 'The fields in column order; the Customer ID (`P008`) is one of them.',
    },
  },
  Tab: { text: 'A heading for a group of fields.', properties: { id: tabId, label: 'The heading, as agents see it.' } },
  Field: {
    text: 'A column of a CRM table: one value for each customer.',
    properties: {
      type: 'Which values the field takes; text that does not fit fails in an import.',
      flags: 'What agents can do with the field.',
    },
  },
  FieldInput: {
    text: 'A field of a draft to save. A field with a known `code` is updated; one without is new.',
    properties: {
      type: 'Which values the field takes. The type of the Customer ID cannot be changed.',
      required: 'Whether a record that leaves the field blank is rejected.',
      strict: 'Whether a telephone or e-mail field rejects a value that cannot be parsed, instead of warning.',
      flags: 'What agents can do with the field.',
    },
  },
  FieldType: { text: 'The kind of values that a field takes.' },
  FieldFlags: { text: 'What agents can do with a field, and where they see it.' },
  PublishedTable: { text: 'A published version of a CRM table. It never changes.', properties: version },
  Publication: {
    text: 'A version that was just published, with the changes that it made.',
    properties: { ...version, changes: 'The changes since the version before.' },
  },
  VersionSummary: {
    text: 'A published version in a list.',
    properties: { version: version.version, name: 'The name of the CRM table in this version.' },
  },
  Changes: {
    text: 'The differences between the draft of a CRM table and its published version, and what they mean for customers.',
    properties: { consequences: 'What the changes mean for the customers of the CRM table.' },
  },
  PropertyChange: { text: 'A property with its values before and after.' },
  FieldChanges: {
    text: 'Fields that differ between the published version and the draft.',
    properties: {
      changed: 'Fields with other properties or choices.',
      moved: 'Fields at another place in the column order.',
    },
  },
  NamedField: {
    text: 'A field, with its label to display.',
    properties: { code: 'The code of the field, such as `P018`.' },
  },
  ChangedField: {
    text: 'A field whose properties or choices differ.',
    properties: { label: 'The label in the draft.' },
  },
  ListValueChanges: { text: 'The choices of a list that were added and removed.' },
  MovedField: { text: 'A field that has another place in the column order.' },
  TabChanges: {
    text: 'Tabs that differ between the published version and the draft.',
    properties: { moved: 'Tabs at another place in their order.' },
  },
  NamedTab: { text: 'A tab, with its label to display.' },
  RenamedTab: {
    text: 'A tab that has another label.',
    properties: { from: 'The label in the published version.', to: 'The label in the draft.' },
  },
  MovedTab: { text: 'A tab that has another place in the order of the tabs.' },
  VisibilityChange: {
    text: 'A field that agents see at another place, or no longer see.',
    properties: { flag, becomes: 'Whether agents see the field there after the publication.', detail: 'For a person.' },
  },
  Reminder: {
    text: 'A field or a tab that the draft has and that no agent would see.',
    properties: { tab: 'The `id` of the tab.', detail: 'For a person.' },
  },
  Consequence: {
    text: 'An effect of a change on the customers of the CRM table.',
    properties: { needsConfirmation: 'Whether publishing needs the `confirm` of these changes.' },
  },
};
