import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import manifest from '../../connectors/commune-system/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { DayListRecipientInput } from '../../schema/generated/graphql.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { beginDays } from '../../src/subgraphs/dossiers/day/day.job.ts';
import { tellDaysJob } from '../../src/subgraphs/integration/day/day.job.ts';
import { countMoney } from '../../src/subgraphs/payments/day/money.job.ts';
import { testTools } from '../contract/portal.ts';
import { type Claims, COMMUNE, createDossiersHub, type DossiersHub, OTHER_COMMUNE, PROVINCE } from '../support/dossiers.ts';
import { readable } from '../support/readable.ts';
import { type Receivers, startReceivers, textOfMail } from '../support/receivers.ts';

const DAY = graphql(`
  query DayListOfUnit($unit: ID!) {
    administrativeUnit(code: $unit) {
      dayList {
        unitCode day workingDay
        dossiers { dueToday { count codes } overdue { count codes } atRisk { count codes } pointsAtRisk warnings { reason count } }
        stuck { parked waiting oldestWaitingAt causes { errorCode count advice } }
        money { unbalanced { provider merchantCode businessDate statementMissing status discrepancies } }
      }
    }
  }
`);
const ADD = graphql(`
  mutation AddDayListRecipient($input: DayListRecipientInput!) {
    addDayListRecipient(input: $input) {
      recipient { id unit { code } role channel address language problem lastDay lastSentAt lastErrorCode }
      secret
      userErrors { code field }
    }
  }
`);
const REMOVE = graphql(
  `mutation RemoveDayListRecipient($id: ID!) { removeDayListRecipient(id: $id) { recipient { id } userErrors { code field } } }`,
);
const RECIPIENTS = graphql(
  `query DayListRecipients($unit: ID) { dayListRecipients(unit: $unit) { id address problem lastDay lastSentAt lastErrorCode } }`,
);
const CHANGES = graphql(`query DayListChanges { integrationSettingChanges { setting target actor from to } }`);

const ADMINISTRATOR: Claims = { roles: ['ADMINISTRATOR'], subject: 'quan-tri' };
const LEADER: Claims = { roles: ['UNIT_LEADER'], unit: COMMUNE };
const OPERATOR: Claims = { roles: ['OPERATOR'] };
const ACCOUNTANT: Claims = { roles: ['ACCOUNTANT'] };

let hub: DossiersHub;
let receivers: Receivers;
const bodyOf = (to: string): string => textOfMail(receivers, to);
beforeEach(async () => {
  receivers = await startReceivers();
  const port = manifest.create(manifest.config.parse({}), testTools());
  hub = await createDossiersHub({
    connectors: hostConnectors([manifest as never], () => ({ port })),
    env: { SMTP_URL: receivers.smtpUrl, SMTP_FROM: 'truc@camau.example' },
  });
  nowIs('07:00');
});
afterEach(async () => {
  await hub.stop();
  await receivers.stop();
});

/** 30 September 2025 is a Tuesday. */
const nowIs = (time: string, day = '2025-09-30') => {
  hub.platform.clock.business = () => new Date(`${day}T${time}:00+07:00`);
};
const dayOf = async (as: Claims, unit = COMMUNE) => (await hub.graphql(DAY, { variables: { unit }, as })).data?.administrativeUnit?.dayList;
const add = async (over: Partial<DayListRecipientInput> = {}, as = ADMINISTRATOR) => {
  const input = { unit: COMMUNE, role: 'UNIT_LEADER' as const, channel: 'EMAIL' as const, address: 'lanh-dao@camau.example', ...over };
  const { data, codes } = await hub.graphql(ADD, { variables: { input }, as });
  return { ...data?.addDayListRecipient, codes };
};
const messages = () =>
  hub.platform.db.query<{ state: string; attempts: number; error_code: string | null }>(
    'SELECT state, attempts, error_code FROM integration.day_message ORDER BY recipient',
  );

/** What the workers do by themselves. */
async function work(): Promise<void> {
  for (const step of [() => beginDays(hub.platform), () => countMoney(hub.platform), tell]) {
    await readable(hub.platform);
    await step();
  }
}
const tell = () => tellDaysJob.run(hub.platform, {}, new AbortController().signal);

