import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../../connectors/contract/errors.ts';
import type { PortalProcedure } from '../../../../connectors/contract/portal.catalogue.ts';
import type { PortalPort } from '../../../../connectors/contract/portal.ts';
import { graphql } from '../../../../schema/generated/gql.ts';
import { COMMUNE, createDossiersHub, type DossiersHub } from '../../../../tests/support/dossiers.ts';
import { pullCatalogueJob } from './catalogue.jobs.ts';
import { isNational } from './entry.ts';
import { planPull } from './plan.ts';
import { pullCatalogue } from './pull.ts';

const PULL = graphql(`
  mutation PullCatalogue($acceptLoss: Boolean) {
    pullCatalogue(acceptLoss: $acceptLoss) { requested userErrors { code } }
  }
`);
const SHOWN = graphql(`
  query CatalogueHistory {
    cataloguePulls(first: 1) { askedBy outcome listed added changed withdrawn failed }
    catalogueChanges(first: 100) { procedure kind before { name fee active } after { name fee workingDays active } }
  }
`);
const ADMINISTRATOR = { roles: ['ADMINISTRATOR' as const] };
const NIGHTLY = { askedBy: 'schedule', acceptLoss: false };

interface Row {
  code: string;
  name: string;
  field: string;
  fieldCode: string | null;
  workingDays: number | null;
  fee: number | null;
  active: boolean;
  provisional: boolean;
}

/** A procedure as the portal has it: one way of filing, one time, one fee. */
function national(
  code: string,
  over: { name?: string; amount?: number | null; days?: number | null; unit?: string; field?: string; fieldCode?: string } = {},
): PortalProcedure {
  const { name = `Thủ tục ${code}`, amount = null, days = null, unit = 'Ngày làm việc', field = 'Hộ tịch', fieldCode = '' } = over;
  const fee = { code: "1'", kind: 'FEE' as const, amount, amountText: '', unit: 'Đồng', note: '' };
  return {
    ...{
      code,
      name,
      published: true,
      levels: ['COMMUNE'],
      fields: [{ code: fieldCode, name: field }],
      audiences: [],
      components: [],
      sequence: [],
    },
    ways: [{ channel: 'IN_PERSON', times: [{ duration: days, durationText: '', unit, note: '', fees: amount === null ? [] : [fee] }] }],
    ...{ results: [], legalBases: [], agencies: { handling: [], competent: [], delegated: [], coordinating: [] } },
    ...{ requirements: '', keywords: '', receptionAddress: '', description: '', related: [], linked: [], raw: {} },
  };
}

let hub: DossiersHub;
/** What the portal lists, by code. */
const portal = new Map<string, PortalProcedure>();
let asked: string[] = [];
let failing: ReadonlySet<string> = new Set();

const port: PortalPort = {
  batchSize: 10,
  deliver: async () => [],
  lookUp: async () => null,
  listProcedures: async () => [...portal.values()].map(({ code, name }) => ({ code, name })),
  async procedure(code) {
    asked.push(code);
    if (failing.has(code)) throw new UpstreamError('no', { code: 'PORTAL_-1', retry: true, outcomeUnknown: false, unreachable: false });
    return portal.get(code) ?? null;
  },
};

const rows = () =>
  hub.platform.db.query<Row>(
    'SELECT code, name, field, field_code AS "fieldCode", working_days AS "workingDays", fee, active, provisional FROM dossiers.procedure ORDER BY code',
  );
const row = async (code: string) => (await rows()).find((each) => each.code === code);
const changes = async (code: string) =>
  (
    await hub.platform.db.query<{ kind: string }>('SELECT kind FROM dossiers.catalogue_change WHERE procedure = $1 ORDER BY id', [code])
  ).map(({ kind }) => kind);

beforeAll(async () => {
  hub = await createDossiersHub();
  hub.platform.connectors = { ...hub.platform.connectors, portal: () => port };
  for (const { code, name, field } of await rows()) if (isNational(code)) portal.set(code, national(code, { name, field }));
});
afterAll(() => hub.stop());
beforeEach(() => {
  asked = [];
  failing = new Set();
});

