import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLJSON, GraphQLURL } from 'graphql-scalars';
import { isLocalDate, toLocalIso } from '../time.ts';

const RFC3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

function refuse(scalar: string, fix: string): GraphQLError {
  return new GraphQLError(`${scalar}: ${fix}`, { extensions: { code: 'BAD_USER_INPUT', field: scalar } });
}

function textScalar<T>(name: string, description: string, read: (text: string) => T, write: (value: unknown) => string): GraphQLScalarType {
  const parse = (value: unknown) => {
    if (typeof value !== 'string') throw refuse(name, 'expected a string');
    return read(value);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: write,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function integerScalar(name: string, description: string, least: number): GraphQLScalarType {
  const check = (value: unknown): number => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) {
      throw refuse(name, `expected a whole number from ${least} to ${Number.MAX_SAFE_INTEGER}`);
    }
    return value;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => check(typeof value === 'bigint' ? Number(value) : value),
    parseValue: check,
    parseLiteral: (node: ValueNode) => check(node.kind === Kind.INT ? Number(node.value) : undefined),
  });
}

/** An instant. Goes out with the offset of Asia/Ho_Chi_Minh; comes in as a Date. */
export const DateTimeScalar = textScalar(
  'DateTime',
  'An instant, RFC 3339 with offset (thời điểm), e.g. 2025-07-01T08:30:00+07:00.',
  (text) => {
    // Date.parse makes 2 March of 30 February.
    const time = RFC3339.test(text) && isLocalDate(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(time))
      throw refuse('DateTime', 'expected an instant that exists, RFC 3339 with offset, e.g. 2025-07-01T08:30:00+07:00');
    return new Date(time);
  },
  (value) => {
    if (value instanceof Date) return toLocalIso(value);
    return toLocalIso(new Date(String(value)));
  },
);

export const LocalDateScalar = textScalar(
  'LocalDate',
  'A civil day in Asia/Ho_Chi_Minh (ngày), YYYY-MM-DD.',
  (text) => {
    if (!isLocalDate(text)) throw refuse('LocalDate', 'expected a day that exists, YYYY-MM-DD');
    return text;
  },
  (value) => String(value),
);

/**
 * Takes any text: whoever reads one checks it. A wrong number in a feed must reject its own dossier, with field and
 * reason, and not the whole call, as a scalar that refuses would.
 */
export const NationalIdScalar = textScalar(
  'NationalId',
  'A 12-digit personal identification number (số định danh cá nhân).',
  (text) => text.trim(),
  (value) => String(value),
);

export const VndScalar = integerScalar('Vnd', 'Whole đồng (số tiền), 0 … 9 007 199 254 740 991, never a float.', 0);
export const SignedVndScalar = integerScalar('SignedVnd', 'Whole đồng, negative too (số tiền có dấu).', -Number.MAX_SAFE_INTEGER);
export const VersionScalar = integerScalar('Version', 'A version (phiên bản): an integer, 0 … 9 007 199 254 740 991.', 0);

export const UrlScalar = new GraphQLScalarType({
  name: 'URL',
  description: 'An absolute address (địa chỉ) as in RFC 3986.',
  serialize: (value) => String(value),
  parseValue: (value) => String(GraphQLURL.parseValue(value)),
  parseLiteral: (node, variables) => String(GraphQLURL.parseLiteral(node, variables)),
});

export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value (dữ liệu JSON).',
  serialize: (value) => GraphQLJSON.serialize(value),
  parseValue: (value) => GraphQLJSON.parseValue(value),
  parseLiteral: (node, variables) => GraphQLJSON.parseLiteral(node, variables),
});

/** All scalars of the hub's own. */
export const SCALARS: readonly GraphQLScalarType[] = [
  DateTimeScalar,
  LocalDateScalar,
  NationalIdScalar,
  VndScalar,
  SignedVndScalar,
  VersionScalar,
  UrlScalar,
  JsonScalar,
];
