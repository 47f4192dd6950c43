import { afterEach, beforeEach, expect, it } from 'vitest';
import { graphql } from '../../../schema/generated/gql.ts';
import { createIntegrationHub, type IntegrationHub } from '../../../tests/support/integration.ts';
import { AUDITOR, graphOf, LEADER, OFFICER, OPERATOR } from '../../../tests/support/integration-graph.ts';

const NOTES = graphql(`
  query SynchronizationNotes { synchronizations { nodes { subject state notes { shortened { field from to } } } } }
`);

let test: IntegrationHub;
beforeEach(async () => {
  test = await createIntegrationHub();
});
afterEach(() => test.stop());
const { appendDossiers, ask } = graphOf(() => test);

it('keeps which texts were shortened on their way, for operators and leaders, and for nobody else', async () => {
  const [cut, whole] = await appendDossiers(2);
  const shortened = [{ field: 'TrichYeuHoSo', from: 1_204, to: 1_000 }];
  test.portal.answer = ({ subject }) => (subject === cut?.subject ? { kind: 'delivered', notes: { shortened } } : undefined);
  await test.deliver();
  for (const viewer of [OPERATOR, LEADER]) {
    expect((await ask(viewer, NOTES)).synchronizations.nodes).toEqual([
      { subject: whole?.subject, state: 'DELIVERED', notes: null },
      { subject: cut?.subject, state: 'DELIVERED', notes: { shortened } },
    ]);
  }
  for (const viewer of [OFFICER, AUDITOR])
    expect((await ask(viewer, NOTES)).synchronizations.nodes.map(({ notes }) => notes)).toEqual([null, null]);
});
