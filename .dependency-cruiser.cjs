// Who may import whom (docs/architecture.md). Every rule is an error.
const DOMAINS =
  'accounts|campaigns|crm-tables|customers|definitions|documents|exports|filters|imports|schedules|search|people|maintenance|docs';
const PURE_LIBRARIES = ['^node:(buffer|zlib)$', '^node_modules/(zod|csv-parse|libphonenumber-js|tzdata)/'];

/** The rules of values and of CSV that the console shares with the API and with imports. */
const SHARED_RULES =
  '^functions/(crm-tables/domain/(cell-value|field|field-value|normalise|shown-value)|imports/domain/csv/cells)\\.ts$';

// The use cases of imports: which folder may import from which others.
const IMPORTS_FOLDERS = {
  work: [],
  planning: ['work'],
  sort: ['work'],
  'search-index': ['sort', 'work'],
  stages: ['search-index', 'sort', 'work'],
  cost: ['planning', 'work'],
  preview: ['cost', 'planning'],
  lifecycle: ['cost', 'stages', 'work'],
  uploads: ['lifecycle'],
  workflow: ['lifecycle', 'planning', 'search-index', 'sort', 'stages', 'work'],
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules and entities know neither the cloud nor the clock.',
      severity: 'error',
      from: { path: '^functions/[^/]+/domain/' },
      to: {
        pathNot: [
          '^functions/[^/]+/domain/',
          `^functions/(${DOMAINS})/index\\.ts$`,
          '^node:crypto$',
          ...PURE_LIBRARIES,
          '^buffer$',
          '^zlib$',
          '^crypto$',
          '^(zod|csv-parse|libphonenumber-js|tzdata)',
        ],
      },
    },
    {
      name: 'use-cases-see-ports-only',
      comment: 'A use case is handed what it works with.',
      severity: 'error',
      from: { path: '^functions/[^/]+/use-cases/' },
      to: {
        path: [
          '@aws-sdk/',
          '^functions/[^/]+/(dynamodb|object-store|step-functions|scheduler|container|api|preview-api|routes|preview-routes|steps|events)',
          '^functions/shared/(http|dynamodb)/',
        ],
      },
    },
    {
      name: 'a-domain-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: `^functions/(${DOMAINS})/`, pathNot: ['^functions/$1/', '^functions/[^/]+/index\\.ts$'] },
    },
    ...Object.entries(IMPORTS_FOLDERS).map(([folder, below]) => ({
      name: `imports-${folder}-see-what-is-below`,
      comment: 'Arrows between the use cases of imports go one way.',
      severity: 'error',
      from: { path: `^functions/imports/use-cases/${folder}/` },
      to: {
        path: '^functions/imports/use-cases/',
        pathNot: `^functions/imports/use-cases/(${[folder, ...below].join('|')})/`,
      },
    })),
    {
      name: 'adapters-do-not-know-use-cases',
      severity: 'error',
      from: { path: '^functions/[^/]+/(dynamodb|object-store|step-functions|scheduler)/' },
      to: { path: '^functions/[^/]+/(use-cases|container|api|preview-api|routes|preview-routes|steps|events)' },
    },
    {
      name: 'functions-know-nothing-around-them',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(infra|local|cli|web|test|bench|tools)/' },
    },
    {
      name: 'customers-do-not-know-imports',
      comment:
        'Imports write customers. What the history shows of imports comes through a port that imports implement.',
      severity: 'error',
      from: {
        path: '^functions/(customers|search|crm-tables)/',
        pathNot: '^functions/customers/api-container\\.ts$|^functions/crm-tables/dynamodb/',
      },
      to: { path: '^functions/(imports|exports|schedules)/' },
    },
    {
      name: 'rights-are-read-in-one-place',
      comment: 'Nothing asks for a role: routes name permissions, and `authorise` decides by the grants of the caller.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/people/domain/role\\.ts$' },
      to: { path: '^functions/shared/domain/roles\\.ts$' },
    },
    {
      name: 'infra-knows-settings-not-code',
      comment:
        'The template is built from environment schemas, names of partitions and route tables, never from use cases or adapters.',
      severity: 'error',
      from: { path: '^infra/' },
      to: {
        path: '^functions/',
        pathNot: [
          '^functions/[^/]+/(env|routes|[a-z]+-routes)\\.ts$',
          '^functions/[^/]+/dynamodb/partitions\\.ts$',
          '^functions/shared/',
        ],
      },
    },
    {
      name: 'local-runs-the-template',
      comment: 'The embedded cloud finds functions through the synthesised template, not by importing them.',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^functions/', pathNot: '^functions/shared/domain/' },
    },
    {
      name: 'the-terminal-talks-http-only',
      comment: 'It can do what any client of the API can, and nothing else.',
      severity: 'error',
      from: { path: '^cli/' },
      to: { path: '^(functions|infra|local|web|bench)/|@aws-sdk/(?!client-cognito-identity-provider)' },
    },
    {
      name: 'the-console-talks-http-only',
      comment:
        'It runs in a browser, and can do what any client of the API can. One module uses the rules of values (ADR 33).',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^(functions|infra|local|cli|bench|tools)/', pathNot: SHARED_RULES },
    },
    {
      name: 'shared-rules-have-one-user-in-the-console',
      severity: 'error',
      from: { path: '^web/src/', pathNot: '^web/src/shared/value-rules\\.ts$' },
      to: { path: SHARED_RULES },
    },
    {
      name: 'shared-rules-run-in-a-browser',
      comment: 'What the rules of values import is pure: no other domain, no adapter, nothing of Node.js.',
      severity: 'error',
      from: { path: SHARED_RULES },
      to: {
        path: '^(functions/(?!(crm-tables|shared)/domain/|imports/domain/csv/cells\\.ts$)|@aws-sdk/|node:|(buffer|crypto|fs|zlib)$)',
        reachable: true,
      },
    },
    {
      name: 'shared-parts-of-the-console-know-no-context',
      severity: 'error',
      from: { path: '^web/src/shared/' },
      to: { path: '^web/src/(?!shared/)' },
    },
    {
      name: 'contexts-of-the-console-share-no-pages',
      comment: 'A page is loaded when it is opened. Contexts share queries, models and parts.',
      severity: 'error',
      from: { path: '^web/src/([^/]+)/' },
      to: { path: '^web/src/[^/]+/[^/]+-page\\.tsx$', pathNot: '^web/src/$1/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(test|bench|web/test)/' },
      to: { path: '^(web/)?test/' },
    },
    {
      name: 'every-import-resolves',
      comment: '"aws-lambda" is a package of types alone.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^aws-lambda$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|dist|\\.local)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
