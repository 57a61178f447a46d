/** Who may import whom: docs/architecture.md says it in words. */
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'a-door-only-serves',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { pathNot: '^shared/(serve|notify|reconcile|generated/)' },
    },
    {
      name: 'the-adapter-knows-no-tools',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(sandbox|console|scripts|test|bench|examples|cloudfunctions|client)/' },
    },
    {
      name: 'a-link-stands-alone',
      comment: 'A link never imports another link, and never the walk of a request.',
      severity: 'error',
      from: { path: '^shared/links/(?!index|faultOf)([^/.]+)' },
      to: { path: '^shared/(links/(?!index|faultOf|$1)|serve)' },
    },
    {
      name: 'no-cycles-in-sandbox-and-console',
      comment: 'Types count.',
      severity: 'error',
      from: { path: '^(sandbox|console)/' },
      to: { circular: true },
    },
    {
      name: 'the-sandbox-is-the-other-side',
      comment: 'It must not share a mistake with the adapter it judges; a console is given to it.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(shared|cloudfunctions|schemas|client|console|scripts|test|bench|examples)/' },
    },
    {
      name: 'wechat-pay-knows-no-cloudbase',
      severity: 'error',
      from: { path: '^sandbox/wechatpay/' },
      to: { path: '^sandbox/(?!wechatpay/|http/|control/|isRecord)' },
    },
    {
      name: 'cloudbase-knows-no-wechat-pay',
      comment: 'It hands wx.wxPayApi to a PayLink, which startSandbox gives to it.',
      severity: 'error',
      from: { path: '^sandbox/cloudbase/' },
      to: { path: '^sandbox/(?!cloudbase/|http/|control/|isRecord)' },
    },
    {
      name: 'the-sandbox-reads-xml-in-its-own-way',
      comment: 'With the parser of the adapter it would share the mistakes of that parser.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: 'node_modules/fast-xml-parser/' },
    },
    {
      name: 'http-and-control-serve-both-products',
      severity: 'error',
      from: { path: '^sandbox/(http|control)/' },
      to: { path: '^sandbox/(?!http/|control/|isRecord)' },
    },
    {
      name: 'the-console-stands-outside',
      comment: 'It sees the sandbox through its index, and of the adapter the shapes and names of what is deployed.',
      severity: 'error',
      from: { path: '^console/' },
      to: {
        path: '^(sandbox|shared|scripts|cloudfunctions|schemas|client|test|bench|examples)/',
        pathNot: '^(sandbox/index|shared/generated/|shared/ledger/record|scripts/collections/)',
      },
    },
    {
      name: 'the-page-runs-in-a-browser',
      severity: 'error',
      from: { path: '^console/page/' },
      to: {
        pathNot: '^(console/(page|scenario)/|shared/generated/links|node_modules/preact/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-client-brings-only-itself',
      comment: 'Of the adapter it takes types, which leave no trace in a mini program.',
      severity: 'error',
      from: { path: '^client/' },
      to: { pathNot: '^client/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-adapter-and-scripts-use-the-sandbox-only-by-its-index',
      severity: 'error',
      from: { path: '^(scripts|bench|examples)/' },
      to: { path: '^sandbox/(?!index)' },
    },
    ...[
      ['@cloudbase/node-sdk', 'shared/cloudbase'],
      ['fast-xml-parser', 'shared/links/apiv2/xml'],
      ['ajv', '(shared/generated/validators/|scripts/generate)'],
    ].map(([name, importer]) => ({
      name: `one-importer-of-${name.replace(/\W/g, '-')}`,
      severity: 'error',
      from: { path: '^(shared|cloudfunctions|scripts)/', pathNot: `^${importer}` },
      to: { path: `node_modules/${name}/` },
    })),
    {
      name: 'nothing-for-development-in-a-deployed-bundle',
      severity: 'error',
      from: { path: '^(shared|cloudfunctions)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'the-examples-use-what-their-readers-have',
      comment: 'The client by its name in npm, which here is client/, and the SDK of the platform.',
      severity: 'error',
      from: { path: '^examples/(functions|miniprogram)/' },
      to: { pathNot: '^(examples/|cloudpay-profitsharing$|node_modules/wx-server-sdk/|node:|crypto$)' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^cloudpay-profitsharing$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(dist|docs)/|/fixtures/' },
  },
};
