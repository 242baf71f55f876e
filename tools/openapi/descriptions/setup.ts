import type { SchemaDescriptions } from './schema-descriptions.ts';

const account = {
  prefix: 'Three letters that identify the account. Returned in capitals; never changes.',
  manager: 'The person who looks after the account.',
};
const campaign = {
  name: 'Unique within the account, whatever its case.',
  crmTablePrefix: 'The CRM table of the same account that the campaign uses; null if it uses none.',
  crmName: 'The short name under which the campaign shows its CRM; null if it has none.',
};

export const SETUP: SchemaDescriptions = {
  Account: {
    text: 'A client of the contact centre. Campaigns and CRM tables belong to an account.',
    properties: account,
  },
  NewAccount: { text: 'An account to create.', properties: account },
  AccountUpdate: {
    text: 'The new name, manager and import limit of an account.',
    properties: { manager: account.manager },
  },
  Campaign: { text: 'Work that the agents of an account do on the customers of one CRM table.', properties: campaign },
  NewCampaign: { text: 'A campaign to create.', properties: campaign },
  CampaignUpdate: { text: 'A campaign after an update: each attribute must be given.', properties: campaign },
  EveryAccount: { text: 'All accounts, including accounts that are created later.' },
  ListedAccounts: { text: 'The listed accounts only.' },
  NamedAccount: { text: 'An account, with its name to display.' },
  Violation: { text: 'One fault of a request, and where it is.' },
  Problem: {
    text: 'An error of the API: RFC 9457, with a stable `code`.',
    properties: {
      type: 'Always `about:blank`: `code` says which problem it is.',
      status: 'The HTTP status of the answer.',
      errors: 'Each fault of the request; absent where the problem is not a fault of single parts.',
    },
  },
  GatewayError: {
    text: 'An error that API Gateway answers by itself. It has no `code`: go by the status.',
    properties: { message: 'For a person; the text may change.' },
  },
  OpenApiDocument: {
    text: 'An OpenAPI document.',
    properties: { openapi: 'The version of the OpenAPI specification that the document follows.' },
  },
};
