import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMUNE, createDossiersHub, type DossiersHub, OTHER_PERSON, PERSON } from '../support/dossiers.ts';
import { CITIZEN, LEADER, type Lifecycle, lifecycleOf, OFFICER, snapshotsOf, stepsOf, THREE_DAYS } from '../support/lifecycle.ts';

let hub: DossiersHub;
let life: Lifecycle;
beforeAll(async () => {
  hub = await createDossiersHub();
  life = lifecycleOf(hub);
});
afterAll(() => hub.stop());

const instant = (text: unknown) => new Date(String(text)).getTime();
const PAPER = { name: 'Giấy chứng sinh', sha256: 'ab'.repeat(32) };

describe('a dossier from filing to its result', () => {
  it('goes through every hand and tells the portal of each step once, in order', async () => {
    const phone = '0600000001';
    const filed = await life.filed(CITIZEN, {
      procedure: THREE_DAYS,
      channel: 'ONLINE',
      applicant: { ...PERSON, phone },
      documents: [PAPER],
    });
    expect(filed).toMatchObject({ status: 'SUBMITTED', origin: 'PROVINCE', version: 1, acceptedAt: null, dueAt: null, fees: [] });
    expect(filed.events).toEqual([{ status: 'SUBMITTED', actor: 'Người nộp', department: null, note: null, unusual: false }]);
    const dossier = filed.id;
    const accepted = await life.moved(OFFICER, { dossier, to: 'ACCEPTED', expectedVersion: 1 });
    expect(accepted).toMatchObject({ status: 'ACCEPTED', version: 2 });
    expect(instant(accepted.dueAt)).toBeGreaterThan(instant(accepted.acceptedAt));
    const asked = await life.moved(OFFICER, { dossier, to: 'SUPPLEMENT_REQUESTED', note: 'Thiếu bản sao' });
    expect(asked.supplements).toEqual([
      expect.objectContaining({
        number: 1,
        requestedBy: OFFICER.subject,
        content: 'Thiếu bản sao',
        receivedAt: null,
        previousDueAt: accepted.dueAt,
      }),
    ]);
    const answered = await life.moved(CITIZEN, { dossier, to: 'ACCEPTED', documents: [{ name: 'Bản sao' }] });
    expect(answered.documents.map(({ name }) => name)).toEqual(['Giấy chứng sinh', 'Bản sao']);
    expect(answered.supplements[0]).toMatchObject({ previousDueAt: accepted.dueAt, newDueAt: answered.dueAt });
    expect(answered.supplements[0]?.receivedAt).not.toBeNull();
    const processing = await life.moved(OFFICER, { dossier, to: 'PROCESSING' });
    const resolved = await life.moved(LEADER, {
      dossier,
      to: 'RESOLVED',
      documents: [{ name: 'Trích lục', isResult: true, digitized: true }],
    });
    expect(resolved.resolvedAt).not.toBeNull();
    expect(resolved.documents.at(-1)).toEqual({ name: 'Trích lục', isResult: true });
    const returned = await life.moved(OFFICER, { dossier, to: 'RETURNED' });
    expect([processing, resolved, returned].map(({ version }) => version)).toEqual([5, 6, 7]);
    expect(returned.events.map(({ status, actor, department }) => [status, actor, department])).toEqual([
      ['SUBMITTED', 'Người nộp', null],
      ['ACCEPTED', OFFICER.subject, 'Xã Đất Mũi'],
      ['SUPPLEMENT_REQUESTED', OFFICER.subject, 'Xã Đất Mũi'],
      ['ACCEPTED', 'Người nộp', null],
      ['PROCESSING', OFFICER.subject, 'Xã Đất Mũi'],
      ['RESOLVED', LEADER.subject, 'Xã Đất Mũi'],
      ['RETURNED', OFFICER.subject, 'Xã Đất Mũi'],
    ]);

    const told = await life.told(filed.code);
    const course = [1, 2, 5, 2, 4, 9, 10];
    expect(told.map(({ kind, sequence }) => [kind, sequence])).toEqual(
      course.flatMap((_, at) => [
        ['dossier.changed', null],
        ['portal.dossier', 2 * at + 1],
        ['portal.steps', 2 * at + 2],
      ]),
    );
    const changed = told.filter(({ kind }) => kind === 'dossier.changed').map(({ data }) => data);
    expect(changed.map(({ version, madeBy, change }) => [version, madeBy, change])).toEqual(
      ['FILED', 'ACCEPTED', 'SUPPLEMENT_REQUESTED', 'SUPPLEMENTED', 'TRANSFERRED', 'RESOLVED', 'RETURNED'].map((change, at) => [
        at + 1,
        'hub',
        change,
      ]),
    );
    const snapshots = snapshotsOf(told);
    expect(snapshots.map((each) => each['status'])).toEqual(course);
    for (const each of snapshots) expect(each['owner']).toEqual({ nationalId: PERSON.nationalId, phone, verified: false });
    expect(stepsOf(told).map((step) => step['status'])).toEqual(course);
    expect(stepsOf(told).map((step) => step['content'])).toEqual([
      'Mới đăng ký',
      'Được tiếp nhận',
      'Thiếu bản sao',
      'Được tiếp nhận',
      'Đang xử lý',
      'Đã xử lý xong',
      'Đã trả kết quả',
    ]);
    expect(JSON.stringify(told.map(({ data }) => data))).not.toContain(PERSON.nationalId);
  });

  it('asks for papers once, and says so', async () => {
    const { id: dossier } = await life.filed(OFFICER);
    await life.moved(OFFICER, { dossier, to: 'SUPPLEMENT_REQUESTED', note: 'Thiếu' });
    await life.moved(OFFICER, { dossier, to: 'PROCESSING', documents: [{ name: 'Bản sao' }] });
    const again = await life.move(OFFICER, { dossier, to: 'SUPPLEMENT_REQUESTED', note: 'Còn thiếu' });
    expect(again.userErrors).toEqual([
      { code: 'ILLEGAL_TRANSITION', field: ['input', 'to'], message: expect.stringContaining('Chỉ được yêu cầu bổ sung giấy tờ một lần') },
    ]);
    expect((await life.move(OFFICER, { dossier, to: 'SUPPLEMENT_REQUESTED', note: 'x' }, 'en')).userErrors[0]?.message).toContain(
      'once only',
    );
  });

  it('names the states that this caller can reach', async () => {
    const { id: dossier } = await life.filed(CITIZEN, { channel: 'ONLINE' });
    const officers = await life.move(OFFICER, { dossier, to: 'RETURNED' });
    expect(officers.userErrors[0]?.message).toContain('“Mới đăng ký” (SUBMITTED, 1)');
    expect(officers.userErrors[0]?.message).toContain('“Được tiếp nhận” (ACCEPTED, 2), “Không được tiếp nhận” (REFUSED, 3)');
    const citizens = await life.move(CITIZEN, { dossier, to: 'ACCEPTED' });
    expect(citizens.userErrors[0]?.message).toMatch(
      /Từ đây bạn có thể chuyển sang: “Công dân yêu cầu rút hồ sơ” \(WITHDRAWAL_REQUESTED, 7\)\.$/,
    );
    expect(citizens.dossier).toBeNull();
  });

  it('is withdrawn at the desk too, by a request on paper that stays with it', async () => {
    const { id: dossier, code } = await life.filed(OFFICER);
    const bare = { dossier, to: 'WITHDRAWAL_REQUESTED', note: 'Không cần nữa' } as const;
    expect((await life.move(OFFICER, bare)).userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'documents'] }]);
    expect(await life.moved(OFFICER, { ...bare, documents: [{ name: 'Đơn xin rút hồ sơ' }] })).toMatchObject({ status: bare.to });
    expect(snapshotsOf(await life.told(code)).at(-1)).toMatchObject({ status: 7, files: [{ name: 'Đơn xin rút hồ sơ' }] });
  });

  it('is withdrawn by request: taken back by the applicant, or settled by an officer', async () => {
    const { id: dossier } = await life.filed(CITIZEN, { channel: 'ONLINE' });
    await life.moved(OFFICER, { dossier, to: 'PROCESSING' });
    expect((await life.move(CITIZEN, { dossier, to: 'WITHDRAWAL_REQUESTED', note: ' ' })).userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'note'] },
    ]);
    const withdrawn = await life.moved(CITIZEN, { dossier, to: 'WITHDRAWAL_REQUESTED', note: 'Không cần nữa' });
    expect((await life.move(CITIZEN, { dossier, to: 'SUBMITTED', note: 'Vẫn cần' })).userErrors[0]?.code).toBe('ILLEGAL_TRANSITION');
    const back = await life.moved(CITIZEN, { dossier, to: 'PROCESSING', note: 'Vẫn cần' });
    // The clock stood meanwhile: no earlier than the date that was given.
    expect(instant(back.dueAt)).toBeGreaterThanOrEqual(instant(withdrawn.dueAt));
    await life.moved(CITIZEN, { dossier, to: 'WITHDRAWAL_REQUESTED', note: 'Không cần nữa' });
    expect((await life.move(CITIZEN, { dossier, to: 'STOPPED', note: 'Thôi' })).userErrors[0]?.code).toBe('ILLEGAL_TRANSITION');
    const stopped = await life.moved(OFFICER, { dossier, to: 'STOPPED', note: 'Theo đơn của công dân' });
    expect(stopped).toMatchObject({ status: 'STOPPED', resolvedAt: null });
    const returned = await life.moved(OFFICER, { dossier, to: 'RETURNED' });
    expect(returned.resolvedAt).toBeNull();
    expect(returned.returnedAt).not.toBeNull();
    const over = await life.move(OFFICER, { dossier, to: 'PROCESSING', note: 'x' });
    expect(over.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', message: expect.stringContaining('không thể chuyển') }]);
  });

  it('asks for money with its fees, and gets a new due date once, with an apology', async () => {
    const { id: dossier } = await life.filed(OFFICER, { procedure: THREE_DAYS });
    expect((await life.move(OFFICER, { dossier, to: 'PAYMENT_REQUESTED' })).userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'fees'] },
    ]);
    const fee = { code: 'LP', name: 'Lệ phí', amount: 20_000 };
    expect((await life.moved(OFFICER, { dossier, to: 'PAYMENT_REQUESTED', fees: [fee] })).fees).toEqual([{ code: 'LP', amount: 20_000 }]);
    const processing = await life.moved(OFFICER, { dossier, to: 'PROCESSING', fees: [{ ...fee, amount: 25_000 }] });
    expect(processing.fees).toEqual([{ code: 'LP', amount: 25_000 }]);
    const newDueAt = new Date(instant(processing.dueAt) + 86_400_000).toISOString();
    expect((await life.move(OFFICER, { dossier, to: 'PROCESSING', note: 'Chờ xác minh' })).userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'newDueAt'] },
    ]);
    const reDated = await life.moved(OFFICER, { dossier, to: 'PROCESSING', note: 'Xin lỗi: chờ xác minh', newDueAt });
    expect(instant(reDated.dueAt)).toBe(instant(newDueAt));
    const again = await life.move(OFFICER, { dossier, to: 'PROCESSING', note: 'Nữa', newDueAt: '2026-01-01T17:00:00+07:00' });
    expect(again.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', message: expect.stringContaining('một lần') }]);
    const early = await life.move(OFFICER, { dossier, to: 'RESOLVED', newDueAt: '2026-01-01T17:00:00+07:00' });
    expect(early.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'newDueAt'] }]);
  });

  it('takes papers as they are, and says what is wrong with them', async () => {
    const { id: dossier } = await life.filed(OFFICER);
    const wrong = await life.move(OFFICER, { dossier, to: 'PROCESSING', documents: [{ name: 'A', sha256: 'xyz' }] });
    expect(wrong.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'documents', '0', 'sha256'] }]);
    const result = await life.move(OFFICER, { dossier, to: 'PROCESSING', documents: [{ name: 'A' }, { name: 'B', isResult: true }] });
    expect(result.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'documents', '1', 'isResult'] }]);
    const fees = await life.move(OFFICER, { dossier, to: 'PROCESSING', fees: [{ code: 'A', name: 'A', amount: 1, exemptedAmount: 2 }] });
    expect(fees.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'fees', '0', 'exemptedAmount'] }]);
    expect((await life.moved(OFFICER, { dossier, to: 'PROCESSING', expectedVersion: 1 })).version).toBe(2);
  });
});