describe('a look at the national catalogue', () => {
  it('asks for each procedure once, and changes nothing where the portal says the same', async () => {
    const before = await rows();
    const pulled = await pullCatalogue(hub.platform, NIGHTLY);
    expect(pulled).toEqual({ outcome: 'DONE', listed: portal.size, added: 0, changed: 0, withdrawn: 0, failed: 0 });
    expect(asked.toSorted()).toEqual([...portal.keys()].toSorted());
    expect(await rows()).toEqual(before);
    asked = [];
    await pullCatalogue(hub.platform, NIGHTLY);
    expect(asked).toEqual([]);
  });

  it('takes new ones, and new names with what else changed', async () => {
    portal.set('1.999001', national('1.999001', { amount: 8_000, days: 3, fieldCode: 'G15-HT01' }));
    portal.set('1.001193', national('1.001193', { name: 'Đăng ký khai sinh (sửa đổi)', amount: 0 }));
    expect(await pullCatalogue(hub.platform, NIGHTLY)).toMatchObject({ added: 1, changed: 1, withdrawn: 0 });
    expect(asked.toSorted()).toEqual(['1.001193', '1.999001']);
    expect(await row('1.999001')).toMatchObject({
      name: 'Thủ tục 1.999001',
      field: 'Hộ tịch',
      fieldCode: 'G15-HT01',
      fee: 8_000,
      workingDays: 3,
      active: true,
      provisional: false,
    });
    expect(await row('1.001193')).toMatchObject({ name: 'Đăng ký khai sinh (sửa đổi)', fee: 0 });
    expect(await changes('1.001193')).toEqual(['CHANGED']);
    expect(await changes('1.999001')).toEqual(['ADDED']);
  });

  it('keeps what the portal does not say: a fee that is not published is not free, and hours are no days', async () => {
    const held = await row('2.000815');
    portal.set('2.000815', national('2.000815', { name: 'Chứng thực bản sao (mới)', days: 2, unit: 'Giờ' }));
    await pullCatalogue(hub.platform, NIGHTLY);
    expect(await row('2.000815')).toMatchObject({ name: 'Chứng thực bản sao (mới)', fee: held?.fee, workingDays: held?.workingDays });
  });

  it('confirms what a dossier brought first, and leaves local and made-up ones alone', async () => {
    await hub.feed(
      hub.dossier({ procedure: '1.999002', procedureName: 'Tên tạm' }),
      hub.dossier({ procedure: '1.014466.H12', procedureName: 'Thủ tục của tỉnh' }),
    );
    portal.set('1.999002', national('1.999002', { name: 'Tên đầy đủ' }));
    const untouched = (await rows()).filter(({ code }) => !isNational(code));
    expect(untouched.length).toBeGreaterThan(1);
    await pullCatalogue(hub.platform, NIGHTLY);
    expect(await row('1.999002')).toMatchObject({ name: 'Tên đầy đủ', provisional: false, active: true });
    expect(await changes('1.999002')).toEqual(['CONFIRMED']);
    expect((await rows()).filter(({ code }) => !isNational(code))).toEqual(untouched);
  });

  it('takes out of use what is listed no more, deletes nothing, and takes it back', async () => {
    const gone = portal.get('1.999001') as PortalProcedure;
    portal.delete('1.999001');
    expect(await pullCatalogue(hub.platform, NIGHTLY)).toMatchObject({ outcome: 'DONE', withdrawn: 1 });
    expect(await row('1.999001')).toMatchObject({ active: false, fee: 8_000 });
    portal.set('1.999001', gone);
    expect(await pullCatalogue(hub.platform, NIGHTLY)).toMatchObject({ changed: 1 });
    expect(await changes('1.999001')).toEqual(['ADDED', 'WITHDRAWN', 'RETURNED']);
  });

  it.each([
    ['empty', 0],
    ['much shorter', 0.85],
  ])('takes nothing out of use where the list is %s, and says so', async (_, share) => {
    const all = [...portal.entries()];
    portal.clear();
    for (const [code, procedure] of all.slice(0, Math.floor(all.length * share))) portal.set(code, procedure);
    const before = await rows();
    expect(await pullCatalogue(hub.platform, NIGHTLY)).toMatchObject({ outcome: 'GUARDED', withdrawn: 0 });
    expect(await rows()).toEqual(before);
    const [alert] = await hub.platform.db.query<{ data: unknown }>(
      `SELECT data FROM outbox.event WHERE kind = 'catalogue.guarded' ORDER BY id DESC LIMIT 1`,
    );
    expect(alert?.data).toEqual({ listed: portal.size, missing: all.length - portal.size });
    for (const [code, procedure] of all) portal.set(code, procedure);
  });

  it('believes a short list where an administrator says so, or the threshold is another', async () => {
    const all = [...portal.entries()];
    const kept = all.slice(0, Math.floor(all.length * 0.8));
    portal.clear();
    for (const [code, procedure] of kept) portal.set(code, procedure);
    expect(await pullCatalogue(hub.platform, { askedBy: 'quan-tri', acceptLoss: true })).toMatchObject({
      outcome: 'DONE',
      withdrawn: all.length - kept.length,
    });
    for (const [code, procedure] of all) portal.set(code, procedure);
    await pullCatalogue(hub.platform, NIGHTLY);
    expect(await row(all.at(-1)?.[0] ?? '')).toMatchObject({ active: true });
  });

  it('goes on where one can’t be had, and asks for it again', async () => {
    portal.set('1.999003', national('1.999003'));
    portal.set('1.999004', national('1.999004'));
    failing = new Set(['1.999003']);
    expect(await pullCatalogue(hub.platform, NIGHTLY)).toMatchObject({ added: 1, failed: 1 });
    failing = new Set();
    expect(await pullCatalogue(hub.platform, NIGHTLY)).toMatchObject({ added: 1, failed: 0 });
  });
});

