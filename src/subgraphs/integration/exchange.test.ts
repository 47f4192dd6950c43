import { afterEach, beforeEach, expect, it } from 'vitest';
import { graphql } from '../../../schema/generated/gql.ts';
import { createIntegrationHub, type IntegrationHub } from '../../../tests/support/integration.ts';
import { AUDITOR, graphOf, LEADER, OPERATOR } from '../../../tests/support/integration-graph.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import { noteExchange } from '../../platform/exchanges.ts';
import { sweepExchanges } from './exchange.store.ts';

const EXCHANGES = graphql(
  `query ExchangesOfSynchronizations { synchronizations { nodes { subject exchanges { attempt service sent received milliseconds } } } }`,
);

let test: IntegrationHub;
beforeEach(async () => {
  test = await createIntegrationHub();
  const deliver = test.portal.deliver.bind(test.portal);
  test.portal.deliver = async (tasks) => {
    const sent = new Map(tasks.map(({ subject }) => [subject, `{"MaHoSo":"${subject}"}`]));
    noteExchange({ service: 'DongBoHoSoMC', at: new Date(), ms: 7, sent, received: 'sai số 096885123456' });
    return deliver(tasks);
  };
});
afterEach(() => test.stop());

const { appendDossiers, ask, refuse } = graphOf(() => test);
const seen = async (viewer: Viewer) => (await ask(viewer, EXCHANGES)).synchronizations.nodes;

it('keeps of each attempt what was sent and what came back, for those who may read the reasons', async () => {
  const [dossier] = await appendDossiers(1);
  refuse();
  await test.deliver();
  await test.hub.db.query(`UPDATE integration.delivery SET state = 'RETRYING'`);
  await test.deliver();
  const exchange = { service: 'DongBoHoSoMC', sent: `{"MaHoSo":"${dossier?.subject}"}`, received: 'sai số 096***', milliseconds: 7 };
  const both = [
    {
      subject: dossier?.subject,
      exchanges: [
        { attempt: 1, ...exchange },
        { attempt: 2, ...exchange },
      ],
    },
  ];
  expect(await seen(OPERATOR)).toEqual(both);
  expect(await seen(LEADER)).toEqual(both);
  expect(await seen(AUDITOR)).toEqual([{ subject: dossier?.subject, exchanges: null }]);
});

it('forgets it after the configured days', async () => {
  await appendDossiers(2);
  await test.deliver();
  await test.hub.db.query(
    `UPDATE integration.exchange SET at = now() - interval '31 days' WHERE id = (SELECT min(id) FROM integration.exchange)`,
  );
  expect(await sweepExchanges(test.hub)).toBe(1);
  expect((await seen(OPERATOR)).map(({ exchanges }) => exchanges?.length).sort()).toEqual([0, 1]);
});

it('goes on delivering where it can not be kept, and keeps nothing where that is switched off', async () => {
  await appendDossiers(1);
  await test.hub.db.query('ALTER TABLE integration.exchange RENAME TO gone');
  await test.deliver();
  await test.hub.db.query('ALTER TABLE integration.gone RENAME TO exchange');
  expect(test.portal.learned).toHaveLength(1);
  test.hub.config.exchangeLogDays = 0;
  await appendDossiers(1);
  await test.deliver();
  expect((await seen(OPERATOR)).flatMap(({ exchanges }) => exchanges)).toEqual([]);
});
