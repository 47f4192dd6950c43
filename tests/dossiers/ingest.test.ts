import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { COMMUNE, createDossiersHub, type DossiersHub, type IngestShown, outcomes, step } from '../support/dossiers.ts';

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

const eventsOf = (shown: IngestShown, at = 0) => shown.results[at]?.dossier?.events ?? [];

/** What the portal is to be told of a dossier, in order. */
const deliveriesOf = (code: string) =>
  hub.platform.db.query<{ operation: string; sequence: number }>(
    'SELECT operation, sequence FROM outbox.event WHERE subject = $1 AND connector IS NOT NULL ORDER BY sequence',
    [code],
  );

describe('versions of one dossier', () => {
  const versions = (base: DossierIngestInput) => ({
    one: { ...base, sourceVersion: 1 },
    two: { ...base, sourceVersion: 2, status: 'PROCESSING' as const },
    three: { ...base, sourceVersion: 3, status: 'RESOLVED' as const, resolvedAt: '2025-09-30T10:00:00+07:00' },
  });

  it.each([
    ['in order', ['one', 'two', 'three'], ['CREATED', 'UPDATED', 'UPDATED']],
    ['backwards', ['three', 'two', 'one'], ['CREATED', 'STALE', 'STALE']],
    ['the middle one last', ['one', 'three', 'two'], ['CREATED', 'UPDATED', 'STALE']],
    ['each twice', ['one', 'one', 'three', 'three'], ['CREATED', 'UNCHANGED', 'UPDATED', 'UNCHANGED']],
  ] as const)('come %s, in one call or in several', async (_, order, expected) => {
    const together = versions(hub.dossier());
    expect(outcomes(await hub.feed(...order.map((name) => together[name])))).toEqual(expected);
    const apart = versions(hub.dossier());
    const answers = [];
    for (const name of order) answers.push(...outcomes(await hub.feed(apart[name])));
    expect(answers).toEqual(expected);
    for (const { one } of [together, apart]) {
      const [row] = await hub.platform.db.query('SELECT status, source_version FROM dossiers.dossier WHERE code = $1', [one.code]);
      expect(row).toEqual({ status: 'RESOLVED', source_version: 3 });
    }
  });

  it('are the same where only the order of keys, the form of letters or empty texts differ', async () => {
    const base = hub.dossier({ summary: 'Đăng ký khai sinh', steps: [step(null, '09:00', 'ACCEPTED', 'Tiếp nhận hồ sơ')] });
    await hub.feed(base);
    const decomposed = JSON.parse(JSON.stringify(base).normalize('NFD')) as DossierIngestInput;
    const again = Object.fromEntries(Object.entries(decomposed).reverse()) as DossierIngestInput;
    expect(outcomes(await hub.feed({ ...again, nationalCode: '  ', voidReason: '' }))).toEqual(['UNCHANGED']);
  });

  it('keep what they are compared with where the content is the same under a higher number', async () => {
    const base = hub.dossier();
    await hub.feed(base);
    expect(outcomes(await hub.feed({ ...base, sourceVersion: 7 }, { ...base, sourceVersion: 5, status: 'PROCESSING' }))).toEqual([
      'UNCHANGED',
      'STALE',
    ]);
    const reused = await hub.feed({ ...base, sourceVersion: 7, status: 'PROCESSING' });
    expect(reused.results[0]).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'SOURCE_VERSION_REUSED', field: ['sourceVersion'] }],
      dossier: null,
    });
  });

  it('come from many callers at once, and the newest is kept whoever was first', async () => {
    const base = hub.dossier();
    const numbers = Array.from({ length: 12 }, (_, at) => at + 1);
    const sent = numbers.map((version) => ({ ...base, sourceVersion: version, summary: `lần ${version}` }));
    const answers = await Promise.all([...sent, ...sent].map((input) => hub.feed(input)));
    const all = answers.flatMap(outcomes);
    expect(all.filter((outcome) => outcome === 'CREATED')).toHaveLength(1);
    expect(all).not.toContain('REJECTED');
    const [row] = await hub.platform.db.query('SELECT source_version, summary FROM dossiers.dossier WHERE code = $1', [base['code']]);
    expect(row).toEqual({ source_version: 12, summary: 'lần 12' });
  });

  it('come in overlapping batches at once, in opposite orders', async () => {
    const batch = Array.from({ length: 30 }, () => hub.dossier());
    const answers = await Promise.all(
      [batch, [...batch].reverse(), batch.slice(10), [...batch].reverse().slice(5)].map((input) => hub.feed(...input)),
    );
    expect(answers.reduce((sum, each) => sum + each.created, 0)).toBe(30);
    expect(answers.reduce((sum, each) => sum + each.rejected, 0)).toBe(0);
  });
});

