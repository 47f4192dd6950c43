import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../../schema/generated/gql.ts';
import { createIntegrationHub, type IntegrationHub, PORTAL, viewerOf } from '../../../tests/support/integration.ts';
import { AUDITOR, graphOf, LEADER, OFFICER, OPERATOR } from '../../../tests/support/integration-graph.ts';
import { reportSourceSeen } from '../../platform/source-report.ts';
import { type WorkingHours, workingMinutesBetween } from './alert.hours.ts';
import { lookOut, tellAlerts } from './alert.job.ts';
import { watchAlerts } from './alert.service.ts';

const ALERTS = graphql(`query Alerts($open: Boolean) { alerts(open: $open) { id kind target message recoveredAt } }`);
const SET = graphql(`
  mutation SetAlertRule($kind: AlertKind!, $threshold: Int!, $enabled: Boolean!) {
    setAlertRule(kind: $kind, threshold: $threshold, enabled: $enabled) { rule { threshold enabled } userErrors { code } }
  }
`);
const RULES = graphql(`query AlertRules { alertRules { kind threshold enabled } }`);

let test: IntegrationHub;
beforeEach(async () => {
  test = await createIntegrationHub();
});
afterEach(() => test.stop());

const { appendDossiers, ask, codeOf, refuse } = graphOf(() => test);
/** A Tuesday. */
const nowIs = (time: string, day = '2025-09-30') => {
  test.hub.clock.business = () => new Date(`${day}T${time}:00+07:00`);
};
const kinds = (alerts: readonly { kind: string }[]) => alerts.map(({ kind }) => kind);
const open = async () => (await ask(OPERATOR, ALERTS, { open: true })).alerts;

describe('an alert', () => {
  beforeEach(() => nowIs('08:05'));

  it('is raised once for a connector that is down for too long, and its recovery is told', async () => {
    await appendDossiers(1);
    nowIs('08:05', '2025-09-30');
    test.portal.answer = () => ({ kind: 'retry', code: 'UNREACHABLE', reason: 'away', look: false, unreachable: true });
    await test.deliver();
    expect(kinds((await watchAlerts(test.hub)).raised)).toEqual([]);
    await test.hub.db.query(`UPDATE integration.connector SET down_since = now() - interval '11 minutes', open_until = NULL`);
    expect((await watchAlerts(test.hub)).raised).toMatchObject([{ kind: 'CONNECTOR_DOWN', target: PORTAL, details: { minutes: 11 } }]);
    const both = await Promise.all([watchAlerts(test.hub), watchAlerts(test.hub)]);
    expect(both.flatMap(({ raised }) => raised)).toEqual([]);
    expect(await open()).toMatchObject([{ message: 'national-portal has not answered for 11 minutes.', recoveredAt: null }]);
    test.portal.answer = () => undefined;
    await test.deliver();
    expect(kinds((await watchAlerts(test.hub)).recovered)).toEqual(['CONNECTOR_DOWN']);
    expect(await open()).toEqual([]);
    expect((await ask(OPERATOR, ALERTS, { open: false })).alerts).toMatchObject([
      { kind: 'CONNECTOR_DOWN', recoveredAt: expect.any(String) },
    ]);
    expect((await watchAlerts(test.hub)).recovered).toEqual([]);
  });

  it('is raised for what waits for too long, but not for history that is sent again', async () => {
    await appendDossiers(2);
    test.portal.answer = () => ({ kind: 'retry', code: 'TIMEOUT', reason: 'x', look: false, unreachable: false });
    await test.deliver();
    nowIs('09:30');
    expect((await watchAlerts(test.hub)).raised).toMatchObject([{ kind: 'OLDEST_PENDING', details: { minutes: 90, count: 2 } }]);
    await test.hub.db.query('UPDATE integration.delivery SET priority = -1');
    expect(kinds((await watchAlerts(test.hub)).recovered)).toEqual(['OLDEST_PENDING']);
  });

  it('is raised for a source that is silent in working time, and over when it speaks', async () => {
    nowIs('10:45');
    await reportSourceSeen(test.hub, ['mot-cua', 'mot-cua']);
    nowIs('13:40');
    // 45 minutes before noon and 10 after: the break in between does not count.
    expect(kinds((await watchAlerts(test.hub)).raised)).toEqual([]);
    nowIs('13:46');
    expect((await watchAlerts(test.hub)).raised).toMatchObject([{ kind: 'SOURCE_SILENT', target: 'mot-cua', details: { minutes: 61 } }]);
    await reportSourceSeen(test.hub, ['mot-cua']);
    expect(kinds((await watchAlerts(test.hub)).recovered)).toEqual(['SOURCE_SILENT']);
  });

  it('is raised at 17:00 where not all of the day was received, and stays until that day comes out even', async () => {
    await appendDossiers(3);
    refuse();
    await test.deliver();
    nowIs('16:59');
    expect(kinds((await watchAlerts(test.hub)).raised)).not.toContain('SENT_NOT_RECEIVED');
    nowIs('17:00');
    expect((await watchAlerts(test.hub)).raised).toMatchObject([
      { kind: 'SENT_NOT_RECEIVED', details: { day: '2025-09-30', asked: 3, missing: 3 } },
    ]);
    nowIs('08:00', '2025-10-01');
    expect((await watchAlerts(test.hub)).recovered).toEqual([]);
    test.portal.answer = () => undefined;
    await test.hub.db.query(`UPDATE integration.delivery SET state = 'RETRYING', next_attempt_at = NULL`);
    await test.deliver();
    expect(kinds((await watchAlerts(test.hub)).recovered)).toContain('SENT_NOT_RECEIVED');
  });
});