describe('a plan', () => {
  const held = (code: string, over: object = {}) => ({
    ...{
      code,
      name: code,
      field: '',
      fieldCode: null,
      workingDays: null,
      fee: null,
      active: true,
      provisional: false,
      nationalAt: null,
      ownTime: false,
      ...over,
    },
  });
  const plan = (codes: string[], of: ReturnType<typeof held>[], before?: number) =>
    planPull({
      list: codes.map((code) => ({ code, name: code })),
      held: new Map(of.map((each) => [each.code, each])),
      ...{ before, largestLossPercent: 10, now: new Date('2025-09-30T00:00:00Z') },
    });

  it('bears a loss of a tenth and not more', () => {
    const codes = Array.from({ length: 100 }, (_, at) => `1.${String(at).padStart(6, '0')}`);
    const all = codes.map((code) => held(code));
    expect(plan(codes.slice(10), all, 100)).toMatchObject({ guarded: false, gone: codes.slice(0, 10) });
    expect(plan(codes.slice(11), all, 100).guarded).toBe(true);
    // As long as ever, but of other codes: what is in use would go.
    expect(plan(codes.slice(50).concat(codes.slice(50).map((code) => code.replace('1.', '2.'))), all, 100).guarded).toBe(true);
    expect(plan([], [], undefined).guarded).toBe(true);
  });

  it('asks first for what is new, then for other names, then for what was never asked for or long ago', () => {
    const [fresh, old] = [new Date('2025-09-29T00:00:00Z'), new Date('2025-09-01T00:00:00Z')];
    const of = [
      ...[held('1.000001', { nationalAt: fresh }), held('1.000002', { nationalAt: old }), held('1.000003')],
      ...[held('1.000004', { name: 'x', nationalAt: fresh }), held('1.000005', { provisional: true, nationalAt: fresh })],
    ];
    expect(plan(['1.000001', '1.000002', '1.000003', '1.000004', '1.000005', '1.000006'], of).ask).toEqual([
      ...['1.000006', '1.000005', '1.000004', '1.000003', '1.000002'],
    ]);
  });
});

describe('the catalogue in the graph', () => {
  it('is looked at when the province’s administrator asks, and shows what was done', async () => {
    hub.woken.length = 0;
    expect((await hub.ask(PULL, { as: ADMINISTRATOR })).data).toEqual({ pullCatalogue: { requested: true, userErrors: [] } });
    const [wakeUp] = hub.woken;
    expect(wakeUp?.job).toBe(pullCatalogueJob.name);
    await pullCatalogueJob.run(hub.platform, pullCatalogueJob.input.parse(wakeUp?.input), new AbortController().signal);
    const { data } = await hub.ask(SHOWN, {
      as: { roles: ['OPERATOR'] },
    });
    expect(data?.cataloguePulls).toMatchObject([{ outcome: 'DONE', added: 0 }]);
    expect(data?.catalogueChanges.find(({ procedure }) => procedure === '1.001193')).toMatchObject({ kind: 'CHANGED', after: { fee: 0 } });
  });

  it('is nobody else’s', async () => {
    for (const as of [{ roles: ['OPERATOR' as const] }, { ...ADMINISTRATOR, unit: COMMUNE }]) {
      expect((await hub.ask(PULL, { as })).codes).toEqual(['FORBIDDEN']);
    }
    expect((await hub.ask(PULL)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await hub.ask(SHOWN, { as: { roles: ['CITIZEN'], nationalId: '096885123456' } })).codes).toContain('FORBIDDEN');
  });

  it('is pulled by night, once', async () => {
    const business = hub.platform.clock.business;
    const inputsAt = async (instant: string) => {
      hub.platform.clock.business = () => new Date(instant);
      const inputs = await pullCatalogueJob.schedule?.inputs(hub.platform);
      hub.platform.clock.business = business;
      return inputs;
    };
    expect(await inputsAt('2026-03-02T09:00:00+07:00')).toEqual([]);
    expect(await inputsAt('2026-03-02T02:00:00+07:00')).toEqual([NIGHTLY]);
    hub.platform.clock.business = () => new Date('2026-03-02T02:00:00+07:00');
    await pullCatalogue(hub.platform, NIGHTLY);
    hub.platform.clock.business = business;
    expect(await inputsAt('2026-03-02T03:00:00+07:00')).toEqual([]);
  });

  it('says so where the way to the portal has none', async () => {
    const { listProcedures: _, ...without } = port;
    hub.platform.connectors = { ...hub.platform.connectors, portal: () => without };
    expect(await pullCatalogue(hub.platform, NIGHTLY)).toBeUndefined();
    expect((await hub.ask(PULL, { as: ADMINISTRATOR })).data).toEqual({
      pullCatalogue: { requested: false, userErrors: [{ code: 'NOT_AVAILABLE' }] },
    });
    hub.platform.connectors = { ...hub.platform.connectors, portal: () => port };
  });
});