const due = (code: string, dueAt: string) =>
  hub.dossier({
    ...{ code, status: 'PROCESSING', submittedAt: '2025-09-22T08:00:00+07:00', acceptedAt: '2025-09-22T08:05:00+07:00', dueAt },
    steps: [{ key: '1', at: '2025-09-22T09:00:00+07:00', status: 'PROCESSING', officer: 'Lê Thị Cán Bộ', content: 'thụ lý' }],
  });
/** One overdue, two due today, one due in two days; what goes to the portal waits, as there is none. */
const feedDue = () =>
  hub.feed(
    due('H12.64-250922-0001', '2025-09-29T17:00:00+07:00'),
    due('H12.64-250922-0002', '2025-09-30T17:00:00+07:00'),
    due('H12.64-250922-0003', '2025-09-30T11:00:00+07:00'),
    due('H12.64-250922-0004', '2025-10-02T17:00:00+07:00'),
    hub.dossier({ code: 'H12.64-250922-0005', status: 'RETURNED', dueAt: '2025-09-30T17:00:00+07:00' }),
  );
const park = () =>
  hub.platform.db.query(
    `INSERT INTO integration.delivery (key, connector, kind, subject_id, subject, operation, sequence, scope, state, requested_at, error_code)
     VALUES (gen_random_uuid(), 'national-portal', 'portal.dossier', gen_random_uuid(), 'H12.64-250922-0009', 'DongBoHoSoMC', 1,
       ARRAY['${COMMUNE}', '${PROVINCE}'], 'PARKED', now(), 'PORTAL_-3')`,
  );

describe("a unit's day", () => {
  it('tells a leader what is due, overdue, at risk and stuck, also of the units below', async () => {
    await feedDue();
    await park();
    for (const [as, unit] of [
      [LEADER, COMMUNE],
      [{ roles: ['UNIT_LEADER'], unit: PROVINCE } as Claims, PROVINCE],
    ] as const) {
      expect(await dayOf(as, unit)).toMatchObject({
        ...{ unitCode: unit, day: '2025-09-30', workingDay: true, money: null },
        dossiers: {
          dueToday: { count: 2, codes: ['H12.64-250922-0003', 'H12.64-250922-0002'] },
          overdue: { count: 1, codes: ['H12.64-250922-0001'] },
          atRisk: { count: 3, codes: ['H12.64-250922-0003', 'H12.64-250922-0002', 'H12.64-250922-0004'] },
          warnings: [
            { reason: 'DUE', count: 3 },
            { reason: 'PAPERS_NOT_DIGITIZED', count: 3 },
            { reason: 'RESULT_FILE_MISSING', count: 3 },
          ],
        },
        stuck: { parked: 1, causes: [{ errorCode: 'PORTAL_-3', count: 1, advice: expect.stringContaining('hồ sơ') }] },
      });
    }
    nowIs('12:00');
    expect((await dayOf(LEADER))?.dossiers).toMatchObject({ dueToday: { count: 1 }, overdue: { count: 2 } });
    nowIs('08:00', '2025-09-28');
    expect((await dayOf(LEADER))?.workingDay).toBe(false);
  });

  it('tells an operator of what is stuck alone and an accountant of money alone; what is not theirs is absent', async () => {
    await feedDue();
    await park();
    expect(await dayOf(OPERATOR)).toMatchObject({ dossiers: null, money: null, stuck: { parked: 1 } });
    expect(await dayOf(ACCOUNTANT)).toMatchObject({ dossiers: null, stuck: null, money: { unbalanced: [] } });
    expect(await dayOf({ roles: ['AUDITOR'] })).toMatchObject({ dossiers: { overdue: { count: 1 } }, stuck: { parked: 1 } });
    expect(await dayOf(LEADER, OTHER_COMMUNE)).toBeNull();
    expect(await dayOf({ roles: ['ACCOUNTANT'], unit: OTHER_COMMUNE })).toBeNull();
    for (const as of [{ roles: ['CITIZEN'], nationalId: '096885123456' }, { roles: ['OFFICER'], unit: COMMUNE }, ADMINISTRATOR] as Claims[])
      expect((await hub.graphql(DAY, { variables: { unit: COMMUNE }, as })).codes).toEqual(['FORBIDDEN']);
  });

  it('names the days of a merchant that do not come out even, or have no statement', async () => {
    await books();
    expect(await dayOf(ACCOUNTANT, PROVINCE)).toMatchObject({
      money: {
        unbalanced: [
          { merchantCode: 'TINH', businessDate: '2025-09-29', statementMissing: true, status: null },
          { merchantCode: 'TINH', businessDate: '2025-09-27', statementMissing: false, status: 'DISCREPANT', discrepancies: 2 },
        ],
      },
    });
    expect((await dayOf({ roles: ['ACCOUNTANT'], unit: COMMUNE }))?.money).toEqual({ unbalanced: [] });
  });
});

