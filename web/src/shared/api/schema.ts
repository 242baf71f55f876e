// Generated from the routes by `npm run openapi`; do not edit.
export interface paths {
"/accounts": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the accounts, by prefix. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose prefix or name contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; }; header?: never; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["AccountPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Create an account. Its prefix is unique whatever its case, and stays. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NewAccount"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Account"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read an account. */
get: { parameters: { query?: never; header?: never; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Account"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Update the name, the manager and the import limit of an account. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*`, a list and a weak ETag name no state, and are answered by 412. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["AccountUpdate"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Account"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/openapi.json": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read the description of this API for programs: OpenAPI 3.1. */
get: { parameters: { query?: never; header?: never; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["OpenApiDocument"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/docs": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read the description of this API as a page. */
get: { parameters: { query?: never; header?: never; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "text/html": string; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/campaigns": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the campaigns of an account, the oldest first. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose name contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; }; header?: never; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CampaignPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Create a campaign, with or without a CRM table of the same account. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NewCampaign"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Campaign"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/campaigns/{campaignId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read a campaign. */
get: { parameters: { query?: never; header?: never; path: { /** The prefix of an account. */
accountPrefix: string; /** The id of a campaign. */
campaignId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Campaign"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Rename a campaign, or give it another CRM table or none, or another short name for its CRM or none. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*`, a list and a weak ETag name no state, and are answered by 412. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; /** The id of a campaign. */
campaignId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["CampaignUpdate"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Campaign"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete a campaign; its CRM table and customers stay. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*`, a list and a weak ETag name no state, and are answered by 412. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; /** The id of a campaign. */
campaignId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/crm-tables": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the CRM tables of an account, by prefix. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose prefix or name contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; }; header?: never; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CrmTableSummaryPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Create a CRM table: a draft of the twelve standard fields. Its prefix is unique over all accounts. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NewCrmTable"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CrmTable"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/crm-tables/{prefix}/copies": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Save As: copy the structure of a CRM table under a new prefix, unpublished and without any customer. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["CopyOrder"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CrmTable"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/crm-tables/{prefix}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read a CRM table: its draft and its published version. */
get: { parameters: { query?: never; header?: never; path: { /** The prefix of an account. */
accountPrefix: string; /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CrmTable"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Replace the whole draft of a CRM table. Agents see it once it is published. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*`, a list and a weak ETag name no state, and are answered by 412. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["DraftInput"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["SavedCrmTable"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/crm-tables/{prefix}/changes": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** See what publishing the draft would change, and what that means for customers who are there. */
get: { parameters: { query?: never; header?: never; path: { /** The prefix of an account. */
accountPrefix: string; /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Changes"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/crm-tables/{prefix}/publish": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Publish the draft as the next version. Changes that mean something for existing customers must be confirmed. Rejected while an import runs on the CRM table. */
post: { parameters: { query?: { /** Confirms changes that mean something for existing customers: `confirm` of the changes. */
confirm?: string; }; header: { /** The `etag` of what was read: one ETag, as it came. `*`, a list and a weak ETag name no state, and are answered by 412. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Publication"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/crm-tables/{prefix}/versions": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the published versions of a CRM table, the newest first. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; }; header?: never; path: { /** The prefix of an account. */
accountPrefix: string; /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["VersionSummaryPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/crm-tables/{prefix}/versions/{version}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read a published version of a CRM table, whether or not it is still the published one. */
get: { parameters: { query?: never; header?: never; path: { /** The prefix of an account. */
accountPrefix: string; /** The prefix of a CRM table. */
prefix: string; /** The number of the version. */
version: number; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["PublishedTable"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/crm-tables/{prefix}/versions/{version}/restore": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Roll back: make the structure of a published version the draft again. Agents see it once it is published. */
post: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*`, a list and a weak ETag name no state, and are answered by 412. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; /** The prefix of a CRM table. */
prefix: string; /** The number of the version. */
version: number; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["SavedCrmTable"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/definitions": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the import definitions of a CRM table, the oldest first. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose name contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; }; header?: never; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportDefinitionPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Save how files are imported into a CRM table, under a name. A new default takes the place of the former. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NewImportDefinition"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportDefinition"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/definitions/{definitionId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read an import definition, with a warning for each thing that has changed in its CRM table since. */
get: { parameters: { query?: never; header?: never; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of an import definition. */
definitionId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportDefinition"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Update an import definition. The update makes a new version; imports that were made keep theirs. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*`, a list and a weak ETag name no state, and are answered by 412. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of an import definition. */
definitionId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["ImportDefinitionUpdate"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportDefinition"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete an import definition. Rejected while a schedule imports by it. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*`, a list and a weak ETag name no state, and are answered by 412. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of an import definition. */
definitionId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/definitions/{definitionId}/versions": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List every version of an import definition, the newest first, also of one that was deleted. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; }; header?: never; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of an import definition. */
definitionId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportDefinitionVersionPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/imports": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List imports, newest first: those of one CRM table, or of all. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Only imports of this CRM table. Without it: the imports of every CRM table that the caller may see. */
prefix?: string; /** Only imports with this status. A page may then be short, and yet have a `nextCursor`. */
status?: "awaiting-upload" | "received" | "awaiting-confirmation" | "queued" | "running" | "completed" | "completed-with-failures" | "rejected" | "failed" | "cancelled" | "missed"; }; header?: never; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportSummaryPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Announce a file to import; the answer says where to send it. The import starts when it has arrived. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. A repetition finds what the first request made, at any time, and answers it as it is then. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NewImport"]; } }; responses: { 201: { headers: { "apigw-requestid": string; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["AnnouncedImport"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/imports/{importId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read an import: status, progress, counts and files. */
get: { parameters: { query?: never; header?: never; path: { /** The id of an import. */
importId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Import"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/imports/{importId}/parts": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the parts of a file that have arrived, to go on with an upload. */
get: { parameters: { query?: never; header?: never; path: { /** The id of an import. */
importId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Parts"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Get addresses to send parts of a file to. */
post: { parameters: { query?: never; header?: never; path: { /** The id of an import. */
importId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["PartNumbers"]; } }; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["SignedParts"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/imports/{importId}/complete": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Join the parts of a file, once all have arrived. Repeating it does no harm. */
post: { parameters: { query?: never; header?: never; path: { /** The id of an import. */
importId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["SentParts"]; } }; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Import"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/imports/preview": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Show what an import would make of a file: how it is read, what its columns feed, what is doubtful. */
post: { parameters: { query?: never; header?: never; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["PreviewRequest"]; } }; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Preview"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/imports/{importId}/cancel": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Cancel an import. One that runs stops by itself soon after; what it has written stays. */
post: { parameters: { query?: never; header?: never; path: { /** The id of an import. */
importId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Import"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/imports/{importId}/resume": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Go on with a failed or cancelled import where it stopped. Rejected with `import.superseded` when a newer import of its CRM table has run, unless the body names that import. */
post: { parameters: { query?: never; header?: never; path: { /** The id of an import. */
importId: string; }; cookie?: never; }; requestBody?: { content: { "application/json": components["schemas"]["Resumption"]; } }; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Import"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/imports/{importId}/confirm": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Let an import go that waits because of its estimated cost. */
post: { parameters: { query?: never; header?: never; path: { /** The id of an import. */
importId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Import"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/me": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read who you are: your roles, your permissions, and the accounts on which they hold. */
get: { parameters: { query?: never; header?: never; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Me"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/schedules": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the schedules of a CRM table. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose name contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; }; header?: never; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["SchedulePage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Have a file imported at some time, or again and again. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["ScheduleInput"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Schedule"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/schedules/{scheduleId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read a schedule: its next five runs, what became of the last, and how many were missed. */
get: { parameters: { query?: never; header?: never; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a schedule. */
scheduleId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Schedule"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Update a schedule; the request gives all of it again. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*`, a list and a weak ETag name no state, and are answered by 412. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a schedule. */
scheduleId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["ScheduleInput"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Schedule"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete a schedule; the imports that it has made stay. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*`, a list and a weak ETag name no state, and are answered by 412. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a schedule. */
scheduleId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/schedules/{scheduleId}/pause": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Pause a schedule: it does not run until it is resumed. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a schedule. */
scheduleId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Schedule"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/schedules/{scheduleId}/resume": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Have a paused schedule run again from now on. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a schedule. */
scheduleId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Schedule"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
}
export interface components { schemas: {
NewAccount: {
prefix: string;
name: string;
manager: string;
/** An import of the account that is estimated above so many dollars waits for a confirmation. */
confirmImportsOverDollars?: number;
};
AccountUpdate: {
name: string;
manager: string;
/** Stays if it is left out; null removes it. See `Account`. */
confirmImportsOverDollars?: (number) | (null);
};
NewCampaign: {
name: string;
crmTablePrefix?: (string) | (null);
crmName?: (string) | (null);
};
CampaignUpdate: {
name: string;
crmTablePrefix: (string) | (null);
crmName: (string) | (null);
};
NewCrmTable: {
/** One to six letters and digits, unique over all accounts. */
prefix: string;
name: string;
/** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
defaultCountry: string;
/** How many partitions the customers are spread over; it cannot be changed later. */
shardCount?: number;
};
CopyOrder: {
/** One to six letters and digits, unique over all accounts. */
prefix: string;
name: string;
/** Which structure is copied. */
from?: "draft" | "published";
/** Left out, that of the original. */
shardCount?: number;
};
DraftInput: {
name: string;
/** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
defaultCountry: string;
tabs: (components["schemas"]["Tab"])[];
fields: (components["schemas"]["FieldInput"])[];
};
Tab: {
id: string;
label: string;
};
FieldInput: {
/** Left out, the next free custom code is given. */
code?: string;
/** What people call it. */
label: string;
type: "text" | "number" | "date" | "time" | "date-time" | "yes-no" | "list" | "multi-list" | "telephone" | "email" | "url" | "currency" | "notes";
/** In code points. */
maxLength: number;
required?: boolean;
/** Choices of a `list` or `multi-list`; empty for every other type. */
listValues?: (string)[];
strict?: boolean;
flags: components["schemas"]["FieldFlags"];
/** The heading under which the field stands: the `id` of one of the tabs of the CRM table. */
tab: string;
};
FieldFlags: {
/** Agents can search for customers by it. */
search: boolean;
/** It is on the form for a new customer. */
insert: boolean;
/** Agents can change it. */
modify: boolean;
/** It is a column of the list of matches. */
result: boolean;
};
NewImportDefinition: {
name: string;
options?: components["schemas"]["ImportOptions"];
mapping?: (components["schemas"]["ColumnMapping"])[];
isDefault?: boolean;
};
ImportOptions: {
encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
compression?: "none" | "gzip";
delimiter?: string;
/** Whether the first record is a header row. */
header?: boolean;
/** Lines above the header row, or above the first record, that are not read. */
skipLines?: number;
/** `none`: the file has no Customer IDs, and they are generated. It is never guessed. */
customerId?: "column" | "none";
/** Which record counts when a Customer ID occurs twice; `reject` fails the later ones. */
duplicates?: "reject" | "first" | "last";
/** What a blank cell does to a stored value. */
blank?: "clear" | "keep";
/** insert-only ignores customers that are there; update-only fails those that are not. */
mode?: "upsert" | "insert-only" | "update-only";
/** Leaves every file and count, and writes no customer. */
dryRun?: boolean;
consistentRead?: boolean;
/** Takes the text out of spreadsheet formulas like `="00123"`; Customer IDs stay as they are. */
unwrapFormulas?: boolean;
/** Telephone and e-mail fields that reject, in this import, what cannot be parsed. */
strictFields?: (string)[];
};
ColumnMapping: {
/** The cell of the header row, its case ignored, or the position of the column from 1. */
column: (string) | (number);
/** Code of the field, or null to ignore the column. */
field: (string) | (null);
/** Cells that are replaced, whole and exactly: `{"Y": "yes"}`. `{"#N/A": {"clear": true}}` clears the field, also where blank cells keep what is stored. */
values?: {  [name: string]: (string) | (components["schemas"]["ClearField"]) };
/** Stands in for a blank cell. */
default?: string;
};
ClearField: {
clear: true;
};
ImportDefinitionUpdate: {
name: string;
options: components["schemas"]["ImportOptions"];
mapping: (components["schemas"]["ColumnMapping"])[];
isDefault: boolean;
};
NewImport: {
/** The CRM table to import into. */
prefix: string;
fileName: string;
/** The exact size of the file; no other is taken. */
bytes: number;
/** Id or name of a saved definition; without one the default of the table goes, if it has one. */
definition?: string;
/** They go over those of the definition. */
options?: components["schemas"]["ImportOptions"];
mapping?: (components["schemas"]["ColumnMapping"])[];
/** Up to how much the import may be estimated to cost without waiting for a confirmation. */
confirmedDollars?: number;
};
PartNumbers: {
partNumbers: (number)[];
};
SentParts: {
parts: (components["schemas"]["SentPart"])[];
};
SentPart: {
partNumber: number;
/** The ETag that came back when the part was sent. */
etag: string;
};
PreviewRequest: {
/** The CRM table to import into. */
prefix: string;
/** Id or name of a saved definition. */
definition?: string;
options?: components["schemas"]["ImportOptions"];
mapping?: (components["schemas"]["ColumnMapping"])[];
/** A file in the bucket, under `uploads/<PREFIX>/` or `inbox/<PREFIX>/`. */
key?: string;
/** Or the beginning of a file, at most 64 KiB, as base64. */
head?: string;
/** Size of the whole file, if `head` is only its beginning. */
bytes?: number;
};
Resumption: {
/** The newer import that `import.superseded` names: the import is resumed although records of both files may then be mixed. */
over?: string;
};
ScheduleInput: {
name: string;
source: components["schemas"]["ScheduleSource"];
/** Id or name of a definition. */
definition?: string;
/** They go over those of the definition. */
options?: components["schemas"]["ImportOptions"];
when: components["schemas"]["When"];
/** Name in the IANA time zone database, spelled as it is there; its links are names, too. Daylight saving time is heeded where the zone has it: `EST`, `MST` and `HST` have none, `EST5EDT` has. */
timeZone: string;
state?: "active" | "paused";
};
/** `key` imports that object every time; `newest` the newest object under `inbox/<PREFIX>/`, each once, and passes over the others; `all-new` every object there that the schedule has not imported, oldest first, one import each, at most 100 a run. */
ScheduleSource: (components["schemas"]["KeySource"]) | (components["schemas"]["NewestSource"]) | (components["schemas"]["AllNewSource"]);
KeySource: {
kind: "key";
/** Of an object under `inbox/<PREFIX>/`. */
key: string;
};
NewestSource: {
kind: "newest";
};
AllNewSource: {
kind: "all-new";
};
When: (components["schemas"]["OnceRun"]) | (components["schemas"]["HourlyRun"]) | (components["schemas"]["DailyRun"]) | (components["schemas"]["WeeklyRun"]) | (components["schemas"]["MonthlyRun"]);
OnceRun: {
frequency: "once";
/** Date and time in the time zone of the schedule. */
once: string;
};
HourlyRun: {
frequency: "hourly";
minute: number;
/** Counted from midnight. */
everyHours?: 1 | 2 | 3 | 4 | 6 | 8 | 12;
};
DailyRun: {
frequency: "daily";
time: string;
};
WeeklyRun: {
frequency: "weekly";
weekdays: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
time: string;
};
MonthlyRun: {
frequency: "monthly";
/** A month that has no such day is left out; `last` is in every month. */
day: (number) | ("last");
time: string;
};
AccountPage: {
items: (components["schemas"]["Account"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
Account: {
prefix: string;
name: string;
manager: string;
/** An import of the account that is estimated above so many dollars waits for a confirmation. */
confirmImportsOverDollars?: number;
createdAt: string;
};
/** An error of the API: RFC 9457, with a stable `code`. */
Problem: {
type: "about:blank";
/** What the status means, in words. */
title: string;
status: number;
/** What is wrong, for a person. */
detail: string;
/** What is wrong, for a program. A code never changes its meaning. */
code: ("access.forbidden" | "access.unauthenticated" | "account.exists" | "account.not-found" | "account.prefix-taken" | "body.invalid" | "body.malformed" | "body.not-json" | "body.not-utf-8" | "body.too-large" | "campaign.exists" | "campaign.name-taken" | "campaign.not-found" | "campaign.table-unknown" | "crm-table.confirmation-needed" | "crm-table.confirmation-stale" | "crm-table.import-running" | "crm-table.invalid" | "crm-table.not-found" | "crm-table.not-publishable" | "crm-table.not-published" | "crm-table.prefix-taken" | "crm-table.published-meanwhile" | "crm-table.version-not-found" | "cursor.invalid" | "definition.in-use" | "definition.invalid" | "definition.name-taken" | "definition.not-found" | "file.missing" | "file.no-usable-header" | "file.not-found" | "idempotency-key.answer-not-kept" | "idempotency-key.in-use" | "idempotency-key.invalid" | "idempotency-key.reused" | "if-match.missing" | "if-match.stale" | "import.ended" | "import.no-file" | "import.not-awaiting-confirmation" | "import.not-found" | "import.not-resumable" | "import.source-gone" | "import.superseded" | "internal" | "mapping.ambiguous-column" | "mapping.no-header" | "options.invalid" | "path.invalid" | "preview.invalid" | "query.invalid" | "record.too-large" | "record.unreadable" | "route.not-found" | "schedule.invalid" | "schedule.not-found" | "schedule.over" | "upload.busy" | "upload.gone" | "upload.incomplete" | "upload.invalid" | "upload.no-parts" | "upload.over") | (string);
/** Names the request in the log of the API. */
requestId: string;
errors?: (components["schemas"]["Violation"])[];
};
Violation: {
/** JSON pointer into the body, the query or the path parameters. */
pointer: string;
/** For a program; never changes. */
code: string;
/** For a person. */
detail: string;
};
/** An error that API Gateway answers by itself. It has no `code`: go by the status. */
GatewayError: { message: string; [name: string]: unknown };
OpenApiDocument: { openapi: string; [name: string]: unknown };
CampaignPage: {
items: (components["schemas"]["Campaign"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
Campaign: {
id: string;
accountPrefix: string;
name: string;
crmTablePrefix: (string) | (null);
crmName: (string) | (null);
createdAt: string;
};
CrmTableSummaryPage: {
items: (components["schemas"]["CrmTableSummary"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
CrmTableSummary: {
prefix: string;
name: string;
publishedVersion: (number) | (null);
};
CrmTable: {
prefix: string;
accountPrefix: string;
createdAt: string;
shardCount: number;
draft: components["schemas"]["Draft"];
/** Null until the first publish. */
published: (components["schemas"]["PublishedTable"]) | (null);
};
Draft: {
name: string;
/** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
defaultCountry: string;
tabs: (components["schemas"]["Tab"])[];
/** In column order. */
fields: (components["schemas"]["Field"])[];
};
Field: {
/** `P` and three digits; names the field in files, logs and items, and is never reused. */
code: string;
/** What people call it. */
label: string;
type: "text" | "number" | "date" | "time" | "date-time" | "yes-no" | "list" | "multi-list" | "telephone" | "email" | "url" | "currency" | "notes";
/** In code points. */
maxLength: number;
/** Whether a record that leaves it blank is rejected. */
required: boolean;
/** Choices of a `list` or `multi-list`; empty for every other type. */
listValues: (string)[];
/** Whether a telephone or e-mail field rejects a value that cannot be parsed, instead of warning. */
strict: boolean;
flags: components["schemas"]["FieldFlags"];
/** The heading under which the field stands: the `id` of one of the tabs of the CRM table. */
tab: string;
};
PublishedTable: {
prefix: string;
accountPrefix: string;
version: number;
name: string;
/** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
defaultCountry: string;
shardCount: number;
tabs: (components["schemas"]["Tab"])[];
/** In column order. */
fields: (components["schemas"]["Field"])[];
publishedAt: string;
};
SavedCrmTable: {
prefix: string;
accountPrefix: string;
createdAt: string;
shardCount: number;
draft: components["schemas"]["Draft"];
/** Null until the first publish. */
published: (components["schemas"]["PublishedTable"]) | (null);
changes: components["schemas"]["Changes"];
};
Changes: {
/** The published version; null before the first. */
since: (number) | (null);
/** Of the CRM table itself: its name, its country. */
properties: (components["schemas"]["PropertyChange"])[];
fields: components["schemas"]["FieldChanges"];
tabs: components["schemas"]["TabChanges"];
/** What agents will see, and no longer see. */
visibility: (components["schemas"]["VisibilityChange"])[];
/** What is in the draft and seen by nobody. */
reminders: (components["schemas"]["Reminder"])[];
consequences: (components["schemas"]["Consequence"])[];
/** Why the draft cannot be published as it is; pointers into the draft. */
blockers: (components["schemas"]["Violation"])[];
/** What to hand to publish to confirm exactly these changes; null if nothing needs it. */
confirm: (string) | (null);
};
PropertyChange: {
/** For a flag: `flags.search`, `flags.insert` and so on. */
property: string;
from: (string) | (number) | (boolean);
to: (string) | (number) | (boolean);
};
FieldChanges: {
added: (components["schemas"]["NamedField"])[];
removed: (components["schemas"]["NamedField"])[];
changed: (components["schemas"]["ChangedField"])[];
moved: (components["schemas"]["MovedField"])[];
};
NamedField: {
code: string;
label: string;
};
ChangedField: {
code: string;
label: string;
properties: (components["schemas"]["PropertyChange"])[];
/** There if the choices differ; both empty if only their order does. */
listValues?: components["schemas"]["ListValueChanges"];
};
ListValueChanges: {
added: (string)[];
removed: (string)[];
};
MovedField: {
code: string;
label: string;
/** Its place in the published version, the first being 1. */
from: number;
/** Its place in the draft. */
to: number;
};
TabChanges: {
added: (components["schemas"]["NamedTab"])[];
removed: (components["schemas"]["NamedTab"])[];
renamed: (components["schemas"]["RenamedTab"])[];
moved: (components["schemas"]["MovedTab"])[];
};
NamedTab: {
id: string;
label: string;
};
RenamedTab: {
id: string;
from: string;
to: string;
};
MovedTab: {
id: string;
label: string;
/** Its place in the published version, the first being 1. */
from: number;
/** Its place in the draft. */
to: number;
};
VisibilityChange: {
code: string;
label: string;
flag: "search" | "insert" | "modify" | "result";
becomes: "visible" | "hidden";
detail: string;
};
Reminder: {
code: "field.nobody-sees-it" | "tab.nobody-sees-it";
/** The code of the field; null for a tab. */
field: (string) | (null);
tab: string;
detail: string;
};
Consequence: {
/** For a program; never changes. */
code: string;
/** The code of the field; null for the CRM table itself. */
field: (string) | (null);
/** `serious`: something is out of sight. `warning`: something works differently. `notice`: good to know. */
severity: "notice" | "warning" | "serious";
needsConfirmation: boolean;
/** What it means for the customers who are there, for a person. */
detail: string;
};
Publication: {
prefix: string;
accountPrefix: string;
version: number;
name: string;
/** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
defaultCountry: string;
shardCount: number;
tabs: (components["schemas"]["Tab"])[];
/** In column order. */
fields: (components["schemas"]["Field"])[];
publishedAt: string;
changes: components["schemas"]["Changes"];
};
VersionSummaryPage: {
items: (components["schemas"]["VersionSummary"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
VersionSummary: {
version: number;
name: string;
publishedAt: string;
};
ImportDefinitionPage: {
items: (components["schemas"]["ImportDefinition"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
ImportDefinition: {
definitionId: string;
prefix: string;
name: string;
options: components["schemas"]["ImportOptions"];
mapping: (components["schemas"]["ColumnMapping"])[];
isDefault: boolean;
version: number;
tableVersion: number;
createdAt: string;
updatedAt: string;
/** What has changed for it in the CRM table since it was saved; empty when nothing has. */
warnings: (components["schemas"]["ImportDefinitionWarning"])[];
};
ImportDefinitionWarning: {
code: "field.removed" | "field.type-changed" | "field.renamed" | "field.newly-required";
field: string;
detail: string;
};
ImportDefinitionVersionPage: {
items: (components["schemas"]["ImportDefinitionVersion"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
ImportDefinitionVersion: {
definitionId: string;
prefix: string;
name: string;
options: components["schemas"]["ImportOptions"];
mapping: (components["schemas"]["ColumnMapping"])[];
isDefault: boolean;
version: number;
tableVersion: number;
createdAt: string;
updatedAt: string;
};
ImportSummaryPage: {
items: (components["schemas"]["ImportSummary"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
ImportSummary: {
importId: string;
prefix: string;
accountPrefix?: string;
fileName: string;
requested?: components["schemas"]["RequestedImport"];
requestedBy?: string;
schedule?: components["schemas"]["ScheduledRun"];
source: components["schemas"]["SourceFile"];
status: "awaiting-upload" | "received" | "awaiting-confirmation" | "queued" | "running" | "completed" | "completed-with-failures" | "rejected" | "failed" | "cancelled" | "missed";
attempt: number;
createdAt: string;
startedAt?: string;
endedAt?: string;
/** Set when its workflow broke off: until then its workers may still write, and no other import runs on its CRM table. */
drainsUntil?: string;
/** The newer import of the CRM table over which this one was resumed: records of both files may be mixed. */
resumedOver?: string;
cancelRequestedAt?: string;
estimate?: components["schemas"]["CostEstimate"];
confirmedDollars?: number;
metered?: components["schemas"]["MeteredCost"];
rejection?: components["schemas"]["Rejection"];
counts?: components["schemas"]["Counts"];
/** Columns of the file that feed no field, the first 100; absent without any. */
ignoredColumns?: (components["schemas"]["IgnoredColumn"])[];
/** How many warnings there are: each is a line of the file that ends in `.warnings.csv`. */
warnings?: number;
/** The warnings by their codes; absent without any. */
warningCodes?: {  [name: string]: number };
/** The lines of the file that ends in `.failures.csv` by their codes; absent without any. */
failureCodes?: {  [name: string]: number };
/** What to do about a file nearly all records of which fail for one and the same reason. */
commonFailure?: string;
};
RequestedImport: {
definition?: string;
options: components["schemas"]["ImportOptions"];
mapping?: (components["schemas"]["ColumnMapping"])[];
};
ScheduledRun: {
scheduleId: string;
scheduledAt: string;
/** How many other files the inbox held that a schedule of the newest file has never imported. */
passedOver?: number;
/** How many new files a run of a schedule of all new files has left to the next run. */
remaining?: number;
};
SourceFile: {
bucket: string;
key: string;
versionId: string;
};
CostEstimate: {
rows: number;
inserts: number;
updates: number;
unchanged: number;
itemBytes?: number;
writeUnits: number;
readUnits: number;
transitions: number;
lambdaGbSeconds: number;
s3Requests: number;
minutes: number;
dollars: number;
};
MeteredCost: {
writeUnits: number;
readUnits: number;
transitions: number;
lambdaGbSeconds: number;
s3Requests: number;
minutes: number;
dollars: number;
};
Rejection: {
code: string;
reason: string;
};
Counts: {
updated: number;
inserted: number;
ignored: number;
failed: number;
total: number;
unprocessed?: number;
};
IgnoredColumn: {
position: number;
name?: string;
};
AnnouncedImport: {
importId: string;
prefix: string;
accountPrefix?: string;
fileName: string;
requested?: components["schemas"]["RequestedImport"];
requestedBy?: string;
schedule?: components["schemas"]["ScheduledRun"];
source: components["schemas"]["SourceFile"];
status: "awaiting-upload" | "received" | "awaiting-confirmation" | "queued" | "running" | "completed" | "completed-with-failures" | "rejected" | "failed" | "cancelled" | "missed";
attempt: number;
createdAt: string;
startedAt?: string;
endedAt?: string;
/** Set when its workflow broke off: until then its workers may still write, and no other import runs on its CRM table. */
drainsUntil?: string;
/** The newer import of the CRM table over which this one was resumed: records of both files may be mixed. */
resumedOver?: string;
cancelRequestedAt?: string;
estimate?: components["schemas"]["CostEstimate"];
confirmedDollars?: number;
metered?: components["schemas"]["MeteredCost"];
rejection?: components["schemas"]["Rejection"];
counts?: components["schemas"]["Counts"];
/** Columns of the file that feed no field, the first 100; absent without any. */
ignoredColumns?: (components["schemas"]["IgnoredColumn"])[];
/** How many warnings there are: each is a line of the file that ends in `.warnings.csv`. */
warnings?: number;
/** The warnings by their codes; absent without any. */
warningCodes?: {  [name: string]: number };
/** The lines of the file that ends in `.failures.csv` by their codes; absent without any. */
failureCodes?: {  [name: string]: number };
/** What to do about a file nearly all records of which fail for one and the same reason. */
commonFailure?: string;
/** While the import runs: how far the stages have come that were started last, in their order. The stage that runs now is the first whose chunks are not all done. */
progress?: (components["schemas"]["StageProgress"])[];
/** Why a queued import does not run yet. */
waiting?: components["schemas"]["Wait"];
/** How the file is read, once the import is planned. */
fileFormat?: components["schemas"]["FileFormat"];
/** The options by which it goes, those of its definition and defaults included. */
options?: components["schemas"]["AppliedImportOptions"];
/** The saved definition that it goes by. */
definition?: components["schemas"]["AppliedDefinition"];
/** What the import has left in the bucket so far. */
files: (components["schemas"]["ImportFile"])[];
/** How to send the file; absent once it has come. */
upload?: (components["schemas"]["SingleUpload"]) | (components["schemas"]["MultipartUpload"]);
};
StageProgress: {
stage: string;
chunks: number;
chunksDone: number;
records?: number;
recordsDone?: number;
recordsPerSecond?: number;
secondsLeft?: number;
};
Wait: {
/** Its place in the queue of its CRM table; 1 is the next to run. */
position: number;
/** `import-running`: another import runs on the table. `table-draining`: another import has broken off, and its workers may write until `until`. `starting`: the table is free. */
reason: "import-running" | "table-draining" | "starting";
/** That other import. */
importId?: string;
until?: string;
};
FileFormat: {
encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
compression: "none" | "gzip";
delimiter: string;
/** Whether the first record is a header row. */
header: boolean;
/** That of the header row; a plan knows none without one. `cr`: carriage returns alone end all lines. */
lineEnd?: "lf" | "crlf" | "cr";
};
AppliedImportOptions: {
/** `none`: the file has no Customer IDs, and they are generated. It is never guessed. */
customerId: "column" | "none";
/** Which record counts when a Customer ID occurs twice; `reject` fails the later ones. */
duplicates: "reject" | "first" | "last";
/** What a blank cell does to a stored value. */
blank: "clear" | "keep";
/** insert-only ignores customers that are there; update-only fails those that are not. */
mode: "upsert" | "insert-only" | "update-only";
/** Leaves every file and count, and writes no customer. */
dryRun: boolean;
consistentRead: boolean;
unwrapFormulas: boolean;
/** Telephone and e-mail fields that reject, in this import, what cannot be parsed. */
strictFields: (string)[];
};
AppliedDefinition: {
definitionId: string;
name: string;
version: number;
warnings: (string)[];
};
ImportFile: {
name: string;
bucket: string;
key: string;
bytes: number;
/** What to know before the file is imported again: records in it would overwrite others. */
caution?: string;
/** Fetch it here, without a token, until it expires. */
url: string;
expiresAt: string;
};
SingleUpload: {
method: "PUT";
url: string;
/** To be sent exactly so; they are signed. */
headers: {  [name: string]: string };
expiresAt: string;
kind: "single";
};
MultipartUpload: {
kind: "multipart";
/** The size of every part but the last. */
partBytes: number;
partCount: number;
};
Import: {
importId: string;
prefix: string;
accountPrefix?: string;
fileName: string;
requested?: components["schemas"]["RequestedImport"];
requestedBy?: string;
schedule?: components["schemas"]["ScheduledRun"];
source: components["schemas"]["SourceFile"];
status: "awaiting-upload" | "received" | "awaiting-confirmation" | "queued" | "running" | "completed" | "completed-with-failures" | "rejected" | "failed" | "cancelled" | "missed";
attempt: number;
createdAt: string;
startedAt?: string;
endedAt?: string;
/** Set when its workflow broke off: until then its workers may still write, and no other import runs on its CRM table. */
drainsUntil?: string;
/** The newer import of the CRM table over which this one was resumed: records of both files may be mixed. */
resumedOver?: string;
cancelRequestedAt?: string;
estimate?: components["schemas"]["CostEstimate"];
confirmedDollars?: number;
metered?: components["schemas"]["MeteredCost"];
rejection?: components["schemas"]["Rejection"];
counts?: components["schemas"]["Counts"];
/** Columns of the file that feed no field, the first 100; absent without any. */
ignoredColumns?: (components["schemas"]["IgnoredColumn"])[];
/** How many warnings there are: each is a line of the file that ends in `.warnings.csv`. */
warnings?: number;
/** The warnings by their codes; absent without any. */
warningCodes?: {  [name: string]: number };
/** The lines of the file that ends in `.failures.csv` by their codes; absent without any. */
failureCodes?: {  [name: string]: number };
/** What to do about a file nearly all records of which fail for one and the same reason. */
commonFailure?: string;
/** While the import runs: how far the stages have come that were started last, in their order. The stage that runs now is the first whose chunks are not all done. */
progress?: (components["schemas"]["StageProgress"])[];
/** Why a queued import does not run yet. */
waiting?: components["schemas"]["Wait"];
/** How the file is read, once the import is planned. */
fileFormat?: components["schemas"]["FileFormat"];
/** The options by which it goes, those of its definition and defaults included. */
options?: components["schemas"]["AppliedImportOptions"];
/** The saved definition that it goes by. */
definition?: components["schemas"]["AppliedDefinition"];
/** What the import has left in the bucket so far. */
files: (components["schemas"]["ImportFile"])[];
};
Parts: {
/** The exact size of the file; no other is taken. */
bytes: number;
/** The size of every part but the last. */
partBytes: number;
partCount: number;
items: (components["schemas"]["ArrivedPart"])[];
};
ArrivedPart: {
partNumber: number;
bytes: number;
/** The ETag that came back when the part was sent. */
etag: string;
};
SignedParts: {
items: (components["schemas"]["SignedPart"])[];
};
SignedPart: {
method: "PUT";
url: string;
/** To be sent exactly so; they are signed. */
headers: {  [name: string]: string };
expiresAt: string;
partNumber: number;
};
Preview: {
encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
compression?: "none" | "gzip";
delimiter?: string;
/** Whether the first record is a header row. */
header?: boolean;
/** That of the header row; a plan knows none without one. `cr`: carriage returns alone end all lines. */
lineEnd?: "lf" | "crlf" | "cr";
customerIdFound: boolean;
/** Of the column, counted from 1. */
customerIdColumn?: number;
/** What the import does with the columns if it is started as it is requested here, without the mapping of this answer; absent where it would be rejected. */
asItStands?: components["schemas"]["ColumnsWithoutProposal"];
columns: (components["schemas"]["PreviewColumn"])[];
/** Lines and records above the header row, or above the first record, that are not imported. */
skipped: (components["schemas"]["SkippedLine"])[];
/** The first ten records. */
rows: ((string)[])[];
warnings: (components["schemas"]["PreviewWarning"])[];
/** What the columns say; may be sent with the import as it is. */
mapping: (components["schemas"]["ColumnMapping"])[];
/** Why the import would be rejected as it was asked for. */
rejection?: components["schemas"]["Rejection"];
/** Why it would be rejected even with the mapping of this answer. */
rejectionWithMapping?: components["schemas"]["Rejection"];
estimate?: components["schemas"]["CostEstimate"];
};
ColumnsWithoutProposal: {
imported: (components["schemas"]["ImportedColumn"])[];
ignored: (components["schemas"]["IgnoredColumn"])[];
};
ImportedColumn: {
position: number;
name?: string;
field: string;
label: string;
};
PreviewColumn: {
/** Of the column, counted from 1. */
position: number;
/** The cell of the header row. */
name?: string;
/** What it feeds; null when it is not imported. */
field: (string) | (null);
label?: string;
reason: "mapping" | "label" | "code" | "header" | "content" | "position" | "none";
confidence: number;
samples: (string)[];
};
SkippedLine: {
line: number;
text: string;
};
PreviewWarning: {
code: string;
detail: string;
/** Of the column, counted from 1. */
column?: number;
};
Me: {
/** Never changes, also when name or e-mail do. */
userId: string;
/** The user name of the sign-in service, if the token has it: the same as `userId`. */
username?: string;
/** If the token has it. */
email?: string;
/** Each role with its permissions, and the accounts on which they hold. */
roles: (components["schemas"]["HeldRole"])[];
/** Of all roles, on at least one account. */
permissions: (components["schemas"]["Permission"])[];
/** Of all roles: the accounts on which at least one of them holds. */
accounts: components["schemas"]["AccountScope"];
};
HeldRole: {
role: string;
permissions: (components["schemas"]["Permission"])[];
accounts: components["schemas"]["AccountScope"];
};
/** `setup.read`: See accounts, campaigns and CRM tables. `accounts.manage`: Create accounts and change them. `campaigns.manage`: Create, change and delete campaigns. `crm-tables.design`: Create CRM tables and change their drafts. `crm-tables.publish`: Publish the draft of a CRM table. `customers.search`: Search for customers and read them. `customers.create`: Create customers one by one. `customers.update`: Change customers one by one. `customers.delete`: Delete customers. `customers.erase`: Erase a customer with the whole history, for data protection. `customers.import`: Import customers from files: previews, uploads, import definitions and schedules. `customers.export`: Export customers to files. `notes.write`: Read the notes on a customer and write new ones. `documents.attach`: Read the documents of a customer and attach new ones. `interactions.take`: Take calls and other interactions with customers. `interactions.deliver`: Deliver interactions from a telephony system; for machines only. `outbound.manage`: Manage outbound lists and their rules. `agents.supervise`: See what agents do and help them. `users.manage`: Manage users, groups and roles. `settings.manage`: Change the settings of the installation. `audit.read`: Read who changed what. */
Permission: "setup.read" | "accounts.manage" | "campaigns.manage" | "crm-tables.design" | "crm-tables.publish" | "customers.search" | "customers.create" | "customers.update" | "customers.delete" | "customers.erase" | "customers.import" | "customers.export" | "notes.write" | "documents.attach" | "interactions.take" | "interactions.deliver" | "outbound.manage" | "agents.supervise" | "users.manage" | "settings.manage" | "audit.read";
/** All accounts, those of the future too, or the ones listed. */
AccountScope: (components["schemas"]["EveryAccount"]) | (components["schemas"]["ListedAccounts"]);
EveryAccount: {
all: true;
};
ListedAccounts: {
all: false;
items: (components["schemas"]["NamedAccount"])[];
};
NamedAccount: {
prefix: string;
name: string;
};
SchedulePage: {
items: (components["schemas"]["Schedule"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
Schedule: {
scheduleId: string;
prefix: string;
name: string;
source: components["schemas"]["ScheduleSource"];
definition?: string;
/** They go over those of the definition. */
options?: components["schemas"]["ImportOptions"];
when: components["schemas"]["When"];
/** Name in the IANA time zone database, spelled as it is there; its links are names, too. Daylight saving time is heeded where the zone has it: `EST`, `MST` and `HST` have none, `EST5EDT` has. */
timeZone: string;
state: "active" | "paused";
createdAt: string;
updatedAt: string;
/** The next 5 at most; none while it is paused. */
nextRuns: (components["schemas"]["NextRun"])[];
lastRun: (components["schemas"]["LastRun"]) | (null);
/** How many of its runs found nothing to import. */
missed: number;
};
NextRun: {
at: string;
/** Date and time in the time zone of the schedule. */
local: string;
};
LastRun: {
scheduledAt: string;
/** How many imports it made; 1 for a run that was missed. */
imports: number;
/** The last of them, to which status, reason and counts belong. */
importId: string;
/** How many other files the inbox held that a schedule of the newest file has never imported. */
passedOver?: number;
/** How many new files a schedule of all new files left to its next run. */
remaining?: number;
/** Of the import; `missed` if there was nothing to import. */
status: string;
reason?: string;
counts?: {  [name: string]: number };
};
} }
