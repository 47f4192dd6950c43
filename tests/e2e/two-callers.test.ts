import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { type Forms, START_MS, startForms } from '../support/forms.ts';

const CALLERS = 200;
const QUERY = graphql(`
  query WorklistOfCaller {
    viewer { subject unit { code } }
    dossiers(first: 20) {
      totalCount
      nodes {
        code receivingUnit { code } handlingUnit { code } applicant { fullName } amountDue
        payments { reference payer { fullName } }
        synchronizations { sequence unit { code } }
      }
    }
  }
`);

let forms: Forms;
/** Officers of different units, each with what they alone must see. */
let callers: { unit: string; subject: string; token: string; codes: string[] }[];

beforeAll(async () => {
  forms = await startForms();
  const seen = await forms.hub.platform.db.query<{ unit: string; codes: string[] }>(
    `SELECT unit, array_agg(code ORDER BY submitted_at DESC, id DESC) AS codes
     FROM dossiers.dossier, LATERAL (SELECT DISTINCT u FROM unnest(ARRAY[receiving_unit, handling_unit]) AS u) AS of(unit) GROUP BY unit ORDER BY unit`,
  );
  callers = await Promise.all(
    Array.from({ length: CALLERS }, async (_, at) => {
      const { unit = '', codes = [] } = seen[at % seen.length] ?? {};
      const subject = `officer ${at}`;
      return { unit, subject, codes, token: await forms.hub.token({ role: 'OFFICER', unit, subject }) };
    }),
  );
}, START_MS);
afterAll(() => forms?.stop());

it.each(['one process', 'a process for each role'])(
  '200 identical worklist queries at once: each caller gets their own: %s',
  async (name) => {
    const form = forms.both.find((each) => each.name === name);
    expect(new Set(callers.map(({ unit }) => unit)).size).toBeGreaterThan(50);
    const answers = await Promise.all(callers.map(({ token }) => form?.ask(QUERY, { token })));
    answers.forEach((answer, at) => {
      const { unit, subject, codes } = callers[at] as (typeof callers)[number];
      expect(answer).toMatchObject({ status: 200, data: { viewer: { subject, unit: { code: unit } } } });
      expect(answer?.errors).toBeUndefined();
      const nodes = answer?.data?.dossiers.nodes ?? [];
      expect([answer?.data?.dossiers.totalCount, nodes.map(({ code }) => code)]).toEqual([codes.length, codes.slice(0, 20)]);
      expect(nodes.filter(({ receivingUnit, handlingUnit }) => ![receivingUnit.code, handlingUnit.code].includes(unit))).toEqual([]);
    });
  },
);

it.each(['one process', 'a process for each role'])('no two roles of one unit share an answer either: %s', async (name) => {
  const form = forms.both.find((each) => each.name === name);
  const [{ unit, token } = { unit: '', token: '' }] = callers;
  const operator = await forms.hub.token({ role: 'OPERATOR', unit });
  const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => form?.ask(QUERY, { token: at % 2 === 0 ? token : operator })));
  answers.forEach((answer, at) => {
    const nodes = answer?.data?.dossiers.nodes ?? [];
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.every(({ applicant, payments }) => (at % 2 === 0 ? payments !== null : applicant === null && payments === null))).toBe(
      true,
    );
  });
});
