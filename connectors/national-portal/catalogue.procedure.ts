import type {
  PortalCode,
  PortalLegalBasis,
  PortalProcedure,
  PortalProcedureFee,
  PortalProcedurePaper,
  PortalProcedureTime,
  PortalProcedureWay,
} from '../contract/portal.catalogue.ts';
import { amountOf, dayOf, numberOf, type Row, recordsOf, someText, textOf } from './catalogue.read.ts';

const LEVELS: Readonly<Record<string, PortalProcedure['levels'][number]>> = { 0: 'MINISTRY', 1: 'PROVINCE', 2: 'DISTRICT', 3: 'COMMUNE' };
const CHANNELS: Readonly<Record<string, NonNullable<PortalProcedureWay['channel']>>> = { 1: 'IN_PERSON', 2: 'ONLINE', 3: 'PUBLIC_POST' };
const FEES: Readonly<Record<string, NonNullable<PortalProcedureFee['kind']>>> = { 1: 'FEE', 2: 'CHARGE' };
const PUBLISHED = '1';

/** One row of `LayThuTuc`: read leniently, because each portal release and gateway writes some of it differently. */
export function procedureOf(row: Row): PortalProcedure {
  return {
    code: textOf(row, 'MATTHC'),
    name: textOf(row, 'TENTTHC'),
    published: textOf(row, 'TRANGTHAI') === PUBLISHED,
    ...someText('publisherCode', textOf(row, 'MACOQUANCONGBO')),
    ...someText('kindCode', textOf(row, 'LOAITTHC')),
    ...someText('decisionId', textOf(row, 'IDQUYETDINHCONGBO')),
    levels: recordsOf(row['CAPTHUCHIEN']).flatMap((each) => LEVELS[textOf(each, 'CAPTHUCHIEN')] ?? []),
    fields: codes(row['LINHVUCTHUCHIEN'], 'MALINHVUC', 'TENLINHVUC'),
    audiences: codes(row['DOITUONGTHUCHIEN'], 'MADOITUONG', 'TENDOITUONG'),
    ways: recordsOf(row['CACHTHUCTHUCHIEN']).map(wayOf),
    components: recordsOf(row['THANHPHANHOSO']).map((each) => ({
      case: textOf(each, 'TRUONGHOP'),
      papers: recordsOf(each['GIAYTO']).map(paperOf),
    })),
    sequence: recordsOf(row['TRINHTUTHUCHIEN']).map((each) => ({
      case: textOf(each, 'TRUONGHOP'),
      steps: recordsOf(each['TRINHTU']).map((step) => textOf(step, 'TENTRINHTU')),
    })),
    results: recordsOf(row['KETQUATHUCHIEN']).map((each) => ({
      code: textOf(each, 'MAKETQUA'),
      name: textOf(each, 'TENKETQUA'),
      ...someText('fileName', textOf(each, 'TENTEP')),
      ...someText('url', textOf(each, 'URL')),
    })),
    legalBases: recordsOf(row['CANCUPHAPLY']).map(basisOf),
    agencies: agenciesOf(row),
    requirements: textOf(row, 'YEUCAU'),
    keywords: textOf(row, 'TUKHOA'),
    receptionAddress: textOf(row, 'DIACHITIEPNHAN'),
    description: textOf(row, 'MOTA'),
    related: related(row['TTHCLIENQUAN']),
    linked: related(row['TTHCLIENTHONG']),
    raw: row,
  };
}

function wayOf(row: Row): PortalProcedureWay {
  const channel = CHANNELS[textOf(row, 'KENH')];
  return { ...(channel === undefined ? {} : { channel }), times: recordsOf(row['THOIGIAN']).map(timeOf) };
}

function timeOf(row: Row): PortalProcedureTime {
  const durationText = textOf(row, 'THOIGIANGIAIQUYET');
  return {
    duration: numberOf(durationText),
    durationText,
    unit: textOf(row, 'DONVITINH'),
    note: textOf(row, 'MOTA'),
    fees: recordsOf(row['PHILEPHI']).map(feeOf),
  };
}

function feeOf(row: Row): PortalProcedureFee {
  const code = textOf(row, 'MAPHILEPHI');
  // Seen with an apostrophe behind it, as a spreadsheet writes a number that is text.
  const kind = FEES[code.replace(/['’]$/, '')];
  const amountText = textOf(row, 'SOTIEN');
  return {
    ...(kind === undefined ? {} : { kind }),
    code,
    amount: amountOf(amountText),
    amountText,
    unit: textOf(row, 'DONVI'),
    note: textOf(row, 'MOTA'),
    ...someText('fileName', textOf(row, 'TENTEP')),
    ...someText('url', textOf(row, 'URL')),
  };
}

function paperOf(row: Row): PortalProcedurePaper {
  return {
    code: textOf(row, 'MAGIAYTO'),
    name: textOf(row, 'TENGIAYTO'),
    originals: numberOf(textOf(row, 'SOBANCHINH')),
    copies: numberOf(textOf(row, 'SOBANSAO')),
    ...someText('formName', textOf(row, 'TENMAUDON')),
    ...someText('formUrl', textOf(row, 'URL')),
    ...someText('replacedByResult', textOf(row, 'MA_KQ_THAYTHE')),
  };
}

function basisOf(row: Row): PortalLegalBasis {
  return {
    number: textOf(row, 'SOVANBAN'),
    name: textOf(row, 'TENVANBAN'),
    ...someText('issuedOn', dayOf(textOf(row, 'NGAYBANHANH')) ?? ''),
    ...someText('effectiveOn', dayOf(textOf(row, 'NGAYHIEULUC')) ?? ''),
    issuer: textOf(row, 'COQUANBANHANH'),
    ...someText('url', textOf(row, 'DIACHITRUYCAP')),
  };
}

function agenciesOf(row: Row): PortalProcedure['agencies'] {
  const agencies = (name: string) => codes(row[name], 'MADONVI', 'TENDONVI');
  return {
    handling: agencies('COQUANTHUCHIEN'),
    competent: agencies('COQUANCOTHAMQUYEN'),
    delegated: agencies('COQUANDUOCUYQUYEN'),
    coordinating: agencies('COQUANPHOIHOP'),
  };
}

function codes(list: unknown, code: string, name: string): PortalCode[] {
  return recordsOf(list).map((each) => ({ code: textOf(each, code), name: textOf(each, name) }));
}

/** The items' form was not seen: rows with a code, or codes alone. */
function related(list: unknown): string[] {
  const items: unknown[] = Array.isArray(list) ? list : [];
  return [...items.filter((each) => typeof each === 'string'), ...recordsOf(list).map((each) => textOf(each, 'MATTHC'))].filter(
    (code) => code !== '',
  );
}
