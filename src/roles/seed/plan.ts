import { procedures, type ReferenceProcedure } from '../../subgraphs/dossiers/reference/procedures.ts';
import { isCommuneLevel } from '../../subgraphs/dossiers/reference/units.ts';
import { DEPARTMENT_VOLUMES, onlineReadinessOf, PUBLISHED, QUARTER_END, sampleFeeOf, volumeOf } from './profile.ts';
import { createPicker, markExactly, type Random } from './random.ts';
import type { EpochMs, SampleChannel } from './sample.ts';
import type { Office } from './staff.ts';
import { DAY, drawSubmission } from './timetable.ts';

/** How a dossier's matter will end, as far as its fee depends on it. */
export type Fate = 'HANDLED' | 'REFUSED' | 'WITHDRAWN';

/** What is settled of a dossier before its course is written, so that the totals come out exactly. */
export interface PlannedDossier {
  receiving: Office;
  handling: Office;
  procedure: ReferenceProcedure;
  channel: SampleChannel;
  submittedAt: EpochMs;
  fate: Fate;
  /** EXEMPT: a fee is due by the tariff, and waived. */
  fee: 'NONE' | 'CHARGED' | 'EXEMPT';
  paidOnline: boolean;
}

/** The exact counts of a sample of any size: the published rates to the nearest dossier. */
export function countsFor(dossiers: number): { atCommunes: number; online: number } {
  return {
    atCommunes: Math.round((dossiers * PUBLISHED.atCommunes) / PUBLISHED.dossiers),
    online: Math.round(dossiers * PUBLISHED.onlineFilingRate),
  };
}

/** How many of the dossiers with a fee are paid online. */
export function paidOnlineFor(withFee: number): number {
  return Math.round(withFee * PUBLISHED.onlinePaymentRate);
}

const FATES: readonly Fate[] = ['HANDLED', 'REFUSED', 'WITHDRAWN'];
const FEES = ['NONE', 'CHARGED', 'EXEMPT'] as const;
const NON_BOUNDARY = 0.05;
const PROVINCIAL_AT_COMMUNE = 0.015;
const PUBLIC_POST = 0.015;

/** The plan of a whole quarter, in order of submission. Columns of numbers: a hundred thousand dossiers take a few megabytes. */
export class QuarterPlan {
  private readonly receiving: Uint8Array;
  private readonly handling: Uint8Array;
  private readonly procedure: Uint8Array;
  private readonly online: Uint8Array;
  private readonly submitted: Float64Array;
  private readonly order: Uint32Array;
  private readonly fate: Uint8Array;
  private readonly fee: Uint8Array;
  private readonly paid: Uint8Array;
  private readonly offices: readonly Office[];
  readonly size: number;

  constructor(size: number, offices: readonly Office[], random: Random) {
    this.size = size;
    this.offices = offices;
    const counts = countsFor(size);
    [this.receiving, this.handling, this.procedure] = placeAndSubject(size, counts.atCommunes, { offices, random });
    const readiness = Float64Array.from(this.procedure, (index) => onlineReadinessOf(procedures[index]?.field ?? ''));
    this.online = markExactly(readiness, counts.online, random);
    this.submitted = Float64Array.from(this.online, (online) => drawSubmission(online === 1, random));
    this.order = Uint32Array.from({ length: size }, (_, index) => index);
    this.order.sort((left, right) => (this.submitted[left] ?? 0) - (this.submitted[right] ?? 0) || left - right);
    this.fate = Uint8Array.from(this.submitted, (at) => drawFate(at, random));
    this.fee = Uint8Array.from(this.fate, (fate, index) => drawFee(procedures[this.procedure[index] ?? 0], fate, random));
    this.paid = this.markPaid(random);
  }

