// The arrows of the layout: hub, roles → gateway, console, subgraphs → platform → connectors/contract ← connectors.
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'an import that is not found would escape every other rule; the generated client imports a package of types alone',
      from: { pathNot: '^schema/generated/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'connector-imports-only-contract',
      severity: 'error',
      comment: 'a connector knows its own folder and the contract, nothing else of ours',
      from: { path: '^connectors/([^/]+)/', pathNot: ['^connectors/contract/', '\\.test\\.ts$'] },
      to: { path: '^(src|tests|connectors)/', pathNot: ['^connectors/contract/', '^connectors/$1/'] },
    },
    {
      name: 'contract-imports-nothing',
      severity: 'error',
      from: { path: '^connectors/contract/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src|tests|connectors)/', pathNot: '^connectors/contract/' },
    },
    {
      name: 'src-sees-contract-only',
      severity: 'error',
      comment: 'only the composition root may load real connectors',
      from: { path: '^src/', pathNot: ['^src/(hub\\.ts|roles/)', '\\.test\\.ts$'] },
      to: { path: '^connectors/', pathNot: '^connectors/contract/' },
    },
    {
      name: 'subgraphs-do-not-meet',
      severity: 'error',
      from: { path: '^src/subgraphs/([^/]+)/' },
      to: { path: '^src/subgraphs/', pathNot: '^src/subgraphs/$1/' },
    },
    {
      name: 'platform-is-the-floor',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(?!platform/)' },
    },
    {
      name: 'subgraphs-stand-on-the-platform',
      severity: 'error',
      comment: 'what starts and serves a subgraph sees it, never the other way round',
      from: { path: '^src/(subgraphs|gateway)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(hub\\.ts|roles/|console/)' },
    },
    {
      name: 'gateway-does-not-reach-into-subgraphs',
      severity: 'error',
      from: { path: '^src/(gateway|console)/' },
      to: { path: '^src/subgraphs/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'production-never-imports-tests',
      severity: 'error',
      from: { path: '^(src|connectors)/', pathNot: '\\.test\\.ts$' },
      to: { path: '(^tests/|\\.test\\.ts$)' },
    },
    {
      name: 'console-is-a-client',
      severity: 'error',
      from: { path: '^src/console/' },
      to: { path: '^(src/(?!console/)|connectors/)' },
    },
    {
      name: 'no-orphans',
      severity: 'warn',
      from: { orphan: true, pathNot: '(\\.d\\.ts|hub\\.ts|codegen\\.ts|bootstrap\\.mjs|leave-with-parent\\.mjs)$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // the native TypeScript compiler has no interface that this tool could use
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'require', 'types'] },
  },
};
