/**
 * The arrows of docs/architecture.md, checked:
 * apps -> {runtime, demo, introductions, deployments, applications, imports}; {applications, imports} -> directory; deployments -> introductions -> engagement; demo -> {introductions, deployments, applications}; engagement -> directory -> {identity, search} -> mail -> vault -> database -> config; kernel, vocabulary, messages, matching, explanations, evaluation, solver and pdf are leaves.
 * Every library may use kernel, and kernel uses none.
 */
const libraries = {
  kernel: [],
  config: [],
  vocabulary: [],
  messages: ['vocabulary'],
  matching: ['messages', 'vocabulary'],
  explanations: ['matching', 'messages', 'vocabulary'],
  evaluation: [],
  solver: [],
  pdf: [],
  database: ['config'],
  vault: ['database', 'config'],
  mail: ['vault', 'database', 'config', 'messages', 'vocabulary'],
  identity: ['mail', 'vault', 'database', 'config', 'messages', 'vocabulary'],
  search: ['database', 'config', 'vocabulary'],
  directory: [
    'identity',
    'search',
    'mail',
    'vault',
    'database',
    'config',
    'messages',
    'vocabulary',
    'matching',
    'pdf',
  ],
  imports: ['directory', 'identity', 'vault', 'database', 'config', 'messages', 'vocabulary'],
  engagement: [
    'directory',
    'identity',
    'search',
    'mail',
    'vault',
    'database',
    'config',
    'messages',
    'vocabulary',
    'matching',
    'evaluation',
    'solver',
  ],
  introductions: [
    'engagement',
    'directory',
    'identity',
    'mail',
    'vault',
    'database',
    'config',
    'messages',
    'vocabulary',
    'matching',
  ],
  applications: ['directory', 'identity', 'mail', 'vault', 'database', 'config', 'vocabulary'],
  metrics: [
    'deployments',
    'introductions',
    'engagement',
    'directory',
    'identity',
    'vault',
    'database',
    'config',
  ],
  inbox: [
    'deployments',
    'introductions',
    'applications',
    'directory',
    'identity',
    'database',
    'config',
  ],
  deployments: [
    'introductions',
    'engagement',
    'directory',
    'identity',
    'mail',
    'vault',
    'database',
    'config',
    'messages',
    'vocabulary',
  ],
  runtime: [],
  demo: [
    'introductions',
    'applications',
    'deployments',
    'engagement',
    'directory',
    'identity',
    'mail',
    'vault',
    'database',
    'config',
    'messages',
    'vocabulary',
    'matching',
    'evaluation',
  ],
};

const libraryRules = Object.entries(libraries).map(([library, allowed]) => ({
  name: `arrows-of-${library}`,
  comment: `libs/${library} may use only: ${allowed.join(', ') || 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^libs/${library}/` },
  to: {
    path: '^(libs|apps|test)/',
    pathNot: [`^libs/(${[library, 'kernel', ...allowed].join('|')})/`],
  },
}));

module.exports = {
  forbidden: [
    ...libraryRules,
    {
      name: 'only-through-the-index',
      comment:
        'A library is entered through its src/index.ts; specs may share its fixtures, which fixtures-for-specs guards.',
      severity: 'error',
      from: { path: '^(libs/([^/]+)/|apps/|test/)' },
      to: {
        path: '^libs/([^/]+)/',
        pathNot: [
          '^libs/$2/',
          '^libs/[^/]+/src/index\\.ts$',
          '\\.fixture\\.ts$',
          // What the browser takes of the messages, which the service's own entry would bring whole.
          '^libs/messages/src/(console-messages\\.ts|isolate\\.ts|formats\\.json)$',
        ],
      },
    },
    {
      name: 'no-app-imports-another',
      comment: 'What two apps share stands in a lib.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'console-is-a-client',
      comment:
        'The console knows the service by its graph alone; of the libraries it takes messages.',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^libs/', pathNot: '^libs/messages/(catalogues|src)/' },
    },
    {
      name: 'no-http-in-libraries',
      comment: 'No library knows GraphQL, HTTP or the command line.',
      severity: 'error',
      from: { path: '^libs/' },
      to: {
        path: 'node_modules/(graphql|@nestjs/(graphql|apollo|platform-[^/]+)|@apollo|@as-integrations|fastify|express|commander)',
      },
    },
    {
      name: 'pure-libraries',
      comment:
        'kernel, vocabulary, matching, explanations and evaluation hold no framework and no input or output.',
      severity: 'error',
      from: {
        path: '^libs/(kernel|vocabulary|matching|explanations|evaluation)/src',
        pathNot: '\\.spec\\.ts$',
      },
      to: {
        path: '^(node:)?(fs|http|https|net|child_process|os|timers)(/|$)|node_modules/(@nestjs|typeorm|pg)/',
      },
    },
    {
      name: 'fixtures-for-specs',
      comment: 'What specs share is no part of the program: the build leaves it out.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.(spec|fixture)\\.ts$' },
      to: { path: '\\.fixture\\.ts$' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'folders-in-one-direction',
      comment:
        'Of two folders of a library or app at most one knows the other. What ties them together stands above them.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(libs|apps)/[^/]+/src/[^/]+' },
      to: { circular: true, viaOnly: { path: '^(libs|apps)/[^/]+/src/[^/]+' } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(apps|libs)/',
        pathNot: ['\\.spec\\.ts$', '\\.d\\.ts$', '^libs/[^/]+/build/', '\\.json$'],
      },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