/** A merchant of the province: a day that balanced, one with differences, and one with a payment and no statement. */
async function books(): Promise<void> {
  const { db } = hub.platform;
  await db.query(
    `INSERT INTO payments.merchant (id, provider, code, name, unit, scope, external, is_default)
     VALUES ('00000000-0000-4000-8000-000000000001', 'MOMO', 'TINH', 'Tỉnh', '96', ARRAY['96'], false, false)`,
  );
  const reconciled = (id: string, day: string, status: string, discrepancies: number) =>
    db.query(
      `INSERT INTO payments.reconciliation (id, provider, merchant_id, business_date, status, statement_rows, matched, discrepancy_count, statement_total,
         hub_total, started_by, started_at)
       VALUES ($1, 'MOMO', '00000000-0000-4000-8000-000000000001', $2, $3, 0, 0, $4, 0, 0, 'ke-toan', now())`,
      [id, day, status, discrepancies],
    );
  await reconciled('00000000-0000-4000-8000-000000000002', '2025-09-28', 'BALANCED', 0);
  await reconciled('00000000-0000-4000-8000-000000000003', '2025-09-27', 'DISCREPANT', 2);
  await db.query(
    `INSERT INTO payments.payment (id, reference, merchant_id, provider, dossier_id, dossier_code, external, amount, refunded_amount, status, exceeds_obligation, query_attempts, paid_at, business_date,
       caller, receiving_unit, handling_unit, scope, created_at)
     VALUES (gen_random_uuid(), 'P1', '00000000-0000-4000-8000-000000000001', 'MOMO', gen_random_uuid(), 'H12.1', false, 50000, 0, 'SUCCEEDED', false, 0, now(), '2025-09-29',
       'x', '96', '96', ARRAY['96'], now())`,
  );
}

