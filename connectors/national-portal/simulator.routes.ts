import type { IncomingHttpHeaders } from 'node:http';
import type { Reaction, SimulatedPortal } from './simulator.portal.ts';

/** The member code of the portal that adapters must be given. */
export const DSTCODE = 'VN:GOV:000.00.00.G22:vpcpdvcprovider';
const FORWARD = /^\/(?:XrdAdapter|VXPAdapter)\/RestService\/forward\//;
const SHARED = /^LayDanh|^TraCuuTechID$/;

/** A request as it came in. */
export interface Incoming {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  /** JSON, or the fields of a form; undefined for what is neither. */
  body: unknown;
}

type Route = (portal: SimulatedPortal, request: Incoming, service: string) => Reaction | string;

/**
 * The three ways to the simulated portal, all open at once: `…/mapi/login`, `/mapi/g` and `/mapi/share`, bare or behind an
 * adapter's prefix; `/gateway/KetNoiMotCuaQuocGia/<Service>` and what other gateways call it; `/lgsp/token` and `/lgsp/mapi/…`. And the store of
 * personal papers at `/bndp/…`.
 */
const ROUTES: readonly [RegExp, Route][] = [
  [/^\/lgsp\/token$/, (portal, request) => portal.token(clientOf(request))],
  [/^\/lgsp\/mapi\/(g|share)$/, byLgsp],
  [/^\/gateway\/KetNoiMotCuaQuocGia\/(\w+)$/, byGateway],
  [/^\/gateway\/api\/SynsTTHCC\/(\w+)$/, byGateway],
  [/\/bndp\/public\/v1\/login$/, (portal, request) => misaddressed(request) ?? portal.storeLogin(request.body)],
  [/\/bndp\/sim\/(papers|file)$/, byStore],
  [/\/mapi\/login$/, (portal, request) => misaddressed(request) ?? portal.login(request.body)],
  [/\/mapi\/(g|share)$/, byAdapter],
];

/** What becomes of a request, or why nobody takes it, as an adapter would say it. */
export function route(portal: SimulatedPortal, request: Incoming): Reaction | string {
  for (const [pattern, take] of ROUTES) {
    const match = pattern.exec(request.url.pathname);
    if (match !== null) return take(portal, request, match[1] ?? '');
  }
  return nobody(request);
}

function byAdapter(portal: SimulatedPortal, request: Incoming, place: string): Reaction | string {
  return misaddressed(request) ?? misplaced(request, place) ?? portal.call(request.body, 'portal');
}

function byLgsp(portal: SimulatedPortal, request: Incoming, place: string): Reaction | string {
  const token = bearerOf(request);
  const told = portal.modes.lgspHeader ? request.headers['lgspaccesstoken'] === token : true;
  const body = { ...(request.body as object | undefined), session: told ? token : '' };
  return misplaced(request, place) ?? portal.call(body, 'lgsp');
}

/** Its paths are this simulator's own, but for the login's. */
function byStore(portal: SimulatedPortal, request: Incoming, service: string): Reaction | string {
  return misaddressed(request) ?? portal.storeCall(service === 'file' ? 'file' : 'papers', bearerOf(request), request.body);
}

/** Services by what gateways call them. */
const GATEWAY: Readonly<Record<string, { service: string; write?: 'True' | 'False' | 'query' | 'none' }>> = {
  DongBoHoSoMC: { service: 'DongBoHoSoMC', write: 'query' },
  ThemHoSo: { service: 'DongBoHoSoMC', write: 'False' },
  CapNhatHoSo: { service: 'DongBoHoSoMC', write: 'True' },
  CapNhatTienDoHoSoMC: { service: 'CapNhatTienDoHoSoMC', write: 'none' },
  DongBoTrangThaiHoSoKM: { service: 'DongBoTrangThaiHoSo', write: 'none' },
  TraCuuHoSo: { service: 'TraCuuHoSo' },
  LayDanhSachTTHC: { service: 'LayDanhSachTTHC' },
  LayThuTuc: { service: 'LayThuTuc' },
  TraCuuTechID: { service: 'TraCuuTechID' },
  LayDVC: { service: 'LayDVC' },
  LayDanhMucLinhVuc: { service: 'LayDanhMucLinhVuc' },
};

/** A gateway takes bare bodies and GETs, and puts session and agency around them itself. */
function byGateway(portal: SimulatedPortal, request: Incoming, name: string): Reaction | string {
  const known = GATEWAY[name];
  const { url, method, body } = request;
  if (known === undefined || method !== (known.write === undefined ? 'GET' : 'POST')) return nobody(request);
  const isUpdating = known.write === 'query' ? url.searchParams.get('isUpdating') : known.write;
  const about = known.write === undefined ? Object.fromEntries(url.searchParams) : { isUpdating, data: body, type: '2' };
  return portal.call({ session: bearerOf(request), madonvi: 'gateway', service: known.service, ...about }, 'gateway');
}

/** Bearer's token; empty where there is none. */
function bearerOf({ headers }: Incoming): string {
  return /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
}

/** A client names itself by Basic or in the form. */
function clientOf({ headers, body }: Incoming): { username: unknown; password: unknown; grant: unknown } {
  const form = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const basic = /^Basic (\S+)$/.exec(headers.authorization ?? '')?.[1];
  const [username, password] =
    basic === undefined ? [form['client_id'], form['client_secret']] : Buffer.from(basic, 'base64').toString().split(':', 2);
  return { username, password, grant: form['grant_type'] };
}

function misaddressed(request: Incoming): string | undefined {
  if (request.method !== 'POST') return nobody(request);
  if (!FORWARD.test(request.url.pathname)) return undefined;
  const dstcode = request.url.searchParams.get('dstcode') ?? request.headers['dstcode'];
  return dstcode === DSTCODE ? undefined : 'dstcode is missing or unknown';
}

/** The share address serves what is shared, the integration address everything: both are known to be given as one. */
function misplaced({ body }: Incoming, place: string): string | undefined {
  const { service } = (body ?? {}) as { service?: unknown };
  return place === 'share' && !SHARED.test(String(service)) ? `the share address has no ${String(service)}` : undefined;
}

function nobody({ method, url }: Incoming): string {
  return `no service at ${method} ${url.pathname}`;
}
