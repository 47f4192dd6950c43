import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanDossier } from './clean.ts';
import type { DossierIngestInput } from './ingest.input.ts';

const clean = (input: Record<string, unknown>) => cleanDossier(input as unknown as DossierIngestInput);
const fieldsOf = (input: Record<string, unknown>) => clean(input).problems.map((problem) => problem.field.join('.'));

describe('a dossier as it is kept', () => {
  it('has composed letters and no space around its texts; what is optional and empty is none', () => {
    const at = new Date('2025-09-30T01:00:00Z');
    const { input, problems } = clean({
      code: ' H12 ',
      summary: ' \n ',
      nationalCode: '',
      submittedAt: at,
      voided: false,
      sourceVersion: 0,
      applicant: { fullName: ' Nguyễn '.normalize('NFD'), nationalId: '', address: undefined },
      steps: [{ key: ' ', content: '', officer: ' A  B ' }],
    });
    expect(problems).toEqual([]);
    expect(input).toEqual({
      code: 'H12',
      summary: null,
      nationalCode: null,
      submittedAt: at,
      voided: false,
      sourceVersion: 0,
      applicant: { fullName: 'Nguyễn', nationalId: null, address: undefined },
      steps: [{ key: null, content: '', officer: 'A  B' }],
    });
  });

  it('is refused by the place of what no database keeps, and never quotes it', () => {
    expect(fieldsOf({ summary: 'a\u0000' })).toEqual(['summary']);
    expect(fieldsOf({ applicant: { fullName: '\udc00' } })).toEqual(['applicant.fullName']);
    expect(fieldsOf({ summary: 'a'.repeat(20_000), documents: [{ name: 'a'.repeat(1_000) }, { name: 'a'.repeat(1_001) }] })).toEqual([
      'documents.1.name',
    ]);
    expect(fieldsOf({ steps: Array.from({ length: 1_001 }, () => ({})), fees: Array.from({ length: 501 }, () => ({})) })).toEqual([
      'steps',
      'fees',
    ]);
    expect(JSON.stringify(clean({ applicant: { nationalId: '096885123456\u0000' } }).problems)).not.toContain('096885');
  });

  it('is the same when it is brought into that form again', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie('object'),
        fc.array(tie('any'), { maxLength: 4 }),
      ),
      object: fc.dictionary(fc.constantFrom('code', 'name', 'content', 'summary', 'steps', 'applicant', 'fees'), tie('any')),
    })).object;
    fc.assert(
      fc.property(value, (given) => {
        const once = clean(given as Record<string, unknown>);
        const twice = cleanDossier(once.input);
        expect(twice.input).toEqual(once.input);
        expect(twice.problems).toEqual(once.problems);
      }),
    );
  });
});
