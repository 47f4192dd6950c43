import { isCommuneLevel } from '../../subgraphs/dossiers/reference/units.ts';
import { type Course, runCourse } from './course.ts';
import { Cashier } from './money.ts';
import { drawDocuments } from './papers.ts';
import { createPopulation, type Population } from './people.ts';
import { type PlannedDossier, QuarterPlan } from './plan.ts';
import { DISSATISFIED_AT_MOST, INHERITED_PREFIXES, NATIONAL_CODE_PREFIX, PUBLISHED, SYNCED_THROUGH } from './profile.ts';
import { createPicker, createRandom, type Random } from './random.ts';
import type { SampleDossier, SampleOrigin, SampleOwner, SamplePerson } from './sample.ts';
import { type Office, openOffices } from './staff.ts';
import { shortDate } from './timetable.ts';

/** What a sample is made of; the same options give the same sample, to the byte. */
export interface SampleOptions {
  /** 0 … 1,000,000. Default: the published number, 88,429. */
  dossiers?: number;
  /** A whole number. Default: 1. */
  seed?: number;
}

const LARGEST = 1_000_000;

/** People who file several times, and organizations, in a quarter of the published size. */
const REGULARS = 900;
const VISITS = 3.4;
const ORGANIZATIONS = 600;
const HOUSEHOLD_FIELD = 'Thành lập và hoạt động hộ kinh doanh';
const RATINGS = [1, 2, 3, 4, 5];
const pickRating = createPicker([0.012, 0.014, 0.055, 0.22, 0.7]);
const pickOrganizationKind = createPicker([86, 8, 6]);
const ORGANIZATION_KINDS = ['ENTERPRISE', 'OTHER_ORGANIZATION', 'STATE_AGENCY'] as const;

/**
 * The sample quarter in order of submission. Counted by the rules of the service indicators it gives the published figures
 * exactly, or those rates to the nearest dossier for another number of dossiers.
 * @throws RangeError for a number of dossiers or a seed that is not a whole number in range.
 */
