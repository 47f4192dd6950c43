import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIntegrationHub, delivery, type IntegrationHub, PORTAL } from '../../../tests/support/integration.ts';
import { newUuid } from '../../platform/ids.ts';
import { claim } from './delivery.claim.ts';
import { takeIn } from './delivery.intake.ts';
import { deliverJob } from './delivery.jobs.ts';
import { settle } from './delivery.settle.ts';

interface Row {
  subject: string;
  sequence: number;
  state: string;
  attempts: number;
  look: boolean;
  error_code: string | null;
  last_error: string | null;
  due: boolean;
}

let test: IntegrationHub;

beforeEach(async () => {
  test = await createIntegrationHub({ batchSize: 4 });
});

afterEach(async () => {
  await test.stop();
});

const rows = () =>
  test.hub.db.query<Row>(
    `SELECT subject, sequence, state, attempts, look, error_code, last_error, next_attempt_at IS NULL OR next_attempt_at <= now() AS due
     FROM integration.delivery ORDER BY subject, sequence`,
  );
const health = async () =>
  (
    await test.hub.db.query<{ failures: number; open: boolean }>(`SELECT failures, open_until > now() AS open FROM integration.connector`)
  )[0];
const elapse = (what: 'leases' | 'waits' | 'circuit') =>
  test.hub.db.query(
    {
      leases: `UPDATE integration.delivery SET leased_until = now() - interval '1 second' WHERE lease_owner IS NOT NULL`,
      waits: `UPDATE integration.delivery SET next_attempt_at = now() WHERE next_attempt_at IS NOT NULL`,
      circuit: `UPDATE integration.connector SET open_until = now() - interval '1 second'`,
    }[what],
  );

/** Dossiers with a snapshot, then steps, each with its own id; in order of commit. */
async function appendDossiers(count: number, steps: number): Promise<{ subject: string; subjectId: string }[]> {
  const dossiers = Array.from({ length: count }, (_, at) => ({
    subject: `H12.1-250930-${String(at + 1).padStart(4, '0')}`,
    subjectId: newUuid(),
  }));
  for (const dossier of dossiers) {
    const later = Array.from({ length: steps }, (_, at) => delivery({ ...dossier, sequence: at + 2, step: `step ${at + 2}` }));
    await test.append([delivery({ ...dossier, sequence: 1 }), ...later]);
  }
  return dossiers;
}

describe('order', () => {
  it('keeps the order of each dossier, sends dossiers side by side, and each delivery once', async () => {
    const dossiers = await appendDossiers(9, 2);
    await test.deliver();
    for (const { subject } of dossiers) {
      expect(test.portal.learned.filter((item) => item.subject === subject).map(({ what }) => what)).toEqual(['v1', 'step 2', 'step 3']);
    }
    expect(test.portal.learned).toHaveLength(27);
    expect(
      test.portal.calls.every((tasks) => tasks.length <= 4 && new Set(tasks.map(({ subject }) => subject)).size === tasks.length),
    ).toBe(true);
    expect(test.portal.calls.some((tasks) => tasks.length === 4)).toBe(true);
  });

  it('tells the portal whether it knows the dossier by an earlier acknowledgement', async () => {
    await appendDossiers(1, 1);
    await test.deliver();
    expect(test.portal.calls.flat().map(({ kind, known, look }) => ({ kind, known, look }))).toEqual([
      { kind: 'dossier', known: false, look: false },
      { kind: 'steps', known: true, look: false },
    ]);
  });

  it('does not send a later delivery that was taken in before an earlier one', async () => {
    const dossier = { subject: 'H12.1-250930-0001', subjectId: newUuid() };
    await test.append([delivery({ ...dossier, sequence: 2, step: 'second' })]);
    await test.hub.db.query(
      `INSERT INTO integration.delivery (key, connector, kind, subject_id, subject, operation, sequence, scope, requested_at)
       SELECT key, connector, kind, subject_id, subject, operation, sequence, scope, at FROM outbox.event`,
    );
    await test.hub.db.query(`INSERT INTO outbox.cursor (consumer, tx, id) SELECT 'integration.intake', tx, id FROM outbox.event`);
    await test.append([delivery({ ...dossier, sequence: 1 })]);
    expect((await claim(test.hub, PORTAL, { owner: newUuid(), limit: 10 })).deliveries).toEqual([]);
    await test.deliver();
    expect(test.portal.learned.map(({ what }) => what)).toEqual(['v1', 'second']);
  });
});

