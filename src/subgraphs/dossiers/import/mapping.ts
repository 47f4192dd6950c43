import { z } from 'zod';
import { DossierStatus, FilingChannel } from '../../../platform/graphql/enums.ts';
import type { DossierField, PaymentField } from './field.ts';
import { DOSSIER_FIELDS, PAYMENT_FIELDS } from './field.ts';

/** What a file of exports holds: one row for each. */
export type ImportKind = 'dossiers' | 'payments';

const text = z.string().trim().min(1);
const codes = z.record(z.string(), z.string());

/** Where a value comes from: a column by its heading, or the same for all rows. */
const from = z.union([
  text,
  z
    .strictObject({
      column: text.optional(),
      /** Taken where the file has no such column, or the cell is empty. */
      default: text.optional(),
      constant: text.optional(),
      /** Translates what the cell says; anything else passes as it is. */
      codes: codes.optional(),
    })
    .refine(({ column, constant }) => (column === undefined) !== (constant === undefined), { error: 'needs either column or constant' }),
]);

const statuses = Object.keys(DossierStatus) as [DossierStatus];

/** A handling step out of columns of the row: there is one where its time is filled in. */
const step = z.strictObject({
  status: z.enum(statuses),
  at: from,
  officer: from,
  content: from,
  title: from.optional(),
  department: from.optional(),
  endBy: from.optional(),
});

const fee = z.strictObject({ code: from, name: from, amount: from, kind: z.enum(['FEE', 'CHARGE']).optional() });

const common = {
  /** The sheet of a workbook; left out: its first. */
  sheet: text.optional(),
  /** What separates the columns of a CSV; left out: what its heading shows. */
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** Translations by name, for several fields at once: what the old system wrote → what the hub writes. */
  procedures: codes.optional(),
  /** Former or local codes and names of units → a unit's code; the hub's own list of former units is asked after it. */
  units: codes.optional(),
};

const dossierMapping = z.strictObject({
  ...common,
  kind: z.literal('dossiers'),
  fields: z.partialRecord(z.enum(Object.keys(DOSSIER_FIELDS) as [DossierField]), from),
  /** What the old system calls a state → the hub's. */
  states: z.record(z.string(), z.enum(statuses)).optional(),
  channels: z.record(z.string(), z.enum(Object.keys(FilingChannel) as [FilingChannel])).optional(),
  steps: z.array(step).max(50).optional(),
  fees: z.array(fee).max(20).optional(),
  /** Whether the portal has the dossier already: of all, or as a column says. Left out: it is looked up there. */
  atPortal: from.optional(),
});

const paymentMapping = z.strictObject({
  ...common,
  kind: z.literal('payments'),
  fields: z.partialRecord(z.enum(Object.keys(PAYMENT_FIELDS) as [PaymentField]), from),
});

const REQUIRED: Readonly<Record<ImportKind, readonly string[]>> = {
  dossiers: ['code', 'procedure', 'receivingUnit', 'applicant.fullName', 'channel', 'status', 'submittedAt'],
  payments: ['dossier', 'provider', 'reference', 'amount', 'status'],
};

const mapping = z.discriminatedUnion('kind', [dossierMapping, paymentMapping]).superRefine(({ kind, fields }, context) => {
  for (const name of REQUIRED[kind]) {
    if (!Object.hasOwn(fields, name)) context.addIssue({ code: 'custom', path: ['fields', name], message: 'is missing: name its column' });
  }
});

export type From = z.infer<typeof from>;
export type DossierMapping = z.infer<typeof dossierMapping>;
export type PaymentMapping = z.infer<typeof paymentMapping>;
export type Mapping = DossierMapping | PaymentMapping;

/** A mapping that can't be used: every key that is wrong, and what it must be. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
}

/** Reads a mapping; throws MappingError with one line for each key that is wrong. */
export function parseMapping(json: string): Mapping {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch (error) {
    throw new MappingError(`Tệp ánh xạ không phải JSON. / The mapping is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const read = mapping.safeParse(content);
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => `  ${issue.path.join(' › ') || 'kind'}: ${issue.message}`);
  throw new MappingError(`Tệp ánh xạ sai ở các khóa sau. / The mapping is wrong at these keys:\n${lines.join('\n')}`);
}

/** Every column that a mapping reads without having a default for it, by its heading. */
export function columnsOf(wanted: Mapping): string[] {
  const all: (From | undefined)[] = Object.values(wanted.fields);
  if (wanted.kind === 'dossiers') {
    all.push(wanted.atPortal);
    for (const { at, officer, content, title, department, endBy } of wanted.steps ?? [])
      all.push(at, officer, content, title, department, endBy);
    for (const { code, name, amount } of wanted.fees ?? []) all.push(code, name, amount);
  }
  const named = all.flatMap((each) => (typeof each === 'string' ? each : each?.default === undefined ? (each?.column ?? []) : []));
  return [...new Set(named.map(heading))];
}

/** A heading as it is compared: composed, single-spaced, in lower case. */
export function heading(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