it('is not raised by a process that has only just begun: what waited while the hub was off is on its way', async () => {
  nowIs('08:05');
  await appendDossiers(1);
  refuse();
  await test.deliver();
  nowIs('17:30');
  await lookOut(test.hub, 299);
  expect(await open()).toEqual([]);
  await lookOut(test.hub, 300);
  expect(kinds(await open())).toEqual(['SENT_NOT_RECEIVED']);
});

it('of statements is the province’s accountant’s to read, and nothing else is', async () => {
  nowIs('08:05');
  await test.hub.db.query(
    `INSERT INTO integration.alert (id, kind, target, details, raised_at, told) VALUES
       (gen_random_uuid(), 'STATEMENT_MISSING', 'VNPAY', '{"missing": 1, "oldest": "2026-03-09"}', now(), true),
       (gen_random_uuid(), 'CONNECTOR_DOWN', 'vnpay', '{"minutes": 9}', now(), true)`,
  );
  const read = async (unit?: string) => {
    const viewer = viewerOf({ role: 'ACCOUNTANT', ...(unit === undefined ? {} : { unit }) });
    return kinds((await ask(viewer, ALERTS)).alerts);
  };
  expect([await read(), await read('32248')]).toEqual([['STATEMENT_MISSING'], []]);
  await test.hub.db.query(`DELETE FROM integration.alert WHERE target IN ('VNPAY', 'vnpay')`);
});

describe('a rule', () => {
  it('is data: an administrator of the province changes it, which is kept, and switches it off', async () => {
    const admin = viewerOf({ role: 'ADMINISTRATOR', subject: 'quan-tri' });
    const to = { kind: 'OLDEST_PENDING' as const, threshold: 5, enabled: false };
    expect(await ask(admin, SET, to)).toEqual({ setAlertRule: { rule: { threshold: 5, enabled: false }, userErrors: [] } });
    expect((await ask(OPERATOR, RULES)).alertRules).toContainEqual(to);
    await appendDossiers(1);
    test.portal.answer = () => ({ kind: 'retry', code: 'TIMEOUT', reason: 'x', look: false, unreachable: false });
    await test.deliver();
    nowIs('16:00');
    expect((await watchAlerts(test.hub)).raised).toEqual([]);
    expect(await ask(admin, SET, { ...to, threshold: -1 })).toMatchObject({
      setAlertRule: { rule: null, userErrors: [{ code: 'INVALID' }] },
    });
    for (const viewer of [OPERATOR, LEADER, viewerOf({ role: 'ADMINISTRATOR', unit: '32248' })])
      expect(await codeOf(viewer, String(SET), to)).toBe('FORBIDDEN');
    for (const viewer of [LEADER, AUDITOR]) expect(await codeOf(viewer, String(ALERTS))).toBeUndefined();
    expect(await codeOf(OFFICER, String(ALERTS))).toBe('FORBIDDEN');
  });
});

describe('the webhook', () => {
  let server: Server;
  const got: { state: string; text: string }[] = [];
  let status = 200;
  beforeEach(async () => {
    got.length = 0;
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => {
        text += part.toString();
      });
      request.on('end', () => {
        if (status === 200) got.push(JSON.parse(text) as { state: string; text: string });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    test.hub.config.alertWebhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('is told of each alert and of each recovery once, again only where it did not take it', async () => {
    nowIs('10:00');
    await reportSourceSeen(test.hub, ['mot-cua']);
    nowIs('11:30');
    await watchAlerts(test.hub);
    status = 503;
    await tellAlerts(test.hub);
    status = 200;
    await tellAlerts(test.hub);
    await tellAlerts(test.hub);
    expect(got).toMatchObject([{ state: 'RAISED', text: 'mot-cua: không gửi gì trong 90 phút làm việc.' }]);
    await reportSourceSeen(test.hub, ['mot-cua']);
    await watchAlerts(test.hub);
    await tellAlerts(test.hub);
    await tellAlerts(test.hub);
    expect(got.map(({ state }) => state)).toEqual(['RAISED', 'RECOVERED']);
  });

  it('is told in English where that is set', async () => {
    test.hub.config.alertLanguage = 'en';
    nowIs('10:00');
    await reportSourceSeen(test.hub, ['mot-cua']);
    nowIs('11:30');
    await watchAlerts(test.hub);
    await tellAlerts(test.hub);
    expect(got).toMatchObject([{ state: 'RAISED', text: 'mot-cua has sent nothing for 90 working minutes.' }]);
  });
});

it.each([
  ['within one span', '2025-09-30T08:00', '2025-09-30T09:00', 60],
  ['over the noon break', '2025-09-30T11:00', '2025-09-30T14:00', 60],
  ['over a night', '2025-09-29T16:30', '2025-09-30T08:00', 60],
  ['over a weekend', '2025-09-26T16:30', '2025-09-29T08:00', 60],
  ['over a day off', '2025-09-01T16:30', '2025-09-03T08:00', 60],
  ['at night', '2025-09-30T18:00', '2025-09-30T23:00', 0],
])('working minutes %s', (_, from, to, minutes) => {
  const hours: WorkingHours = {
    weekdays: [1, 2, 3, 4, 5],
    spans: [
      ['07:30', '11:30'],
      ['13:30', '17:00'],
    ],
    closed: ['2025-09-02'],
  };
  expect(workingMinutesBetween(new Date(`${from}:00+07:00`), new Date(`${to}:00+07:00`), hours)).toBe(minutes);
});