describe('refusals', () => {
  it('parks what the portal refuses, and holds up that dossier alone', async () => {
    const [bad] = await appendDossiers(3, 1);
    test.portal.answer = ({ subject }) =>
      subject === bad?.subject ? { kind: 'refused', code: 'PORTAL_-3', reason: 'Số 096885123456 sai' } : undefined;
    await test.deliver();
    const [first, second, ...others] = await rows();
    expect(first).toMatchObject({ state: 'PARKED', attempts: 1, error_code: 'PORTAL_-3', last_error: 'Số 096*** sai' });
    expect(second).toMatchObject({ state: 'PENDING', attempts: 0 });
    expect(others.every(({ state }) => state === 'DELIVERED')).toBe(true);
  });

  it('parks a delivery whose content no held key opens, without calling the portal', async () => {
    await appendDossiers(1, 0);
    await test.hub.db.query(
      `INSERT INTO outbox.event (key, at, kind, subject_id, subject, connector, operation, sequence, sealed)
       VALUES ($1, now(), 'portal.dossier', $2, 'X', $3, 'DongBoHoSoMC', 1, '\\x0102')`,
      [newUuid(), newUuid(), PORTAL],
    );
    await test.deliver();
    expect((await rows()).map(({ subject, state, error_code }) => ({ subject, state, error_code }))).toEqual([
      { subject: 'H12.1-250930-0001', state: 'DELIVERED', error_code: null },
      { subject: 'X', state: 'PARKED', error_code: 'CONTENT_UNREADABLE' },
    ]);
    expect(test.portal.calls.flat()).toHaveLength(1);
  });
});

