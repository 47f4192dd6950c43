import { describe, expect, it } from 'vitest';
import { acceptsAgencyCode, agencyCodes, parseDossierCode } from './agency-codes.ts';
import { countsAsOnline } from './online-payment.ts';
import { procedures, workingDaysOf } from './procedures.ts';
import { formerUnits, isCommuneLevel, receptionPoints, units } from './units.ts';

describe('administrative units', () => {
  it('holds the province, 64 communes and at least 8 departments', () => {
    const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
    expect([count('PROVINCE'), count('WARD'), count('COMMUNE')]).toEqual([1, 9, 55]);
    expect(count('DEPARTMENT')).toBeGreaterThanOrEqual(8);
    expect(count('BRANCH')).toBeGreaterThan(0);
    expect(units.filter((unit) => isCommuneLevel(unit.kind) && unit.latitude === null)).toEqual([]);
    expect(units.filter((unit) => ['DEPARTMENT', 'BRANCH'].includes(unit.kind) && !unit.invented)).toEqual([]);
  });

  it('numbers the communes in order', () => {
    const communes = units.filter((unit) => isCommuneLevel(unit.kind));
    expect(communes.map((unit) => unit.agencyCode)).toEqual(communes.map((_, index) => `H12.${index + 1}`));
    expect(communes.at(-1)?.code).toBe('32248');
    expect(units.find((unit) => unit.code === '96-D01')?.agencyCode).toBe('H12.101');
  });

  it('names every code once and every parent before its children', () => {
    const all = [...units, ...formerUnits];
    expect(new Set(all.map((unit) => unit.code)).size).toBe(all.length);
    const seen = new Set<string>();
    for (const unit of all) {
      if (unit.parent !== null) expect(seen).toContain(unit.parent);
      seen.add(unit.code);
    }
  });

  it('gives each former unit successors in force: 186 rows for the communes', () => {
    const current = new Set(units.map((unit) => unit.code));
    const communes = formerUnits.filter((unit) => isCommuneLevel(unit.kind));
    expect(communes.flatMap((unit) => unit.successors)).toHaveLength(186);
    for (const unit of formerUnits) {
      expect(current).toContain(unit.replacedBy);
      for (const successor of unit.successors) expect(current).toContain(successor.code);
    }
  });

  it('gives every unit but the province a reception point, some communes two or three', () => {
    const counts = new Map<string, number>();
    for (const point of receptionPoints) counts.set(point.unit, (counts.get(point.unit) ?? 0) + 1);
    expect(units.filter((unit) => unit.kind !== 'PROVINCE' && !counts.has(unit.code))).toEqual([]);
    expect(new Set(counts.values())).toEqual(new Set([1, 2, 3]));
    expect(new Set(receptionPoints.map((point) => point.code)).size).toBe(receptionPoints.length);
  });
});

describe('agency codes', () => {
  it('takes the province, what is below it, and what it inherited for a while', () => {
    expect(acceptsAgencyCode('H12', '2026-11-25')).toBe(true);
    expect(acceptsAgencyCode('H12.64', '2025-07-01')).toBe(true);
    expect(acceptsAgencyCode('H12.64.2', '2026-01-05')).toBe(true);
    expect(acceptsAgencyCode('000.05.12.H12', '2025-07-01')).toBe(true);
    expect(acceptsAgencyCode('H04.3', '2025-07-10')).toBe(true);
    expect(acceptsAgencyCode('H04.3', '2026-01-01')).toBe(false);
    expect(acceptsAgencyCode('H12.201', '2026-01-01')).toBe(false);
    expect(acceptsAgencyCode('H44.1', '2025-07-01')).toBe(false);
    expect(acceptsAgencyCode('H120', '2025-07-01')).toBe(false);
  });

  it('knows the agency code of every unit', () => {
    const known = new Set(agencyCodes.map((each) => each.code));
    expect(units.filter((unit) => !known.has(unit.agencyCode))).toEqual([]);
  });

  it('takes a dossier code apart', () => {
    expect(parseDossierCode('H12.64-250701-0001')).toEqual({ agency: 'H12.64', day: '2025-07-01', sequence: '0001' });
    expect(parseDossierCode('000.05.12.H12-250701-00012')?.agency).toBe('000.05.12.H12');
    expect(parseDossierCode('H12.64-250701-01')).toBeUndefined();
  });
});

describe('procedures', () => {
  it('holds 79 published ones and invented ones for every department', () => {
    const published = procedures.filter((procedure) => !procedure.invented);
    expect(published).toHaveLength(79);
    expect(procedures.filter((procedure) => !/^[1-6]\.\d{6}$/.test(procedure.code))).toEqual([]);
    expect(new Set(procedures.map((procedure) => procedure.code)).size).toBe(procedures.length);
    const departments = new Set(units.filter((unit) => unit.kind === 'DEPARTMENT').map((unit) => unit.code));
    expect(new Set(procedures.flatMap((procedure) => procedure.unit ?? []))).toEqual(departments);
    expect(published.filter((procedure) => procedure.code.startsWith('6.9'))).toEqual([]);
  });

  it('keeps unknown apart from free, and the promised time before the statutory one', () => {
    const find = (code: string) => procedures.find((procedure) => procedure.code === code);
    expect(find('1.001193')?.fee).toBe(0);
    expect(find('1.004873')?.fee).toBeNull();
    const promised = procedures.find((procedure) => procedure.committedDays !== null);
    expect(promised && workingDaysOf(promised)).toBe(promised?.committedDays);
  });

  it('leaves residence to the police', () => {
    const residence = procedures.filter((procedure) => procedure.field === 'Cư trú');
    expect(residence).toHaveLength(9);
    expect(residence.filter((procedure) => procedure.reportedBy !== 'POLICE')).toEqual([]);
  });
});

describe('what counts as paid online', () => {
  it('is everything but cash', () => {
    expect(countsAsOnline('CASH')).toBe(false);
    expect(countsAsOnline('CASH', 'SOURCE_SYSTEM')).toBe(false);
    expect(countsAsOnline('VIETQR', 'SOURCE_SYSTEM')).toBe(true);
    expect(countsAsOnline('VNPAY')).toBe(true);
  });
});
