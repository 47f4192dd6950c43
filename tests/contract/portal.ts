import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectorTools, RunningSimulator, SharedStore } from '../../connectors/contract/manifest.ts';
import type {
  PortalDossier,
  PortalManifest,
  PortalPort,
  PortalRating,
  PortalStatistics,
  PortalStep,
  PortalTask,
} from '../../connectors/contract/portal.ts';

/** A shared store in memory: what two ports of one test share, as two processes would share the hub's. */
export function memoryStore(now: () => number = Date.now): SharedStore {
  const values = new Map<string, { value: string; until: number }>();
  const locks = new Map<string, Promise<unknown>>();
  return {
    async get(key) {
      const kept = values.get(key);
      return kept !== undefined && kept.until > now() ? kept.value : undefined;
    },
    async set(key, value, ttlMs) {
      values.set(key, { value, until: now() + ttlMs });
    },
    async delete(key) {
      values.delete(key);
    },
    exclusively(key, work) {
      const before = locks.get(key) ?? Promise.resolve();
      const mine = before.then(work, work);
      locks.set(
        key,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
}

/** Tools for a connector under test; what it logs is collected in `logged`. */
export function testTools(parts: Partial<ConnectorTools> & { logged?: string[] } = {}): ConnectorTools {
  const { logged, ...tools } = parts;
  return {
    now: () => new Date(),
    log: (level, message, fields) => void logged?.push(JSON.stringify({ level, message, ...fields })),
    store: memoryStore(),
    fetch: globalThis.fetch,
    ...tools,
  };
}

/** An invented dossier filed at the province's desk. */
export function sampleDossier(code: string, overrides: Partial<PortalDossier> = {}): PortalDossier {
  return {
    code,
    origin: 'PROVINCE',
    procedureCode: '1.009999',
    procedureName: 'Thủ tục mẫu',
    fieldCode: 'G99-SIM01',
    fieldName: 'Lĩnh vực mẫu',
    ownerKind: 1,
    ownerName: 'Trần Thị Mẫu',
    owner: { nationalId: '096885123456', technicalId: 'mau-1', phone: '0900000017', email: 'mau@example.invalid', verified: false },
    channel: 'ONLINE',
    status: 4,
    unitName: 'UBND xã Mẫu',
    submittedAt: '2025-07-01T08:00:00+07:00',
    acceptedAt: '2025-07-01T08:30:15+07:00',
    resultByPost: false,
    paidOnline: 'NO',
    files: [],
    fees: [],
    supplements: [],
    ...overrides,
  };
}

/** An invented handling step, `minute` minutes after nine. */
export function sampleStep(minute: number, overrides: Partial<PortalStep> = {}): PortalStep {
  const at = `2025-07-01T09:${String(minute).padStart(2, '0')}:00+07:00`;
  return { at, status: 4, officer: 'Lê Văn Thử', content: `Bước ${minute}`, ...overrides };
}

/** A task that inserts or updates a dossier. */
export function dossierTask(dossier: PortalDossier, overrides: { look?: boolean; known?: boolean } = {}): PortalTask {
  return { id: `d-${dossier.code}`, subject: dossier.code, look: false, known: false, ...overrides, kind: 'dossier', dossier };
}

/** A task that tells a dossier's steps. */
export function stepsTask(code: string, steps: PortalStep[], overrides: { look?: boolean } = {}): PortalTask {
  return { id: `s-${code}`, subject: code, look: false, known: true, ...overrides, kind: 'steps', steps, origin: 'PROVINCE' };
}

/** What three people answered about an invented unit. */
export function sampleRating(overrides: Partial<PortalRating> = {}): PortalRating {
  const unit = { unitCode: 'H12.32248', unitName: 'UBND xã Mẫu' };
  const question = 'Ông/bà có hài lòng về thái độ phục vụ?';
  return { month: '2025-09', ...unit, question, veryPleased: 1, pleased: 1, notPleased: 1, ...overrides };
}

/** An invented unit's month. */
export function sampleStatistics(overrides: Partial<PortalStatistics> = {}): PortalStatistics {
  const unit = { unitCode: 'H12.32248', unitName: 'UBND xã Mẫu' };
  const counts = { received: 120, carriedOver: 30, finishedOnTime: 105, finishedLate: 5, openInTime: 38, openOverdue: 2 };
  return { month: '2025-09', ...unit, ...counts, ...overrides };
}

/** A task that tells ratings. */
export function ratingsTask(ratings: PortalRating[], overrides: { look?: boolean } = {}): PortalTask {
  return { id: 'r-2025-09', subject: '2025-09 32248', look: false, known: false, ...overrides, kind: 'ratings', ratings };
}

/** A task that tells statistics. */
export function statisticsTask(statistics: PortalStatistics[], overrides: { look?: boolean } = {}): PortalTask {
  return { id: 'c-2025-09', subject: '2025-09 32248', look: false, known: false, ...overrides, kind: 'statistics', statistics };
}

/** One way to reach the portal that a connector has several of: its name, and its settings beside the simulator's. */
export interface PortalWay {
  name: string;
  settings: (simulatorUrl: string) => Record<string, string>;
}

/** What every portal connector must do, against its own simulator and with nothing known of either but the contract. */
export function portalContract<Config>(manifest: PortalManifest<Config>, way: PortalWay = { name: 'default', settings: () => ({}) }): void {
  describe(`portal contract: ${manifest.id} by ${way.name}`, () => {
    let simulator: RunningSimulator;
    let port: PortalPort;
    const portFor = ({ url, environment }: RunningSimulator) =>
      manifest.create(manifest.config.parse({ ...environment, ...way.settings(url) }), testTools());

    beforeAll(async () => {
      if (manifest.simulator === undefined) throw new Error('a portal connector needs a simulator');
      simulator = await manifest.simulator.start({ port: 0 });
      port = portFor(simulator);
    });
    afterAll(() => simulator.stop());

    it('names every missing setting and the fix', () => {
      const parsed = manifest.config.safeParse({});
      const messages = parsed.error?.issues.map((issue) => issue.message) ?? [];
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) expect(message).toMatch(/^[A-Z_]{5,}: .{10,}/);
    });

    it('knows its simulator as fit for the sandbox only', () => {
      expect(manifest.sandboxOnly?.(manifest.config.parse(simulator.environment))).not.toHaveLength(0);
    });

    it('delivers many dossiers with one outcome each, and finds them afterwards', async () => {
      const tasks = Array.from({ length: port.batchSize }, (_, at) => dossierTask(sampleDossier(`H12.1-250701-${1001 + at}`)));
      const outcomes = await port.deliver(tasks);
      expect(outcomes.map(({ id }) => id).sort()).toEqual(tasks.map(({ id }) => id).sort());
      expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['delivered']));
      expect(await port.lookUp('H12.1-250701-1001')).toMatchObject({ code: 'H12.1-250701-1001' });
    });

    it('does not know what nobody told it', async () => {
      expect(await port.lookUp('H12.1-250701-9999')).toBeNull();
    });

    it('takes an insert of what the portal has, and an update of what it lacks', async () => {
      const known = sampleDossier('H12.2-250701-0001');
      await port.deliver([dossierTask(known)]);
      expect(await port.deliver([dossierTask(known)])).toEqual([{ id: 'd-H12.2-250701-0001', kind: 'delivered' }]);
      const unknown = dossierTask(sampleDossier('H12.2-250701-0002'), { known: true });
      expect(await port.deliver([unknown])).toEqual([{ id: unknown.id, kind: 'delivered' }]);
      expect(await port.lookUp(unknown.subject)).not.toBeNull();
    });

    it('refuses one bad dossier alone and delivers the others', async () => {
      const tasks = [1, 2, 3, 4, 5].map((at) =>
        dossierTask(sampleDossier(`H12.3-250701-000${at}`, at === 3 ? { procedureCode: 'no code' } : {})),
      );
      const outcomes = await port.deliver(tasks);
      expect(outcomes.filter(({ kind }) => kind === 'delivered')).toHaveLength(4);
      expect(outcomes.find(({ kind }) => kind === 'refused')?.id).toBe('d-H12.3-250701-0003');
    });

    it('carries states and steps', async () => {
      const dossier = sampleDossier('H12.4-250701-0001', { origin: 'NATIONAL_PORTAL', nationalCode: 'SIM-QG-000123' });
      const status: PortalTask = { id: 'n', subject: dossier.code, look: false, known: false, kind: 'status', dossier };
      expect(await port.deliver([status])).toEqual([{ id: 'n', kind: 'delivered' }]);
      expect(await port.deliver([stepsTask(dossier.code, [sampleStep(1), sampleStep(2)])])).toEqual([
        { id: `s-${dossier.code}`, kind: 'delivered' },
      ]);
    });

    it('carries reports where it has a function for them, again and again, and refuses those that it has none for', async () => {
      const tasks = [ratingsTask([sampleRating()]), statisticsTask([sampleStatistics()])];
      const able = [port.reportRatings !== undefined, port.reportStatistics !== undefined];
      const kinds = able.map((can) => (can ? 'delivered' : 'refused'));
      expect((await port.deliver(tasks)).map(({ kind }) => kind)).toEqual(kinds);
      expect((await port.deliver(tasks.map((task) => ({ ...task, known: true })))).map(({ kind }) => kind)).toEqual(kinds);
      await port.reportRatings?.([sampleRating()]);
      await port.reportStatistics?.([sampleStatistics()]);
    });

    it('reads each procedure that it lists, and knows none that the portal has not', async () => {
      const listed = (await port.listProcedures?.()) ?? [];
      for (const { code, name } of listed.slice(0, 5)) expect(await port.procedure?.(code)).toMatchObject({ code, name, published: true });
      expect((await port.procedure?.('9.999999')) ?? null).toBeNull();
      expect(listed.length > 0).toBe(port.listProcedures !== undefined);
    });

    it('tells a portal that is away from a refusal, without throwing', async () => {
      const gone = await manifest.simulator?.start({ port: 0 });
      if (gone === undefined) throw new Error('a portal connector needs a simulator');
      await gone.stop();
      const [outcome] = await portFor(gone).deliver([dossierTask(sampleDossier('H12.5-250701-0001'))]);
      expect(outcome).toMatchObject({ kind: 'retry', unreachable: true, look: false });
    });
  });
}
