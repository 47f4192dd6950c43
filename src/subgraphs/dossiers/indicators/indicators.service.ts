import { badUserInput } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { PAYMENT_EVENTS } from '../dossiers.jobs.ts';
import type { UnitDirectory } from '../units.ts';
import { isCommuneLevel, unitDirectory } from '../units.ts';
import type { Asked } from './asked.ts';
import { type FiledCounts, filedCounts } from './count.read.ts';
import type { ServiceIndicators } from './indicators.type.ts';

const rate = (numerator: number, denominator: number) => (denominator === 0 ? null : numerator / denominator);

/** The figures of a unit and of all below it over a period, both days included. */
export async function indicatorsOf(context: HubContext, asked: Asked): Promise<ServiceIndicators> {
  if (asked.to < asked.from) {
    throw badUserInput('period.to', { vi: 'Ngày cuối không được trước ngày đầu.', en: 'The last day must not be before the first.' });
  }
  const { own, atCommunes } = await filedOf(context, asked);
  return {
    asked,
    from: asked.from,
    to: asked.to,
    asOf: await context.once('payments known until', () => paymentsKnownUntil(context)),
    dossiersReceived: own.received,
    dossiersReceivedAtCommunes: atCommunes,
    receivedOnline: own.online,
    dossiersWithFee: own.with_fee,
    paidOnline: own.paid_online,
    onlineFilingRate: rate(own.online, own.received),
    onlinePaymentRate: rate(own.paid_online, own.with_fee),
    resolvedOnTimeRate: rate(own.received - own.late - own.overdue, own.received),
    digitizedResultRate: rate(own.digitized, own.finished),
    satisfactionRate: rate(own.satisfied, own.rated),
  };
}

interface UnitFigures {
  own: FiledCounts;
  atCommunes: number;
}

/** The counts of a unit with all below it; one statement for all units of a request that ask for the same. */
function filedOf(context: HubContext, asked: Asked): Promise<UnitFigures> {
  const loader = context.loader<string, UnitFigures>(`indicators ${keyOf(asked)}`, async (codes) => {
    const directory = await unitDirectory(context.hub);
    const byUnit = await filedCounts(context, { ...asked, units: unitsBelow(directory, codes) });
    return codes.map((code) => {
      const units = partsOf(directory, code, byUnit);
      const communes = units.filter((unit) => isCommune(directory, unit));
      const received = communes.reduce((sum, unit) => sum + (byUnit.get(unit)?.received ?? 0), 0);
      return {
        own: addUp(
          units.flatMap((unit) => byUnit.get(unit) ?? []),
          byUnit.nothing,
        ),
        atCommunes: received,
      };
    });
  });
  return loader.load(asked.unit);
}

/** What two units of one request must share to be counted together. */
export const keyOf = ({ from, to, procedure }: Asked) => `${from} ${to} ${procedure ?? ''}`;

const isCommune = (directory: UnitDirectory, code: string) => {
  const kind = directory.get(code)?.kind;
  return kind !== undefined && isCommuneLevel(kind);
};

/** The units that are counted for these; null: whatever a dossier names, the province received it. */
export function unitsBelow(directory: UnitDirectory, codes: readonly string[]): string[] | null {
  if (codes.some((code) => directory.isRoot(code))) return null;
  return [...new Set(codes.flatMap((code) => directory.below(code)))];
}

/** The counted units that make up one. */
export function partsOf(directory: UnitDirectory, code: string, byUnit: ReadonlyMap<string, unknown>): string[] {
  return directory.isRoot(code) ? [...byUnit.keys()] : directory.below(code).filter((unit) => byUnit.has(unit));
}

/** The sum of counts, name by name. */
export function addUp<Sums extends Record<string, number>>(all: readonly Sums[], nothing: Sums): Sums {
  const sum: Record<string, number> = { ...nothing };
  for (const each of all) for (const name of Object.keys(sum)) sum[name] = (sum[name] ?? 0) + (each[name] ?? 0);
  return sum as Sums;
}

/** Up to when payment events have reached these figures: now, where none waits. */
async function paymentsKnownUntil(context: HubContext): Promise<Date> {
  const [waiting] = await context.hub.db.query<{ at: Date | null }>(
    `SELECT min(e.at) AS at FROM outbox.event e
     WHERE e.kind = '${PAYMENT_EVENTS.kind}' AND (e.tx, e.id) > (
       coalesce((SELECT tx FROM outbox.cursor WHERE consumer = $1), '0'), coalesce((SELECT id FROM outbox.cursor WHERE consumer = $1), 0))`,
    [PAYMENT_EVENTS.consumer],
  );
  return waiting?.at ?? context.hub.clock.now();
}