describe('failures', () => {
  it('waits before it repeats, and looks first where the outcome is unknown', async () => {
    await appendDossiers(1, 0);
    test.portal.answer = () => ({ kind: 'retry', code: 'TIMEOUT', reason: 'no answer', look: true, unreachable: false });
    await test.deliver();
    expect(await rows()).toMatchObject([{ state: 'RETRYING', attempts: 1, look: true, error_code: 'TIMEOUT', due: false }]);
    await test.deliver();
    expect(test.portal.calls).toHaveLength(1);
    await elapse('waits');
    test.portal.answer = () => undefined;
    await test.deliver();
    expect(test.portal.calls[1]?.[0]?.look).toBe(true);
    expect(await rows()).toMatchObject([{ state: 'DELIVERED', attempts: 2, look: false, error_code: null }]);
  });

  it('rests when the portal is away, burns no attempts, tries with one, and then sends everything', async () => {
    await appendDossiers(6, 0);
    test.portal.answer = () => ({ kind: 'retry', code: 'UNREACHABLE', reason: 'connection refused', look: false, unreachable: true });
    await test.deliver();
    const called = test.portal.calls.length;
    expect(await health()).toMatchObject({ open: true });
    expect((await rows()).every(({ state, attempts, due }) => state === 'PENDING' && attempts === 0 && due)).toBe(true);
    await test.deliver();
    expect(test.portal.calls).toHaveLength(called);
    await elapse('circuit');
    test.portal.answer = () => undefined;
    await test.deliver();
    expect(test.portal.calls[called]).toHaveLength(1);
    expect((await rows()).every(({ state, attempts }) => state === 'DELIVERED' && attempts === 1)).toBe(true);
    expect(await health()).toEqual({ failures: 0, open: null });
  });

  it('counts an attempt that may have arrived although the portal went away, and looks', async () => {
    await appendDossiers(1, 0);
    test.portal.answer = () => ({ kind: 'retry', code: 'TIMEOUT', reason: 'reset', look: true, unreachable: true });
    await test.deliver();
    expect(await rows()).toMatchObject([{ state: 'RETRYING', attempts: 1, look: true, due: false }]);
  });

  it('lets others try where the portal chokes on one, so that the one keeps the connector closed for no other', async () => {
    const [bad] = await appendDossiers(3, 0);
    const chokes = (subject: string) => subject === bad?.subject;
    test.portal.answer = ({ subject }) =>
      chokes(subject) ? { kind: 'retry', code: 'TIMEOUT', reason: 'no answer', look: true, unreachable: true } : undefined;
    await takeIn(test.hub);
    await test.hub.db.query(`UPDATE integration.delivery SET attempts = 20 WHERE subject = $1`, [bad?.subject]);
    await test.hub.db.query(`INSERT INTO integration.connector (id, failures) VALUES ($1, 3)`, [PORTAL]);
    const [probe] = (await claim(test.hub, PORTAL, { owner: newUuid(), limit: 10 })).deliveries;
    expect(probe?.subject).not.toBe(bad?.subject);
    await test.deliver();
    await elapse('leases');
    await elapse('circuit');
    await test.deliver();
    expect((await rows()).map(({ state }) => state)).toEqual(['RETRYING', 'DELIVERED', 'DELIVERED']);
  });

  it('looks before repeating what a dead process may have sent', async () => {
    await appendDossiers(2, 0);
    await test.deliver();
    await appendDossiers(1, 0);
    await takeIn(test.hub);
    expect((await claim(test.hub, PORTAL, { owner: newUuid(), limit: 10 })).deliveries).toMatchObject([{ look: false, attempts: 0 }]);
    await test.deliver();
    expect(test.portal.calls).toHaveLength(1);
    await elapse('leases');
    await test.deliver();
    expect(test.portal.calls[1]).toMatchObject([{ look: true }]);
    expect((await rows()).map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED']);
  });

  it('leaves a delivery to its new holder where the lease was lost', async () => {
    await appendDossiers(1, 0);
    await takeIn(test.hub);
    const lost = newUuid();
    const [taken] = (await claim(test.hub, PORTAL, { owner: lost, limit: 1 })).deliveries;
    await elapse('leases');
    const holder = newUuid();
    await claim(test.hub, PORTAL, { owner: holder, limit: 1 });
    if (taken === undefined) throw new Error('nothing was claimed');
    await settle(test.hub, { connector: PORTAL, owner: lost }, [
      { delivery: taken, outcome: { id: taken.key, kind: 'delivered' }, sent: true },
    ]);
    expect(await rows()).toMatchObject([{ state: 'PENDING', attempts: 1, look: true }]);
  });

  it('takes a connector that throws, or forgets a task, as an unknown outcome', async () => {
    await appendDossiers(1, 0);
    test.portal.deliver = async () => {
      throw new TypeError('Nguyễn Văn A');
    };
    await test.deliver();
    expect(await rows()).toMatchObject([{ state: 'RETRYING', look: true, error_code: 'CONNECTOR_FAULT', last_error: 'TypeError' }]);
    await elapse('waits');
    test.portal.deliver = async () => [];
    await test.deliver();
    expect(await rows()).toMatchObject([{ state: 'RETRYING', attempts: 2, look: true, error_code: 'CONNECTOR_FAULT' }]);
  });
});

describe('several processes', () => {
  it('delivers each once, in order, when two work side by side', async () => {
    const dossiers = await appendDossiers(20, 3);
    const other = await test.sibling();
    // Both hold a call open at the same time, so that they really meet.
    test.portal.before = () => new Promise((resolve) => setTimeout(resolve, 5));
    await Promise.all([test.hub, other.hub].map((hub) => deliverJob.run(hub, { connector: PORTAL }, new AbortController().signal)));
    await test.deliver();
    await other.stop();
    for (const { subject } of dossiers) {
      expect(test.portal.learned.filter((item) => item.subject === subject).map(({ what }) => what)).toEqual([
        'v1',
        'step 2',
        'step 3',
        'step 4',
      ]);
    }
    expect(test.portal.calls.flat().filter(({ look }) => look)).toEqual([]);
  });

  it('wakes the connector as long as something can go, and not before it is due', async () => {
    const inputs = () => deliverJob.schedule?.inputs(test.hub);
    expect(await inputs()).toEqual([]);
    await appendDossiers(1, 0);
    expect(await inputs()).toEqual([{ connector: PORTAL }]);
    test.portal.answer = () => ({ kind: 'retry', code: 'HTTP_502', reason: 'bad gateway', look: false, unreachable: false });
    await test.deliver();
    expect(await inputs()).toEqual([]);
    await elapse('waits');
    expect(await inputs()).toEqual([{ connector: PORTAL }]);
  });

  it('ends at the next safe point when its process stops', async () => {
    await appendDossiers(30, 0);
    const stopping = new AbortController();
    test.portal.before = async () => stopping.abort();
    await deliverJob.run(test.hub, { connector: PORTAL }, stopping.signal);
    expect(test.portal.calls.length).toBeLessThanOrEqual(2);
    expect((await rows()).filter(({ state }) => state === 'DELIVERED')).toHaveLength(test.portal.learned.length);
    expect(await test.hub.db.query(`SELECT 1 FROM integration.delivery WHERE lease_owner IS NOT NULL`)).toEqual([]);
  });
});
