import { drawBrand, drawForeignName, drawName, type Sex } from './names.ts';
import type { Random } from './random.ts';
import type { EpochMs, SampleOwner, SampleOwnerKind, SamplePerson } from './sample.ts';

/** Whole years; the sample's people are grown up in 2025. */
const BIRTH_YEARS = { from: 1938, to: 2006 };
const FORMER_PROVINCES_NEARBY = ['091', '092', '094', '079', '086', '001', '038'];

/** Shares of applicants without a 12-digit number. The rest has one. */
const UNNUMBERED = 0.0005;
const FOREIGN = 0.003;
const OLD_ID = 0.006;

/** Where a person lives, as far as the sample needs it. */
export interface Home {
  name: string;
  urban: boolean;
  /** Prefix of the identification numbers that were given there: 095 former Bạc Liêu, 096 Cà Mau. */
  prefix: '095' | '096';
}

/** Makes people and organizations, every number once. */
export interface Population {
  person(at: EpochMs, home: Home): SamplePerson;
  /** One of the people who come again and again; each of them in turn. */
  regular(at: EpochMs, home: Home): SamplePerson;
  organization(kind: SampleOwnerKind, at: EpochMs): SampleOwner;
  /**
   * A household business (hộ kinh doanh). Without a tax code: since 1 July 2025 that is the owner's identification number
   * (Circular 86/2024/TT-BTC), which belongs in no open field.
   */
  household(at: EpochMs): SampleOwner;
}

/** Sizes of the pools of those who appear in several dossiers. */
export interface PopulationSize {
  regulars: number;
  organizations: number;
}

/** See {@link Population}. */
export function createPopulation(size: PopulationSize, random: Random): Population {
  const numbers = new Set<number>();
  const regulars: SamplePerson[] = [];
  const organizations = new Map<SampleOwnerKind, SampleOwner[]>();
  let turn = 0;

  function unique(draw: () => string): string {
    for (;;) {
      const text = draw();
      const value = Number(text);
      if (numbers.has(value)) continue;
      numbers.add(value);
      return text;
    }
  }

  function citizen(at: EpochMs, home: Home): SamplePerson {
    const sex: Sex = random.chance(0.5) ? 'M' : 'F';
    const dateOfBirth = drawBirth(random);
    const prefix = random.chance(0.93) ? home.prefix : random.pick(FORMER_PROVINCES_NEARBY);
    // 8 and 9 are men and women born from 2300 to 2399: a number that can belong to nobody.
    const head = `${prefix}${sex === 'M' ? 8 : 9}${dateOfBirth.slice(2, 4)}`;
    return {
      id: random.uuid(at),
      nationalId: unique(() => head + random.digits(6)),
      oldId: null,
      passport: null,
      fullName: drawName(sex, random),
      dateOfBirth,
      phone: random.chance(0.95) ? `06${random.digits(8)}` : null,
      address: drawAddress(home, random),
    };
  }

  function person(at: EpochMs, home: Home): SamplePerson {
    const base = citizen(at, home);
    const lot = random.next();
    if (lot < UNNUMBERED) return { ...base, nationalId: null, dateOfBirth: null };
    if (lot < UNNUMBERED + FOREIGN) {
      return { ...base, nationalId: null, passport: `X${unique(() => `99${random.digits(5)}`)}`, fullName: drawForeignName(random) };
    }
    if (lot < UNNUMBERED + FOREIGN + OLD_ID) return { ...base, nationalId: null, oldId: unique(() => `999${random.digits(6)}`) };
    return base;
  }

  return {
    person,
    regular(at, home) {
      const known = regulars[turn % size.regulars] ?? citizen(at, home);
      regulars[turn % size.regulars] = known;
      turn++;
      return known;
    },
    organization(kind, at) {
      const pool = organizations.get(kind) ?? [];
      organizations.set(kind, pool);
      const index = random.between(0, size.organizations - 1);
      const known = pool[index] ?? { kind, ...drawOrganization(kind, random), citizen: null, organizationId: random.uuid(at) };
      pool[index] = known;
      return known;
    },
    household: (at) => ({
      kind: 'OTHER_ORGANIZATION',
      name: `Hộ kinh doanh ${drawBrand(random)}`,
      citizen: null,
      organizationId: random.uuid(at),
      taxCode: null,
    }),
  };
}

function drawBirth(random: Random): string {
  const year = random.between(BIRTH_YEARS.from, BIRTH_YEARS.to);
  const [month, day] = [random.between(1, 12), random.between(1, 28)];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function drawAddress(home: Home, random: Random): string {
  const place = home.urban ? `Số ${random.between(1, 400)}, Khóm ${random.between(1, 9)}` : `Ấp ${random.between(1, 14)}`;
  return `${place}, ${home.name}, tỉnh Cà Mau`;
}

const ORGANIZATION_NAMES: Record<SampleOwnerKind, readonly string[]> = {
  CITIZEN: [],
  ENTERPRISE: ['Công ty TNHH', 'Công ty TNHH MTV', 'Công ty Cổ phần', 'Doanh nghiệp tư nhân'],
  STATE_AGENCY: ['Trường Trung học cơ sở', 'Trường Tiểu học', 'Ban Quản lý rừng', 'Trạm Y tế'],
  OTHER_ORGANIZATION: ['Hợp tác xã', 'Hội quán', 'Tổ hợp tác'],
};

function drawOrganization(kind: SampleOwnerKind, random: Random): { name: string; taxCode: string | null } {
  const name = `${random.pick(ORGANIZATION_NAMES[kind])} ${drawBrand(random)}`;
  return { name, taxCode: kind === 'STATE_AGENCY' ? null : drawTaxCode(random) };
}

const TAX_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** A tax code of ten digits with its check digit (10 − Σ mod 11), below 99, which is no tax office's. */
function drawTaxCode(random: Random): string {
  for (;;) {
    const nine = `99${random.digits(7)}`;
    const sum = TAX_WEIGHTS.reduce((total, weight, index) => total + weight * Number(nine[index]), 0);
    // A remainder of 0 would ask for a check digit of 10: there is no such code.
    if (sum % 11 !== 0) return nine + (10 - (sum % 11));
  }
}
