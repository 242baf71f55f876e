// Generated from the routes by `npm run openapi`; do not edit.
export interface paths {
"/accounts": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the accounts for which you have a role, by prefix. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose prefix or name contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["AccountPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
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
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Account"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Update the name, the manager and the import limit of an account. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["AccountUpdate"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Account"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete an account. Rejected while it has campaigns or CRM tables, or a user has a role for it by its prefix. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
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
filter?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
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
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; /** The id of a campaign. */
campaignId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Campaign"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Rename a campaign, or give it another CRM table or none, or another short name for its CRM or none. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; /** The id of a campaign. */
campaignId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["CampaignUpdate"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Campaign"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete a campaign; its CRM table and customers stay. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
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
filter?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CrmTableSummaryPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Create a CRM table: a draft of the given fields, or of the twelve standard ones. Its prefix is unique over all accounts. */
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
/** Save As: copy the structure of a CRM table under a new prefix, unpublished and without any customer. The rules of roles for its fields are not copied. */
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
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CrmTable"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Replace the whole draft of a CRM table. Agents see it once it is published. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
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
"/accounts/{accountPrefix}/crm-table-prefixes/{prefix}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** See whether a new CRM table of the account can have a prefix, which is unique over all accounts. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; /** One to six letters and digits, unique over all accounts. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CrmTablePrefix"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
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
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
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
confirm?: string; }; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
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
cursor?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
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
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
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
post: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
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
"/crm-tables/{prefix}/customers": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Create a customer. Values are checked as an import checks them. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NewCustomer"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CreatedCustomer"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read a customer. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Customer"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
/** Delete a customer, with the values in the history. An import that has begun before does not bring it back. */
delete: { parameters: { query: { /** Why the customer is deleted; it stays in the history. */
reason: components["schemas"]["DeletionReason"]; }; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
/** Update fields of a customer; the others stay. A customer that has changed answers 412 with the three values of each field. */
patch: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["CustomerUpdate"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["UpdatedCustomer"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}/history": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the history of a customer, the newest first: each change and each note by a person, and each import as one line. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CustomerHistoryEntryPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}/history-searches": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Search the history of a customer. A request reads at most 1 MB of it: a page may have few entries or none, and yet a `nextCursor`. */
post: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["HistorySearch"]; } }; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["FoundHistoryPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}/history/imports/{importId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read what an import changed on a customer: the old and the new value of each field. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; /** Of an import in the history of the customer. */
importId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CustomerImportedChange"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}/notes": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Write a note on a customer. The history lists it by its beginning. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NoteInput"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CreatedNote"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}/notes/{noteId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read a note with its whole text. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; /** The id of a note, from the history or the list of pinned notes. */
noteId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Note"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Replace the text of a note. The earlier text is kept as a revision. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; /** The id of a note, from the history or the list of pinned notes. */
noteId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NoteInput"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Note"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete a note with its earlier texts: your own, or any with the permission customers.delete. The history says that it was deleted. */
delete: { parameters: { query: { /** Why the note is deleted; it stays in the history. */
reason: components["schemas"]["NoteDeletionReason"]; }; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; /** The id of a note, from the history or the list of pinned notes. */
noteId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}/notes/{noteId}/revisions": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the text of a note and its earlier texts, the newest first. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; /** The id of a note, from the history or the list of pinned notes. */
noteId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["NoteRevisionPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}/pinned-notes": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the pinned notes of a customer, at most five, by their beginnings. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["PinnedNotes"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}/notes/{noteId}/pin": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
/** Pin a note to the head of its customer, which has at most five. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; /** The id of a note, from the history or the list of pinned notes. */
noteId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Unpin a note. It stays in the history. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; /** The id of a note, from the history or the list of pinned notes. */
noteId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customer-searches": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Search for customers by searchable fields. A page may be short, and yet have a `nextCursor`. */
post: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["CustomerSearch"]; } }; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CustomerHitPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/customer-searches": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Search for customers in every CRM table that you may search, by a text. */
post: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["CustomersSearch"]; } }; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CustomerHitGroups"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/draft-check": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Count the stored customers that the draft of a CRM table rejects: an import or a form with their values fails after its publication. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["DraftCheck"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/search-index": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read whether the search index of a CRM table is complete, and how far the job is that writes it. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["SearchIndex"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
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
filter?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportDefinitionPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
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
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of an import definition. */
definitionId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportDefinition"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Update an import definition. The update makes a new version; imports that were made keep theirs. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of an import definition. */
definitionId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["ImportDefinitionUpdate"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportDefinition"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete an import definition. Rejected while a schedule imports by it. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
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
cursor?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
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
"/crm-tables/{prefix}/customers/{customerId}/document-uploads": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Announce a file for a customer; the answer says where to send it. It is attached when it is completed. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. A repetition finds what the first request made, at any time, and answers it as it is then. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NewDocumentUpload"]; } }; responses: { 201: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["DocumentUpload"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}/document-uploads/{uploadId}/completion": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Attach a file that has arrived, as a new document or as a new version. A repetition changes nothing. */
post: { parameters: { query?: never; header?: never; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; /** The id of an upload, from its announcement. */
uploadId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["AttachedDocument"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}/documents/{documentId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read a document with its versions. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; /** The id of a document, from the history. */
documentId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Document"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
/** Delete a document with all versions: your own, or any with the permission documents.delete. The history says that it was deleted. */
delete: { parameters: { query: { /** Why the document is deleted; it stays in the history. */
reason: components["schemas"]["DocumentDeletionReason"]; }; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; /** The id of a document, from the history. */
documentId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/customers/{customerId}/documents/{documentId}/versions/{version}/address": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Get an address of the file of a version, for five minutes. */
get: { parameters: { query?: { /** Whether a browser shows the file, if its type is safe to show, or saves it. */
use?: "show" | "download"; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The Customer ID, exactly as it is. */
customerId: string; /** The id of a document, from the history. */
documentId: string; /** Counted from 1. */
version: number; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["DocumentAddress"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/document-usage": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read what the documents of an account take, and which files may be attached. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["DocumentUsage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/export-definitions": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the export definitions of a CRM table, the oldest first. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose name contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ExportDefinitionPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Save how customers are exported from a CRM table, under a name. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["ExportDefinitionInput"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ExportDefinition"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/export-definitions/{exportDefinitionId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read an export definition. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of an export definition. */
exportDefinitionId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ExportDefinition"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Update an export definition; the request gives all of it again. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of an export definition. */
exportDefinitionId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["ExportDefinitionInput"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["ExportDefinition"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete an export definition; its exports stay. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of an export definition. */
exportDefinitionId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/exports": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the exports of a CRM table, the newest first, without those of fields that your roles hide. */
get: { parameters: { query: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** The prefix of a CRM table. */
prefix: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ExportSummaryPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Export the customers of a CRM table, or what people have changed, to a CSV file. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NewExport"]; } }; responses: { 202: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Export"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/exports/{exportId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read an export, with addresses from which its files can be downloaded for five minutes. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The id of an export. */
exportId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Export"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/exports/{exportId}/cancel": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Cancel a running export; one that is over stays as it is. */
post: { parameters: { query?: never; header?: never; path: { /** The id of an export. */
exportId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Export"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/exports/{exportId}/resume": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Resume a failed export: it continues where it stopped. */
post: { parameters: { query?: never; header?: never; path: { /** The id of an export. */
exportId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Export"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/filters": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the saved filters of a CRM table, the oldest first, without those on fields that your roles hide. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose name contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["FilterPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Save conditions on the customers of a CRM table under a name. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: status, `etag` and `location` of the first answer come back without its body, which has personal data, and with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["FilterInput"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Filter"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/filters/{filterId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read a filter, with a warning for each field that its CRM table no longer has. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a filter. */
filterId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Filter"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Update a filter; the request gives all of it again. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: status, `etag` and `location` of the first answer come back without its body, which has personal data, and with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a filter. */
filterId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["FilterInput"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Filter"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete a filter. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: status, `etag` and `location` of the first answer come back without its body, which has personal data, and with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a filter. */
filterId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/filter-counts": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Count the customers that fulfil conditions. A request reads at most 1 MB of the CRM table: add up the counts, and go on with the cursor. */
post: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["FilterCountRequest"]; } }; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["FilterCount"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
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
"/accounts/{accountPrefix}/crm-table-proposals": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Propose a CRM table for the customers in a file: fields with their reasons, and values that contradict them. Stores nothing. For a file in the bucket the caller also needs `customers.import`. */
post: { parameters: { query?: never; header?: never; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["CrmTableProposalRequest"]; } }; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["CrmTableProposal"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
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
status?: components["schemas"]["ImportStatus"]; /** Only imports that this user has made by the API. A page may then be short, and yet have a `nextCursor`. */
requestedBy?: string; /** Only imports that were made at this time or later. */
from?: string; /** Only imports that were made before this time. */
before?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportSummaryPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
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
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The id of an import. */
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
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The id of an import. */
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
"/crm-tables/{prefix}/inbox": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the newest files in the inbox of a CRM table. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Inbox"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/imports/from-inbox": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Import a file of the inbox now, as it is at this moment. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. A repetition finds what the first request made, at any time, and answers it as it is then. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NewInboxImport"]; } }; responses: { 201: { headers: { "apigw-requestid": string; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Import"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
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
"/imports/{importId}/columns": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read how an import maps the columns of its file, to correct its failed records. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The id of an import. */
importId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportColumns"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/imports/{importId}/corrections": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the imports that correct the failed records of an import, newest first. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The id of an import. */
importId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ImportSummaryPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/table-deletion-preview": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** What deleting CRM tables would delete, and what stands in its way. */
get: { parameters: { query: { /** Of the CRM tables, separated by commas. */
prefixes: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["TableDeletionPreview"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/table-deletions": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Delete CRM tables with everything that belongs to them: customers, histories, imports with their files, definitions, schedules. A job does it; nothing brings them back. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["TableDeletionOrder"]; } }; responses: { 202: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["MaintenanceJob"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/erasures": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Erase a customer, for data protection: the record, the history with its values, notes, documents, the search index, and every record of a file of an import that names the person. A job does it; nothing brings it back. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["ErasureOrder"]; } }; responses: { 202: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["MaintenanceJob"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/maintenance-jobs": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the maintenance jobs of an account, the newest first. A job that has ended is its certificate. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["MaintenanceJobPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/accounts/{accountPrefix}/maintenance-jobs/{jobId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read a maintenance job: how far it is, and when it has ended its certificate. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of an account. */
accountPrefix: string; /** The id of a maintenance job. */
jobId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["MaintenanceJob"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/me": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read who you are: your roles, your permissions, and the accounts on which they hold. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Me"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/users": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the users, the oldest first. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose username or fullName or email or crmId contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; /** Only active or only disabled users. */
status?: components["schemas"]["UserStatus"]; /** Only users of this group or team, by id. */
group?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["UserPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Create a user. The user has no role yet. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: status, `etag` and `location` of the first answer come back without its body, which has personal data, and with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["NewUser"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["User"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/users/{userId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read an user. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The id of a user. */
userId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["User"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Update a user. For users who have no rights that you lack. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: status, `etag` and `location` of the first answer come back without its body, which has personal data, and with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The id of a user. */
userId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["UserUpdate"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["User"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete a user with their rights. Not yourself, and no user who has rights that you lack. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: status, `etag` and `location` of the first answer come back without its body, which has personal data, and with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The id of a user. */
userId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/user-names": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Read the full names of users whose ids you know, such as those in the history of a customer. */
post: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["UserNameRequest"]; } }; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["UserNames"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/users/{userId}/disable": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Take all rights from a user, who keeps their roles, and end their sessions. Not from yourself. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: status, `etag` and `location` of the first answer come back without its body, which has personal data, and with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The id of a user. */
userId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["User"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/users/{userId}/enable": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Give a disabled user the rights of their roles again. The user can sign in again. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: status, `etag` and `location` of the first answer come back without its body, which has personal data, and with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The id of a user. */
userId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["User"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/users/{userId}/invitation": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Let a user sign in, and send an invitation where the installation sends them. Repeat it to send it again. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: status, `etag` and `location` of the first answer come back without its body, which has personal data, and with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The id of a user. */
userId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["User"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/users/{userId}/password-reset": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Make a user choose another password, by a code that is sent by e-mail. Their sessions end. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: status, `etag` and `location` of the first answer come back without its body, which has personal data, and with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The id of a user. */
userId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["User"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/invitations": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Invite many users, at most 20 a second. Read the users to see who is invited. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["InvitationRequest"]; } }; responses: { 202: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Invitations"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/users/{userId}/grants": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read the roles of a user, and the accounts for which each of them holds. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The id of a user. */
userId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["UserGrants"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Replace the roles of a user: none of your own, and only rights that you have yourself. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The id of a user. */
userId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["UserGrants"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["UserGrants"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/users/{userId}/rights": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read what a user may do, and which role gives it. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The id of a user. */
userId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["EffectiveRights"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/groups": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the groups, the oldest first. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose name contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GroupPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Create a group of users. Its name is unique, whatever its case. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["GroupInput"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Group"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/groups/{groupId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read a group. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The id of a group. */
groupId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Group"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Rename a group. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The id of a group. */
groupId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["GroupInput"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Group"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete a group. Rejected while it has users. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The id of a group. */
groupId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/roles": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the roles: the built-in ones, then the others, the oldest first. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose name contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["RolePage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Create a role from permissions that you have yourself. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["RoleInput"]; } }; responses: { 201: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; location: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Role"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/roles/{roleId}": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read a role. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The id of a role. */
roleId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Role"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Update the name and the permissions of a role. It takes effect within a minute. A built-in role stays. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The id of a role. */
roleId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["RoleInput"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Role"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete a role. Rejected while a user has it, and for a built-in role. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The id of a role. */
roleId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/audit": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List what was done in the accounts for which you may see it, by whom and from where, the newest first. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Only entries of this account, by its prefix. */
account?: string; /** Only the acts of this user, by id. */
person?: string; /** Only acts on objects of this kind. */
kind?: string; /** The id of an object, or a part of its name. */
object?: string; /** At this time or later; by default 31 days ago. */
from?: string; /** Before this time. */
before?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["AuditEntryPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/settings/features": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** Read which features are off, for all accounts or for single ones. */
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["FeatureSwitches"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Switch features off and on. It takes effect within a minute. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path?: never; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["FeatureSwitches"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["FeatureSwitches"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/viewable-users": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
/** List the users as whom you can see the console: those with a role for an account that you supervise. */
get: { parameters: { query?: { /** How many to return at most. */
limit?: number; /** Where to go on: `nextCursor` of the page before. */
cursor?: string; /** Return only items whose username or fullName contains this text, blind to case. A page may then hold fewer items than `limit`, even none, although it has a `nextCursor`. */
filter?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path?: never; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["ViewableUserPage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
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
filter?: string; }; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["SchedulePage"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
put?: never;
/** Have a file imported, or customers exported, at some time, or again and again. */
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
get: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a schedule. */
scheduleId: string; }; cookie?: never; }; requestBody?: never; responses: { 200: { headers: { "apigw-requestid": string; etag: string; [name: string]: unknown }; content: { "application/json": components["schemas"]["Schedule"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
/** Update a schedule; the request gives all of it again. */
put: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a schedule. */
scheduleId: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["ScheduleInput"]; } }; responses: { 200: { headers: { "apigw-requestid": string; etag: string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["Schedule"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
post?: never;
/** Delete a schedule; the imports and exports that it has made stay. */
delete: { parameters: { query?: never; header: { /** The `etag` of what was read: one ETag, as it came. `*` stands for whatever is stored now. A list and a weak ETag name no state, and are answered by 412; what is no ETag is answered by 400. */
"if-match": string; /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a schedule. */
scheduleId: string; }; cookie?: never; }; requestBody?: never; responses: { 204: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content?: never }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 412: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 428: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/schedules/next-runs": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** List the next five runs that a schedule would have. Stores nothing. */
post: { parameters: { query?: never; header?: { /** The id of a user, to see what that user would see: the answer is cut down to what both of you may see, on accounts that you supervise. Needs `agents.supervise`. */
"view-as"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; }; cookie?: never; }; requestBody: { content: { "application/json": components["schemas"]["ScheduleTimes"]; } }; responses: { 200: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["NextRuns"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 413: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 415: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
options?: never;
head?: never;
patch?: never;
trace?: never;
};
"/crm-tables/{prefix}/schedules/{scheduleId}/run": {
parameters: { query?: never; header?: never; path?: never; cookie?: never };
get?: never;
put?: never;
/** Run a schedule now, in addition to its planned runs; a paused one, too. */
post: { parameters: { query?: never; header?: { /** A name of your choice for this request, best a UUID. Repeated within 24 hours, the request is not carried out again: the first answer comes back, with `idempotent-replayed: true`. A repetition has the same path, query and body, byte by byte. */
"idempotency-key"?: string; }; path: { /** The prefix of a CRM table. */
prefix: string; /** The id of a schedule. */
scheduleId: string; }; cookie?: never; }; requestBody?: never; responses: { 202: { headers: { "apigw-requestid": string; "idempotent-replayed"?: "true"; [name: string]: unknown }; content: { "application/json": components["schemas"]["StartedRun"]; } }; 400: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 401: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 403: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 404: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 409: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 422: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; } }; 429: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/json": components["schemas"]["GatewayError"]; } }; 500: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; 503: { headers: { "apigw-requestid": string; [name: string]: unknown }; content: { "application/problem+json": components["schemas"]["Problem"]; "application/json": components["schemas"]["GatewayError"]; } }; } };
delete?: never;
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
/** An account to create. */
NewAccount: {
/** Three letters that identify the account. Returned in capitals; never changes. */
prefix: string;
name: string;
/** The person who looks after the account. */
manager: string;
/** An import of the account that is estimated above so many dollars waits for a confirmation. */
confirmImportsOverDollars?: number;
documents?: components["schemas"]["DocumentSettings"];
};
/** Which files may be attached to the customers of an account. What is absent has a default. */
DocumentSettings: {
/** The extensions of the files that may be attached. */
types?: (string)[];
/** The largest file. */
mostBytes?: number;
/** All versions of all documents of the account together. */
quotaBytes?: number;
};
/** The new name, manager and import limit of an account. */
AccountUpdate: {
name: string;
/** The person who looks after the account. */
manager: string;
/** Stays if it is left out; null removes it. See `Account`. */
confirmImportsOverDollars?: (number) | (null);
/** Stays if it is left out; null brings the defaults back. */
documents?: (components["schemas"]["DocumentSettings"]) | (null);
};
/** A campaign to create. */
NewCampaign: {
/** Unique within the account, whatever its case. */
name: string;
/** The CRM table of the same account that the campaign uses; null if it uses none. */
crmTablePrefix?: (string) | (null);
/** The short name under which the campaign shows its CRM; null if it has none. */
crmName?: (string) | (null);
};
/** A campaign after an update: each attribute must be given. */
CampaignUpdate: {
/** Unique within the account, whatever its case. */
name: string;
/** The CRM table of the same account that the campaign uses; null if it uses none. */
crmTablePrefix: (string) | (null);
/** The short name under which the campaign shows its CRM; null if it has none. */
crmName: (string) | (null);
};
/** A CRM table to create. */
NewCrmTable: {
/** One to six letters and digits, unique over all accounts. */
prefix: string;
/** The name of the CRM table, which agents see once the draft is published. */
name: string;
/** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
defaultCountry: string;
/** How many partitions the customers are spread over; it cannot be changed later. */
shardCount?: number;
/** With `fields`. */
tabs?: (components["schemas"]["Tab"])[];
/** With `tabs`: the structure of the draft. Left out, the twelve standard fields under one tab. */
fields?: (components["schemas"]["FieldInput"])[];
};
/** A heading for a group of fields. */
Tab: {
/** Identifies the tab within the CRM table; fields name it in `tab`. */
id: string;
/** The heading, as agents see it. */
label: string;
};
/** A field of a draft to save. A field with a known `code` is updated; one without is new. */
FieldInput: {
/** Left out, the next free custom code is given. */
code?: string;
/** What people call it. */
label: string;
/** Which values the field takes. The type of the Customer ID cannot be changed. */
type: components["schemas"]["FieldType"];
/** In code points. */
maxLength: number;
/** Whether a record that leaves the field blank is rejected. */
required?: boolean;
/** Choices of a `list` or `multi-list`; empty for every other type. */
listValues?: (string)[];
/** Whether a telephone or e-mail field rejects a value that cannot be parsed, instead of warning. */
strict?: boolean;
/** What agents can do with the field. */
flags: components["schemas"]["FieldFlags"];
/** The heading under which the field stands: the `id` of one of the tabs of the CRM table. */
tab: string;
};
/** The kind of values that a field takes. */
FieldType: "text" | "number" | "date" | "time" | "date-time" | "yes-no" | "list" | "multi-list" | "telephone" | "email" | "url" | "currency" | "notes";
/** What agents can do with a field, and where they see it. */
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
/** A CRM table to create with the structure of an existing one. */
CopyOrder: {
/** One to six letters and digits, unique over all accounts. */
prefix: string;
/** The name of the copy. */
name: string;
/** Which structure is copied. */
from?: "draft" | "published";
/** Left out, that of the original. */
shardCount?: number;
};
/** A whole draft. Fields and tabs that it leaves out are removed from the draft. */
DraftInput: {
/** The name of the CRM table, which agents see once the draft is published. */
name: string;
/** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
defaultCountry: string;
/** The headings of the fields, in their order. */
tabs: (components["schemas"]["Tab"])[];
/** Whether the notes of a customer open together with the record. Absent for no. */
autoPopNotes?: boolean;
/** The fields in column order; the Customer ID (`P008`) is one of them. */
fields: (components["schemas"]["FieldInput"])[];
};
/** A customer to create. */
NewCustomer: {
/** Left out, the next free one of the CRM table is given. One of the form `<prefix>_<number>` above all numbers so far makes later generated ones follow it. */
customerId?: string;
/** By field code. Only fields with the flag Insert that your roles let you change. */
values: {  [name: string]: string };
};
/** Fields of a customer to update. */
CustomerUpdate: {
/** By field code; null or an empty text clears the field, and a field that is left out stays. Only fields with the flag Modify that your roles let you change. */
values: {  [name: string]: (string) | (null) };
};
/** Why a customer is deleted. */
DeletionReason: "customer-request" | "duplicate" | "entered-by-mistake" | "no-longer-customer" | "other";
/** Conditions on entries of a history, all of which have to hold. */
HistorySearch: {
/** Kinds of entries; left out, all. */
kinds?: ("created" | "updated" | "deleted" | "imported" | "note" | "note-edited" | "note-pinned" | "note-unpinned" | "note-deleted" | "document" | "document-version" | "document-deleted")[];
/** The id of a user: only their changes, notes and documents. Imports have no such user. */
by?: string;
/** A part of an old or new value, of the label of a changed field, of a note, or of the name of a document, whatever the case and the accents. The values of an import are not searched. */
text?: string;
/** The earliest time. */
from?: string;
/** The latest time. */
to?: string;
/** How many to return at most. */
limit?: number;
/** Where to go on: `nextCursor` of the page before. */
cursor?: string;
};
/** The text of a note. */
NoteInput: {
/** At most 32 KB, line breaks included. */
text: string;
};
/** Why a note is deleted. */
NoteDeletionReason: "entered-by-mistake" | "wrong-customer" | "personal-data" | "out-of-date" | "other";
/** Conditions on customers, or the next page of an earlier search. */
CustomerSearch: {
/** A Customer ID; or a telephone number in any format, or its last seven digits or more; or an e-mail address or its beginning; or words of any searchable fields, in any order, whole or their beginnings; or several of these, such as a name and a number. Case and accents make no difference. */
text?: string;
/** Conditions that all have to hold; each value is read as `text` is. */
fields?: (components["schemas"]["FieldCondition"])[];
/** How many to return at most. */
limit?: number;
/** `nextCursor` of the page before, alone with `limit`. */
cursor?: string;
};
/** A condition on one searchable field. */
FieldCondition: {
/** Of the field. */
code: string;
/** Words in any order, whole or their beginnings; a telephone number in any format, or its last seven digits; an e-mail address or its beginning. */
value: string;
};
/** A search in every CRM table that you may search. */
CustomersSearch: {
/** As in the search of one CRM table. */
text: string;
/** Hits of each CRM table. */
limit?: number;
/** Prefixes of CRM tables that are not searched: their hits are known already. */
except?: (string)[];
};
/** An import definition to create. */
NewImportDefinition: {
/** Unique within the CRM table, whatever its case. */
name: string;
/** How the file is read and what is done with its records. */
options?: components["schemas"]["ImportOptions"];
/** Which column feeds which field. With a header row, columns that it leaves out are mapped by label or code; without one, it names every column by position. */
mapping?: (components["schemas"]["ColumnMapping"])[];
/** Whether imports that name no definition use this one. At most one definition of a CRM table is the default. */
isDefault?: boolean;
};
/** How a file is read, and what an import does with its records. Each option that is left out is detected in the file or has its default. */
ImportOptions: {
/** Left out, it is detected. */
encoding?: components["schemas"]["Encoding"];
/** Left out, it is detected. */
compression?: components["schemas"]["Compression"];
/** One character, or one of the names `comma`, `tab`, `semicolon` and `pipe`; returned as the character. Left out, it is detected. */
delimiter?: string;
/** Whether the first record is a header row. */
header?: boolean;
/** Lines above the header row, or above the first record, that are not read. */
skipLines?: number;
/** `none`: the file has no Customer IDs, and they are generated. It is never guessed. */
customerId?: components["schemas"]["CustomerIdOption"];
/** Which record counts when a Customer ID occurs twice; `reject` fails the later ones. */
duplicates?: components["schemas"]["DuplicatesOption"];
/** What a blank cell does to a stored value. */
blank?: components["schemas"]["BlankOption"];
/** insert-only ignores customers that are there; update-only fails those that are not. */
mode?: components["schemas"]["ImportMode"];
/** Whose values stay where a user changed a customer after the import compared it. */
conflicts?: components["schemas"]["ConflictsOption"];
/** Leaves every file and count, and writes no customer. */
dryRun?: boolean;
/** Whether customers are compared by a consistent read. It costs twice as much, and is needed only right after another import. */
consistentRead?: boolean;
/** Takes the text out of spreadsheet formulas like `="00123"`; Customer IDs stay as they are. */
unwrapFormulas?: boolean;
/** Telephone and e-mail fields that reject, in this import, what cannot be parsed. */
strictFields?: (string)[];
};
/** The character encoding of a file. */
Encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
/** The compression of a file. */
Compression: "none" | "gzip";
/** `column`: a column of the file holds the Customer IDs. `none`: the file has none, and they are generated. */
CustomerIdOption: "column" | "none";
/** The record that counts when a Customer ID occurs more than once. `reject`: the first; the others fail. `first` and `last`: the others are ignored. */
DuplicatesOption: "reject" | "first" | "last";
/** What a blank cell does to a stored value: `clear` it, or `keep` it. */
BlankOption: "clear" | "keep";
/** `upsert`: new customers are inserted, others updated. `insert-only`: existing customers are ignored. `update-only`: records of unknown customers fail. */
ImportMode: "upsert" | "insert-only" | "update-only";
/** Whose values stay where a user changed a customer after the import compared it. `import-wins` writes the mapped fields, with a warning; `agent-wins` fails the record with `customer.changed-meanwhile`. */
ConflictsOption: "import-wins" | "agent-wins";
/** The field that a column of a file feeds, and the replacements of its cells. */
ColumnMapping: {
/** The cell of the header row, its case ignored, or the position of the column from 1. */
column: (string) | (number);
/** Code of the field, or null to ignore the column. */
field: (string) | (null);
/** Cells that are replaced, whole and exactly: `{"Y": "yes"}`. `{"#N/A": {"clear": true}}` clears the field, also where blank cells keep what is stored. */
values?: {  [name: string]: (string) | (components["schemas"]["ClearField"]) };
/** Stands in for a blank cell. */
default?: string;
/** For a date or date-time field: reads cells such as `03/04/2026` with the day or the month first, after `values`. Cells of the form YYYY-MM-DD stay as they are. */
dateForm?: components["schemas"]["DateForm"];
};
/** In place of a value: clears the field. */
ClearField: {
clear: true;
};
/** The order of the numbers in a date such as `03/04/2026`. */
DateForm: "day-first" | "month-first";
/** An import definition after an update: each attribute must be given. */
ImportDefinitionUpdate: {
/** Unique within the CRM table, whatever its case. */
name: string;
/** How the file is read and what is done with its records. */
options: components["schemas"]["ImportOptions"];
/** Which column feeds which field. With a header row, columns that it leaves out are mapped by label or code; without one, it names every column by position. */
mapping: (components["schemas"]["ColumnMapping"])[];
/** Whether imports that name no definition use this one. At most one definition of a CRM table is the default. */
isDefault: boolean;
};
/** A file that is to be attached, announced before it is sent. */
NewDocumentUpload: {
/** Of the file, as typed, with its extension. */
name: (unknown) & (unknown) & (unknown) & (unknown);
/** The exact size. */
bytes: number;
/** SHA-256 of the content, in Base64. */
sha256: string;
/** The document of which the file becomes a new version; absent for a new document. */
documentId?: string;
};
/** Why a document is deleted. */
DocumentDeletionReason: "attached-by-mistake" | "wrong-customer" | "personal-data" | "out-of-date" | "other";
/** An export definition to create, or after an update. */
ExportDefinitionInput: {
/** Unique in the CRM table, whatever its case. */
name: string;
options: components["schemas"]["ExportOptions"];
};
/** What an export contains, and how its file is written. */
ExportOptions: {
/** `edits`: what people have changed, one line a field: time, Customer ID, person, field, old and new value. */
kind?: "customers" | "edits";
/** Codes in the order of the columns; the Customer ID is P008. Left out: every field that your roles show, in the order of the CRM table. */
fields?: (string)[];
/** Whether the first line has the labels of the fields. */
headings?: boolean;
delimiter?: string;
encoding?: components["schemas"]["Encoding"];
/** Whether the file begins with a byte-order mark; Windows-1252 has none. */
byteOrderMark?: boolean;
/** Whether a cell that begins with = + - @ tab or carriage return gets a leading apostrophe, so that no spreadsheet runs it. */
formulaSafe?: boolean;
/** A saved filter: only the customers that fulfil it. */
filterId?: string;
/** Only customers created or changed since a time, or since the last export of the same export definition; for edits, only those since. A customer may be included although it changed up to a minute before. */
since?: (string) | ("last-export");
/** Of an export of edits: the id of the person. */
by?: string;
};
/** An export to start. */
NewExport: {
/** The prefix of a CRM table. */
prefix: string;
/** The id of an export definition. */
exportDefinitionId?: string;
/** Left out: those of the export definition, or without one every default. */
options?: components["schemas"]["ExportOptions"];
/** Of the file to download; by default made of the CRM table and the time. */
fileName?: (unknown) & (unknown);
};
/** A filter to create, or after an update. */
FilterInput: {
/** Unique in the CRM table, whatever its case. */
name: string;
/** Groups that all have to hold. */
all: (components["schemas"]["FilterGroup"])[];
};
/** Conditions of which at least one has to hold. */
FilterGroup: {
any: (components["schemas"]["FilterCondition"])[];
};
/** A comparison of one field with a value. */
FilterCondition: {
/** Code of a field; the Customer ID is P008. */
field: string;
operator: components["schemas"]["FilterOperator"];
/** Absent for `empty` and `not-empty`, and needed for all others. */
value?: string;
};
/** `is-not` also holds for a customer without a value. `before` and `after` compare numbers, amounts, dates and times. */
FilterOperator: "is" | "is-not" | "begins" | "contains" | "empty" | "not-empty" | "before" | "after";
/** The conditions to count by, and where the count goes on. */
FilterCountRequest: {
/** Groups that all have to hold. */
all: (components["schemas"]["FilterGroup"])[];
/** Where to go on: `nextCursor` of the page before. */
cursor?: string;
};
/** A file, or its beginning, and how it is to be imported. Either `key` or `head` is needed. */
PreviewRequest: {
/** The CRM table to import into. */
prefix: string;
/** Id or name of a saved definition. */
definition?: string;
/** Each takes precedence over the same option of the definition. */
options?: components["schemas"]["ImportOptions"];
/** Replaces the mapping of the definition. */
mapping?: (components["schemas"]["ColumnMapping"])[];
/** A file in the bucket, under `uploads/<PREFIX>/` or `inbox/<PREFIX>/`. */
key?: string;
/** Or the beginning of a file, at most 64 KiB, as base64. */
head?: string;
/** Size of the whole file, if `head` is only its beginning. */
bytes?: number;
/** Whether to estimate the import from `head`. A file in the bucket is always estimated. */
estimate?: boolean;
};
/** The beginning of a file, or a file in the bucket, for which a CRM table is proposed. Either `head` or `key` is needed. */
CrmTableProposalRequest: {
/** A file in the bucket, under `uploads/<PREFIX>/` or `inbox/<PREFIX>/`. */
key?: string;
/** Or the beginning of a file, at most 64 KiB, as base64. */
head?: string;
/** Size of the whole file, if `head` is only its beginning. */
bytes?: number;
/** Gives the table its prefix and its name. Needed with `head`; left out, that of `key`. */
fileName?: string;
/** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
defaultCountry: string;
options?: components["schemas"]["FileOptions"];
choices?: components["schemas"]["CrmTableChoices"];
};
/** How the file is read, as in an import; what is left out is detected. */
FileOptions: {
encoding?: components["schemas"]["Encoding"];
compression?: components["schemas"]["Compression"];
delimiter?: string;
/** Whether the first record is a header row. */
header?: boolean;
/** Lines above the header row, or above the first record, that are not read. */
skipLines?: number;
/** `none`: the file has no Customer IDs, and they are generated. It is never guessed. */
customerId?: components["schemas"]["CustomerIdOption"];
};
/** What a person has changed in an earlier proposal of the same file. Everything else is proposed as before. */
CrmTableChoices: {
/** The column of the Customer ID; null to have Customer IDs generated. */
customerId?: (number) | (null);
/** The changes of columns, at most one entry for each. */
columns?: (components["schemas"]["ColumnChoice"])[];
};
/** What a person has chosen for a column: the members that are given. */
ColumnChoice: {
/** The position of the column, counted from 1. */
column: number;
/** Whether the table has no field for the column. */
leaveOut?: boolean;
/** Stays as it is; another column with this label gets a number. */
label?: string;
/** Of a standard field, or P021 to P084; another column with this code gets the next custom one. */
code?: string;
/** Stays as it is; `warnings` names the values that an import rejects. */
type?: components["schemas"]["FieldType"];
/** Makes dates such as `03/04/2026` a date field, if the form is one of `dateForms` of the column; an import rejects values that are no dates in it. */
dateForm?: components["schemas"]["DateForm"];
/** In code points; the Customer ID keeps its own. */
maxLength?: number;
/** The choices of a list; of no effect for other types. */
listValues?: (string)[];
/** Whether agents can search for customers by the field. */
search?: boolean;
};
/** `awaiting-upload`: the file has not arrived. `received`: it has arrived and is not read yet. `awaiting-confirmation`: the estimated cost exceeds the limit of the account. `queued`: it waits for other imports into its CRM table. `running`. `completed`. `completed-with-failures`: some records failed. `rejected`: nothing of the file was imported. `failed`: it broke off and can be resumed. `cancelled`. `missed`: a schedule found no file. */
ImportStatus: "awaiting-upload" | "received" | "awaiting-confirmation" | "queued" | "running" | "completed" | "completed-with-failures" | "rejected" | "failed" | "cancelled" | "missed";
/** A file to import. */
NewImport: {
/** The CRM table to import into. */
prefix: string;
/** Id or name of a saved definition; without one the default of the table goes, if it has one. */
definition?: string;
/** They go over those of the definition. */
options?: components["schemas"]["ImportOptions"];
/** Replaces the mapping of the definition. */
mapping?: (components["schemas"]["ColumnMapping"])[];
/** Up to how much the import may be estimated to cost without waiting for a confirmation. */
confirmedDollars?: number;
/** The name of the file without a folder. */
fileName: string;
/** The exact size of the file; no other is taken. */
bytes: number;
/** The import whose failed records the file holds, with the same columns. Its mapping and its options apply again: the request may only say how the file is read (encoding, compression, delimiter, header, skipLines). */
corrects?: string;
};
/** The parts for which addresses are requested. */
PartNumbers: {
/** At most 100, counted from 1. */
partNumbers: (number)[];
};
/** All parts of a file, in any order. */
SentParts: {
parts: (components["schemas"]["SentPart"])[];
};
/** A part that was sent. */
SentPart: {
/** Counted from 1. */
partNumber: number;
/** The ETag that came back when the part was sent. */
etag: string;
};
/** A file of the inbox to import. */
NewInboxImport: {
/** The CRM table to import into. */
prefix: string;
/** Id or name of a saved definition; without one the default of the table goes, if it has one. */
definition?: string;
/** They go over those of the definition. */
options?: components["schemas"]["ImportOptions"];
/** Replaces the mapping of the definition. */
mapping?: (components["schemas"]["ColumnMapping"])[];
/** Up to how much the import may be estimated to cost without waiting for a confirmation. */
confirmedDollars?: number;
/** Key of a file under `inbox/<PREFIX>/`. */
key: string;
};
/** How to resume an import. Needed only if a newer import has superseded it. */
Resumption: {
/** The newer import that `import.superseded` names: the import is resumed although records of both files may then be mixed. */
over?: string;
};
/** CRM tables of one account, to be deleted together. */
TableDeletionOrder: {
/** Of the CRM tables. */
prefixes: (string)[];
};
/** A person, and how files name the person. */
ErasureOrder: {
/** Of the CRM table. */
prefix: string;
customerId: string;
/** Confirms that there is no customer with the Customer ID any more: only files are searched for it. */
isAbsent?: boolean;
/** Further values by which files are searched, as they were typed: telephone numbers, e-mail addresses, names. A record of a file that holds one of them, or the Customer ID, is removed. */
values?: (string)[];
};
/** A disabled user has no rights. */
UserStatus: "active" | "disabled";
/** A user to create. The user has no role yet. */
NewUser: {
/** The id of the user in the systems of the contact centre. Unique; null without one. */
crmId?: (string) | (null);
/** Unique; `Ann` and `ann` are two usernames. It can change, the id of the user cannot. */
username: string;
fullName: string;
/** Unique in any case of letters; null without one. Users sign in with an e-mail address. */
email?: (string) | (null);
language?: string;
/** A name of the IANA time zone database. */
timeZone?: string;
/** The group of the user; null without one. */
groupId?: (string) | (null);
/** Further groups to which the user belongs. */
teamIds?: (string)[];
};
/** A user after an update: each attribute must be given. */
UserUpdate: {
/** The id of the user in the systems of the contact centre. Unique; null without one. */
crmId: (string) | (null);
/** Unique; `Ann` and `ann` are two usernames. It can change, the id of the user cannot. */
username: string;
fullName: string;
/** Unique in any case of letters; null without one. Users sign in with an e-mail address. */
email: (string) | (null);
language: string;
/** A name of the IANA time zone database. */
timeZone: string;
/** The group of the user; null without one. */
groupId: (string) | (null);
/** Further groups to which the user belongs. */
teamIds: (string)[];
};
/** The users whose names are read. */
UserNameRequest: {
/** The ids of users, from the history of a customer. */
userIds: (string)[];
};
/** The users to invite. */
InvitationRequest: {
/** Ids of users. */
userIds: (string)[];
};
/** All roles of a user. */
UserGrants: {
grants: (components["schemas"]["UserGrant"])[];
};
/** A role of a user, with the accounts for which it holds. */
UserGrant: {
/** The id of a role. */
roleId: string;
accounts: components["schemas"]["GrantScope"];
};
/** `all`: all accounts, later ones included; or the prefixes of accounts. */
GrantScope: ("all") | ((string)[]);
/** A group to create, or a group after an update. */
GroupInput: {
name: string;
};
/** A role to create, or a role after an update. */
RoleInput: {
/** Unique, whatever its case. */
name: string;
/** Only permissions that the caller has. */
permissions: ("setup.read" | "accounts.manage" | "campaigns.manage" | "crm-tables.design" | "crm-tables.publish" | "customers.search" | "customers.create" | "customers.update" | "customers.delete" | "customers.erase" | "customers.import" | "customers.export" | "filters.manage" | "notes.write" | "documents.read" | "documents.attach" | "documents.delete" | "interactions.take" | "outbound.manage" | "agents.supervise" | "users.manage" | "maintenance.run" | "settings.manage" | "audit.read")[];
/** What the role takes away, by CRM table. Left out, an update keeps the rules of the role. */
fieldRules?: (components["schemas"]["FieldRules"])[];
};
/** What a role takes away from its permissions in one CRM table. */
FieldRules: {
/** The CRM table. */
prefix: string;
/** Codes of the fields that the role does not show. */
hidden: (string)[];
/** Codes of the fields that the role shows and does not change. */
readOnly: (string)[];
};
/** The features that are off; all others are on. */
FeatureSwitches: {
/** Features that are off for every account. */
off: (components["schemas"]["Feature"])[];
/** Features that are off for single accounts, in addition. */
accounts: (components["schemas"]["AccountFeatures"])[];
};
/** `crm`: CRM tables, their customers, and imports. `outbound`: Outbound lists and their calls. `cases`: Cases of customers. `sales`: Sales to customers. */
Feature: "crm" | "outbound" | "cases" | "sales";
/** The features that are off for one account. */
AccountFeatures: {
prefix: string;
/** In addition to those that are off for every account. */
off: (components["schemas"]["Feature"])[];
};
/** A schedule to create, or to replace another with. */
ScheduleInput: {
name: string;
/** Which file is imported, or by what is exported. */
source: components["schemas"]["ScheduleSource"];
/** Id or name of a definition. */
definition?: string;
/** They go over those of the definition. */
options?: components["schemas"]["ImportOptions"];
/** When the schedule runs, in its time zone. */
when: components["schemas"]["When"];
/** Name in the IANA time zone database, spelled as it is there; its links are names, too. Daylight saving time is heeded where the zone has it: `EST`, `MST` and `HST` have none, `EST5EDT` has. */
timeZone: string;
/** A paused schedule does not run. */
state?: components["schemas"]["ScheduleState"];
};
/** `key` imports that object every time; `newest` the newest object under `inbox/<PREFIX>/`, each once, and passes over the others; `all-new` every object there that the schedule has not imported, oldest first, one import each, at most 100 a run. `export` imports nothing: it starts an export by that definition. */
ScheduleSource: (components["schemas"]["KeySource"]) | (components["schemas"]["NewestSource"]) | (components["schemas"]["AllNewSource"]) | (components["schemas"]["ExportSource"]);
/** The object with this key, in each run. */
KeySource: {
kind: "key";
/** Of an object under `inbox/<PREFIX>/`. */
key: string;
};
/** The newest object under `inbox/<PREFIX>/`. Each object is imported once. */
NewestSource: {
kind: "newest";
};
/** All objects under `inbox/<PREFIX>/` that the schedule has not imported yet. */
AllNewSource: {
kind: "all-new";
};
/** No file: each run starts an export. */
ExportSource: {
kind: "export";
/** By which it exports. */
exportDefinitionId: string;
};
/** When a schedule runs, in local time of its time zone. */
When: (components["schemas"]["OnceRun"]) | (components["schemas"]["HourlyRun"]) | (components["schemas"]["DailyRun"]) | (components["schemas"]["WeeklyRun"]) | (components["schemas"]["MonthlyRun"]);
/** One run. */
OnceRun: {
frequency: "once";
/** Date and time in the time zone of the schedule. */
once: string;
};
/** A run at the same minute of each hour, or of each second, third, … hour. */
HourlyRun: {
frequency: "hourly";
minute: number;
/** Counted from midnight. */
everyHours?: 1 | 2 | 3 | 4 | 6 | 8 | 12;
};
/** A run each day. */
DailyRun: {
frequency: "daily";
/** Hours and minutes in the time zone of the schedule. */
time: string;
};
/** A run on some weekdays. */
WeeklyRun: {
frequency: "weekly";
weekdays: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
/** Hours and minutes in the time zone of the schedule. */
time: string;
};
/** A run on one day of each month. */
MonthlyRun: {
frequency: "monthly";
/** A month that has no such day is left out; `last` is in every month. */
day: (number) | ("last");
/** Hours and minutes in the time zone of the schedule. */
time: string;
};
/** A paused schedule does not run until it is resumed. */
ScheduleState: "active" | "paused";
/** When a schedule would run. */
ScheduleTimes: {
/** When the schedule runs, in its time zone. */
when: components["schemas"]["When"];
/** Name in the IANA time zone database, spelled as it is there; its links are names, too. Daylight saving time is heeded where the zone has it: `EST`, `MST` and `HST` have none, `EST5EDT` has. */
timeZone: string;
};
/** One page of a list. */
AccountPage: {
items: (components["schemas"]["Account"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** A client of the contact centre. Campaigns and CRM tables belong to an account. */
Account: {
/** Three letters that identify the account. Returned in capitals; never changes. */
prefix: string;
name: string;
/** The person who looks after the account. */
manager: string;
/** An import of the account that is estimated above so many dollars waits for a confirmation. */
confirmImportsOverDollars?: number;
documents?: components["schemas"]["DocumentSettings"];
createdAt: string;
};
/** An error of the API: RFC 9457, with a stable `code`. */
Problem: {
/** Always `about:blank`: `code` says which problem it is. */
type: "about:blank";
/** What the status means, in words. */
title: string;
/** The HTTP status of the answer. */
status: number;
/** What is wrong, for a person. */
detail: string;
/** What is wrong, for a program. A code never changes its meaning. */
code: ("access.fields-restricted" | "access.forbidden" | "access.signed-out" | "access.unauthenticated" | "account.in-use" | "account.not-found" | "account.prefix-taken" | "body.invalid" | "body.malformed" | "body.not-json" | "body.not-utf-8" | "body.too-large" | "campaign.exists" | "campaign.name-taken" | "campaign.not-found" | "campaign.table-unknown" | "crm-table.being-deleted" | "crm-table.confirmation-needed" | "crm-table.confirmation-stale" | "crm-table.import-running" | "crm-table.in-use" | "crm-table.invalid" | "crm-table.not-found" | "crm-table.not-published" | "crm-table.prefix-taken" | "crm-table.published-meanwhile" | "crm-table.version-not-found" | "cursor.invalid" | "customer.being-erased" | "customer.changed" | "customer.exists" | "customer.invalid" | "customer.not-found" | "definition.in-use" | "definition.invalid" | "definition.name-taken" | "definition.not-found" | "document-upload.not-found" | "document.damaged" | "document.infected" | "document.not-arrived" | "document.not-found" | "document.not-yours" | "document.too-large" | "document.too-many-versions" | "document.type-not-allowed" | "document.wrong-content" | "documents.quota-exceeded" | "export-definition.exists" | "export-definition.in-use" | "export-definition.name-taken" | "export-definition.not-found" | "export.busy" | "export.invalid" | "export.not-failed" | "export.not-found" | "feature.off" | "features.account-unknown" | "features.invalid" | "file.cut-off" | "file.empty" | "file.gzip-broken" | "file.missing" | "file.no-records" | "file.no-usable-header" | "file.not-csv" | "file.not-found" | "file.record-cut-off" | "file.record-too-long" | "file.too-large" | "file.too-many-columns" | "file.unclosed-quote" | "filter.exists" | "filter.in-use" | "filter.invalid" | "filter.name-taken" | "filter.not-found" | "grants.invalid" | "grants.too-many-changes" | "group.exists" | "group.in-use" | "group.name-taken" | "group.not-found" | "idempotency-key.answer-not-kept" | "idempotency-key.in-use" | "idempotency-key.invalid" | "idempotency-key.reused" | "if-match.invalid" | "if-match.missing" | "if-match.stale" | "import.ended" | "import.no-file" | "import.not-awaiting-confirmation" | "import.not-found" | "import.not-planned" | "import.not-resumable" | "import.source-gone" | "import.superseded" | "internal" | "maintenance-job.not-found" | "mapping.ambiguous-column" | "mapping.no-header" | "note.not-found" | "note.not-yours" | "note.too-many-pinned" | "note.too-many-revisions" | "options.invalid" | "path.invalid" | "preview.invalid" | "proposal.invalid" | "query.invalid" | "record.too-large" | "record.unreadable" | "rights.exceed-own" | "role.built-in" | "role.exists" | "role.in-use" | "role.name-taken" | "role.not-found" | "route.not-found" | "schedule.invalid" | "schedule.not-found" | "schedule.over" | "search.invalid" | "upload.busy" | "upload.gone" | "upload.incomplete" | "upload.invalid" | "upload.no-parts" | "upload.over" | "user.crm-id-taken" | "user.disabled" | "user.email-taken" | "user.group-unknown" | "user.no-email" | "user.not-found" | "user.self" | "user.username-taken" | "view-as.forbidden" | "view-as.invalid" | "view-as.read-only") | (string);
/** Names the request in the log of the API. */
requestId: string;
/** Each fault of the request; absent where the problem is not a fault of single parts. */
errors?: (components["schemas"]["Violation"])[];
/** With `conflicts`: the ETag of the version that is stored now. */
etag?: string;
/** The fields of a rejected update of a customer, as they were, are and would be. */
conflicts?: (components["schemas"]["FieldConflict"])[];
};
/** One fault of a request, and where it is. */
Violation: {
/** JSON pointer into the body, the query or the path parameters. */
pointer: string;
/** For a program; never changes. */
code: string;
/** For a person. */
detail: string;
};
/** A field of a rejected update: the value before, the value now, and the value of the update. */
FieldConflict: {
/** Of the field. */
code: string;
/** The value that you read; null for none. Absent if it is not known any more, such as after an import. */
base?: (string) | (null);
/** The value now. */
theirs: (string) | (null);
/** The value of your update. */
yours: (string) | (null);
};
/** An error that API Gateway answers by itself. It has no `code`: go by the status. */
GatewayError: { /** For a person; the text may change. */
message: string; [name: string]: unknown };
/** An OpenAPI document. */
OpenApiDocument: { /** The version of the OpenAPI specification that the document follows. */
openapi: string; [name: string]: unknown };
/** One page of a list. */
CampaignPage: {
items: (components["schemas"]["Campaign"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** Work that the agents of an account do on the customers of one CRM table. */
Campaign: {
id: string;
accountPrefix: string;
/** Unique within the account, whatever its case. */
name: string;
/** The CRM table of the same account that the campaign uses; null if it uses none. */
crmTablePrefix: (string) | (null);
/** The short name under which the campaign shows its CRM; null if it has none. */
crmName: (string) | (null);
createdAt: string;
};
/** One page of a list. */
CrmTableSummaryPage: {
items: (components["schemas"]["CrmTableSummary"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** A CRM table in a list. */
CrmTableSummary: {
prefix: string;
/** The name in the draft. */
name: string;
/** Null until the first publication. */
publishedVersion: (number) | (null);
/** The job that deletes the CRM table; absent as a rule. All other requests answer 404 for the table. */
deletingBy?: string;
};
/** A CRM table, with its draft and its published version. */
CrmTable: {
prefix: string;
accountPrefix: string;
createdAt: string;
/** The number of partitions over which the customers are spread. Never changes. */
shardCount: number;
/** The structure that is edited. Agents and imports do not see it. */
draft: components["schemas"]["Draft"];
/** Null until the first publish. */
published: (components["schemas"]["PublishedTable"]) | (null);
};
/** The structure of a CRM table that is edited; publishing makes it a version. */
Draft: {
/** The name of the CRM table, which agents see once the draft is published. */
name: string;
/** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
defaultCountry: string;
/** The headings of the fields, in their order. */
tabs: (components["schemas"]["Tab"])[];
/** Whether the notes of a customer open together with the record. Absent for no. */
autoPopNotes?: boolean;
/** In column order. */
fields: (components["schemas"]["Field"])[];
};
/** A column of a CRM table: one value for each customer. */
Field: {
/** `P` and three digits; names the field in files, logs and items, and is never reused. */
code: string;
/** What people call it. */
label: string;
/** Which values the field takes; text that does not fit fails in an import. */
type: components["schemas"]["FieldType"];
/** In code points. */
maxLength: number;
/** Whether a record that leaves it blank is rejected. */
required: boolean;
/** Choices of a `list` or `multi-list`; empty for every other type. */
listValues: (string)[];
/** Whether a telephone or e-mail field rejects a value that cannot be parsed, instead of warning. */
strict: boolean;
/** What agents can do with the field. */
flags: components["schemas"]["FieldFlags"];
/** The heading under which the field stands: the `id` of one of the tabs of the CRM table. */
tab: string;
};
/** A published version of a CRM table. It never changes. */
PublishedTable: {
prefix: string;
accountPrefix: string;
/** Counted from 1; each publication adds one. */
version: number;
name: string;
/** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
defaultCountry: string;
/** The number of partitions over which the customers are spread. Never changes. */
shardCount: number;
/** The headings of the fields, in their order. */
tabs: (components["schemas"]["Tab"])[];
/** Whether the notes of a customer open together with the record. Absent for no. */
autoPopNotes?: boolean;
/** In column order. */
fields: (components["schemas"]["Field"])[];
publishedAt: string;
};
/** A CRM table whose draft was saved, with the changes that publishing it would make. */
SavedCrmTable: {
prefix: string;
accountPrefix: string;
createdAt: string;
/** The number of partitions over which the customers are spread. Never changes. */
shardCount: number;
/** The structure that is edited. Agents and imports do not see it. */
draft: components["schemas"]["Draft"];
/** Null until the first publish. */
published: (components["schemas"]["PublishedTable"]) | (null);
/** The changes that publishing the draft would make. */
changes: components["schemas"]["Changes"];
};
/** The differences between the draft of a CRM table and its published version, and what they mean for customers. */
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
/** What the changes mean for the customers of the CRM table. */
consequences: (components["schemas"]["Consequence"])[];
/** What to hand to publish to confirm exactly these changes; null if nothing needs it. */
confirm: (string) | (null);
};
/** A property with its values before and after. */
PropertyChange: {
/** For a flag: `flags.search`, `flags.insert` and so on. */
property: string;
from: (string) | (number) | (boolean);
to: (string) | (number) | (boolean);
};
/** Fields that differ between the published version and the draft. */
FieldChanges: {
added: (components["schemas"]["NamedField"])[];
removed: (components["schemas"]["NamedField"])[];
/** Fields with other properties or choices. */
changed: (components["schemas"]["ChangedField"])[];
/** Fields at another place in the column order. */
moved: (components["schemas"]["MovedField"])[];
};
/** A field, with its label to display. */
NamedField: {
/** The code of the field, such as `P018`. */
code: string;
label: string;
};
/** A field whose properties or choices differ. */
ChangedField: {
code: string;
/** The label in the draft. */
label: string;
properties: (components["schemas"]["PropertyChange"])[];
/** There if the choices differ; both empty if only their order does. */
listValues?: components["schemas"]["ListValueChanges"];
};
/** The choices of a list that were added and removed. */
ListValueChanges: {
added: (string)[];
removed: (string)[];
};
/** A field that has another place in the column order. */
MovedField: {
code: string;
label: string;
/** Its place in the published version, the first being 1. */
from: number;
/** Its place in the draft. */
to: number;
};
/** Tabs that differ between the published version and the draft. */
TabChanges: {
added: (components["schemas"]["NamedTab"])[];
removed: (components["schemas"]["NamedTab"])[];
renamed: (components["schemas"]["RenamedTab"])[];
/** Tabs at another place in their order. */
moved: (components["schemas"]["MovedTab"])[];
};
/** A tab, with its label to display. */
NamedTab: {
id: string;
label: string;
};
/** A tab that has another label. */
RenamedTab: {
id: string;
/** The label in the published version. */
from: string;
/** The label in the draft. */
to: string;
};
/** A tab that has another place in the order of the tabs. */
MovedTab: {
id: string;
label: string;
/** Its place in the published version, the first being 1. */
from: number;
/** Its place in the draft. */
to: number;
};
/** A field that agents see at another place, or no longer see. */
VisibilityChange: {
code: string;
label: string;
/** The flag that changes. */
flag: "search" | "insert" | "modify" | "result";
/** Whether agents see the field there after the publication. */
becomes: "visible" | "hidden";
/** For a person. */
detail: string;
};
/** A field or a tab that the draft has and that no agent would see. */
Reminder: {
code: "field.nobody-sees-it" | "tab.nobody-sees-it";
/** The code of the field; null for a tab. */
field: (string) | (null);
/** The `id` of the tab. */
tab: string;
/** For a person. */
detail: string;
};
/** An effect of a change on the customers of the CRM table. */
Consequence: {
/** For a program; never changes. */
code: string;
/** The code of the field; null for the CRM table itself. */
field: (string) | (null);
/** `serious`: something is out of sight. `warning`: something works differently. `notice`: good to know. */
severity: "notice" | "warning" | "serious";
/** Whether publishing needs the `confirm` of these changes. */
needsConfirmation: boolean;
/** What it means for the customers who are there, for a person. */
detail: string;
};
/** Whether a prefix can be that of a new CRM table. */
CrmTablePrefix: {
/** One to six letters and digits, unique over all accounts. */
prefix: string;
/** Whether a CRM table of any account has the prefix. */
isTaken: boolean;
};
/** A version that was just published, with the changes that it made. */
Publication: {
prefix: string;
accountPrefix: string;
/** Counted from 1; each publication adds one. */
version: number;
name: string;
/** ISO 3166 alpha-2; reads telephone numbers that carry no country code. */
defaultCountry: string;
/** The number of partitions over which the customers are spread. Never changes. */
shardCount: number;
/** The headings of the fields, in their order. */
tabs: (components["schemas"]["Tab"])[];
/** Whether the notes of a customer open together with the record. Absent for no. */
autoPopNotes?: boolean;
/** In column order. */
fields: (components["schemas"]["Field"])[];
publishedAt: string;
/** The changes since the version before. */
changes: components["schemas"]["Changes"];
};
/** One page of a list. */
VersionSummaryPage: {
items: (components["schemas"]["VersionSummary"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** A published version in a list. */
VersionSummary: {
/** Counted from 1; each publication adds one. */
version: number;
/** The name of the CRM table in this version. */
name: string;
publishedAt: string;
};
/** The address of a customer that was created. */
CreatedCustomer: {
/** Of the CRM table. */
prefix: string;
customerId: string;
/** Doubts about values that were stored, with the codes of the warnings of an import. */
warnings: (components["schemas"]["ValueWarning"])[];
};
/** A doubt about a value that was stored. */
ValueWarning: {
/** Code of the field. */
field?: string;
code: string;
};
/** A customer, as your roles show it. */
Customer: {
/** Of the CRM table. */
prefix: string;
customerId: string;
/** By field code, as typed. A field without a value, or that your roles hide, is left out. */
values: {  [name: string]: string };
/** Whether the VIP field says yes. Absent if the table has none, or your roles hide it. */
isVip?: boolean;
};
/** A customer after an update, as your roles show it. */
UpdatedCustomer: {
/** Of the CRM table. */
prefix: string;
customerId: string;
/** By field code, as typed. A field without a value, or that your roles hide, is left out. */
values: {  [name: string]: string };
/** Whether the VIP field says yes. Absent if the table has none, or your roles hide it. */
isVip?: boolean;
/** Doubts about values that were stored, with the codes of the warnings of an import. */
warnings: (components["schemas"]["ValueWarning"])[];
};
/** One page of a list. */
CustomerHistoryEntryPage: {
items: (components["schemas"]["CustomerHistoryEntry"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** A change of a customer by a person or by an import (`imported`), a note, or the edit or deletion of a note. */
CustomerHistoryEntry: (components["schemas"]["CustomerHistoryEvent"]) | (components["schemas"]["CustomerImportLine"]) | (components["schemas"]["CustomerNoteEntry"]) | (components["schemas"]["CustomerNoteChange"]) | (components["schemas"]["CustomerDocumentEntry"]) | (components["schemas"]["CustomerDocumentChange"]);
/** A change of a customer by a person. */
CustomerHistoryEvent: {
/** Never changes. */
id: string;
/** `created`, `updated` or `deleted`. */
kind: "created" | "updated" | "deleted";
/** When the change was made. */
at: string;
/** The id of the user. */
by: string;
/** Of a deletion. */
reason?: components["schemas"]["DeletionReason"];
/** The fields that changed, as far as your roles show them. */
changes: (components["schemas"]["FieldChange"])[];
/** Whether long values were cut, because all were too large. */
isCut?: boolean;
};
/** The old and the new value of a field. */
FieldChange: {
/** Of the field. */
code: string;
/** Absent for none. */
old?: string;
/** Absent for none. */
new?: string;
};
/** A change of a customer by an import. Its values are read by `importId`. */
CustomerImportLine: {
/** Always `imported`. */
kind: "imported";
/** Of the import. */
importId: string;
/** When the import started; absent if nothing says it. */
at?: string;
/** Whether the import created the customer. */
isCreation: boolean;
};
/** A note in the history of a customer, by the beginning of its text. */
CustomerNoteEntry: {
/** Of the note. */
noteId: string;
/** When the note was written. */
at: string;
/** The id of the user. */
by: string;
/** 1 at first, raised by each edit. */
revision: number;
/** When the note was last edited; absent for a note that was not. */
editedAt?: string;
/** The id of the user. */
editedBy?: string;
/** Of the text, as much as lists show. */
beginning: string;
/** Whether `beginning` is the whole text. */
isWhole: boolean;
/** Always `note`. */
kind: "note";
/** Whether it stands at the head of the customer. */
isPinned: boolean;
/** A deleted note has no text. */
isDeleted: boolean;
};
/** The edit or the deletion of a note. */
CustomerNoteChange: {
/** `note-edited` or `note-deleted`. */
kind: "note-edited" | "note-pinned" | "note-unpinned" | "note-deleted";
/** When it was edited or deleted. */
at: string;
/** The id of the user. */
by: string;
/** Of the note. */
noteId: string;
/** Of a deletion. */
reason?: components["schemas"]["NoteDeletionReason"];
};
/** A document in the history of a customer, by its newest version. */
CustomerDocumentEntry: {
/** Of the document. */
documentId: string;
/** When the document was attached. */
at: string;
/** The id of the user. */
by: string;
/** The number of its versions. */
revision: number;
/** Of the newest version. */
bytes: number;
/** With which the newest version is shown; `application/octet-stream` if it is only downloaded. */
mediaType: string;
scan: components["schemas"]["ScanState"];
/** When the newest version was attached; absent for a document with one version. */
updatedAt?: string;
/** The id of the user. */
updatedBy?: string;
/** As typed; blank for a deleted document. */
name: string;
/** Always `document`. */
kind: "document";
/** A deleted document cannot be opened. */
isDeleted: boolean;
};
/** What a scan for malware has found; `not-scanned` also where nothing scans. */
ScanState: "not-scanned" | "clean" | "infected";
/** A new version of a document, or its deletion. */
CustomerDocumentChange: {
/** `document-version` or `document-deleted`. */
kind: "document-version" | "document-deleted";
/** When it happened. */
at: string;
/** The id of the user. */
by: string;
/** Of the document. */
documentId: string;
/** Of a deletion. */
reason?: components["schemas"]["DocumentDeletionReason"];
};
/** The entries of a part of a history that match. */
FoundHistoryPage: {
items: (components["schemas"]["CustomerHistoryEntry"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
/** The time back to which the history was searched; absent if all of it was. */
searchedTo?: string;
};
/** What an import changed on a customer. */
CustomerImportedChange: {
/** Of the import. */
importId: string;
/** Of the imported file. */
fileName: string;
/** When the import started. */
startedAt?: string;
/** The id of the user who started the import; absent for an upload or a schedule. */
requestedBy?: string;
/** `pending`: the import has not written its files yet. `missing`: the values are gone, or were never written. `created`: the import created the customer, so there are no old values. */
state: "complete" | "pending" | "missing" | "created";
/** The fields that it changed, by their codes. Fields that your roles hide are left out. */
changes: (components["schemas"]["FieldChange"])[];
};
/** A note that was written, without its text. */
CreatedNote: {
/** Of the note. */
noteId: string;
/** When the note was written. */
at: string;
/** The id of the user. */
by: string;
/** 1 at first, raised by each edit. */
revision: number;
};
/** A note with its whole text. */
Note: {
/** Of the note. */
noteId: string;
/** When the note was written. */
at: string;
/** The id of the user. */
by: string;
/** 1 at first, raised by each edit. */
revision: number;
/** When the note was last edited; absent for a note that was not. */
editedAt?: string;
/** The id of the user. */
editedBy?: string;
/** As typed. */
text: string;
/** Whether it stands at the head of the customer. */
isPinned: boolean;
};
/** One page of a list. */
NoteRevisionPage: {
items: (components["schemas"]["NoteRevision"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** The text of a note, as it was written or after an edit. */
NoteRevision: {
/** 1 for the first text. */
revision: number;
/** As typed. */
text: string;
/** When this text was written. */
at: string;
/** The id of the user. */
by: string;
};
/** The pinned notes of a customer. */
PinnedNotes: {
/** In the order in which they were pinned. */
items: (components["schemas"]["PinnedNote"])[];
};
/** A pinned note, by the beginning of its text. */
PinnedNote: {
/** Of the note. */
noteId: string;
/** When the note was written. */
at: string;
/** The id of the user. */
by: string;
/** 1 at first, raised by each edit. */
revision: number;
/** When the note was last edited; absent for a note that was not. */
editedAt?: string;
/** The id of the user. */
editedBy?: string;
/** Of the text, as much as lists show. */
beginning: string;
/** Whether `beginning` is the whole text. */
isWhole: boolean;
};
/** One page of matches. */
CustomerHitPage: {
/** The best of the page first. */
items: (components["schemas"]["CustomerHit"])[];
/** Codes of fields that became searchable a short time ago: customers may be missing until their values are indexed. */
preparing: (string)[];
/** A word that so many customers have got since the index was written that not all were compared: more may match. Add another word. */
commonWord?: string;
/** The `cursor` of the next page, for you alone and for 15 minutes; absent on the last page. */
nextCursor?: string;
};
/** A customer that matches, with the Result columns of the CRM table. */
CustomerHit: {
/** Of the CRM table. */
prefix: string;
customerId: string;
/** By field code, as typed. A field without a value, or that your roles hide, is left out. */
values: {  [name: string]: string };
/** Whether the VIP field says yes. Absent if the table has none, or your roles hide it. */
isVip?: boolean;
/** The fields by which the customer was found, in column order. */
matched: (components["schemas"]["CustomerMatch"])[];
};
/** A field by which a customer was found, and how. */
CustomerMatch: {
/** Code of the field; `P008` for the Customer ID. */
field: string;
/** What people call the field. */
label: string;
/** By the whole value, by a whole word of it, by the beginning of the value or of a word, or by the last digits of a telephone number. */
how: "whole" | "word" | "beginning" | "ending";
};
/** The matches in several CRM tables. */
CustomerHitGroups: {
/** One for each CRM table with hits, that with the best hit first. */
groups: (components["schemas"]["CustomerHitGroup"])[];
};
/** The matches in one CRM table. */
CustomerHitGroup: {
/** Of the CRM table. */
prefix: string;
/** Of the CRM table. */
name: string;
/** The best first. */
items: (components["schemas"]["CustomerHit"])[];
/** Whether the table has further hits: a search in this table alone has pages. */
hasMore: boolean;
/** Whether a word of the text is too common in this table. `items` is then empty. */
isTooBroad: boolean;
};
/** How many stored customers the draft of a CRM table rejects. */
DraftCheck: {
/** The number of customers that were checked, at most about 2,000. */
checked: number;
/** How many of them have a value that the draft rejects. */
rejected: number;
/** Whether all customers of the CRM table were checked. */
isWhole: boolean;
/** The number of fields that were not checked, because your roles hide them. */
hiddenFields: number;
/** By field and reason, the commonest first. A customer counts once for each of its reasons. */
findings: (components["schemas"]["DraftFinding"])[];
};
/** One reason why the draft rejects customers. */
DraftFinding: {
/** Code of the field. */
field: string;
/** Of the field in the draft. */
label: string;
/** Of the reason, as in an import. */
code: string;
/** How many of the checked customers have it. */
customers: number;
};
/** Whether searches find every customer of a CRM table. */
SearchIndex: {
/** When the index was written as a whole; null before the first time. Later edits are in it, too. */
writtenAt: (string) | (null);
/** The customers it then had. */
customers: (number) | (null);
/** Codes of fields that became searchable since: searches by them may not find every customer. */
missing: (string)[];
/** Imports whose customers searches find when the index is written again. */
imports: number;
/** Whether the index is to be written again. A job begins within a minute. */
isDue: boolean;
/** Of the job that writes it; null without one. */
progress: (components["schemas"]["SearchIndexProgress"]) | (null);
};
/** How far the job is that writes a search index. */
SearchIndexProgress: {
/** `index-read`: the customers are read and their values sorted. `index-write`: the values are written. */
stage: "index-read" | "index-write";
/** The pieces of the stage. */
chunks: number;
/** When the stage began. */
startedAt: string;
};
/** One page of a list. */
ImportDefinitionPage: {
items: (components["schemas"]["ImportDefinition"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** Options and a mapping for imports into one CRM table, stored under a name. */
ImportDefinition: {
definitionId: string;
prefix: string;
/** Unique within the CRM table, whatever its case. */
name: string;
/** How the file is read and what is done with its records. */
options: components["schemas"]["ImportOptions"];
/** Which column feeds which field. With a header row, columns that it leaves out are mapped by label or code; without one, it names every column by position. */
mapping: (components["schemas"]["ColumnMapping"])[];
/** Whether imports that name no definition use this one. At most one definition of a CRM table is the default. */
isDefault: boolean;
/** Counted from 1; each update adds one. */
version: number;
/** The version of the CRM table that was the published one at the last update; 0 if it was saved for the draft, before the first publication. */
tableVersion: number;
/** The fields of the draft for which it was saved; absent if it was saved for a published version. */
draftFields?: (components["schemas"]["KnownField"])[];
createdAt: string;
updatedAt: string;
/** What has changed for it in the CRM table since it was saved; empty when nothing has. */
warnings: (components["schemas"]["ImportDefinitionWarning"])[];
};
/** A field of the draft as it was when the definition was saved. */
KnownField: {
/** `P` and three digits; names the field in files, logs and items, and is never reused. */
code: string;
/** What people call it. */
label: string;
type: components["schemas"]["FieldType"];
/** Whether a record that leaves it blank is rejected. */
required: boolean;
};
/** A change to the CRM table that affects an import definition that was saved before it. */
ImportDefinitionWarning: {
code: "field.removed" | "field.type-changed" | "field.renamed" | "field.newly-required";
/** The code of the field. */
field: string;
/** For a person. */
detail: string;
};
/** One page of a list. */
ImportDefinitionVersionPage: {
items: (components["schemas"]["ImportDefinitionVersion"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** An import definition as one update left it. */
ImportDefinitionVersion: {
definitionId: string;
prefix: string;
/** Unique within the CRM table, whatever its case. */
name: string;
/** How the file is read and what is done with its records. */
options: components["schemas"]["ImportOptions"];
/** Which column feeds which field. With a header row, columns that it leaves out are mapped by label or code; without one, it names every column by position. */
mapping: (components["schemas"]["ColumnMapping"])[];
/** Whether imports that name no definition use this one. At most one definition of a CRM table is the default. */
isDefault: boolean;
/** Counted from 1; each update adds one. */
version: number;
/** The version of the CRM table that was the published one at the last update; 0 if it was saved for the draft, before the first publication. */
tableVersion: number;
/** The fields of the draft for which it was saved; absent if it was saved for a published version. */
draftFields?: (components["schemas"]["KnownField"])[];
createdAt: string;
updatedAt: string;
};
/** An announced file. It is removed unless it is completed within a day. */
DocumentUpload: {
/** Of the upload. */
uploadId: string;
upload: components["schemas"]["DocumentUploadRequest"];
};
/** The request that sends the file. It needs no token, and takes exactly the announced content. */
DocumentUploadRequest: {
/** Always `PUT`. */
method: "PUT";
/** Of the bucket. */
url: string;
/** All of them have to be sent, exactly so. */
headers: {  [name: string]: string };
/** The request has to begin before. */
expiresAt: string;
};
/** A document, by its newest version. */
AttachedDocument: {
/** Of the document. */
documentId: string;
/** When the document was attached. */
at: string;
/** The id of the user. */
by: string;
/** The number of its versions. */
revision: number;
/** Of the newest version. */
bytes: number;
/** With which the newest version is shown; `application/octet-stream` if it is only downloaded. */
mediaType: string;
scan: components["schemas"]["ScanState"];
/** When the newest version was attached; absent for a document with one version. */
updatedAt?: string;
/** The id of the user. */
updatedBy?: string;
/** As typed; blank for a deleted document. */
name: string;
};
/** A document with all its versions. */
Document: {
/** Of the document. */
documentId: string;
/** When the document was attached. */
at: string;
/** The id of the user. */
by: string;
/** The number of its versions. */
revision: number;
/** Of the newest version. */
bytes: number;
/** With which the newest version is shown; `application/octet-stream` if it is only downloaded. */
mediaType: string;
scan: components["schemas"]["ScanState"];
/** When the newest version was attached; absent for a document with one version. */
updatedAt?: string;
/** The id of the user. */
updatedBy?: string;
/** As typed; blank for a deleted document. */
name: string;
/** The newest first. */
versions: (components["schemas"]["DocumentVersion"])[];
};
/** A version of a document. */
DocumentVersion: {
/** 1 for the first one. */
version: number;
/** As typed. */
name: string;
/** Its size. */
bytes: number;
/** SHA-256 of the content, in Base64. */
sha256: string;
mediaType: string;
scan: components["schemas"]["ScanState"];
/** When its upload began. */
at: string;
/** The id of the user. */
by: string;
};
/** An address of a file in the bucket. */
DocumentAddress: {
/** Needs no token. */
url: string;
/** The request has to begin before. */
expiresAt: string;
/** With which the file is sent. It follows from the name, and from nothing that a client gives. */
mediaType: string;
/** Whether a browser shows it; otherwise it is saved. */
isInline: boolean;
};
/** What the documents of an account take, and which files may be attached. */
DocumentUsage: {
/** All versions of all documents of the account. */
bytes: number;
/** The number of versions. */
files: number;
rules: components["schemas"]["DocumentRules"];
};
/** Which files may be attached, with the defaults of what the account does not set. */
DocumentRules: {
/** The extensions of the files that may be attached. */
types: (string)[];
/** The largest file. */
mostBytes: number;
/** All versions of all documents of the account together. */
quotaBytes: number;
};
/** One page of a list. */
ExportDefinitionPage: {
items: (components["schemas"]["ExportDefinition"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** How customers of a CRM table are exported, stored under a name. */
ExportDefinition: {
/** Of the CRM table. */
prefix: string;
exportDefinitionId: string;
/** Unique in the CRM table, whatever its case. */
name: string;
options: components["schemas"]["ExportOptions"];
createdAt: string;
updatedAt: string;
};
/** One page of a list. */
ExportSummaryPage: {
items: (components["schemas"]["ExportSummary"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** An export in a list, without its files. */
ExportSummary: {
/** The id of the export; it begins with the prefix of its CRM table. */
exportId: string;
prefix: string;
accountPrefix: string;
/** Of the file to download. */
fileName: string;
options: components["schemas"]["ExportOptions"];
tableVersion: number;
changedSince?: string;
exportDefinitionId?: string;
/** The id of the user who has started it. */
requestedBy: string;
scheduleId?: string;
status: components["schemas"]["ExportStatus"];
/** Raised by each resumption. */
attempt: number;
createdAt: string;
endedAt?: string;
cancelRequestedAt?: string;
/** Why it has failed. */
reason?: string;
counts?: components["schemas"]["ExportCounts"];
};
/** How far an export is. */
ExportStatus: "running" | "completed" | "failed" | "cancelled";
/** What an export has written. */
ExportCounts: {
/** Lines without the headings. */
rows: number;
bytes: number;
/** Cells with characters that the encoding lacks: a question mark stands for each, and a file lists them. */
unrepresentable: number;
};
/** One run of an export. */
Export: {
/** The id of the export; it begins with the prefix of its CRM table. */
exportId: string;
prefix: string;
accountPrefix: string;
/** Of the file to download. */
fileName: string;
options: components["schemas"]["ExportOptions"];
tableVersion: number;
changedSince?: string;
exportDefinitionId?: string;
/** The id of the user who has started it. */
requestedBy: string;
scheduleId?: string;
status: components["schemas"]["ExportStatus"];
/** Raised by each resumption. */
attempt: number;
createdAt: string;
endedAt?: string;
cancelRequestedAt?: string;
/** Why it has failed. */
reason?: string;
counts?: components["schemas"]["ExportCounts"];
/** What a running export has written up to now. */
progress?: components["schemas"]["ExportCounts"];
/** Of a completed export; its files are deleted after 30 days, and by the erasure of a customer: then there are none. */
files: (components["schemas"]["ExportFile"])[];
};
/** A file of a completed export. */
ExportFile: {
/** `unrepresentable` lists the cells with characters that the encoding lacks; `import-definition` has the options and the mapping that read the file back. */
kind: "data" | "unrepresentable" | "import-definition";
name: string;
/** Works without a token until `expiresAt`, five minutes at most. */
url: string;
expiresAt: string;
};
/** One page of a list. */
FilterPage: {
items: (components["schemas"]["Filter"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** Saved conditions on the customers of a CRM table. */
Filter: {
/** Of the CRM table. */
prefix: string;
/** The id of the filter. */
filterId: string;
/** Unique in the CRM table, whatever its case. */
name: string;
/** Groups that all have to hold. */
all: (components["schemas"]["FilterGroup"])[];
createdAt: string;
updatedAt: string;
/** A filter with warnings can neither be counted nor exported by until its conditions are changed. */
warnings: (components["schemas"]["FilterWarning"])[];
};
/** A field of the conditions that the CRM table no longer has. */
FilterWarning: {
/** For a program; never changes. */
code: "filter.field-removed";
/** Code of the field. */
field: string;
/** For a person. */
detail: string;
};
/** What one request has counted. */
FilterCount: {
/** Of the customers that this request has read. */
matching: number;
/** How many customers this request has read. */
read: number;
/** Where to go on; absent when the table is at its end. */
nextCursor?: string;
};
/** What an import would make of a file. Attributes that could not be found out are absent. */
Preview: {
encoding?: components["schemas"]["Encoding"];
compression?: components["schemas"]["Compression"];
/** The character between two cells. */
delimiter?: string;
/** Whether the first record is a header row. */
header?: boolean;
/** That of the header row; a plan knows none without one. `cr`: carriage returns alone end all lines. */
lineEnd?: components["schemas"]["LineEnd"];
/** Whether a column feeds the Customer ID. */
customerIdFound: boolean;
/** Of the column, counted from 1. */
customerIdColumn?: number;
/** What the import does with the columns if it is started as it is requested here, without the mapping of this answer; absent where it would be rejected. */
asItStands?: components["schemas"]["ColumnsWithoutProposal"];
/** Each column of the file, with the field that is proposed for it. */
columns: (components["schemas"]["PreviewColumn"])[];
/** Lines and records above the header row, or above the first record, that are not imported. */
skipped: (components["schemas"]["SkippedLine"])[];
/** The first ten records. */
rows: ((string)[])[];
/** What is doubtful about the file. */
warnings: (components["schemas"]["PreviewWarning"])[];
/** What the columns say; may be sent with the import as it is. */
mapping: (components["schemas"]["ColumnMapping"])[];
/** Why the import would be rejected as requested. */
rejection?: components["schemas"]["Rejection"];
/** Why it would be rejected even with the mapping of this answer. */
rejectionWithMapping?: components["schemas"]["Rejection"];
/** What an import with `mapping` would take; absent where it would be rejected, and for `head` unless the request asks for it. */
estimate?: components["schemas"]["CostEstimate"];
};
/** The characters that end a line: `lf`, `crlf` or `cr`, carriage returns alone. */
LineEnd: "lf" | "crlf" | "cr";
/** What an import without the proposed mapping would do with the columns. */
ColumnsWithoutProposal: {
imported: (components["schemas"]["ImportedColumn"])[];
ignored: (components["schemas"]["IgnoredColumn"])[];
};
/** A column of a file that feeds a field. */
ImportedColumn: {
/** Counted from 1. */
position: number;
/** The cell of the header row. */
name?: string;
/** The code of the field. */
field: string;
/** The label of the field. */
label: string;
};
/** A column of a file that feeds no field. */
IgnoredColumn: {
/** Counted from 1. */
position: number;
/** The cell of the header row, at most 100 characters of it. */
name?: string;
};
/** A column of a file, and the field that is proposed for it. */
PreviewColumn: {
/** Of the column, counted from 1. */
position: number;
/** The cell of the header row. */
name?: string;
/** What it feeds; null when it is not imported. */
field: (string) | (null);
/** The label of the field. */
label?: string;
/** Why the field is proposed: the `mapping` of the request or the definition names the column; its header is the `label` or the `code` of the field, or a usual name of it (`header`); the `content` of its cells; its `position`. `none`: no field is proposed. */
reason: "mapping" | "label" | "code" | "header" | "content" | "position" | "none";
/** 1 is certain. */
confidence: number;
/** Some values of the column, each once. */
samples: (string)[];
/** Cells that are no choice of its list field; records with one fail. */
unknownValues?: (components["schemas"]["UnknownValue"])[];
};
/** A cell that is no choice of the list field that its column feeds. The `values` of a mapping can replace it. */
UnknownValue: {
/** The whole cell. */
value: string;
/** How many of the records that were read have it. */
records: number;
};
/** A line or a record above the header row that is not imported. */
SkippedLine: {
/** The line of the file on which it begins, counted from 1. */
line: number;
/** Its beginning, with control characters escaped. */
text: string;
};
/** A doubt about a file that does not prevent the import. */
PreviewWarning: {
/** For a program; never changes. */
code: string;
/** For a person: what is doubtful, and what to do. */
detail: string;
/** Of the column, counted from 1. */
column?: number;
/** Up to five of the values that the warning is about. */
examples?: (components["schemas"]["ValueExample"])[];
};
/** A value of a file. */
ValueExample: {
/** The line of the file on which its record begins, counted from 1. */
line: number;
/** At most 60 characters of it, with control characters escaped. */
value: string;
};
/** Why an import was rejected or failed. */
Rejection: {
/** For a program; never changes. */
code: string;
/** For a person. */
reason: string;
};
/** What an import is expected to take, computed from a sample of the file and of the CRM table. */
CostEstimate: {
/** Records in the file. */
rows: number;
/** New customers. */
inserts: number;
/** Customers that change. */
updates: number;
/** Customers that stay as they are. */
unchanged: number;
/** The mean size of a customer after the import in bytes. */
itemBytes?: number;
/** Write units of DynamoDB, those of index entries included. */
writeUnits: number;
/** Read units of DynamoDB. */
readUnits: number;
/** State transitions of Step Functions. */
transitions: number;
/** Seconds of Lambda times the configured memory in GB. */
lambdaGbSeconds: number;
/** Requests to S3. */
s3Requests: number;
/** From start to end. */
minutes: number;
/** US dollars, at the on-demand prices of us-east-1. */
dollars: number;
};
/** A CRM table that accepts every record that was read, and what an import of the file into it needs. */
CrmTableProposal: {
encoding: components["schemas"]["Encoding"];
compression: components["schemas"]["Compression"];
delimiter: string;
/** Whether the first record is a header row. */
header: boolean;
/** That of the header row; a plan knows none without one. `cr`: carriage returns alone end all lines. */
lineEnd?: components["schemas"]["LineEnd"];
/** One to six letters and digits, unique over all accounts. */
prefix: string;
/** Its members, with `prefix`, may be sent as a new CRM table, unchanged or changed. */
draft: components["schemas"]["Draft"];
customerId: components["schemas"]["ProposedCustomerId"];
/** Each column of the file, with the reasons for the field that is proposed for it. */
columns: (components["schemas"]["ProposedColumn"])[];
/** The records at the beginning of the file from which the proposal was made. */
recordsRead: number;
/** Those of them that no CRM table accepts; `warnings` says why. */
recordsUnreadable: number;
/** Those of them that an import rejects because of the choices; 0 without choices. `warnings` says why. */
recordsRejected: number;
/** Lines and records above the header row, or above the first record, that are not imported. */
skipped: (components["schemas"]["SkippedLine"])[];
/** The first ten records. */
rows: ((string)[])[];
/** What is doubtful about the file. */
warnings: (components["schemas"]["PreviewWarning"])[];
/** Options that an import of the file into the table needs. */
options: components["schemas"]["ImportOptions"];
/** The mapping that this import needs; empty if the columns find their fields without one. */
mapping: (components["schemas"]["ColumnMapping"])[];
};
/** The column that identifies the customers. */
ProposedCustomerId: {
/** The position of the column, counted from 1; null if Customer IDs have to be generated. */
column: (number) | (null);
/** One sentence for a person. */
reason: string;
/** Up to five values that prevent a column with a fitting name from being the Customer ID, or contradict the chosen column. */
contradicting: (components["schemas"]["ValueExample"])[];
};
/** A column of a file, and the field that is proposed for it. */
ProposedColumn: {
/** Of the column, counted from 1. */
position: number;
/** The cell of the header row. */
name?: string;
/** The code of the field in `draft`; null for a column that is left out: the person chose so, or all codes are used. */
field: (string) | (null);
reasons?: components["schemas"]["FieldReasons"];
/** The number of values that contradict the type, or prevent a narrower one. */
contradictingCount: number;
/** Up to five of these values. */
contradicting: (components["schemas"]["ValueExample"])[];
/** The forms in which nearly all values are dates; empty unless the column holds dates in another form than YYYY-MM-DD. */
dateForms: (components["schemas"]["ProposedDateForm"])[];
/** The chosen form, if it is one of these: `mapping` then has it, too. */
dateForm?: components["schemas"]["DateForm"];
/** Up to three of its values, each once. */
samples: (string)[];
};
/** The reasons for a proposed field. */
FieldReasons: {
/** Why it is this standard field, or a custom one. */
code: string;
/** One sentence for a person. */
type: string;
/** One sentence for a person. */
maxLength: string;
/** Why agents can search for customers by it, or why they cannot. */
search: string;
};
/** A form in which nearly all values of a column are dates. */
ProposedDateForm: {
form: components["schemas"]["DateForm"];
/** The values that are no dates in this form. If it is chosen, an import rejects their records. */
contradictingCount: number;
/** Up to five of these values. */
contradicting: (components["schemas"]["ValueExample"])[];
};
/** One page of a list. */
ImportSummaryPage: {
items: (components["schemas"]["ImportSummary"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** An import in a list. */
ImportSummary: {
importId: string;
/** The CRM table into which the file is imported; empty if the key of the file names none. */
prefix: string;
/** The account that owns the CRM table; absent if there is no such CRM table. */
accountPrefix?: string;
fileName: string;
/** The options of the request or the schedule that created the import; absent for a file that was put into the bucket. */
requested?: components["schemas"]["RequestedImport"];
/** The user who made the import by the API. */
requestedBy?: string;
/** The import whose failed records this one imports again, corrected, by the same mapping and options. */
corrects?: string;
/** The run of a schedule that made the import. */
schedule?: components["schemas"]["ScheduledRun"];
/** The file. */
source: components["schemas"]["SourceFile"];
/** What the import is doing, or how it ended. */
status: components["schemas"]["ImportStatus"];
/** Counted from 1; each resumption adds one. */
attempt: number;
createdAt: string;
startedAt?: string;
endedAt?: string;
/** Set when its workflow broke off: until then its workers may still write, and no other import runs on its CRM table. */
drainsUntil?: string;
/** The newer import of the CRM table over which this one was resumed: records of both files may be mixed. */
resumedOver?: string;
/** When a user cancelled the import while it ran. The status becomes `cancelled` once its workers have stopped. */
cancelRequestedAt?: string;
/** What the import was expected to take, before it started. */
estimate?: components["schemas"]["CostEstimate"];
/** The cost in US dollars up to which a user has confirmed the import. */
confirmedDollars?: number;
/** What the ended attempts of the import took, retries included. */
metered?: components["schemas"]["MeteredCost"];
/** Why the import was rejected or failed. */
rejection?: components["schemas"]["Rejection"];
/** The number of records by what became of them; set when the import has ended. */
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
/** The options that a request or a schedule gives for an import. */
RequestedImport: {
/** Id or name of an import definition. */
definition?: string;
/** The options that were given. */
options: components["schemas"]["ImportOptions"];
mapping?: (components["schemas"]["ColumnMapping"])[];
};
/** The run of a schedule that made an import. */
ScheduledRun: {
scheduleId: string;
/** The time for which the run was scheduled. */
scheduledAt: string;
/** How many other files the inbox held that a schedule of the newest file has never imported. */
passedOver?: number;
/** How many new files a run of a schedule of all new files has left to the next run. */
remaining?: number;
};
/** The version of an object in the bucket that an import reads. */
SourceFile: {
bucket: string;
key: string;
/** Empty until the file has arrived. */
versionId: string;
};
/** What an import took, retries included. */
MeteredCost: {
/** Write units of DynamoDB, those of index entries included. */
writeUnits: number;
/** Read units of DynamoDB. */
readUnits: number;
/** State transitions of Step Functions. */
transitions: number;
/** Seconds of Lambda times the configured memory in GB. */
lambdaGbSeconds: number;
/** Requests to S3. */
s3Requests: number;
/** From start to end. */
minutes: number;
/** US dollars, at the on-demand prices of us-east-1. */
dollars: number;
};
/** The records of an import by what became of them. `updated`, `inserted`, `ignored` and `failed` add up to `total`, with `unprocessed` if it is there. */
Counts: {
updated: number;
inserted: number;
/** Records that would change nothing, and records that the mode of the import leaves out. */
ignored: number;
/** Records in the failure files. */
failed: number;
total: number;
/** Records that a cancelled import did not reach. */
unprocessed?: number;
};
/** An import, with how to send its file. */
AnnouncedImport: {
importId: string;
/** The CRM table into which the file is imported; empty if the key of the file names none. */
prefix: string;
/** The account that owns the CRM table; absent if there is no such CRM table. */
accountPrefix?: string;
fileName: string;
/** The options of the request or the schedule that created the import; absent for a file that was put into the bucket. */
requested?: components["schemas"]["RequestedImport"];
/** The user who made the import by the API. */
requestedBy?: string;
/** The import whose failed records this one imports again, corrected, by the same mapping and options. */
corrects?: string;
/** The run of a schedule that made the import. */
schedule?: components["schemas"]["ScheduledRun"];
/** The file. */
source: components["schemas"]["SourceFile"];
/** What the import is doing, or how it ended. */
status: components["schemas"]["ImportStatus"];
/** Counted from 1; each resumption adds one. */
attempt: number;
createdAt: string;
startedAt?: string;
endedAt?: string;
/** Set when its workflow broke off: until then its workers may still write, and no other import runs on its CRM table. */
drainsUntil?: string;
/** The newer import of the CRM table over which this one was resumed: records of both files may be mixed. */
resumedOver?: string;
/** When a user cancelled the import while it ran. The status becomes `cancelled` once its workers have stopped. */
cancelRequestedAt?: string;
/** What the import was expected to take, before it started. */
estimate?: components["schemas"]["CostEstimate"];
/** The cost in US dollars up to which a user has confirmed the import. */
confirmedDollars?: number;
/** What the ended attempts of the import took, retries included. */
metered?: components["schemas"]["MeteredCost"];
/** Why the import was rejected or failed. */
rejection?: components["schemas"]["Rejection"];
/** The number of records by what became of them; set when the import has ended. */
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
upload?: components["schemas"]["Upload"];
};
/** The progress of one stage of a running import. */
StageProgress: {
/** The stages of an import, in their order: `decode`, `scan`, `run`, `merge`, then `bulk-copy`, or `differentiate`, `insert` and `update`, then `assemble`. */
stage: string;
/** The number of pieces into which the work of the stage is divided. */
chunks: number;
chunksDone: number;
records?: number;
/** An estimate while chunks run. */
recordsDone?: number;
recordsPerSecond?: number;
/** At the current rate. */
secondsLeft?: number;
};
/** Why a queued import does not run yet, and its place in the queue. */
Wait: {
/** Its place in the queue of its CRM table; 1 is the next to run. */
position: number;
/** `import-running`: another import runs on the table. `table-draining`: another import has broken off, and its workers may write until `until`. `starting`: the table is free. */
reason: "import-running" | "table-draining" | "starting";
/** That other import. */
importId?: string;
/** Until when workers of the other import may still write. */
until?: string;
};
/** How a file is read. */
FileFormat: {
encoding: components["schemas"]["Encoding"];
compression: components["schemas"]["Compression"];
/** The character between two cells. */
delimiter: string;
/** Whether the first record is a header row. */
header: boolean;
/** That of the header row; a plan knows none without one. `cr`: carriage returns alone end all lines. */
lineEnd?: components["schemas"]["LineEnd"];
};
/** The options of an import after defaults and the options of its definition are merged in. */
AppliedImportOptions: {
/** `none`: the file has no Customer IDs, and they are generated. It is never guessed. */
customerId: components["schemas"]["CustomerIdOption"];
/** Which record counts when a Customer ID occurs twice; `reject` fails the later ones. */
duplicates: components["schemas"]["DuplicatesOption"];
/** What a blank cell does to a stored value. */
blank: components["schemas"]["BlankOption"];
/** insert-only ignores customers that are there; update-only fails those that are not. */
mode: components["schemas"]["ImportMode"];
conflicts: components["schemas"]["ConflictsOption"];
/** Leaves every file and count, and writes no customer. */
dryRun: boolean;
/** Whether customers are compared by a consistent read. */
consistentRead: boolean;
unwrapFormulas: boolean;
/** Telephone and e-mail fields that reject, in this import, what cannot be parsed. */
strictFields: (string)[];
};
/** The import definition that an import uses. */
AppliedDefinition: {
definitionId: string;
name: string;
/** The version that was current when the import started. */
version: number;
/** Changes to the CRM table since the definition was saved, for a person. */
warnings: (string)[];
};
/** A file that an import has left in the bucket. */
ImportFile: {
/** The last part of the key. */
name: string;
bucket: string;
key: string;
bytes: number;
/** What to know before the file is imported again: records in it would overwrite others. */
caution?: string;
/** Fetch it here, without a token, until it expires. */
url: string;
/** From then on the address answers 403. Read the import again for a new one. */
expiresAt: string;
};
/** How to send the file of an import: whole, or in parts when it is over 64 MiB. */
Upload: (components["schemas"]["SingleUpload"]) | (components["schemas"]["MultipartUpload"]);
/** The request by which the whole file is sent. */
SingleUpload: {
method: "PUT";
/** Needs no token. */
url: string;
/** To be sent exactly so; they are signed. */
headers: {  [name: string]: string };
/** From then on the address answers 403; request a new one. */
expiresAt: string;
kind: "single";
};
/** The sizes of the parts in which a large file is sent; `POST /imports/{importId}/parts` returns their addresses. */
MultipartUpload: {
kind: "multipart";
/** The size of every part but the last. */
partBytes: number;
/** The number of parts. */
partCount: number;
};
/** One run of one file into one CRM table. */
Import: {
importId: string;
/** The CRM table into which the file is imported; empty if the key of the file names none. */
prefix: string;
/** The account that owns the CRM table; absent if there is no such CRM table. */
accountPrefix?: string;
fileName: string;
/** The options of the request or the schedule that created the import; absent for a file that was put into the bucket. */
requested?: components["schemas"]["RequestedImport"];
/** The user who made the import by the API. */
requestedBy?: string;
/** The import whose failed records this one imports again, corrected, by the same mapping and options. */
corrects?: string;
/** The run of a schedule that made the import. */
schedule?: components["schemas"]["ScheduledRun"];
/** The file. */
source: components["schemas"]["SourceFile"];
/** What the import is doing, or how it ended. */
status: components["schemas"]["ImportStatus"];
/** Counted from 1; each resumption adds one. */
attempt: number;
createdAt: string;
startedAt?: string;
endedAt?: string;
/** Set when its workflow broke off: until then its workers may still write, and no other import runs on its CRM table. */
drainsUntil?: string;
/** The newer import of the CRM table over which this one was resumed: records of both files may be mixed. */
resumedOver?: string;
/** When a user cancelled the import while it ran. The status becomes `cancelled` once its workers have stopped. */
cancelRequestedAt?: string;
/** What the import was expected to take, before it started. */
estimate?: components["schemas"]["CostEstimate"];
/** The cost in US dollars up to which a user has confirmed the import. */
confirmedDollars?: number;
/** What the ended attempts of the import took, retries included. */
metered?: components["schemas"]["MeteredCost"];
/** Why the import was rejected or failed. */
rejection?: components["schemas"]["Rejection"];
/** The number of records by what became of them; set when the import has ended. */
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
/** The parts of a file, and which of them have arrived. */
Parts: {
/** The exact size of the file; no other is taken. */
bytes: number;
/** The size of every part but the last. */
partBytes: number;
/** The number of parts. */
partCount: number;
/** The parts that have arrived, in the order of their numbers. */
items: (components["schemas"]["ArrivedPart"])[];
};
/** A part of a file that has arrived. */
ArrivedPart: {
/** Counted from 1. */
partNumber: number;
bytes: number;
/** The ETag that came back when the part was sent. */
etag: string;
};
/** An address for each part that was requested. */
SignedParts: {
items: (components["schemas"]["SignedPart"])[];
};
/** The request by which one part of a file is sent. */
SignedPart: {
method: "PUT";
/** Needs no token. */
url: string;
/** To be sent exactly so; they are signed. */
headers: {  [name: string]: string };
/** From then on the address answers 403; request a new one. */
expiresAt: string;
/** Counted from 1. */
partNumber: number;
};
/** The files that schedules of a CRM table import. */
Inbox: {
/** The keys of its files begin with this. */
folder: string;
/** The newest first. */
items: (components["schemas"]["InboxFile"])[];
/** How many older files there are. */
more: number;
};
/** The current version of a file in the inbox. */
InboxFile: {
/** Key of a file under `inbox/<PREFIX>/`. */
key: string;
/** The last part of the key. */
name: string;
bytes: number;
/** When this version arrived. */
modifiedAt: string;
};
/** How an import read the columns of its file. A client that corrects failed records checks their cells by it. */
ImportColumns: {
/** The character between two cells. */
delimiter: string;
/** Whether the file has a header row. */
header: boolean;
/** The byte of each failure file at which its first record begins, after the header row. */
recordsFrom: number;
/** The columns in their order; `field` is null for a column that was not imported. */
items: (components["schemas"]["ImportColumn"])[];
};
/** A column of the file of an import, and the field that it fed. */
ImportColumn: {
/** Code of the field, or null to ignore the column. */
field: (string) | (null);
/** Cells that are replaced, whole and exactly: `{"Y": "yes"}`. `{"#N/A": {"clear": true}}` clears the field, also where blank cells keep what is stored. */
values?: {  [name: string]: (string) | (components["schemas"]["ClearField"]) };
/** Stands in for a blank cell. */
default?: string;
/** For a date or date-time field: reads cells such as `03/04/2026` with the day or the month first, after `values`. Cells of the form YYYY-MM-DD stay as they are. */
dateForm?: components["schemas"]["DateForm"];
/** The cell of the header row; empty without one. */
name: string;
};
/** What the deletion of CRM tables would delete. */
TableDeletionPreview: {
/** In the order of the request. */
tables: (components["schemas"]["CrmTableContents"])[];
/** The deletion is rejected while there is one. */
blockers: (components["schemas"]["DeletionBlocker"])[];
};
/** How much belongs to a CRM table. */
CrmTableContents: {
prefix: string;
name: string;
/** By the counters of imports; the certificate of the deletion has the exact number. */
customers: number;
imports: number;
definitions: number;
schedules: number;
versions: number;
filters: number;
exports: number;
exportDefinitions: number;
};
/** What stands in the way of a deletion. */
DeletionBlocker: {
kind: "campaign" | "import" | "schedule";
id: string;
/** Of the CRM table. */
prefix: string;
/** Absent for an import. */
name?: string;
/** And what to do. */
reason: string;
};
/** What a worker does step by step. A job that has ended is its certificate. */
MaintenanceJob: {
jobId: string;
accountPrefix: string;
/** What the job does. */
kind: "delete-tables" | "erase-customer";
/** A rejected job has changed nothing. */
status: components["schemas"]["MaintenanceStatus"];
/** Of the CRM tables. */
prefixes: (string)[];
/** Of an erasure: SHA-256, in hex, of the prefix of the CRM table, a blank and the Customer ID. */
subject?: string;
createdAt: string;
/** The id of the user. */
createdBy: string;
endedAt?: string;
/** What the job works on, while it runs. */
stage?: string;
/** Why the job does not go on at the moment. */
waitsFor?: string;
/** What was removed, by CRM table. */
removed: (components["schemas"]["RemovedCounts"])[];
/** Why the job was rejected. */
blockers?: (components["schemas"]["DeletionBlocker"])[];
/** What remains by its nature after the job has ended, and how long. */
remains?: (string)[];
};
/** A job is rejected if something has come to use a CRM table in the same moment. */
MaintenanceStatus: "running" | "completed" | "rejected";
/** What was removed from one CRM table. */
RemovedCounts: {
prefix: string;
/** By kind. */
counts: {  [name: string]: number };
};
/** One page of a list. */
MaintenanceJobPage: {
items: (components["schemas"]["MaintenanceJob"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** The caller, with what they may do at this moment. */
Me: {
/** Never changes, also when name or e-mail do. */
userId: string;
/** The user name of the sign-in service, if the token has it: the same as `userId`. */
username?: string;
/** If the token has it. */
email?: string;
/** As an administrator has entered it; absent for a user whom nobody has entered. */
profile?: components["schemas"]["OwnProfile"];
/** While you see Switchboard as another user: your own id. `userId` is then that of the other user. */
viewedBy?: string;
/** Each role with its permissions, and the accounts on which they hold. */
roles: (components["schemas"]["HeldRole"])[];
/** Of all roles, on at least one account. */
permissions: (components["schemas"]["Permission"])[];
/** The features that are off, for every account or for accounts of the caller. */
features: components["schemas"]["FeatureSwitches"];
/** Of all roles: the accounts on which at least one of them holds. */
accounts: components["schemas"]["AccountScope"];
};
/** The caller, as an administrator has entered them. */
OwnProfile: {
/** Unique; `Ann` and `ann` are two usernames. It can change, the id of the user cannot. */
username: string;
fullName: string;
language: string;
/** A name of the IANA time zone database. */
timeZone: string;
/** The group of the user; null without one. */
groupId: (string) | (null);
/** Further groups to which the user belongs. */
teamIds: (string)[];
};
/** A role of the caller. */
HeldRole: {
/** The id of the role. */
role: string;
name: string;
permissions: (components["schemas"]["Permission"])[];
/** What the role takes away from its permissions, by CRM table. */
fieldRules: (components["schemas"]["FieldRules"])[];
/** The accounts on which the permissions of the role hold. */
accounts: components["schemas"]["AccountScope"];
};
/** `setup.read`: See accounts, campaigns and CRM tables. `accounts.manage`: Create, change and delete accounts. `campaigns.manage`: Create, change and delete campaigns. `crm-tables.design`: Create CRM tables and change their drafts. `crm-tables.publish`: Publish the draft of a CRM table. `customers.search`: Search for customers and read them. `customers.create`: Create customers one by one. `customers.update`: Change customers one by one. `customers.delete`: Delete customers. `customers.erase`: Erase a customer with the whole history, for data protection. `customers.import`: Import customers from files: previews, uploads, import definitions and schedules. `customers.export`: Export customers to files. `filters.manage`: Save, change and delete filters of customers. `notes.write`: Read the notes on a customer and write new ones. `documents.read`: Read the documents of a customer. `documents.attach`: Attach documents to a customer, and delete those that you have attached. `documents.delete`: Delete documents that others have attached. `interactions.take`: Take calls and other interactions with customers. `interactions.deliver`: Deliver interactions from a telephony system; for machines only. `outbound.manage`: Manage outbound lists and their rules. `agents.supervise`: See what agents do and help them. `users.manage`: Manage users, groups and roles. `maintenance.run`: Delete CRM tables with all their customers. `settings.manage`: Change the settings of the installation. `audit.read`: Read who changed what. */
Permission: "setup.read" | "accounts.manage" | "campaigns.manage" | "crm-tables.design" | "crm-tables.publish" | "customers.search" | "customers.create" | "customers.update" | "customers.delete" | "customers.erase" | "customers.import" | "customers.export" | "filters.manage" | "notes.write" | "documents.read" | "documents.attach" | "documents.delete" | "interactions.take" | "interactions.deliver" | "outbound.manage" | "agents.supervise" | "users.manage" | "maintenance.run" | "settings.manage" | "audit.read";
/** All accounts, those of the future too, or the ones listed. */
AccountScope: (components["schemas"]["EveryAccount"]) | (components["schemas"]["ListedAccounts"]);
/** All accounts, including accounts that are created later. */
EveryAccount: {
all: true;
};
/** The listed accounts only. */
ListedAccounts: {
all: false;
items: (components["schemas"]["NamedAccount"])[];
};
/** An account, with its name to display. */
NamedAccount: {
prefix: string;
name: string;
};
/** One page of a list. */
UserPage: {
items: (components["schemas"]["User"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** A person who works with Switchboard. */
User: {
/** Never changes. The user name in the sign-in service. */
id: string;
/** The id of the user in the systems of the contact centre. Unique; null without one. */
crmId: (string) | (null);
/** Unique; `Ann` and `ann` are two usernames. It can change, the id of the user cannot. */
username: string;
fullName: string;
/** Unique in any case of letters; null without one. Users sign in with an e-mail address. */
email: (string) | (null);
language: string;
/** A name of the IANA time zone database. */
timeZone: string;
/** The group of the user; null without one. */
groupId: (string) | (null);
/** Further groups to which the user belongs. */
teamIds: (string)[];
status: components["schemas"]["UserStatus"];
signIn: components["schemas"]["SignInAccount"];
createdAt: string;
};
/** The account with which the user signs in. */
SignInAccount: {
/** Whether the sign-in service has an account for the user. */
isInvited: boolean;
/** An act that the sign-in service has yet to carry out; null if there is none. */
pending: (components["schemas"]["PendingSignInAct"]) | (null);
/** The last act with its result; null before the first. */
last: (components["schemas"]["LastSignInAct"]) | (null);
};
/** An act that the sign-in service has yet to carry out. */
PendingSignInAct: {
act: components["schemas"]["SignInAct"];
since: string;
/** From this time on Switchboard repeats the act until it succeeds. */
dueAt: string;
};
/** What the sign-in service does for a user. */
SignInAct: "invite" | "reset-password" | "update";
/** An act that the sign-in service has carried out or rejected. */
LastSignInAct: {
act: components["schemas"]["SignInAct"];
at: string;
/** Why the act failed; null if it did not. */
reason: ("email-in-use" | "email-rejected" | "message-not-sent" | "not-invited") | (null);
};
/** The names of users. */
UserNames: {
/** In no order. A user who does not exist, or not any more, is left out. */
items: (components["schemas"]["UserName"])[];
};
/** The name of a user. */
UserName: {
/** Never changes. The user name in the sign-in service. */
id: string;
/** As in the list of users. */
fullName: string;
};
/** What becomes of the invitations of a request. */
Invitations: {
/** The users who are being invited. */
accepted: (string)[];
/** The users who cannot be invited. */
rejected: (components["schemas"]["RejectedInvitation"])[];
};
/** A user who cannot be invited, and why. */
RejectedInvitation: {
userId: string;
/** For a program; never changes. */
code: string;
/** For a person. */
detail: string;
};
/** What a user may do. */
EffectiveRights: {
userId: string;
/** Without it none of the permissions has an effect. */
isEnabled: boolean;
permissions: (components["schemas"]["EffectivePermission"])[];
};
/** A permission that a user has. */
EffectivePermission: {
permission: components["schemas"]["Permission"];
/** What the permission allows, for a person. */
allows: string;
/** The roles that give it. */
from: (components["schemas"]["GrantingRole"])[];
};
/** A role that gives a permission. */
GrantingRole: {
roleId: string;
roleName: string;
accounts: components["schemas"]["GrantScope"];
};
/** One page of a list. */
GroupPage: {
items: (components["schemas"]["Group"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** Users who work together. */
Group: {
id: string;
/** Unique, whatever its case. */
name: string;
createdAt: string;
};
/** One page of a list. */
RolePage: {
items: (components["schemas"]["Role"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** A set of permissions. A user has a role for all accounts or for named ones. */
Role: {
/** Never changes. That of a built-in role is its name. */
id: string;
name: string;
/** Each is one of the list of permissions. */
permissions: (components["schemas"]["Permission"])[];
/** What the role takes away from its permissions, by CRM table. */
fieldRules: (components["schemas"]["FieldRules"])[];
/** A built-in role cannot be changed or deleted. */
isBuiltIn: boolean;
/** Absent for a built-in role. */
createdAt?: string;
};
/** One page of a list. */
AuditEntryPage: {
items: (components["schemas"]["AuditEntry"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** An administrative act, or requests that a person had no right to make. */
AuditEntry: {
/** When the request was received. */
at: string;
/** That of the request, as its answer or problem has it. */
requestId: string;
/** The id of the user; `operator` for an act with rights of AWS. */
person: string;
/** The names of the roles that allowed the act, as they were then. */
roles: (string)[];
/** The network addresses that the request has passed, the nearest last: a client can invent only the first ones. */
address?: string;
/** The account of the object; null for an object of the whole installation. */
account: (string) | (null);
/** The CRM table that the object belongs to; absent for an object of no CRM table. */
table?: string;
/** The kind of the object; `request` for rejected requests. */
kind: string;
/** What was done. */
action: string;
/** The id of the object; the route of rejected requests. */
object: string;
/** The name of the object at that time, if it is not personal. */
name?: string;
/** What was set, changed or removed; at most 40 changes, each value cut after 200 characters. */
changes: (components["schemas"]["AuditChange"])[];
/** How many further changes the entry does not list. */
omitted: number;
/** Of the person, if the user exists. */
username?: string;
/** For how many requests, within five minutes, an entry of rejected requests stands. */
rejections?: number;
};
/** One attribute that an act has set, changed or removed. */
AuditChange: {
/** The attribute, with its place: `fields[C_LNAME].label`. */
path: string;
/** Absent if there was none, or if the value is personal. */
before?: string;
/** Absent if there is none, or if the value is personal. */
after?: string;
/** The value is personal, and is not kept here. */
isMasked?: boolean;
};
/** One page of a list. */
ViewableUserPage: {
items: (components["schemas"]["ViewableUser"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** A user as whom the caller can see the console. */
ViewableUser: {
/** Never changes. The user name in the sign-in service. */
id: string;
/** Unique; `Ann` and `ann` are two usernames. It can change, the id of the user cannot. */
username: string;
fullName: string;
};
/** One page of a list. */
SchedulePage: {
items: (components["schemas"]["Schedule"])[];
/** The `cursor` of the next page; absent on the last one. */
nextCursor?: string;
};
/** Imports a file of the bucket, or exports customers, at one time or repeatedly. */
Schedule: {
scheduleId: string;
prefix: string;
name: string;
/** Which file is imported, or by what is exported. */
source: components["schemas"]["ScheduleSource"];
/** Id of the import definition. Without one, the metadata of the file or the default definition applies. */
definition?: string;
/** They go over those of the definition. */
options?: components["schemas"]["ImportOptions"];
/** When the schedule runs, in its time zone. */
when: components["schemas"]["When"];
/** Name in the IANA time zone database, spelled as it is there; its links are names, too. Daylight saving time is heeded where the zone has it: `EST`, `MST` and `HST` have none, `EST5EDT` has. */
timeZone: string;
/** Of a schedule of exports: the id of the person who saved it last. Each run exports what this person may export then. */
orderedBy?: string;
/** A paused schedule does not run. */
state: components["schemas"]["ScheduleState"];
createdAt: string;
updatedAt: string;
/** The next 5 at most; none while it is paused. */
nextRuns: (components["schemas"]["NextRun"])[];
/** Null before the first run. */
lastRun: (components["schemas"]["LastRun"]) | (null);
/** How many of its runs found nothing to import, or could not start their export. */
missed: number;
};
/** A run that is due. */
NextRun: {
/** In UTC. */
at: string;
/** Date and time in the time zone of the schedule. */
local: string;
};
/** The last run of a schedule, and what became of its imports. */
LastRun: {
scheduledAt: string;
/** How many imports it made; 1 for a run that was missed, and 0 of a schedule of exports. */
imports: number;
/** The last of them, to which status, reason and counts belong. */
importId?: string;
/** The export of a run of a schedule of exports. */
exportId?: string;
/** How many other files the inbox held that a schedule of the newest file has never imported. */
passedOver?: number;
/** How many new files a schedule of all new files left to its next run. */
remaining?: number;
/** Of the import or export; `missed` if there was nothing to import, or the export could not start. */
status: string;
/** Why the import was missed, rejected or failed. */
reason?: string;
/** The counts of the import. */
counts?: {  [name: string]: number };
};
/** The next runs that a schedule would have. */
NextRuns: {
/** The earliest first. */
items: (components["schemas"]["NextRun"])[];
};
/** The time by which `lastRun` of the schedule shows the run. */
StartedRun: {
scheduledAt: string;
};
} }
