import type { ProfileSource } from './profile.ts';

/** What installations of one form differ in. */
export interface ProfileChoices {
  /** Where the adapter wants the portal's member code. */
  dstcodeIn: 'query' | 'header' | 'both' | 'none';
  /** Where the LGSP wants the client's name and secret. */
  clientIn: 'basic' | 'form';
  /** A header beside `Authorization` in which an LGSP wants its token. */
  tokenHeader: string | undefined;
}

const ENVELOPE = { session: '{session}', madonvi: '{agency}', service: '{service}', '*': '{parameters}' };

/** What lists are known by name, without their `LayDanhMuc`. */
const CATEGORIES = [
  ...[
    'CoQuan',
    'LinhVuc',
    'GioiTinh',
    'TinhThanh',
    'QuanHuyen',
    'PhuongXa',
    'QuocGia',
    'DanToc',
    'TonGiao',
    'TinhTrangHonNhan',
    'DoiTuong',
  ],
  ...['CapThucHien', 'CanCuPhapLy', 'LePhi', 'LoaiThuTuc', 'NhomThuTuc', 'ThuTucThuocLoai'],
];
/** Services that the portal serves at its share address; all others stand at the integration address. */
const SHARED = ['LayDanhSachTTHC', 'TraCuuTechID', ...CATEGORIES.map((name) => `LayDanhMuc${name}`)];
/** Those of which a gateway's address was seen. */
const AT_GATEWAYS = ['LinhVuc', 'LoaiThuTuc', 'NhomThuTuc', 'ThuTucThuocLoai'].map((name) => `LayDanhMuc${name}`);

function portalServices(body: object): ProfileSource['services'] {
  const at = (path: string) => ({ path, body: body as { session: string } });
  return { ...Object.fromEntries(SHARED.map((service) => [service, at('{sharePath}')])), '*': at('{integrationPath}') };
}

/** The province's VXP/X-Road adapter: everything as the portal has it, behind the adapter's prefix. Seen in four installations. */
function adapter({ dstcodeIn }: ProfileChoices): ProfileSource {
  const inQuery = dstcodeIn === 'query' || dstcodeIn === 'both';
  const inHeader = dstcodeIn === 'header' || dstcodeIn === 'both';
  return {
    name: 'adapter',
    logins: [{ path: '{loginPath}', body: { username: '{username}', password: '{password}' }, as: 'session', take: 'session' }],
    query: { ...(inQuery ? { dstcode: '{dstcode}' } : {}), providerurl: '{providerUrl}' },
    headers: inHeader ? { dstcode: '{dstcode}' } : {},
    services: portalServices(ENVELOPE),
  };
}

/** The province's LGSP (WSO2 API manager): a token of client credentials, no session of the portal's own. Seen in two installations. */
function lgsp({ clientIn, tokenHeader }: ProfileChoices): ProfileSource {
  const { session: _, ...envelope } = ENVELOPE;
  const grant = { grant_type: 'client_credentials' };
  const token = { path: '{tokenPath}', form: true, as: 'token', take: 'access_token', expiresIn: 'expires_in' };
  return {
    name: 'lgsp',
    logins: [
      clientIn === 'basic'
        ? { ...token, headers: { Authorization: 'Basic {clientBasic}' }, body: grant }
        : { ...token, body: { ...grant, client_id: '{clientId}', client_secret: '{clientSecret}' } },
    ],
    serviceHeaders: { Authorization: 'Bearer {token}', ...(tokenHeader === undefined ? {} : { [tokenHeader]: '{token}' }) },
    services: portalServices(envelope),
  };
}

/**
 * A gateway of the province that hides session, agency and service: bare bodies, look-ups by GET, answers wrapped twice.
 * Seen in four installations; of `TraCuuHoSo` no client was seen, its address is the others' by analogy. Ratings and
 * statistics have no address there.
 */
function gateway(): ProfileSource {
  const at = (name: string) => `/KetNoiMotCuaQuocGia/${name}`;
  const look = (name: string) => ({ method: 'GET' as const, path: at(name) });
  const write = (name: string) => ({ path: at(name), body: '{data}', inWords: true });
  return {
    name: 'gateway',
    // An installation without tokens sets none, and the header is left out.
    serviceHeaders: { Authorization: '{bearer}' },
    services: {
      DongBoHoSoMC: write('DongBoHoSoMC?MaDinhDanhDV={agency}&isUpdating={isUpdating}'),
      CapNhatTienDoHoSoMC: write('CapNhatTienDoHoSoMC?MaDinhDanhDV={agency}'),
      DongBoTrangThaiHoSo: write('DongBoTrangThaiHoSoKM'),
      TraCuuHoSo: look('TraCuuHoSo?mahoso={mahoso}'),
      LayDanhSachTTHC: look('LayDanhSachTTHC'),
      LayThuTuc: look('LayThuTuc?maTTHC={maTTHC}'),
      ...Object.fromEntries(AT_GATEWAYS.map((name) => [name, look(name)])),
      TraCuuTechID: look('TraCuuTechID?mstorcmnd={mstorcmnd}'),
      '*': false,
    },
  };
}

/** The forms that occur, by the name that `NATIONAL_PORTAL_PROFILE` gives them. */
export const PROFILES: Readonly<Record<string, (choices: ProfileChoices) => ProfileSource>> = { adapter, gateway, lgsp };
