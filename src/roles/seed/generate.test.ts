import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { localDateOf } from '../../platform/time.ts';
import { acceptsAgencyCode, parseDossierCode } from '../../subgraphs/dossiers/reference/agency-codes.ts';
import { procedures } from '../../subgraphs/dossiers/reference/procedures.ts';
import { formerUnits, isCommuneLevel, receptionPoints, units } from '../../subgraphs/dossiers/reference/units.ts';
import { generateQuarter } from './generate.ts';
import { INHERITED_PREFIXES, PUBLISHED, QUARTER_END, SYNCED_THROUGH } from './profile.ts';
import type { SampleDossier } from './sample.ts';
import { countTotals } from './totals.ts';

// The whole quarter once for all of this file.
const quarter = [...generateQuarter()];

const digest = (dossiers: Iterable<SampleDossier>) =>
  createHash('sha256')
    .update(JSON.stringify([...dossiers]))
    .digest('hex');
const byPercent = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 100;
const unitOf = new Map(units.map((unit) => [unit.code, unit]));

/** What `check` says of those dossiers that break it, by code; empty where all keep it. */
function offenders(check: (dossier: SampleDossier) => boolean, dossiers = quarter): string[] {
  return dossiers.filter((dossier) => !check(dossier)).map((dossier) => dossier.code);
}

function tally(keyOf: (dossier: SampleDossier) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const dossier of quarter) counts[keyOf(dossier)] = (counts[keyOf(dossier)] ?? 0) + 1;
  return counts;
}

describe('the published figures', () => {
  it('come out exactly for the whole quarter', () => {
    const totals = countTotals(quarter);
    expect(totals.dossiersReceived).toBe(88_429);
    expect(totals.dossiersReceivedAtCommunes).toBe(80_848);
    expect(totals.receivedOnline).toBe(67_250);
    expect(byPercent(totals.receivedOnline, totals.dossiersReceived)).toBe(76.05);
    expect(byPercent(totals.paidOnline, totals.dossiersWithFee)).toBe(85.94);
    expect(totals.satisfied / totals.rated).toBeGreaterThan(0.95);
  });

  it.each([
    [2_000, 1],
    [2_000, 7],
    [300, 2 ** 40],
  ])('scale to %i dossiers with seed %i', (dossiers, seed) => {
    const totals = countTotals(generateQuarter({ dossiers, seed }));
    expect(totals.dossiersReceived).toBe(dossiers);
    expect(totals.dossiersReceivedAtCommunes).toBe(Math.round((dossiers * PUBLISHED.atCommunes) / PUBLISHED.dossiers));
    expect(totals.receivedOnline).toBe(Math.round(dossiers * PUBLISHED.onlineFilingRate));
    expect(totals.paidOnline).toBe(Math.round(totals.dossiersWithFee * PUBLISHED.onlinePaymentRate));
    expect(totals.satisfied / totals.rated).toBeGreaterThan(0.95);
  });
});

describe('determinism', () => {
  it('gives the same sample for the same options, and another for another seed', () => {
    const first = digest(generateQuarter({ dossiers: 500, seed: 3 }));
    expect(digest(generateQuarter({ dossiers: 500, seed: 3 }))).toBe(first);
    expect(digest(generateQuarter({ dossiers: 500, seed: 4 }))).not.toBe(first);
  });

  it('takes none, and refuses what is no number of dossiers', () => {
    expect([...generateQuarter({ dossiers: 0 })]).toEqual([]);
    expect(() => [...generateQuarter({ dossiers: -1 })]).toThrow(RangeError);
    expect(() => [...generateQuarter({ dossiers: 1.5 })]).toThrow(RangeError);
    expect(() => [...generateQuarter({ seed: 0.5 })]).toThrow(RangeError);
  });
});

