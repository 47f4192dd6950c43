import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Authenticator, createAuthenticator } from '../../src/platform/auth/tokens.ts';
import { parseConfig } from '../../src/platform/config/config.ts';

type Pair = { publicKey: CryptoKey; privateKey: CryptoKey; jwk: JWK };
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'] as const;
const NUMBER = '096885123456';

/** Tokens of the citizens' issuer that say nothing by themselves: what it says of each, and how often it was asked. */
const opaque = new Map<string, { told: Record<string, unknown>; claims: Record<string, unknown> }>();
let questions = 0;

async function playOpaque(request: IncomingMessage, response: ServerResponse): Promise<void> {
  questions += 1;
  const answer = (status: number, body: unknown) => void response.writeHead(status).end(JSON.stringify(body));
  if (request.url === '/citizens/userinfo') {
    const held = opaque.get((request.headers.authorization ?? '').replace('Bearer ', ''));
    return held === undefined ? answer(401, {}) : answer(200, held.claims);
  }
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const basic = `Basic ${Buffer.from('hub:s%3Acret').toString('base64')}`;
  if (request.method !== 'POST' || request.headers.authorization !== basic) return answer(401, {});
  answer(200, opaque.get(new URLSearchParams(body).get('token') ?? '')?.told ?? { active: false });
}

let server: Server;
let issuer: string;
let citizens: string;
let keys: Map<string, Pair>;
let authenticator: Authenticator;
/** While false the issuers' addresses answer 503. */
let open = true;

async function pair(algorithm: string): Promise<Pair> {
  const made = await generateKeyPair(algorithm, { extractable: true });
  return { ...made, jwk: { ...(await exportJWK(made.publicKey)), kid: algorithm, alg: algorithm, use: 'sig' } };
}

const freshAuthenticator = (more: Record<string, string> = {}) =>
  createAuthenticator(
    parseConfig(
      { OIDC_ISSUER: `${issuer},${citizens}`, OIDC_AUDIENCE: 'hub-officers,hub-citizens', OIDC_CITIZEN_ISSUER: citizens, ...more },
      tmpdir(),
    ),
    undefined,
  );

