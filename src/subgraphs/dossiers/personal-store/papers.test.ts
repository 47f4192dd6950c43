import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { graphql } from '../../../../schema/generated/gql.ts';
import { type Claims, COMMUNE, OTHER_COMMUNE, PERSON } from '../../../../tests/support/dossiers.ts';
import { createPortalHub, type PortalHub } from '../../../../tests/support/dossiers-portal.ts';
import { type PortalRig, portalRig } from '../../../../tests/support/portal-rig.ts';
import { type HttpServer, listen } from '../../../roles/http/server.ts';
import { createSlipHandler } from '../../../roles/http/slips.ts';

const PAPERS = graphql(`
  query PersonalPapers($dossier: ID!, $purpose: String!, $results: [ID!]) {
    personalPapers(dossier: $dossier, purpose: $purpose, results: $results) {
      papers { resultCode name number agencyCode files { name url } }
      userErrors { code message field }
    }
  }
`);
const OFFICER: Claims = { roles: ['OFFICER'], unit: COMMUNE, nationalId: '096885000111', name: 'Lê Thị Cán Bộ' };
const CITIZEN: Claims = { roles: ['CITIZEN'], nationalId: PERSON.nationalId };

let rig: PortalRig;
let hub: PortalHub;
let server: HttpServer;
beforeAll(async () => {
  rig = await portalRig();
  hub = await createPortalHub({ port: rig.port });
  server = await listen({ host: '127.0.0.1', port: 0, variable: 'HUB_PORT', log: pino({ level: 'silent' }) });
  server.serve([createSlipHandler(hub.platform)]);
  hub.platform.config.env['HUB_PUBLIC_URL'] = server.url;
});
afterAll(async () => {
  await server.stop();
  await hub.stop();
  await rig.stop();
});
beforeEach(() => rig.admin('DELETE', 'faults'));

async function filed(over: Parameters<PortalHub['dossier']>[0] = {}): Promise<{ code: string; id: string }> {
  const dossier = hub.dossier(over);
  return { code: dossier.code, id: (await hub.feed(dossier)).results[0]?.dossier?.id ?? '' };
}
const ask = async (dossier: string, as: Claims, results: string[] | null = null) =>
  hub.ask(PAPERS, { variables: { dossier, purpose: 'Kiểm tra giấy tờ', results }, as });
const found = async (dossier: string, as: Claims, results: string[] | null = null) =>
  (await ask(dossier, as, results)).data?.personalPapers;
const reads = async () =>
  hub.platform.db.query<{ actor: string; purpose: string; fields: string[] }>(
    'SELECT actor, purpose, fields FROM outbox.personal_data_read ORDER BY at, id',
  );

it('the desk sees what may stand in for a component, fetches a file of it, and both are recorded', async () => {
  const { code, id } = await filed();
  const before = (await reads()).length;
  const shown = await found(id, OFFICER);
  expect(shown).toMatchObject({
    papers: [{ resultCode: 'KQ.SIM.000001', name: 'Giấy tờ mẫu 1', number: '01/GM', agencyCode: 'H12.1', files: [{ name: 'giay-1.pdf' }] }],
    userErrors: [],
  });
  const url = shown?.papers[0]?.files[0]?.url ?? '';
  expect(url).toMatch(/\/dossiers\/personal-papers\//);
  const response = await fetch(url);
  expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
    200,
    'no-store',
    '%PDF-1.4 /sim/KQ.SIM.000001.pdf',
  ]);
  expect((await reads()).slice(before)).toMatchObject([
    { purpose: 'Kiểm tra giấy tờ', fields: ['personalPapers'] },
    { purpose: code, fields: ['personalPaperFile'] },
  ]);
});

it('who filed it sees their own papers, of the results that they name, and that is no read of somebody’s data', async () => {
  const { id } = await filed();
  const before = await reads();
  expect(await found(id, CITIZEN, ['KQ.SIM.000042'])).toMatchObject({ papers: [{ resultCode: 'KQ.SIM.000042' }], userErrors: [] });
  expect(await reads()).toEqual(before);
});

it('nobody else does, and a desk needs a number of its own', async () => {
  const { id } = await filed();
  expect((await ask(id, { roles: ['AUDITOR'] })).codes).toEqual(['FORBIDDEN']);
  expect((await ask(id, { ...OFFICER, roles: ['ACCOUNTANT'] })).codes).toEqual(['FORBIDDEN']);
  expect(await found(id, { ...OFFICER, unit: OTHER_COMMUNE })).toMatchObject({ papers: [], userErrors: [{ code: 'NOT_FOUND' }] });
  expect(await found(id, { roles: ['CITIZEN'], nationalId: '096990654321' })).toMatchObject({
    papers: [],
    userErrors: [{ code: 'NOT_FOUND' }],
  });
  expect(await found(id, { roles: ['OFFICER'], unit: COMMUNE })).toMatchObject({ papers: [], userErrors: [{ code: 'INVALID' }] });
  const nameless = await filed({ applicant: { fullName: 'Người Không Số' } });
  expect(await found(nameless.id, OFFICER)).toMatchObject({ papers: [], userErrors: [{ code: 'INVALID', field: ['dossier'] }] });
});

it('a store that does not answer is said to be away, and an address that was altered is none', async () => {
  const { id } = await filed();
  const url = (await found(id, OFFICER))?.papers[0]?.files[0]?.url ?? '';
  await rig.fault({ kind: 'page', status: 503, count: 4 });
  expect((await ask(id, OFFICER)).codes).toEqual(['UPSTREAM_UNAVAILABLE']);
  expect((await fetch(url)).status).toBe(502);
  expect((await fetch(`${url.slice(0, -2)}xx`)).status).toBe(404);
  expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  const { now } = hub.platform.clock;
  hub.platform.clock.now = () => new Date(Date.now() + 16 * 60_000);
  expect((await fetch(url)).status).toBe(410);
  hub.platform.clock.now = now;
});

it('an installation without a store says so', async () => {
  const { id } = await filed();
  const { store: _, ...without } = rig.port;
  const { connectors } = hub.platform;
  hub.platform.connectors = { ...connectors, portal: () => without };
  expect(await found(id, OFFICER)).toMatchObject({ papers: [], userErrors: [{ code: 'NOT_AVAILABLE' }] });
  hub.platform.connectors = connectors;
});
