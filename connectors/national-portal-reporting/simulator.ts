import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { RunningSimulator, StartSimulator } from '../contract/manifest.ts';
import { EVALUATION_GROUPS, type EvaluationGroup } from '../contract/reporting.ts';
import { figuresOf, ROOT, UNITS } from './simulator.figures.ts';

/** The simulator's own id of the province. */
export const SIMULATOR_ROOT = 'sim-H12';
const BODY_LIMIT = 64 * 1_024;

/** How the simulated reports behave, and what was altered behind our back. */
const rule = z.strictObject({
  /** A status to answer everything with, e.g. 503 or 429; null: it works. */
  status: z.int().nullable().default(null),
  /** Answers a page of HTML instead. */
  html: z.boolean().default(false),
  /** Units on a page; null: all. */
  pageSize: z.int().min(1).nullable().default(null),
  /** Fields that replace those of a unit: group, agency code, values. */
  changed: z
    .array(z.strictObject({ group: z.enum(EVALUATION_GROUPS), code: z.string(), values: z.record(z.string(), z.unknown()) }))
    .default([]),
});
type Behavior = z.infer<typeof rule>;

interface Asked {
  rootDepartmentId?: unknown;
  currentPage?: unknown;
  formalityId?: unknown;
  formalityID?: unknown;
  timeType?: unknown;
  fromDate?: unknown;
  q?: unknown;
}

/** Starts the simulated reports: the public addresses, `GET /health/live`, and `PUT /_simulator/behavior` for operators. */
export const startReportingSimulator: StartSimulator = async (options): Promise<RunningSimulator> => {
  const host = options.host ?? '127.0.0.1';
  let behavior: Behavior = rule.parse({});
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (request.url === '/health/live') return send(response, 200, { live: true });
    if (request.url === '/_simulator/behavior' && request.method === 'PUT') {
      behavior = rule.parse(JSON.parse(body));
      return send(response, 200, behavior);
    }
    if (behavior.status !== null) return send(response, behavior.status, { code: 'ERROR', message: 'Hệ thống bận' });
    if (behavior.html) return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Bảo trì</html>');
    const asked = JSON.parse(body) as Asked;
    if (request.url === '/api/v1/reporting/formalities') return send(response, 201, ok(catalogue(asked)));
    const group = EVALUATION_GROUPS.find((each) => request.url === `/api/v1/reporting/evaluation/${each}`);
    const problem = group === undefined ? 'no such report' : refuse(group, asked);
    if (group === undefined || problem !== undefined) return send(response, 400, { code: 'BAD_REQUEST', message: problem });
    send(response, 201, ok(evaluation(group, asked, behavior)));
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port ?? 0, host, resolve));
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    environment: {
      ...{ NATIONAL_PORTAL_REPORTING_URL: url, NATIONAL_PORTAL_REPORTING_ROOT: SIMULATOR_ROOT },
      ...{ NATIONAL_PORTAL_REPORTING_PAUSE_MS: '0' },
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk as string;
    if (text.length > BODY_LIMIT) throw new Error('too long');
  }
  return text;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

const ok = (data: object) => ({ code: 'OK', data, message: 'Thành công' });

/** The portal's quirks, held to strictly: who gets one wrong here would be answered with all procedures there. */
function refuse(group: EvaluationGroup, asked: Asked): string | undefined {
  if (asked.rootDepartmentId !== SIMULATOR_ROOT) return 'rootDepartmentId is unknown';
  const days = group === 'handling-satisfaction';
  if (days ? typeof asked.fromDate !== 'string' : typeof asked.timeType !== 'string')
    return days ? 'fromDate is missing' : 'timeType is missing';
  const wrong = group === 'dossier-digitized' ? asked.formalityId : asked.formalityID;
  if (wrong !== undefined || (days && asked.formalityId !== undefined)) return 'the procedure is spelled otherwise here';
  return undefined;
}

function catalogue({ q }: Asked): object {
  const items = typeof q === 'string' && /^\d\.\d{6}$/.test(q) ? [{ id: `sim-${q}`, code: q, name: `Thủ tục ${q}`, state: 'ACTIVE' }] : [];
  return { items, pagination: { currentPage: 1, pageSize: 10, totalPages: 1, total: items.length } };
}

function evaluation(group: EvaluationGroup, asked: Asked, { pageSize, changed }: Behavior): object {
  const { rootDepartmentId: _, currentPage, ...rest } = asked;
  const period = JSON.stringify({ ...rest, pageSize: undefined });
  const of = (unit: (typeof UNITS)[number]) => {
    const own = changed.filter((each) => each.group === group && each.code === unit.departmentCode);
    return Object.assign({}, figuresOf(group, unit, period), ...own.map(({ values }) => values)) as object;
  };
  const size = pageSize ?? UNITS.length;
  const page = typeof currentPage === 'number' ? currentPage : 1;
  const units = UNITS.slice((page - 1) * size, page * size).map(of);
  const pagination = { currentPage: page, pageSize: size, totalPages: Math.ceil(UNITS.length / size), total: UNITS.length };
  if (/-tree$/.test(group)) return { parent: of(ROOT), children: units, pagination };
  return { overview: of(ROOT), evaluation: units, pagination };
}
