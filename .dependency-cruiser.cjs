/** The import table of ARCHITECTURE.md: each folder of src and what it may import from the others. */
const table = {
  plan: ['statistics', 'confidentiality'],
  statistics: ['plan', 'confidentiality'],
  confidentiality: ['plan', 'statistics'],
  simulation: [],
  records: ['plan', 'engine', 'platform'],
  engine: ['plan', 'platform'],
  measure: ['plan', 'records', 'engine', 'statistics', 'platform'],
  publish: ['plan', 'measure', 'statistics', 'confidentiality', 'platform'],
  portfolio: ['plan', 'measure', 'publish', 'statistics', 'platform'],
  weekly: ['plan', 'records', 'engine', 'measure', 'publish', 'portfolio', 'statistics', 'platform'],
  committee: ['plan', 'measure', 'publish', 'portfolio', 'weekly', 'statistics', 'platform'],
  platform: [],
};
const pure = ['plan', 'statistics', 'confidentiality'];

const folderRules = Object.entries(table).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: 'pure-folders-have-no-io',
      comment: 'plan, statistics and confidentiality compute; they never read a file, a clock or a network.',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/`, pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-folders-borrow-only-pure-libraries',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: 'node_modules', pathNot: 'node_modules/(zod|yaml|@stdlib)/' },
    },
    {
      name: 'pure-folders-share-types-only',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/`, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: `^src/(${pure.join('|')})/`,
        pathNot: '^src/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'sdk-imports-nothing',
      severity: 'error',
      from: { path: '^packages/sdk/src/', pathNot: '\\.test\\.ts$' },
      to: {},
    },
    {
      name: 'no-unknown-folder',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot:
          '^src/(plan|statistics|confidentiality|simulation|records|engine|measure|publish|follow-up|committee|weekly|portfolio|platform|web|cli)/',
      },
      to: {},
    },
    {
      name: 'nobody-imports-the-edges',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(web|cli)/' },
      to: { path: '^src/(web|cli)/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
