import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testTools } from '../../tests/contract/portal.ts';
import { UpstreamError } from '../contract/errors.ts';
import type { RunningSimulator } from '../contract/manifest.ts';
import type { ReportingPort } from '../contract/reporting.ts';
import manifest from './manifest.ts';
import { startReportingSimulator } from './simulator.ts';
import { daysOf, evaluationBody, unitsOf } from './wire.ts';

let simulator: RunningSimulator;
let port: ReportingPort;
beforeAll(async () => {
  simulator = await startReportingSimulator({});
  port = manifest.create(manifest.config.parse(simulator.environment), testTools());
});
afterAll(() => simulator.stop());

const behave = async (behavior: object) => {
  const response = await fetch(`${simulator.url}/_simulator/behavior`, { method: 'PUT', body: JSON.stringify(behavior) });
  expect(response.status).toBe(200);
};
beforeEach(() => behave({}));

const QUARTER = { timeType: 'quarter', year: 2025, quarter: 3 } as const;

describe('a question to the public reports', () => {
  it('is put as the portal’s own page puts it, with its two spellings of one filter', () => {
    const asked = { root: 'R', page: 1 };
    expect(evaluationBody('transparency', QUARTER, asked)).toEqual({
      ...{ timeType: 'quarter', year: 2025, quarter: 3, rootDepartmentId: 'R', currentPage: 1, pageSize: 200 },
    });
    expect(evaluationBody('dossier-digitized', { timeType: 'year', year: 2026 }, { ...asked, formality: 'F' })).toMatchObject({
      formalityID: 'F',
    });
    expect(evaluationBody('dvc-progress-tree', { timeType: 'month', year: 2026, month: 8 }, { ...asked, formality: 'F' })).toEqual({
      ...{ timeType: 'month', year: 2026, month: 8, rootDepartmentId: 'R', formalityId: 'F', currentPage: 1, pageSize: 100 },
    });
    expect(evaluationBody('handling-satisfaction', QUARTER, asked)).toEqual({
      ...{ fromDate: '2025-07-01', toDate: '2025-09-30', rootDepartmentId: 'R', currentPage: 1, pageSize: 200 },
    });
    expect(daysOf({ timeType: 'month', year: 2024, month: 2 })).toEqual({ fromDate: '2024-02-01', toDate: '2024-02-29' });
    expect(daysOf({ timeType: 'year', year: 2025 })).toEqual({ fromDate: '2025-01-01', toDate: '2025-12-31' });
  });

  it('brings the province and all its units, whatever the form of the group and over all pages', async () => {
    for (const pageSize of [null, 10]) {
      await behave({ pageSize });
      const rows = await port.evaluation('transparency', QUARTER);
      expect([rows.length, rows[0]?.code, new Set(rows.map(({ code }) => code)).size]).toEqual([77, 'H12', 77]);
      expect(rows[1]?.metrics.find(({ code }) => code === 'DOSSIER_SYNC')?.flags).toEqual(['TEMP_NATIONAL_REPORT_DENOMINATOR']);
      const tree = await port.evaluation('dvc-progress-tree', QUARTER);
      expect([tree.length, tree[5]?.parameters['totalReceived']]).toEqual([77, expect.any(Number)]);
      expect(tree[5]?.max).toBe(20);
    }
  });

  it('may be of one procedure, but for the group that has none', async () => {
    const [all] = await port.evaluation('dossier-digitized', QUARTER);
    const [one] = await port.evaluation('dossier-digitized', QUARTER, '1.001193');
    expect(one?.metrics[0]?.numerator).not.toBe(all?.metrics[0]?.numerator);
    expect(await port.evaluation('handling-satisfaction', QUARTER, '1.001193')).toEqual([]);
    expect(await port.evaluation('transparency', QUARTER, 'unknown')).toEqual([]);
  });
});

describe('an answer', () => {
  it('keeps null what is null, and drops nothing else', () => {
    const metric = { code: 'A', name: 'a', numerator: 0, denominator: null, ratio: null, score: null, maxScore: 6 };
    const [root] = unitsOf({ overview: { departmentName: 'Tỉnh', departmentCode: null, score: 0, metrics: [metric] }, evaluation: [] });
    expect(root).toEqual({
      ...{ code: null, name: 'Tỉnh', score: 0, max: null, parameters: {} },
      metrics: [{ code: 'A', numerator: 0, denominator: null, score: null, max: 6, flags: [] }],
    });
    const [parent] = unitsOf({ parent: { departmentName: 'Tỉnh', totalReceived: null, totalOnTime: 0, stt: 1 }, children: [] });
    expect(parent?.parameters).toEqual({ totalReceived: null, totalOnTime: 0 });
  });

  it.each([
    [{ status: 503 }, 'HTTP_503', true],
    [{ status: 429 }, 'HTTP_429', true],
    [{ status: 400 }, 'HTTP_400', false],
    [{ html: true }, 'UNREADABLE', false],
    [{ changed: [{ group: 'transparency', code: 'H12', values: { metrics: 'none' } }] }, undefined, false],
  ])('that is none says so: %j', async (behavior, code, unreachable) => {
    await behave(behavior);
    const asked = port.evaluation('transparency', QUARTER).catch((error: unknown) => error);
    if (code === undefined) expect((await asked) as unknown[]).toHaveLength(77);
    else expect(await asked).toMatchObject({ code, unreachable, retry: true });
  });

  it('that never comes is a failure of the whole', async () => {
    const nowhere = manifest.create({ url: 'http://127.0.0.1:9', root: 'R', timeoutMs: 2_000, pauseMs: 0 }, testTools());
    const error = await nowhere.evaluation('transparency', QUARTER).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({ unreachable: true });
  });
});

describe('the settings', () => {
  it('name what is missing, and the simulator’s own is refused in production', () => {
    const missing = manifest.config.safeParse({ NATIONAL_PORTAL_REPORTING_URL: ' ' });
    expect(missing.error?.issues.map(({ message }) => message.split(':')[0])).toEqual([
      'NATIONAL_PORTAL_REPORTING_URL',
      'NATIONAL_PORTAL_REPORTING_ROOT',
    ]);
    expect(manifest.sandboxOnly?.(manifest.config.parse(simulator.environment))).toHaveLength(1);
  });
});
