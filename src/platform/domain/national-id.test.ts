import { describe, expect, it } from 'vitest';
import { checkNationalId, type NationalIdContext, nationalIdError, parseNationalId, provinceOfPrefix } from './national-id.ts';

const SANDBOX: NationalIdContext = { today: '2025-09-30', sandbox: true, origin: 'TYPED' };
const PRODUCTION: NationalIdContext = { ...SANDBOX, sandbox: false };
const codes = (nationalId: string, context: NationalIdContext) =>
  checkNationalId(nationalId, context).map(({ code, severity }) => `${severity} ${code}`);

describe('a personal identification number', () => {
  it('is taken apart', () => {
    expect(parseNationalId('096985123456')).toEqual({ prefix: '096', sex: 'FEMALE', birthYear: 2385, invented: true });
    expect(parseNationalId('003405000000')).toEqual({ prefix: '003', sex: 'MALE', birthYear: 2105, invented: false });
    expect(parseNationalId('09698512345')).toBeUndefined();
    expect(parseNationalId('09698512345x')).toBeUndefined();
  });

  it('is of an invented person only in the sandbox', () => {
    expect(codes('096885123456', SANDBOX)).toEqual([]);
    expect(codes('096885123456', PRODUCTION)).toEqual(['error BORN_IN_THE_FUTURE']);
  });

  it('has 12 digits', () => {
    expect(codes('0968851234', SANDBOX)).toEqual(['error FORMAT']);
    expect(codes('0968851234567', SANDBOX)).toEqual(['error FORMAT']);
  });

  it('begins with one of the 63 codes; above 096 it is a country', () => {
    expect(provinceOfPrefix('096')).toBe('Cà Mau');
    expect(provinceOfPrefix('095')).toBe('Bạc Liêu');
    expect(codes('003885123456', SANDBOX)).toEqual(['error UNASSIGNED_PREFIX']);
    expect(codes('000885123456', SANDBOX)).toEqual(['error UNASSIGNED_PREFIX']);
    expect(codes('003885123456', { ...SANDBOX, origin: 'NATIONAL_DATABASE' })).toEqual(['warning UNASSIGNED_PREFIX']);
    expect(codes('840885123456', SANDBOX)).toEqual(['warning COUNTRY_PREFIX']);
    expect(nationalIdError('840885123456', SANDBOX)).toBeUndefined();
  });

  it('is not of somebody born in a later year', () => {
    expect(codes('096885123456', { ...PRODUCTION, today: '2385-01-01' })).toEqual([]);
    expect(codes('096886123456', { ...PRODUCTION, today: '2385-12-31' })).toEqual(['error BORN_IN_THE_FUTURE']);
    expect(codes('096485000000', SANDBOX)).toEqual(['error BORN_IN_THE_FUTURE']);
  });

  it('agrees with the declared year of birth', () => {
    expect(codes('096885123456', { ...SANDBOX, dateOfBirth: '1985-02-03' })).toEqual([]);
    expect(codes('096885123456', { ...SANDBOX, dateOfBirth: '1986-02-03' })).toEqual(['error BIRTH_YEAR_DIFFERS']);
    const ofNobody: NationalIdContext = { ...PRODUCTION, today: '2105-12-31', origin: 'NATIONAL_DATABASE' };
    expect(codes('003405000000', { ...ofNobody, dateOfBirth: '2105' })).toEqual(['warning UNASSIGNED_PREFIX']);
    expect(codes('003405000000', { ...ofNobody, dateOfBirth: '2005-01-01' })).toEqual([
      'warning UNASSIGNED_PREFIX',
      'error BIRTH_YEAR_DIFFERS',
    ]);
  });

  it('only warns where the declared sex differs', () => {
    expect(codes('096885123456', { ...SANDBOX, sex: 'FEMALE' })).toEqual(['warning SEX_DIFFERS']);
    expect(codes('096985123456', { ...SANDBOX, sex: 'FEMALE' })).toEqual([]);
  });

  it('never stands in a finding', () => {
    const findings = checkNationalId('003485123456', { ...PRODUCTION, dateOfBirth: '1986-02-03' });
    expect(findings.length).toBeGreaterThan(1);
    expect(JSON.stringify(findings)).not.toContain('123456');
  });
});
