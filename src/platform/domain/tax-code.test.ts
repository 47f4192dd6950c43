import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPersonalTaxCode, normalizeTaxCode, readTaxCode, taxCheckDigit } from './tax-code.ts';

/** Below 99, which is no tax office's. */
const nineDigits = fc.integer({ min: 0, max: 9_999_999 }).map((serial) => `99${String(serial).padStart(7, '0')}`);

describe('a tax code', () => {
  it("has the check digit of the circular's worked example", () => {
    expect(taxCheckDigit('010004751')).toBe(6);
  });

  it('is accepted with its check digit and with no other, and never where there is none', () => {
    fc.assert(
      fc.property(nineDigits, (nine) => {
        const right = taxCheckDigit(nine);
        const taken = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => 'kind' in readTaxCode(`${nine}${digit}`));
        expect(taken).toEqual(right === 'impossible' ? [] : [right]);
      }),
    );
  });

  it('does not exist where the remainder is 0: a check digit of 0 is another thing', () => {
    expect(taxCheckDigit('000000000')).toBe('impossible');
    expect(readTaxCode('0000000000')).toMatchObject({ code: 'CHECK_DIGIT', severity: 'error' });
  });

  it('is a branch with a suffix from 001, with or without the dash', () => {
    const nine = '990000000';
    const ten = `${nine}${taxCheckDigit(nine)}`;
    expect(readTaxCode(ten)).toEqual({ kind: 'ENTERPRISE', text: ten });
    expect(readTaxCode(`${ten}-001`)).toEqual({ kind: 'BRANCH', text: `${ten}-001` });
    expect(readTaxCode(`${ten}001`)).toEqual({ kind: 'BRANCH', text: `${ten}-001` });
    expect(readTaxCode(`${ten}-000`)).toMatchObject({ code: 'FORMAT' });
  });

  it("is a person's number with 12 digits", () => {
    expect(readTaxCode('096885123456')).toEqual({ kind: 'PERSON', text: '096885123456' });
    expect(isPersonalTaxCode('096885123456')).toBe(true);
    expect(isPersonalTaxCode('9900000000')).toBe(false);
  });

  it('is refused in any other form', () => {
    for (const text of ['', '99', '99000000000', '990000000x', '9900000000-01', '99000000000000']) {
      expect(readTaxCode(text)).toMatchObject({ code: 'FORMAT', severity: 'error' });
    }
    expect(normalizeTaxCode(' 99.000 00000 ')).toBe('9900000000');
  });
});
