import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { Role } from '../../src/platform/auth/viewer.ts';
import { loadSample } from '../../src/roles/seed/load.ts';
import type { Query } from '../support/client.ts';
import { EVERYTHING_IN_A_LIST } from '../support/documents.everything.ts';
import { type Form, serveInProcess } from '../support/forms.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';
import { statementsOf } from '../support/statements.ts';

let hub: TestHub;
let form: Form & { stop(): Promise<void> };
beforeAll(async () => {
  hub = await createTestHub();
  await loadSample(hub.platform, { dossiers: 300, seed: 1 });
  form = await serveInProcess(hub);
});
afterAll(async () => {
  await form?.stop();
  await hub?.stop();
});

const WORKLIST = graphql(`
  query CountedWorklist($first: Int) {
    dossiers(first: $first) {
      nodes {
        code status procedure { name } receivingUnit { name } applicant { fullName maskedNationalId } amountDue amountPaid
        payments { reference status amount }
        synchronizations { operation state }
      }
    }
  }
`);
type Lists = Query<{ dossiers: { nodes: unknown[] } }, { first?: number }>;

it.each<[string, Lists, Role, string | undefined]>([
  ['the worklist', WORKLIST, 'UNIT_LEADER', '96'],
  ['the worklist with names in clear, which are recorded', WORKLIST, 'BREAK_GLASS', undefined],
  ['everything of each dossier', EVERYTHING_IN_A_LIST, 'BREAK_GLASS', undefined],
])('%s takes as many statements for 100 dossiers as for 20', async (_, query, role, unit) => {
  const token = await hub.token({ role, ...(unit !== undefined && { unit }) });
  const count = async (first: number): Promise<string[]> => {
    let shown = 0;
    const statements = await statementsOf(async () => {
      const { data, errors } = await form.ask(query, { token, variables: { first } });
      expect(errors).toBeUndefined();
      shown = data?.dossiers.nodes.length ?? 0;
    });
    expect(shown).toBe(first);
    return statements;
  };
  // The first run reads what processes keep: units, and the compiled query.
  await count(20);
  const [few, many] = [await count(20), await count(100)];
  expect(many).toHaveLength(few.length);
  expect(few.length).toBeGreaterThanOrEqual(4);
});
