import type { CheckoutObligation } from '../../../connectors/contract/payment.ts';
import type { Grant } from '../../platform/auth/grant.ts';
import { NOBODY } from '../../platform/auth/viewer.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { Platform } from '../../platform/platform.ts';
import { dueOf, totalOf } from './obligation.ts';
import { netPaid, type Obligation, type PaymentRow } from './payment.row.ts';

/** A dossier as its owner showed it to the caller, with what is to be paid for it. */
export interface PayableDossier {
  code: string;
  version: number;
  settled: boolean;
  grant: Grant;
  obligation: Obligation;
  /** Whose matter it is, as the caller sees it: in clear, since only such callers pay. */
  ownerName: string | null;
  /** What a gateway writes on its receipt. */
  billed: CheckoutObligation;
}

interface DossierAnswer {
  id: string;
  code: string;
  version: number;
  grant: string | null;
  feesSettled: boolean | null;
  voidedAt: string | null;
  ownerName: string | null;
  procedure: { code: string; name: string; publicServices: { code: string; name: string }[] };
  receivingUnit: { code: string; name: string; agencyCode: string };
  fees: BilledFee[];
}

/** A fee as its dossier shows it: phí or lệ phí. */
type BilledFee = Obligation['fees'][number] & { kind: 'FEE' | 'CHARGE' };

const SHOWN = `{ id code version grant feesSettled voidedAt ownerName procedure { code name publicServices { code name } } receivingUnit { code name agencyCode }
  fees { code name kind amount exemptedAmount collection } }`;
const QUERY = `query ($id: ID!) { dossier(id: $id) ${SHOWN} }`;
const QUERY_BY_CODE = `query ($code: String!) { payableDossier(code: $code) ${SHOWN} }`;

/** The obligation of a dossier, asked of its owner in the caller's name; undefined: unknown, or not the caller's to pay. */
export async function askForDossier(context: HubContext, id: string): Promise<PayableDossier | undefined> {
  const { dossier } = await context.peers.ask<{ dossier: DossierAnswer | null }>('dossiers', QUERY, { id });
  return payableOf(context, dossier);
}

/** The same asked in nobody's name, for a gateway that looks a dossier up by its code: without anything of a person. */
export async function askForCode(hub: Platform, code: string): Promise<PayableDossier | undefined> {
  const { payableDossier } = await hub.peers.ask<{ payableDossier: DossierAnswer | null }>('dossiers', QUERY_BY_CODE, { code });
  return payableOf({ hub, viewer: NOBODY }, payableDossier);
}

function payableOf({ hub, viewer }: Pick<HubContext, 'hub' | 'viewer'>, dossier: DossierAnswer | null): PayableDossier | undefined {
  const grant = dossier?.grant == null ? undefined : hub.grants.verify(viewer, dossier.grant);
  if (dossier == null || grant === undefined || !grant.aspects.has('payments')) return undefined;
  const { code, version, fees, receivingUnit: unit } = dossier;
  const { publicServices, ...procedure } = dossier.procedure;
  const [service] = publicServices;
  // A wrongly keyed dossier owes nothing, whatever its fees say.
  const settled = dossier.feesSettled === true || dossier.voidedAt !== null;
  return {
    code,
    version,
    settled,
    grant,
    ownerName: dossier.ownerName,
    obligation: { procedure: `${procedure.code} ${procedure.name}`, fees, total: totalOf(fees), paid: 0, unitName: unit.name },
    // Who pays is told to nobody who need not know it.
    billed: {
      dossierCode: code,
      procedure: { ...procedure, ...(service === undefined ? {} : { service }) },
      unit,
      payer: null,
      fees: fees.flatMap(billedOf),
    },
  };
}

function billedOf(fee: BilledFee): CheckoutObligation['fees'] {
  const amount = totalOf([fee]);
  return amount === 0 ? [] : [{ code: fee.code, name: fee.name, kind: fee.kind, amount }];
}

/**
 * What is due now, and a mark that changes whenever money of the dossier came or went: a payment that is only asked for changes
 * nothing. Notes in the obligation what is paid already.
 */
export async function fingerprintOf(sql: Queryable, dossier: PayableDossier): Promise<{ due: number; fingerprint: string }> {
  const rows = await sql.query<Pick<PaymentRow, 'id' | 'status' | 'amount' | 'refunded_amount'>>(
    'SELECT id, status, amount, refunded_amount FROM payments.payment WHERE dossier_id = $1 ORDER BY id',
    [dossier.grant.subject],
  );
  const paid = rows.reduce((sum, row) => sum + netPaid(row), 0);
  dossier.obligation.paid = paid;
  return {
    due: dueOf({ fees: dossier.obligation.fees, settled: dossier.settled, paid }),
    fingerprint: JSON.stringify(rows.filter((row) => netPaid(row) > 0)),
  };
}

/** Whether the dossier has a newer version than the one that was asked for: its owner says so in the shared outbox. */
export async function changedSince(sql: Queryable, dossier: PayableDossier): Promise<boolean> {
  const [newest] = await sql.query<{ version: number | null }>(
    `SELECT max((data->>'version')::bigint) AS version FROM outbox.event WHERE subject_id = $1 AND kind = 'dossier.changed'`,
    [dossier.grant.subject],
  );
  return newest?.version != null && newest.version > dossier.version;
}