beforeAll(async () => {
  keys = new Map(await Promise.all(ALGORITHMS.map(async (algorithm) => [algorithm, await pair(algorithm)] as const)));
  server = createServer((request, response) => {
    if (!open) return void response.writeHead(503).end('away');
    if (request.url === '/citizens/introspect' || request.url === '/citizens/userinfo') return void playOpaque(request, response);
    const base = request.url?.startsWith('/citizens') ? citizens : issuer;
    const body = request.url?.endsWith('/jwks')
      ? { keys: [...keys.values()].map(({ jwk }) => jwk) }
      : { issuer: base, jwks_uri: `${base}/jwks`, introspection_endpoint: `${base}/introspect`, userinfo_endpoint: `${base}/userinfo` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  issuer = `${origin}/officers`;
  citizens = `${origin}/citizens`;
  authenticator = freshAuthenticator();
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

interface Claims {
  payload?: JWTPayload;
  iss?: string;
  aud?: string | string[];
  exp?: string | number | null;
  nbf?: string | number;
  iat?: number | null;
  alg?: string;
  key?: CryptoKey | Uint8Array;
}

function jwt({ payload = {}, iss = issuer, aud = 'hub-officers', exp = '1h', nbf, iat }: Claims): SignJWT {
  const token = new SignJWT({ sub: 'can-bo-01', roles: ['OFFICER'], unit: '32248', ...payload }).setIssuer(iss).setAudience(aud);
  if (iat !== null) token.setIssuedAt(iat);
  if (exp !== null) token.setExpirationTime(exp);
  return nbf === undefined ? token : token.setNotBefore(nbf);
}

function sign(claims: Claims = {}): Promise<string> {
  const { alg = 'ES256', key = keys.get(alg)?.privateKey } = claims;
  if (key === undefined) throw new Error(`no key for ${alg}`);
  return jwt(claims).setProtectedHeader({ alg, kid: alg }).sign(key);
}

const viewer = async (token: string | Promise<string>) => authenticator.viewer(`Bearer ${await token}`);
const refused = async (token: string | Promise<string>) => expect(viewer(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
const ofCitizens = (payload: JWTPayload, more: Claims = {}) => sign({ iss: citizens, aud: 'hub-citizens', payload, ...more });

describe('a token', () => {
  it.each(ALGORITHMS)('signed with %s is believed', async (alg) => {
    expect(await viewer(sign({ alg }))).toMatchObject({ subject: 'can-bo-01', roles: ['OFFICER'], unit: '32248' });
  });

  it('names its holder as people do, and is believed however that name is written', async () => {
    expect(await viewer(sign({ payload: { name: ' Lê Thị Cán Bộ ' } }))).toMatchObject({ subject: 'can-bo-01', name: 'Lê Thị Cán Bộ' });
    for (const name of ['', 'a\u0000b', 'x'.repeat(201), 7]) {
      const nameless = await viewer(sign({ payload: { name } }));
      expect([nameless.subject, nameless.name]).toEqual(['can-bo-01', undefined]);
    }
  });

  it('for several audiences is believed where the hub is one of them', async () => {
    expect(await viewer(sign({ aud: ['other', 'hub-officers'] }))).toMatchObject({ roles: ['OFFICER'] });
    await refused(sign({ aud: ['other', 'hub-citizens'] }));
  });

  it('without roles lets its holder do nothing', async () => {
    expect(await viewer(sign({ payload: { roles: [] } }))).toMatchObject({ roles: [], subject: 'can-bo-01' });
    expect(await viewer(sign({ payload: { roles: undefined } }))).toMatchObject({ roles: [], subject: 'can-bo-01' });
  });

  it('that nobody signed, or that a public key signed as if it were a secret, is refused', async () => {
    const unsigned = new UnsecuredJWT({ sub: 'x', roles: ['BREAK_GLASS'] })
      .setIssuer(issuer)
      .setAudience('hub-officers')
      .setExpirationTime('1h');
    await refused(unsigned.encode());
    const secret = new TextEncoder().encode(await exportSPKI(keys.get('RS256')?.publicKey as CryptoKey));
    await refused(sign({ alg: 'HS256', key: secret }));
    const [head, body] = (await sign()).split('.');
    await refused(`${head}.${body}.`);
    await refused(`${head}.${Buffer.from('{"sub":"x","roles":["AUDITOR"]}').toString('base64url')}.${(await sign()).split('.')[2]}`);
  });

  it('signed by another key, or by another issuer for this one, is refused', async () => {
    await refused(sign({ key: (await pair('ES256')).privateKey }));
    await refused(sign({ iss: 'https://elsewhere.invalid' }));
    await refused(sign({ iss: `${issuer}/` }));
    await refused(sign({ iss: citizens }));
    await refused(sign({ aud: 'hub-citizens' }));
  });

  it('of another time is refused', async () => {
    await refused(sign({ exp: Math.floor(Date.now() / 1_000) - 1 }));
    await refused(sign({ exp: null }));
    await refused(sign({ nbf: '1h' }));
  });

  it('breaks the glass for an hour, however long it says', async () => {
    const glass = (minutesAgo: number | null) =>
      sign({
        payload: { roles: ['BREAK_GLASS'] },
        exp: '8h',
        iat: minutesAgo === null ? null : Math.floor(Date.now() / 1_000) - minutesAgo * 60,
      });
    expect(await viewer(glass(55))).toMatchObject({ roles: ['BREAK_GLASS'] });
    await refused(glass(61));
    await refused(glass(null));
  });

  it.each([
    ['roles that are no list', { roles: 'OFFICER' }],
    ['a role that does not exist', { roles: ['OFFICER', 'ROOT'] }],
    ['a role in small letters', { roles: ['officer'] }],
    ['no subject', { sub: '' }],
    ['a unit that is no text', { unit: 96 }],
    ['a number of eleven digits', { national_id: '09688512345' }],
    ['a number that is a number', { national_id: 96885123456 }],
  ])('with %s is refused', async (_, payload) => {
    await refused(sign({ payload }));
  });

  it('in any other form than a bearer token is refused, none at all is nobody', async () => {
    const token = await sign();
    for (const header of ['Bearer', 'Bearer ', `Basic ${token}`, `Bearer ${token} ${token}`, `Bearer ${token}\u00e1`, token]) {
      await expect(authenticator.viewer(header)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(await authenticator.viewer(`bearer ${token}`)).toMatchObject({ roles: ['OFFICER'] });
    expect(await authenticator.viewer(undefined)).toMatchObject({ roles: [], token: undefined });
  });
});

describe("the citizens' issuer", () => {
  it.each([
    ['an office', { roles: ['ADMINISTRATOR', 'BREAK_GLASS'], unit: '96', source: 'motcua' }],
    ['roles of its own', { roles: ['verified-user'] }],
    ['roles that are no list', { roles: 'citizen', unit: 7 }],
  ])('makes citizens alone, also where it claims %s', async (_, payload) => {
    expect(await viewer(ofCitizens({ national_id: NUMBER, ...payload }))).toMatchObject({
      roles: ['CITIZEN'],
      unit: undefined,
      source: undefined,
      nationalId: NUMBER,
    });
  });

  it('can make nobody an officer by the name of the other issuer', async () => {
    await refused(ofCitizens({}, { aud: 'hub-officers' }));
  });

  it('must be one of the issuers, letter by letter', () => {
    const env = { OIDC_ISSUER: citizens, OIDC_AUDIENCE: 'a', OIDC_CITIZEN_ISSUER: `${citizens}/` };
    expect(() => parseConfig(env, tmpdir())).toThrow('OIDC_CITIZEN_ISSUER');
  });
});

describe("a token of the national portal's sign-on", () => {
  const account = { TechID: 'tk-0001', LoaiTaiKhoan: 1, SoDinhDanh: NUMBER, HoVaTen: 'Trần Thị Mẫu' };

  it('names its citizen by the portal’s own claims, and the account', async () => {
    expect(await viewer(ofCitizens(account))).toMatchObject({ roles: ['CITIZEN'], nationalId: NUMBER, technicalId: 'tk-0001' });
    expect(await viewer(ofCitizens({ ...account, LoaiTaiKhoan: '1', national_id: NUMBER, SoDinhDanh: '' }))).toMatchObject({
      nationalId: NUMBER,
    });
    const unknown = await viewer(ofCitizens({ ...account, SoDinhDanh: '', SoCMND: '385123456' }));
    expect([unknown.roles, unknown.nationalId]).toEqual([['CITIZEN'], undefined]);
  });

  it('of an enterprise or another organization is no citizen’s, whoever signed in for it', async () => {
    for (const LoaiTaiKhoan of [2, '2', 3, 'x']) await refused(ofCitizens({ ...account, LoaiTaiKhoan, MaSoThue: '9900001235' }));
    await refused(ofCitizens({ ...account, SoDinhDanh: '38512345' }));
    await refused(ofCitizens(account, { exp: null }));
  });

  it('is read by other names where the settings give them', async () => {
    const other = freshAuthenticator({
      OIDC_CITIZEN_NUMBER_CLAIMS: 'pid',
      OIDC_CITIZEN_ACCOUNT_CLAIMS: 'acc',
      OIDC_CITIZEN_KIND: 'type=person',
    });
    const read = async (payload: JWTPayload) => other.viewer(`Bearer ${await ofCitizens(payload)}`);
    expect(await read({ pid: NUMBER, acc: 'a', type: 'person' })).toMatchObject({ nationalId: NUMBER, technicalId: 'a' });
    await expect(read({ pid: NUMBER, type: 'company' })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  describe('that says nothing by itself', () => {
    const hour = () => Math.floor(Date.now() / 1_000) + 3_600;
    const client = { OIDC_CITIZEN_CLIENT_ID: 'hub', OIDC_CITIZEN_CLIENT_SECRET: 's:cret' };
    const asks = (token: string, more = client) => freshAuthenticator(more).viewer(`Bearer ${token}`);

    it('is asked for at its issuer, once, and believed', async () => {
      opaque.set('0f8e-good', { told: { client_id: 'hub', exp: hour() }, claims: { sub: 'u1', ...account } });
      const once = freshAuthenticator(client);
      questions = 0;
      for (const _ of [1, 2, 3]) {
        expect(await once.viewer('Bearer 0f8e-good')).toMatchObject({
          subject: 'u1',
          roles: ['CITIZEN'],
          nationalId: NUMBER,
          technicalId: 'tk-0001',
        });
      }
      expect(questions).toBe(2);
    });

    it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
      ['given to another client', { client_id: 'another' }, {}],
      ['taken back', { active: false }, {}],
      ['ended', { exp: 1 }, {}],
      ['an organization’s', {}, { LoaiTaiKhoan: 2 }],
    ])('and was %s is refused', async (_, told, claims) => {
      opaque.set('0f8e-bad', { told: { client_id: 'hub', exp: hour(), ...told }, claims: { sub: 'u1', ...account, ...claims } });
      await expect(asks('0f8e-bad')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    });

    it('and that nobody knows, or nobody can be asked for, is refused', async () => {
      await expect(asks('0f8e-unknown')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      await expect(asks('0f8e-good', {} as typeof client)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      await expect(asks('0f8e-good', { ...client, OIDC_CITIZEN_CLIENT_SECRET: 'wrong' })).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    });

    it('is no fault of its holder while the issuer is away', async () => {
      open = false;
      await expect(asks('0f8e-good')).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
      open = true;
    });
  });

  it('needs a client with its secret, and an issuer', () => {
    const env = { OIDC_ISSUER: citizens, OIDC_AUDIENCE: 'a', OIDC_CITIZEN_ISSUER: citizens };
    expect(() => parseConfig({ ...env, OIDC_CITIZEN_CLIENT_ID: 'hub' }, tmpdir())).toThrow('OIDC_CITIZEN_CLIENT_ID');
    expect(() => parseConfig({ ...env, OIDC_CITIZEN_KIND: 'LoaiTaiKhoan' }, tmpdir())).toThrow('OIDC_CITIZEN_KIND');
  });
});

it('whose issuer does not answer is no fault of its holder, and is believed once it does', async () => {
  const token = await sign();
  authenticator = freshAuthenticator();
  open = false;
  await expect(viewer(token)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  open = true;
  expect(await viewer(token)).toMatchObject({ roles: ['OFFICER'] });
});