  /** Of those with a fee exactly the published share; those filed online more readily. */
  private markPaid(random: Random): Uint8Array {
    const charged = this.order.filter((index) => this.fee[index] === 1);
    const weights = Float64Array.from(charged, (index) => (this.online[index] === 1 ? 4 : 1));
    const marks = markExactly(weights, paidOnlineFor(charged.length), random);
    const paid = new Uint8Array(this.size);
    charged.forEach((index, position) => {
      paid[index] = marks[position] ?? 0;
    });
    return paid;
  }

  /** The dossier at a place in the order of submission, from 0. */
  at(position: number, random: Random): PlannedDossier {
    const index = this.order[position] ?? 0;
    const deskChannel = random.chance(PUBLIC_POST) ? 'PUBLIC_POST' : 'IN_PERSON';
    return {
      receiving: this.offices[this.receiving[index] ?? 0] as Office,
      handling: this.offices[this.handling[index] ?? 0] as Office,
      procedure: procedures[this.procedure[index] ?? 0] as ReferenceProcedure,
      channel: this.online[index] === 1 ? 'ONLINE' : deskChannel,
      submittedAt: this.submitted[index] ?? 0,
      fate: FATES[this.fate[index] ?? 0] ?? 'HANDLED',
      fee: FEES[this.fee[index] ?? 0] ?? 'NONE',
      paidOnline: this.paid[index] === 1,
    };
  }
}

/** Refusals and withdrawals are left out of the last days, so that each of them has come to its end. */
function drawFate(submittedAt: EpochMs, random: Random): number {
  const lot = random.next();
  const left = QUARTER_END - submittedAt;
  if (lot < 0.013 && left > 5 * DAY) return 1;
  return lot > 0.993 && left > 20 * DAY ? 2 : 0;
}

function drawFee(procedure: ReferenceProcedure | undefined, fate: number, random: Random): number {
  if (procedure === undefined || sampleFeeOf(procedure) === 0) return 0;
  const waived = procedure.feeKind === 'CHARGE' && random.chance(0.07);
  return fate !== 0 || waived ? 2 : 1;
}

/** Where each dossier is received and handled, and what it asks for; the first `atCommunes` of them at communes. */
function placeAndSubject(size: number, atCommunes: number, { offices, random }: { offices: readonly Office[]; random: Random }) {
  const isCommune = (office: Office) => isCommuneLevel(office.unit.kind);
  const communes = [...offices.keys()].filter((index) => isCommune(offices[index] as Office));
  const pickCommune = createPicker(communes.map((index) => volumeOfOffice(offices[index] as Office, random)));
  const pickSubject = createPicker(procedures.map((procedure) => (procedure.unit === null ? volumeOf(procedure) : 0)));
  const pickProvincial = createPicker(procedures.map((procedure) => DEPARTMENT_VOLUMES[procedure.unit ?? ''] ?? 0));
  const branches = new Map<string, number[]>();
  offices.forEach((office, index) => {
    const department = office.unit.kind === 'BRANCH' ? (office.unit.parent ?? '') : office.unit.code;
    branches.set(department, [...(branches.get(department) ?? []), index]);
  });
  const [receiving, handling, subject] = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)];
  for (let index = 0; index < size; index++) {
    const commune = index < atCommunes;
    const provincial = !commune || random.chance(PROVINCIAL_AT_COMMUNE);
    const about = (provincial ? pickProvincial : pickSubject)(random);
    const competent = provincial ? random.pick(branches.get(procedures[about]?.unit ?? '') ?? [0]) : -1;
    const desk = commune ? (communes[pickCommune(random)] ?? 0) : competent;
    const elsewhere = !provincial && random.chance(NON_BOUNDARY) ? (communes[pickCommune(random)] ?? desk) : desk;
    receiving[index] = desk;
    handling[index] = provincial ? competent : elsewhere;
    subject[index] = about;
  }
  return [receiving, handling, subject] as const;
}

/** Populations are not in the reference data: wards count double, and the rest is chance. */
function volumeOfOffice(office: Office, random: Random): number {
  return (office.unit.kind === 'WARD' ? 2.1 : 1) * (0.6 + 0.9 * random.next());
}
