import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * From the graph as clients see it to typed documents: every operation that the tests and tools write in `graphql(`…`)` is checked
 * against schema/api.graphql, and its variables and answer are typed. Other teams run the same over their own documents.
 */
const config: CodegenConfig = {
  schema: 'schema/api.graphql',
  documents: ['tests/**/*.ts', '!tests/federation/**', 'src/console/**/*.ts', 'src/**/*.test.ts'],
  importExtension: '.ts',
  ignoreNoDocuments: false,
  generates: {
    'schema/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        avoidOptionals: { field: true, inputValue: false },
        scalars: {
          DateTime: 'string',
          JSON: 'unknown',
          LocalDate: 'string',
          NationalId: 'string',
          SignedVnd: 'number',
          URL: 'string',
          Version: 'number',
          Vnd: 'number',
        },
      },
    },
  },
};

export default config;