export function* generateQuarter(options: SampleOptions = {}): Generator<SampleDossier, void, undefined> {
  const { dossiers = PUBLISHED.dossiers, seed = 1 } = options;
  if (!Number.isInteger(dossiers) || dossiers < 0 || dossiers > LARGEST) {
    throw new RangeError(`dossiers must be a whole number from 0 to ${LARGEST}, not ${dossiers}`);
  }
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, not ${seed}`);
  const random = createRandom(seed);
  const offices = openOffices(random);
  const plan = new QuarterPlan(dossiers, offices, random);
  const writer = new DossierWriter(dossiers, random);
  for (let position = 0; position < dossiers; position++) yield writer.write(plan.at(position, random));
}

/** Writes records out of the plan, and keeps the counters that run through all of them. */
class DossierWriter {
  private readonly random: Random;
  private readonly population: Population;
  private readonly cashier: Cashier;
  private readonly counters = new Map<string, number>();
  private readonly regularShare: number;
  private rated = 0;
  private dissatisfied = 0;

  constructor(dossiers: number, random: Random) {
    const scale = dossiers / PUBLISHED.dossiers;
    const regulars = Math.max(1, Math.round(REGULARS * scale));
    this.random = random;
    this.regularShare = dossiers === 0 ? 0 : (regulars * VISITS) / dossiers;
    this.population = createPopulation({ regulars, organizations: Math.max(5, Math.round(ORGANIZATIONS * scale)) }, random);
    this.cashier = new Cashier(random);
  }

  write(planned: PlannedDossier): SampleDossier {
    const { random } = this;
    const { receiving, handling, procedure, submittedAt } = planned;
    const course = runCourse(planned, random);
    const origin = this.originOf(planned);
    const money = this.cashier.settle(planned, course, origin);
    const code = this.codeOf(receiving, submittedAt);
    const applicant = this.applicantOf(planned);
    const changes = [
      submittedAt,
      ...course.steps.map((step) => step.at),
      ...money.payments.map((each) => each.refundedAt ?? each.paidAt ?? 0),
    ];
    return {
      id: random.uuid(submittedAt),
      code,
      sourceSystem: receiving.sourceSystem,
      sourceVersion: course.steps.length + money.payments.length,
      nationalCode: origin === 'NATIONAL_PORTAL' ? this.nationalCodeOf(submittedAt) : null,
      origin,
      procedure: procedure.code,
      receivingUnit: receiving.unit.code,
      handlingUnit: handling.unit.code,
      receptionPoint: receiving.points.length === 0 ? null : random.pick(receiving.points),
      applicant,
      owner: this.ownerOf(planned),
      channel: planned.channel,
      status: course.status,
      summary: procedure.name,
      submittedAt,
      acceptedAt: course.acceptedAt,
      dueAt: course.dueAt,
      resolvedAt: course.resolvedAt,
      returnedAt: course.returnedAt,
      refusedAt: course.refusedAt,
      resultByPost: random.chance(planned.channel === 'PUBLIC_POST' ? 0.9 : 0.03),
      steps: course.steps,
      supplements: course.supplements,
      documents: drawDocuments(planned, course, { code, random }),
      ...money,
      rating: this.rate(course),
      changedAt: Math.max(...changes),
      syncedThrough: SYNCED_THROUGH,
    };
  }

  private next(counter: string): number {
    const value = (this.counters.get(counter) ?? 0) + 1;
    this.counters.set(counter, value);
    return value;
  }

  /** Numbered through a day in order of submission; some systems went on with a former district's agency code for a while. */
  private codeOf({ unit }: Office, submittedAt: number): string {
    const day = shortDate(submittedAt);
    const inherited = INHERITED_PREFIXES[unit.code];
    const agency = inherited !== undefined && day <= inherited.until.slice(2).replaceAll('-', '') ? inherited.agency : unit.agencyCode;
    return `${agency}-${day}-${String(this.next(`${agency}-${day}`)).padStart(4, '0')}`;
  }

  private nationalCodeOf(submittedAt: number): string {
    const day = shortDate(submittedAt);
    return `${NATIONAL_CODE_PREFIX}-${day}-${String(this.next(`national-${day}`)).padStart(6, '0')}`;
  }

  /** Most of what is filed online is filed at the portal; linked groups come from their ministry's system. */
  private originOf({ channel, procedure }: PlannedDossier): SampleOrigin {
    if (procedure.reportedBy === 'MINISTRY') return this.random.chance(0.6) ? 'MINISTRY_SYSTEM' : 'NATIONAL_PORTAL';
    return channel === 'ONLINE' && this.random.chance(0.93) ? 'NATIONAL_PORTAL' : 'PROVINCE';
  }

  private applicantOf({ receiving, submittedAt }: PlannedDossier): SamplePerson {
    const home = isCommuneLevel(receiving.unit.kind) ? receiving.home : CITY;
    if (this.random.chance(this.regularShare)) return this.population.regular(submittedAt, home);
    return this.population.person(submittedAt, home);
  }

  private ownerOf({ procedure, submittedAt, receiving }: PlannedDossier): SampleOwner | null {
    const { random, population } = this;
    if (procedure.field === HOUSEHOLD_FIELD) return population.household(submittedAt);
    if (random.chance(procedure.invented ? 0.55 : 0.02)) {
      return population.organization(ORGANIZATION_KINDS[pickOrganizationKind(random)] ?? 'ENTERPRISE', submittedAt);
    }
    if (!random.chance(0.05)) return null;
    const citizen = population.person(submittedAt, isCommuneLevel(receiving.unit.kind) ? receiving.home : CITY);
    return { kind: 'CITIZEN', name: citizen.fullName, citizen, organizationId: null, taxCode: null };
  }

  /** A part of those who were served rate it; the share of the dissatisfied is held below the published one's rest. */
  private rate(course: Course): number | null {
    if (course.resolvedAt === null || !this.random.chance(0.31)) return null;
    let rating = RATINGS[pickRating(this.random)] ?? 5;
    this.rated++;
    if (rating < 3 && this.dissatisfied + 1 > DISSATISFIED_AT_MOST * this.rated) rating = 4;
    if (rating < 3) this.dissatisfied++;
    return rating;
  }
}

const CITY = { name: 'Phường Tân Thành', urban: true, prefix: '096' } as const;
