import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dossierTask, sampleDossier } from '../../tests/contract/portal.ts';
import { type PortalRig, portalRig } from '../../tests/support/portal-rig.ts';

const code = (at: number) => `H12.1-250701-${String(at).padStart(4, '0')}`;
const CODE = code(1);
const delivered = (id: string) => ({ id, kind: 'delivered' });

let rig: PortalRig;
beforeEach(async () => {
  rig = await portalRig();
});
afterEach(() => rig.stop());

describe('one verdict for a whole batch', () => {
  it('finds each bad dossier in a batch and delivers all others in few calls', async () => {
    await rig.fault({ kind: 'reject', service: 'DongBoHoSoMC', matching: '-00(?:07|63)$', message: 'Sai dữ liệu' });
    const tasks = Array.from({ length: 100 }, (_, at) => dossierTask(sampleDossier(code(at + 1))));
    const outcomes = await rig.port.deliver(tasks);
    expect(outcomes.filter(({ kind }) => kind === 'refused').map(({ id }) => id)).toEqual([`d-${code(7)}`, `d-${code(63)}`]);
    expect(outcomes.filter(({ kind }) => kind === 'delivered')).toHaveLength(98);
    const { inserts, calls } = await rig.counters();
    expect(inserts).toBe(98);
    expect(calls['DongBoHoSoMC']).toBeLessThan(32);
  });

  it('takes out the dossier that the answer names at once', async () => {
    await rig.fault({ kind: 'reject', service: 'DongBoHoSoMC', matching: '-0007$', message: 'Hồ sơ {code} sai dữ liệu' });
    const outcomes = await rig.port.deliver(Array.from({ length: 64 }, (_, at) => dossierTask(sampleDossier(code(at + 1)))));
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(1);
    expect((await rig.counters()).calls['DongBoHoSoMC']).toBe(4);
  });

  it('keeps personal data out of the reason and the log', async () => {
    const message = 'Trần Thị Mẫu, số 096885123456, 0900 000 017, mau@example.invalid: sai';
    await rig.fault({ kind: 'reject', service: 'DongBoHoSoMC', message });
    const [outcome] = await rig.port.deliver([dossierTask(sampleDossier(CODE))]);
    expect(outcome).toEqual({ id: `d-${CODE}`, kind: 'refused', code: 'PORTAL_-1', reason: '***, số ***, ***, ***: sai' });
    expect(rig.logged.join()).not.toMatch(/Trần|0968|0900|mau@/);
  });

  it('refuses content that has no wire form, alone', async () => {
    const broken = dossierTask(sampleDossier(code(2), { submittedAt: 'yesterday' }));
    const outcomes = await rig.port.deliver([dossierTask(sampleDossier(CODE)), broken]);
    expect(outcomes).toContainEqual(delivered(`d-${CODE}`));
    expect(outcomes).toContainEqual(expect.objectContaining({ id: broken.id, kind: 'refused', code: 'CONTENT_INVALID' }));
  });
});

describe('insert and update', () => {
  it.each([
    { duplicateCode: '-3', errorCode: 'text', textForm: 'NFC' },
    { duplicateCode: '3', errorCode: 'number', textForm: 'NFD' },
    { duplicateCode: '-3', errorCode: 'padded', textForm: 'NFD' },
    { duplicateCode: '-3', errorCode: 'number', textForm: 'NFC', gateway: true },
  ])('turns a duplicate insert into an update: %o', async (modes) => {
    await rig.port.deliver([dossierTask(sampleDossier(CODE))]);
    await rig.modes(modes);
    const outcomes = await rig.port.deliver([dossierTask(sampleDossier(CODE, { status: 9 })), dossierTask(sampleDossier(code(2)))]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['delivered', 'delivered']);
    expect(await rig.dossier(CODE)).toMatchObject({ inserts: 1, updates: 1, status: '9' });
    expect(await rig.dossier(code(2))).toMatchObject({ inserts: 1, updates: 0 });
  });

  it('inserts what an update finds unknown, whatever words the portal has for it', async () => {
    await rig.fault({ kind: 'reject', service: 'DongBoHoSoMC', count: 1, message: 'Lỗi không rõ' });
    expect(await rig.port.deliver([dossierTask(sampleDossier(CODE), { known: true })])).toEqual([delivered(`d-${CODE}`)]);
    expect(await rig.dossier(CODE)).toMatchObject({ inserts: 1 });
  });

  it('ends where the portal contradicts itself', async () => {
    await rig.fault({ kind: 'reject', service: 'DongBoHoSoMC', message: 'Hồ sơ đã tồn tại' });
    const [outcome] = await rig.port.deliver([dossierTask(sampleDossier(CODE))]);
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect((await rig.counters()).calls['DongBoHoSoMC']).toBe(2);
  });
});

