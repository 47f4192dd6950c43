import { describe, expect, it } from 'vitest';
import { formerUnits, units } from '../reference/units.ts';
import { UnitNames } from './unit-names.ts';

const names = new UnitNames([
  ...units.map(({ code, name, agencyCode }) => ({ code, name, agency_code: agencyCode, valid_to: null, replaced_by: null })),
  ...formerUnits.map(({ code, name, agencyCode, validTo, replacedBy }) => ({
    code,
    name,
    agency_code: agencyCode,
    valid_to: validTo,
    replaced_by: replacedBy,
  })),
]);
const present = new Set(units.map(({ code }) => code));
const found = (said: string) => {
  const read = names.find(said);
  return 'value' in read ? read.value : read.problem.en;
};

describe('what an old system calls a unit', () => {
  it('finds each unit in force by its code and its agency code', () => {
    for (const { code } of units) expect(found(code)).toBe(code);
  });

  it('finds the successor of each former unit by its code', () => {
    for (const { code } of formerUnits) expect(present.has(found(code)), code).toBe(true);
    expect(found('F-32005')).toBe('32002');
  });

  it('finds a unit by a name that it alone bears, in either form of its accents and any case', () => {
    const only = units.filter(({ name }) => units.filter((each) => each.name === name).length === 1);
    expect(only.length).toBeGreaterThan(60);
    for (const { code, name } of only) expect(found(`  ${name.normalize('NFD').toUpperCase()} `)).toBe(code);
  });

  it('finds none by a name that several bore, and none by one that nobody bears', () => {
    const several = formerUnits.filter(({ name }) => name === 'Phường 1').map(({ replacedBy }) => replacedBy);
    expect(new Set(several).size).toBeGreaterThan(1);
    expect(found('Phường 1')).toMatch(/^Several units/);
    expect(found('Phường Không Có')).toMatch(/^There is no such unit/);
  });
});