describe('steps', () => {
  it('become one event each, whichever version brings them and however often', async () => {
    const base = hub.dossier();
    const [a, b, c] = [step('a', '08:10', 'ACCEPTED'), step('b', '09:00', 'PROCESSING'), step('c', '10:00', 'RESOLVED')];
    await hub.feed({ ...base, sourceVersion: 2, steps: [a, c] });
    await hub.feed({ ...base, sourceVersion: 3, steps: [a, b, c, c] });
    const late = await hub.feed({ ...base, sourceVersion: 1, steps: [b, a] });
    expect(outcomes(late)).toEqual(['STALE']);
    expect(eventsOf(late).map((event) => event.note)).toEqual(['bước a', 'bước b', 'bước c']);
    expect((await deliveriesOf(base['code'])).map((each) => each.operation)).toEqual([
      'DongBoHoSoMC',
      'CapNhatTienDoHoSoMC',
      'DongBoHoSoMC',
      'CapNhatTienDoHoSoMC',
    ]);
  });

  it('of a stale version join once, reach the portal once, and change the version that clients watch', async () => {
    const base = hub.dossier({ sourceVersion: 5, status: 'PROCESSING', steps: [step('b', '09:00', 'PROCESSING')] });
    await hub.feed(base);
    const stale = {
      ...base,
      sourceVersion: 2,
      status: 'ACCEPTED' as const,
      steps: [step('a', '08:30', 'ACCEPTED'), step('b', '09:00', 'PROCESSING')],
    };
    const answers = await Promise.all([hub.feed(stale), hub.feed(stale), hub.feed(stale)]);
    expect(answers.map(outcomes)).toEqual([['STALE'], ['STALE'], ['STALE']]);
    const [dossier] = (await hub.feed(stale)).results;
    expect(dossier?.dossier).toMatchObject({ version: 2, status: 'PROCESSING', events: [{ note: 'bước a' }, { note: 'bước b' }] });
    expect(await deliveriesOf(base['code'])).toEqual([
      { operation: 'DongBoHoSoMC', sequence: 1 },
      { operation: 'CapNhatTienDoHoSoMC', sequence: 2 },
      { operation: 'CapNhatTienDoHoSoMC', sequence: 3 },
    ]);
    const told = await hub.platform.db.query(
      `SELECT data->>'version' AS version FROM outbox.event WHERE subject = $1 AND kind = 'dossier.changed' ORDER BY id`,
      [base['code']],
    );
    expect(told).toEqual([{ version: '1' }, { version: '2' }]);
  });

  it('without keys are told apart by time, state and content', async () => {
    const same = step(null, '09:00', 'PROCESSING', 'Thẩm định');
    const base = hub.dossier({
      steps: [same, { ...same, key: '' }, { ...same, content: 'Trình ký' }, step(null, '09:01', 'PROCESSING', 'Thẩm định')],
    });
    const made = await hub.feed(base);
    expect(eventsOf(made)).toHaveLength(3);
    const later = await hub.feed({ ...base, sourceVersion: 2, steps: [{ ...same, content: 'Thẩm định'.normalize('NFD') }] });
    expect(eventsOf(later)).toHaveLength(3);
  });

  it('keep what their key first brought: the trail is never written over', async () => {
    const base = hub.dossier({ steps: [step('a', '09:00', 'PROCESSING', 'Thẩm định')] });
    const [first] = eventsOf(await hub.feed(base));
    const again = await hub.feed({ ...base, sourceVersion: 2, steps: [step('a', '10:00', 'RESOLVED', 'Khác hẳn')] });
    expect(eventsOf(again)).toEqual([first]);
  });

  it('are made in the name of the unit, one for each change of state, where the source sends none', async () => {
    const base = hub.dossier({ status: 'SUBMITTED', acceptedAt: null });
    await hub.feed(base);
    await hub.feed({ ...base, sourceVersion: 2, summary: 'chỉ đổi trích yếu', steps: [] });
    await hub.feed({ ...base, sourceVersion: 3, status: 'ACCEPTED', acceptedAt: '2025-09-30T08:05:00+07:00' });
    const done = await hub.feed({ ...base, sourceVersion: 4, status: 'RETURNED', returnedAt: '2025-09-30T09:00:00+07:00' });
    const [unit] = await hub.platform.db.query<{ name: string }>('SELECT name FROM dossiers.unit WHERE code = $1', [COMMUNE]);
    expect(eventsOf(done).map(({ status, actor, at }) => ({ status, actor, at }))).toEqual([
      { status: 'SUBMITTED', actor: unit?.name, at: '2025-09-30T08:00:00.000+07:00' },
      { status: 'ACCEPTED', actor: unit?.name, at: '2025-09-30T08:05:00.000+07:00' },
      { status: 'RETURNED', actor: unit?.name, at: '2025-09-30T09:00:00.000+07:00' },
    ]);
  });

  it('of nobody are the unit’s', async () => {
    const shown = await hub.feed(hub.dossier({ steps: [{ ...step('a', '08:10', 'ACCEPTED'), officer: ' ' }] }));
    const [unit] = await hub.platform.db.query<{ name: string }>('SELECT name FROM dossiers.unit WHERE code = $1', [COMMUNE]);
    expect(eventsOf(shown).map((event) => event.actor)).toEqual([unit?.name]);
  });

  it('that the state machine does not foresee are taken, marked and counted', async () => {
    const odd = hub.dossier({
      status: 'PROCESSING',
      steps: [step('a', '08:10', 'ACCEPTED'), step('b', '08:20', 'RETURNED'), step('c', '08:30', 'PROCESSING')],
    });
    const shown = await hub.feed(odd, hub.dossier());
    expect(shown).toMatchObject({ created: 2, unusualSteps: 1 });
    expect(eventsOf(shown).map((event) => event.unusual)).toEqual([false, false, true]);
    expect((await hub.feed({ ...odd, sourceVersion: 2, status: 'REFUSED' })).results[0]?.dossier?.status).toBe('REFUSED');
  });
});