describe('at seven on a working day', () => {
  it('each is told once, by mail and by a signed webhook, each their own part and nobody’s name', async () => {
    await feedDue();
    await park();
    await add();
    const { secret } = await add({ role: 'OPERATOR', channel: 'WEBHOOK', address: receivers.webhookUrl });
    await add({ role: 'ACCOUNTANT', address: 'ke-toan@camau.example' });
    nowIs('06:59');
    await work();
    expect(receivers.mails).toEqual([]);
    nowIs('07:00');
    await work();
    await work();
    expect(receivers.mails.flatMap(({ to }) => to).toSorted()).toEqual(['ke-toan@camau.example', 'lanh-dao@camau.example']);
    const [leader = '', accountant = ''] = ['lanh-dao', 'ke-toan'].map((name) => bodyOf(`${name}@camau.example`));
    expect(leader).toContain('Đến hạn hôm nay: 2 (H12.64-250922-0003, H12.64-250922-0002)');
    expect(leader).toContain('Quá hạn: 1 (H12.64-250922-0001)');
    expect(leader).toMatch(/Sắp mất điểm trong 3 ngày làm việc: 3; tổng [\d,]+ điểm/);
    expect(leader).toMatch(/Chưa số hóa giấy tờ: 3; [\d,]+ điểm\s+H12.64-250922-0003: 11:00 30\/09\/2025, đến lượt Xã Đất Mũi/);
    expect(leader).toContain('PORTAL_-3 (1)');
    expect(accountant).toContain('Mọi ngày đã khớp.');
    expect(accountant).not.toContain('H12.64');
    expect(receivers.webhooks).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = receivers.webhooks;
    expect(new Webhook(secret ?? '').verify(body, headers)).toMatchObject({
      ...{ type: 'day.list' },
      data: { unit: COMMUNE, day: '2025-09-30', role: 'OPERATOR', stuck: { parked: 1 } },
    });
    expect(JSON.parse(body).data).not.toHaveProperty('dossiers');
    for (const text of [leader, accountant, body]) expect(text).not.toMatch(/Nguyễn|096885123456|Cán Bộ/);
    expect((await hub.graphql(RECIPIENTS, { as: ADMINISTRATOR, variables: {} })).data?.dayListRecipients).toMatchObject(
      [1, 2, 3].map(() => ({ problem: null, lastDay: '2025-09-30', lastSentAt: expect.any(String), lastErrorCode: null })),
    );
  });

  it('nobody is told on a day off, and after a downtime the same day is made up for, no earlier one', async () => {
    await add();
    nowIs('09:00', '2025-09-28');
    expect(await beginDays(hub.platform)).toBe(0);
    nowIs('16:30', '2025-09-29');
    expect(await beginDays(hub.platform)).toBeGreaterThan(64);
    // Nobody handed these on before the day was over.
    nowIs('10:45');
    await work();
    expect(receivers.mails).toHaveLength(1);
    expect(bodyOf('lanh-dao@camau.example')).toContain('ngày 30/09/2025');
    const both = await Promise.all([beginDays(hub.platform), beginDays(hub.platform)]);
    expect(both).toEqual([0, 0]);
  });

  it('what does not get through goes again until the day is over', async () => {
    await add();
    await add({ role: 'OPERATOR', channel: 'WEBHOOK', address: receivers.webhookUrl });
    receivers.refusal = 451;
    receivers.status = 503;
    await work();
    expect(await messages()).toMatchObject([
      { state: 'PENDING', attempts: 1, error_code: 'SMTP_451' },
      { state: 'PENDING', attempts: 1, error_code: 'WEBHOOK_503' },
    ]);
    receivers.refusal = null;
    await hub.platform.db.query("UPDATE integration.day_message SET next_attempt_at = now() - interval '1 second'");
    await tell();
    expect((await messages()).map(({ state }) => state)).toEqual(['SENT', 'PENDING']);
    expect(new Set(receivers.webhooks.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    nowIs('00:01', '2025-10-01');
    await tell();
    expect((await messages()).map(({ state }) => state)).toEqual(['SENT', 'EXPIRED']);
  });
});

describe('who is told', () => {
  it('is an administrator’s to say, of their unit or the province, and every change is recorded without the mailbox', async () => {
    const { recipient } = await add();
    expect(recipient).toMatchObject({ unit: { code: COMMUNE }, address: 'lanh-dao@camau.example', lastDay: null });
    expect((await add()).recipient?.id).toBe(recipient?.id);
    expect(await add({}, { roles: ['ADMINISTRATOR'], unit: OTHER_COMMUNE })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect((await add({}, LEADER)).codes).toEqual(['FORBIDDEN']);
    expect(await add({ unit: '00000' })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['unit'] }] });
    for (const address of ['nobody', 'a@b\r\nBcc: x@y.example'])
      expect(await add({ address })).toMatchObject({ recipient: null, userErrors: [{ code: 'INVALID', field: ['input', 'address'] }] });
    expect(await add({ channel: 'WEBHOOK', address: 'http://10.1.2.3/' })).toMatchObject({ userErrors: [{ code: 'INVALID' }] });
    const removed = await hub.graphql(REMOVE, { variables: { id: recipient?.id ?? '' }, as: ADMINISTRATOR });
    expect(removed.data?.removeDayListRecipient.userErrors).toEqual([]);
    await work();
    expect(receivers.mails).toEqual([]);
    const entry = { role: 'UNIT_LEADER', channel: 'EMAIL', address: 'l***@camau.example', language: 'vi' };
    expect((await hub.graphql(CHANGES, { as: ADMINISTRATOR })).data?.integrationSettingChanges).toEqual([
      { setting: 'dayList.recipient', target: COMMUNE, actor: 'quan-tri', from: entry, to: null },
      { setting: 'dayList.recipient', target: COMMUNE, actor: 'quan-tri', from: null, to: entry },
    ]);
    const [kept] = await hub.platform.db.query<{ text: string }>('SELECT r::text AS text FROM integration.day_recipient r');
    expect(kept?.text).not.toContain('camau.example');
  });

  it('says where no mail can go because no server is set, and sends what waits once there is one', async () => {
    const { smtp } = hub.platform.config;
    hub.platform.config.smtp = undefined;
    expect((await add()).recipient?.problem).toContain('SMTP_URL');
    await work();
    expect(await messages()).toMatchObject([{ state: 'PENDING', attempts: 0 }]);
    hub.platform.config.smtp = smtp;
    await tell();
    expect(receivers.mails).toHaveLength(1);
  });
});