describe('unknown outcome', () => {
  it.each(['delay-after', 'drop-after', 'drop-before', 'silent', 'apply-late'])(
    '%s: looks, then the dossier is there once',
    async (kind) => {
      await rig.fault({ kind, service: 'DongBoHoSoMC', count: 1, ms: kind === 'apply-late' ? 500 : 20_000 });
      const { outcomes, rounds } = await rig.deliverAll([dossierTask(sampleDossier(CODE))]);
      expect(rounds[0]?.[0]).toMatchObject({ kind: 'retry', look: true, unreachable: false });
      expect(outcomes).toEqual([delivered(`d-${CODE}`)]);
      expect(await rig.dossier(CODE)).toMatchObject({ inserts: 1 });
    },
  );

  it('does not look before the attempt has had time to settle', async () => {
    await rig.fault({ kind: 'drop-after', service: 'DongBoHoSoMC', count: 1 });
    const task = dossierTask(sampleDossier(CODE));
    await rig.port.deliver([task]);
    const looked = (await rig.counters()).calls['TraCuuHoSo'];
    const [outcome] = await rig.another().deliver([{ ...task, look: true }]);
    expect(outcome).toMatchObject({ kind: 'retry', code: 'SETTLING', look: true, unreachable: false });
    expect((await rig.counters()).calls['TraCuuHoSo']).toBe(looked);
  });

  it('stays in doubt while the look-up itself gets no answer', async () => {
    await rig.fault({ kind: 'drop-after', service: 'DongBoHoSoMC', count: 1 });
    await rig.fault({ kind: 'silent', service: 'TraCuuHoSo', count: 2, ms: 20_000 });
    const { outcomes, rounds } = await rig.deliverAll([dossierTask(sampleDossier(CODE))]);
    expect(rounds[1]?.[0]).toMatchObject({ kind: 'retry', code: 'TIMEOUT', look: true });
    expect(outcomes).toEqual([delivered(`d-${CODE}`)]);
    expect(await rig.dossier(CODE)).toMatchObject({ inserts: 1, updates: 1 });
  });

  it('never makes two of an attempt that is carried out after the look-up said no', async () => {
    const environment = { NATIONAL_PORTAL_SETTLE_MS: '0' };
    await rig.fault({ kind: 'apply-late', service: 'DongBoHoSoMC', count: 1, afterLookUps: 2 });
    const task = dossierTask(sampleDossier(CODE));
    await rig.port.deliver([task]);
    const outcomes = await rig.another(environment).deliver([{ ...task, look: true }]);
    expect(outcomes).toEqual([delivered(task.id)]);
    expect(await rig.dossier(CODE)).toMatchObject({ inserts: 1, updates: 1 });
    expect((await rig.counters())['duplicateInserts']).toBe(1);
  });

  it('a whole batch in doubt arrives once', async () => {
    await rig.fault({ kind: 'delay-after', service: 'DongBoHoSoMC', count: 1, ms: 20_000 });
    const tasks = Array.from({ length: 30 }, (_, at) => dossierTask(sampleDossier(code(at + 1))));
    const { outcomes } = await rig.deliverAll(tasks);
    expect(outcomes).toHaveLength(30);
    expect((await rig.counters())['inserts']).toBe(30);
  });
});

describe('a portal that is away', () => {
  it.each([502, 504])('an adapter page %i leaves the outcome unknown', async (status) => {
    await rig.fault({ kind: 'page', status, applied: true, service: 'DongBoHoSoMC', count: 1 });
    const { outcomes, rounds } = await rig.deliverAll([dossierTask(sampleDossier(CODE))]);
    expect(rounds[0]?.[0]).toMatchObject({ kind: 'retry', code: `HTTP_${status}`, look: true, unreachable: true });
    expect(outcomes).toEqual([delivered(`d-${CODE}`)]);
    expect(await rig.dossier(CODE)).toMatchObject({ inserts: 1 });
  });

  it('a server error for one dossier alone holds up no other', async () => {
    await rig.fault({ kind: 'page', status: 500, matching: '-0002$', service: 'DongBoHoSoMC' });
    const [first, second] = [1, 2].map((at) => dossierTask(sampleDossier(code(at))));
    expect(await rig.port.deliver([first, second].filter((task) => task !== undefined))).toMatchObject([
      { kind: 'retry', code: 'HTTP_500', look: true, unreachable: false },
      { kind: 'retry', code: 'HTTP_500', look: true, unreachable: false },
    ]);
    rig.pass(5_000);
    const again = [first, second].flatMap((task) => (task === undefined ? [] : [{ ...task, look: true }]));
    expect(await rig.port.deliver(again)).toMatchObject([{ kind: 'delivered' }, { kind: 'retry', unreachable: false }]);
  });

  it('sends nothing more in a round once nobody answers', async () => {
    await rig.port.lookUp(CODE);
    await rig.fault({ kind: 'silent', ms: 20_000 });
    const before = (await rig.counters()).calls['DongBoHoSoMC'] ?? 0;
    const small = rig.another({ NATIONAL_PORTAL_BATCH_SIZE: '2' });
    const outcomes = await small.deliver([1, 2, 3, 4, 5, 6].map((at) => dossierTask(sampleDossier(code(at)))));
    expect(outcomes.map((outcome) => (outcome.kind === 'retry' ? [outcome.look, outcome.unreachable] : []))).toEqual([
      [true, true],
      [true, true],
      ...Array.from({ length: 4 }, () => [false, true]),
    ]);
    expect((await rig.counters()).calls['DongBoHoSoMC']).toBe(before + 1);
  });

  it('refuses connections for a while, then serves again', async () => {
    await rig.admin('POST', 'closed', { ms: 400 });
    await expect
      .poll(() =>
        rig.port.lookUp(CODE).then(
          () => 'there',
          () => 'away',
        ),
      )
      .toBe('away');
    const [outcome] = await rig.port.deliver([dossierTask(sampleDossier(CODE))]);
    expect(outcome).toMatchObject({ kind: 'retry', unreachable: true });
    await expect.poll(() => rig.port.deliver([dossierTask(sampleDossier(CODE))]), { timeout: 5_000 }).toEqual([delivered(`d-${CODE}`)]);
  });

  it('waits when the portal says that it is busy', async () => {
    await rig.fault({ kind: 'reject', count: 1, message: 'Hệ thống bận, vui lòng thử lại sau' });
    const outcomes = await rig.port.deliver([1, 2].map((at) => dossierTask(sampleDossier(code(at)))));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ kind: 'retry', code: 'BUSY', look: false, unreachable: true });
  });
});