describe('codes', () => {
  it('are unique, well-formed, of the day and of a known agency', () => {
    expect(new Set(quarter.map((dossier) => dossier.code)).size).toBe(quarter.length);
    const wrong = offenders((dossier) => {
      const parts = parseDossierCode(dossier.code);
      return parts !== undefined && parts.day === localDateOf(new Date(dossier.submittedAt)) && acceptsAgencyCode(parts.agency, parts.day);
    });
    expect(wrong).toEqual([]);
  });

  it('are numbered through each unit and day in order of submission', () => {
    const last = new Map<string, { number: number; at: number; unit: string }>();
    const wrong = offenders(({ code, receivingUnit, submittedAt }) => {
      const [prefix, number] = [code.slice(0, code.lastIndexOf('-')), Number(code.slice(code.lastIndexOf('-') + 1))];
      const before = last.get(prefix) ?? { number: 0, at: 0, unit: receivingUnit };
      last.set(prefix, { number, at: submittedAt, unit: receivingUnit });
      return number === before.number + 1 && submittedAt >= before.at && before.unit === receivingUnit;
    });
    expect(wrong).toEqual([]);
  });

  it('sometimes carry the agency code of a former district that the unit came out of', () => {
    const inherited = quarter.filter((dossier) => !dossier.code.startsWith(`${unitOf.get(dossier.receivingUnit)?.agencyCode}-`));
    expect(new Set(inherited.map((dossier) => dossier.receivingUnit))).toEqual(new Set(Object.keys(INHERITED_PREFIXES)));
    for (const [unit, { agency }] of Object.entries(INHERITED_PREFIXES)) {
      const district = formerUnits.find((former) => former.agencyCode === agency);
      expect(district?.successors.map((successor) => successor.code)).toContain(unit);
    }
  });

  it('of the portal stand with what was filed there alone, each once', () => {
    expect(offenders((dossier) => (dossier.nationalCode !== null) === (dossier.origin === 'NATIONAL_PORTAL'))).toEqual([]);
    const codes = quarter.flatMap((dossier) => dossier.nationalCode ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    const online = quarter.filter((dossier) => dossier.channel === 'ONLINE');
    expect(online.filter((dossier) => dossier.origin === 'NATIONAL_PORTAL').length).toBeGreaterThan(online.length * 0.8);
  });

  it('of rows sort by time and are unique', () => {
    const ids = quarter.map((dossier) => dossier.id.slice(0, 13));
    expect(ids).toEqual([...ids].sort());
    const all = quarter.flatMap(({ id, steps, payments, documents }) => [
      id,
      ...[...steps, ...payments, ...documents].map((row) => row.id),
    ]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
  });
});

describe('references', () => {
  it('name units, points and procedures of the reference data, and never residence', () => {
    const allowed = new Map(procedures.filter((each) => each.reportedBy !== 'POLICE').map((each) => [each.code, each]));
    const points = new Map(receptionPoints.map((point) => [point.code, point.unit]));
    const wrong = offenders(({ procedure, receivingUnit, handlingUnit, receptionPoint }) => {
      const placed = unitOf.has(receivingUnit) && unitOf.has(handlingUnit) && points.get(receptionPoint ?? '') === receivingUnit;
      return placed && allowed.has(procedure) && allowed.get(procedure)?.field !== 'Cư trú';
    });
    expect(wrong).toEqual([]);
  });

  it('leave the departments what is theirs, and reach every unit', () => {
    const provincial = new Map(procedures.map((each) => [each.code, each.unit]));
    const wrong = offenders(({ procedure, handlingUnit }) => {
      const department = provincial.get(procedure);
      const unit = unitOf.get(handlingUnit);
      return department === null ? isCommuneLevel(unit?.kind ?? '') : unit?.code === department || unit?.parent === department;
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(tally((dossier) => dossier.receivingUnit))).toHaveLength(units.length - 1);
  });
});

describe('people', () => {
  const people = [
    ...new Map(quarter.flatMap((d) => [d.applicant, ...(d.owner?.citizen ? [d.owner.citizen] : [])]).map((p) => [p.id, p])).values(),
  ];

  it('carry only numbers that can belong to nobody, in step with their birth', () => {
    const wrong = people.filter(({ nationalId, dateOfBirth }) => {
      return nationalId !== null && !(/^0\d{2}[89]\d{8}$/.test(nationalId) && nationalId.slice(4, 6) === dateOfBirth?.slice(2, 4));
    });
    expect(wrong).toEqual([]);
    const numbers = people.flatMap((person) => person.nationalId ?? person.oldId ?? person.passport ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('come again, some of them; a few without any number, foreigners, old cards, organizations', () => {
    const visits = tally((dossier) => dossier.applicant.id);
    expect(Object.values(visits).filter((count) => count > 1)).toHaveLength(900);
    const count = (check: (person: (typeof people)[number]) => boolean) => people.filter(check).length;
    const unnumbered = count((person) => person.nationalId === null && person.oldId === null && person.passport === null);
    expect(unnumbered).toBeGreaterThan(5);
    expect(unnumbered).toBeLessThan(100);
    expect(count((person) => person.passport !== null)).toBeGreaterThan(50);
    expect(count((person) => /^999\d{6}$/.test(person.oldId ?? ''))).toBeGreaterThan(50);
    const kinds = tally((dossier) => dossier.owner?.kind ?? 'NONE');
    for (const kind of ['CITIZEN', 'ENTERPRISE', 'STATE_AGENCY', 'OTHER_ORGANIZATION']) expect(kinds[kind]).toBeGreaterThan(50);
  });
});

describe('organizations', () => {
  it('keep their id, and carry tax codes that pass the check and are no tax office’s', () => {
    const organizations = quarter.flatMap((dossier) => (dossier.owner?.organizationId ? [dossier.owner] : []));
    const names = new Map(organizations.map((owner) => [owner.organizationId, owner.name]));
    expect(names.size).toBeLessThan(organizations.length);
    expect(organizations.filter((owner) => names.get(owner.organizationId) !== owner.name)).toEqual([]);
    const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
    const wrong = organizations.filter(({ taxCode }) => {
      if (taxCode === null) return false;
      const sum = weights.reduce((total, weight, index) => total + weight * Number(taxCode[index]), 0);
      return !/^99\d{8}$/.test(taxCode) || 10 - (sum % 11) !== Number(taxCode[9]);
    });
    expect(wrong).toEqual([]);
  });
});

describe('synchronization', () => {
  it('waits for the last working day alone', () => {
    expect(offenders((dossier) => dossier.syncedThrough === SYNCED_THROUGH && dossier.changedAt <= QUARTER_END)).toEqual([]);
    const waiting = quarter.filter((dossier) => dossier.steps.some((step) => step.at >= SYNCED_THROUGH));
    expect(waiting.length).toBeGreaterThan(1_000);
    expect(waiting.length).toBeLessThan(5_000);
  });
});