describe('two at once', () => {
  it('let exactly one of two moves win that saw the same version', async () => {
    const { id: dossier } = await life.filed(OFFICER);
    const goals = ['PROCESSING', 'STOPPED', 'RESOLVED', 'SUPPLEMENT_REQUESTED'] as const;
    const tries = await Promise.all(goals.map((to) => life.move(OFFICER, { dossier, to, note: 'vì', expectedVersion: 1 })));
    expect(tries.map(({ userErrors }) => userErrors[0]?.code ?? 'MOVED').sort()).toEqual(['MOVED', ...Array(3).fill('VERSION_CONFLICT')]);
    expect((await life.move(OFFICER, { dossier, to: 'RETURNED', expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'VERSION_CONFLICT', field: ['input', 'expectedVersion'] },
    ]);
    const [row] = await hub.platform.db.query<{ version: number; steps: number }>(
      `SELECT version, (SELECT count(*) FROM dossiers.event e WHERE e.dossier_id = d.id) AS steps FROM dossiers.dossier d WHERE id = $1`,
      [dossier.slice(4)],
    );
    expect(row).toEqual({ version: 2, steps: 2 });
  });
});

describe("a source's dossier", () => {
  it('is moved through the hub, and its next version still counts', async () => {
    const sent = hub.dossier({ status: 'PROCESSING', applicant: { ...OTHER_PERSON, email: 'bich@example.invalid' } });
    const dossier = (await hub.feed(sent)).results[0]?.dossier?.id ?? '';
    const facts = () =>
      hub.platform.db.query('SELECT source_system, source_version, content_hash FROM dossiers.dossier WHERE code = $1', [sent.code]);
    const before = await facts();
    await life.moved(OFFICER, { dossier, to: 'RESOLVED' });
    expect(await facts()).toEqual(before);
    const told = await life.told(sent.code);
    expect(told.filter(({ kind }) => kind === 'dossier.changed').map(({ data }) => data['madeBy'])).toEqual([undefined, 'hub']);
    const [, last] = snapshotsOf(told);
    expect(last).toMatchObject({ status: 9, owner: { nationalId: OTHER_PERSON.nationalId, email: 'bich@example.invalid' } });
    expect((await hub.feed(sent)).unchanged).toBe(1);
    expect((await hub.feed({ ...sent, sourceVersion: 2, status: 'RETURNED' })).results[0]).toMatchObject({
      outcome: 'UPDATED',
      dossier: { status: 'RETURNED', version: 3 },
    });
  });

  it('that the portal was never told of with its content gets it from identity', async () => {
    const sent = hub.dossier({ applicant: { ...OTHER_PERSON, phone: '0600000002' }, receivingUnit: COMMUNE });
    const dossier = (await hub.feed(sent)).results[0]?.dossier?.id ?? '';
    await hub.platform.db.query('ALTER TABLE outbox.event DISABLE TRIGGER append_only');
    await hub.platform.db.query('UPDATE outbox.event SET sealed = NULL WHERE subject = $1', [sent.code]);
    await hub.platform.db.query('ALTER TABLE outbox.event ENABLE TRIGGER append_only');
    await life.moved(OFFICER, { dossier, to: 'PROCESSING' });
    const snapshot = snapshotsOf(await life.told(sent.code)).at(-1);
    expect(snapshot).toMatchObject({ status: 4, owner: { nationalId: OTHER_PERSON.nationalId, phone: '0600000002', verified: false } });
  });
});
