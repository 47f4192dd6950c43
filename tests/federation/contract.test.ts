import { readFileSync } from 'node:fs';
import { assertCompositionSuccess, composeServices } from '@theguild/federation-composition';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  Kind,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSubgraph } from '../../src/platform/graphql/subgraph.ts';
import { SUBGRAPHS } from '../../src/roles/subgraphs.ts';

const contract = buildSchema(readFileSync(new URL('./hub.graphql', import.meta.url), 'utf8'));

const services = SUBGRAPHS.map((subgraph) => ({ name: subgraph.name, typeDefs: parse(buildSubgraph(subgraph).sdl) }));
const composed = composeServices(services);
assertCompositionSuccess(composed);
const api = buildSchema(composed.publicSdl);

const typesOf = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));

/** One line for everything of a type that a client may rely on, in a form that two schemas can be compared by. */
function promisesOf(type: GraphQLNamedType): string[] {
  const lines = [`${kindOf(type)} ${type.name}`];
  if (isEnumType(type)) lines.push(...type.getValues().map((value) => `${type.name}.${value.name}`));
  if (isInputObjectType(type)) lines.push(...Object.values(type.getFields()).map((field) => `${type.name}.${inputOf(field)}`));
  if (isObjectType(type) || isInterfaceType(type)) {
    lines.push(...type.getInterfaces().map((parent) => `${type.name} implements ${parent.name}`));
    for (const field of Object.values(type.getFields())) {
      lines.push(`${type.name}.${field.name}: ${String(field.type)}`);
      lines.push(...field.args.map((argument) => `${type.name}.${field.name}(${inputOf(argument)})`));
    }
  }
  return lines;
}

function kindOf(type: GraphQLNamedType): string {
  return type.constructor.name.replace(/^GraphQL|Type$/g, '');
}

function inputOf({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField): string {
  return `${name}: ${String(type)}${defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`}`;
}

/** Arguments and input fields that the contract does not know and a client would have to give. */
function demandsOf(type: GraphQLNamedType): string[] {
  const known = contract.getType(type.name);
  if (known === undefined) return [];
  if (isInputObjectType(type) && isInputObjectType(known)) {
    const fields = Object.values(type.getFields()).filter((field) => known.getFields()[field.name] === undefined);
    return fields.filter(isRequiredInputField).map((field) => `${type.name}.${field.name}`);
  }
  if (!isObjectType(type) || !isObjectType(known)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const promised = known.getFields()[field.name];
    if (promised === undefined) return [];
    const added = field.args.filter((argument) => !promised.args.some((each) => each.name === argument.name));
    return added.filter(isRequiredArgument).map((argument) => `${type.name}.${field.name}(${argument.name})`);
  });
}

/** The places of a type, and the type itself, that carry no description. */
function undescribed(type: GraphQLNamedType): string[] {
  const places: { name: string; description?: string | null | undefined }[] = [type];
  const below = (part: { name: string; description?: string | null | undefined }, parent: string) =>
    places.push({ name: `${parent}.${part.name}`, description: part.description });
  if (isEnumType(type)) for (const value of type.getValues()) below(value, type.name);
  if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) below(field, type.name);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      below(field, type.name);
      for (const argument of field.args) below(argument, `${type.name}.${field.name}`);
    }
  }
  return places.filter(({ description }) => (description ?? '').trim() === '').map(({ name }) => name);
}

/** Whose type it is, for the types that several subgraphs write of. */
const OWNERS: Record<string, string> = {
  AdministrativeUnit: 'dossiers',
  Procedure: 'dossiers',
  Dossier: 'dossiers',
  Payment: 'payments',
  Citizen: 'identity',
  Organization: 'identity',
  Synchronization: 'integration',
};

/** Fields that a subgraph adds to another's type and that would take their parent away where it does not answer. */
function additionsThatTear(): string[] {
  return services.flatMap(({ name, typeDefs }) =>
    typeDefs.definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
      const owner = OWNERS[definition.name.value];
      if (owner === undefined || owner === name) return [];
      const own = (definition.fields ?? []).filter((field) => !field.directives?.some((each) => each.name.value === 'external'));
      const torn = own.filter((field) => field.type.kind === Kind.NON_NULL_TYPE && !['id', 'code'].includes(field.name.value));
      return torn.map((field) => `${name}: ${definition.name.value}.${field.name.value}`);
    }),
  );
}

describe('the composed graph', () => {
  it('keeps every promise of the contract: names, arguments, defaults, values, nullability', () => {
    const promised = typesOf(contract).flatMap(promisesOf);
    const kept = new Set(typesOf(api).flatMap(promisesOf));
    expect(promised.length).toBeGreaterThan(600);
    expect(promised.filter((line) => !kept.has(line))).toEqual([]);
  });

  it('asks for nothing that the contract does not know', () => {
    expect(typesOf(api).flatMap(demandsOf)).toEqual([]);
  });

  it('lets no subgraph tear down what another one answered', () => {
    expect(additionsThatTear()).toEqual([]);
  });

  it('describes every type, field, argument and value', () => {
    // The roots are what GraphQL says they are.
    const roots = new Set(['Query', 'Mutation', 'Subscription']);
    const places = typesOf(api).flatMap(undescribed);
    expect(places.filter((place) => !roots.has(place))).toEqual([]);
  });

  it('shows clients nothing of the machinery between the subgraphs', () => {
    const names = [
      ...typesOf(api).map((type) => type.name),
      ...api
        .getDirectives()
        .filter((each) => !isSpecifiedDirective(each))
        .map((each) => each.name),
    ];
    expect(names.filter((name) => /^_|__|Registration|Registered/.test(name))).toEqual([]);
    const fields = typesOf(api).flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    );
    expect(
      fields.filter((field) => /\.(grant|citizenGrant|registerApplicants|applicantContacts?|absorbReportedPayments)$/.test(field)),
    ).toEqual([]);
  });
});
