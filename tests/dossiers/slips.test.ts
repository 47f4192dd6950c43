import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { answerSlip } from '../../src/subgraphs/dossiers/index.ts';
import {
  type Claims,
  COMMUNE,
  createDossiersHub,
  type DossiersHub,
  OTHER_COMMUNE,
  OTHER_PERSON,
  PERSON,
  step,
} from '../support/dossiers.ts';

const SLIPS = graphql(`
  query SlipsOf($code: String!) {
    dossier(code: $code) { code slips { kind number issuedAt url } }
  }
`);

const RE_DATE = graphql(`
  mutation ReDateForSlip($input: MoveDossierInput!) {
    moveDossier(input: $input) { dossier { dueAt } userErrors { code message field } }
  }
`);

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
  // Whatever the hour of the test: after the desk took these dossiers in.
  hub.platform.clock.business = () => new Date('2025-09-30T10:00:00+07:00');
});
afterAll(() => hub?.stop());

const OFFICER: Claims = { roles: ['OFFICER'], unit: COMMUNE };

/** The papers that an officer, or whoever is given, is shown. */
async function slipsOf(code: string, as: Claims = OFFICER, language?: string) {
  const { data, errors } = await hub.ask(SLIPS, { variables: { code }, as, ...(language === undefined ? {} : { language }) });
  expect(errors).toEqual([]);
  return data?.dossier?.slips ?? [];
}

const fetchSlip = (url: string, method = 'GET') => answerSlip(hub.platform, { method, url: new URL(url).pathname });

async function textOf(url: string): Promise<string> {
  const reply = await fetchSlip(url);
  expect(reply).toMatchObject({ status: 200, contentType: 'application/pdf' });
  const pdf = await getDocumentProxy(new Uint8Array(reply?.body as Buffer));
  return (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, ' ').normalize('NFC');
}

describe('the papers of a dossier', () => {
  it('are none before it is received', async () => {
    const dossier = hub.dossier({ status: 'SUBMITTED', acceptedAt: null });
    await hub.feed(dossier);
    expect(await slipsOf(dossier.code)).toEqual([]);
  });

  it('are the appointment slip and the supplement request, with what the desk must say on them', async () => {
    const dossier = hub.dossier({
      status: 'SUPPLEMENT_REQUESTED',
      submittedAt: '2025-09-29T08:05:00+07:00',
      acceptedAt: '2025-09-29T08:15:00+07:00',
      dueAt: '2025-10-06T17:00:00+07:00',
      summary: 'Xin trích lục kết hôn',
      applicant: { ...PERSON, phone: '0999888777' },
      documents: [{ name: 'Tờ khai đề nghị' }, { name: 'Giấy chứng sinh' }, { name: 'Kết quả', isResult: true }],
      fees: [{ code: 'LP', name: 'Lệ phí', amount: 1_250_000, exemptedAmount: 250_000 }],
      supplements: [
        {
          ...{ number: 1, requestedAt: '2025-09-30T09:00:00+07:00', requestedBy: 'Lê Thị Cán Bộ', content: 'Bổ sung giấy xác nhận cư trú' },
          ...{ previousDueAt: '2025-10-06T17:00:00+07:00', newDueAt: '2025-10-10T17:00:00+07:00' },
        },
      ],
    });
    await hub.feed(dossier);
    const slips = await slipsOf(dossier.code);
    expect(slips.map(({ kind, number, issuedAt }) => [kind, number, issuedAt])).toEqual([
      ['APPOINTMENT', 1, '2025-09-29T08:15:00.000+07:00'],
      ['SUPPLEMENT_REQUEST', 1, '2025-09-30T09:00:00.000+07:00'],
    ]);
    const appointment = await textOf(slips[0]?.url ?? '');
    for (const part of [
      ...['GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', 'Mẫu số 01', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', dossier.code, 'Nguyễn Văn Đạt'],
      ...['0999888777', 'Xin trích lục kết hôn', '1. Tờ khai đề nghị', '2. Giấy chứng sinh', '1.000.000 đồng'],
      ...['08 giờ 15 phút, ngày 29/09/2025', 'THỬ NGHIỆM'],
      // The day that was promised first, not the later one.
      '17 giờ 00 phút, ngày 06/10/2025',
    ]) {
      expect(appointment).toContain(part);
    }
    expect(appointment).not.toContain('Kết quả 3');
    expect(appointment).not.toContain(PERSON.nationalId);
    const request = await textOf(slips[1]?.url ?? '');
    for (const part of ['PHIẾU YÊU CẦU BỔ SUNG', 'Mẫu số 02', 'Bổ sung giấy xác nhận cư trú', 'ngày 10/10/2025'])
      expect(request).toContain(part);
  });

  it('are a refusal with its reason, in English for who asks for it', async () => {
    const steps = [step('s1', '08:00', 'SUBMITTED'), step('s2', '09:30', 'REFUSED', 'Không thuộc thẩm quyền giải quyết')];
    const dossier = hub.dossier({ status: 'REFUSED', acceptedAt: null, refusedAt: steps[1]?.at ?? null, steps });
    await hub.feed(dossier);
    const [slip, ...others] = await slipsOf(dossier.code, OFFICER, 'en');
    expect([slip?.kind, others]).toEqual(['REFUSAL', []]);
    const text = await textOf(slip?.url ?? '');
    for (const part of ['REFUSAL TO RECEIVE A DOSSIER', 'Form 03', 'Không thuộc thẩm quyền giải quyết', 'SANDBOX - NOT VALID']) {
      expect(text).toContain(part);
    }
  });

  it('are an apology with the day that was promised and the new one; the appointment slip still shows the first', async () => {
    const dossier = hub.dossier({ status: 'PROCESSING', dueAt: '2025-10-06T17:00:00+07:00' });
    const [result] = (await hub.feed(dossier)).results;
    const input = {
      ...{ dossier: result?.dossier?.id ?? '', to: 'PROCESSING' as const, note: 'Chờ ý kiến của cơ quan chuyên môn' },
      newDueAt: '2025-10-15T17:00:00+07:00',
    };
    const { data } = await hub.ask(RE_DATE, { variables: { input }, as: OFFICER });
    expect(data?.moveDossier).toEqual({ dossier: { dueAt: '2025-10-15T17:00:00.000+07:00' }, userErrors: [] });
    const slips = await slipsOf(dossier.code);
    expect(slips.map(({ kind, number }) => [kind, number])).toEqual([
      ['APPOINTMENT', 1],
      ['APOLOGY', 1],
    ]);
    const text = await textOf(slips[1]?.url ?? '');
    for (const part of [
      'PHIẾU XIN LỖI',
      'Mẫu số 04',
      'trước đây: 17 giờ 00 phút, ngày 06/10/2025',
      'mới: 17 giờ 00 phút, ngày 15/10/2025',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Chờ ý kiến của cơ quan chuyên môn');
    const appointment = await textOf(slips[0]?.url ?? '');
    expect(appointment).toContain('06/10/2025');
    expect(appointment).not.toContain('15/10/2025');
  });

  it('flow over as many pages as they need, each marked', async () => {
    const documents = Array.from({ length: 120 }, (_, at) => ({
      name: `Giấy tờ thứ ${at + 1} của hồ sơ, bản chính kèm bản sao có chứng thực`,
    }));
    const dossier = hub.dossier({ documents });
    await hub.feed(dossier);
    const [slip] = await slipsOf(dossier.code);
    const reply = await fetchSlip(slip?.url ?? '');
    const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(reply?.body as Buffer)), { mergePages: false });
    expect(totalPages).toBeGreaterThan(2);
    expect(text.filter((page) => page.includes('KHÔNG CÓ GIÁ TRỊ'))).toHaveLength(totalPages);
    expect(text.join(' ')).toContain('120. Giấy tờ thứ 120');
  });
});

describe('the address of a paper', () => {
  let code: string;
  beforeAll(async () => {
    const dossier = hub.dossier();
    code = dossier.code;
    await hub.feed(dossier);
  });

  it.each<[string, Claims]>([
    ['an officer of another unit', { roles: ['OFFICER'], unit: OTHER_COMMUNE }],
    ['an auditor, who sees people masked', { roles: ['AUDITOR'] }],
    ['an operator', { roles: ['OPERATOR'] }],
    ['another citizen', { roles: ['CITIZEN'], nationalId: OTHER_PERSON.nationalId }],
  ])('is not given to %s', async (_who, as) => {
    expect(await slipsOf(code, as)).toEqual([]);
  });

  it('is given to the applicant, whose own read is not recorded, and an officer’s is', async () => {
    const reads = () =>
      hub.platform.db.query<{ roles: string[]; fields: string[] }>(
        `SELECT roles, fields FROM outbox.personal_data_read WHERE purpose = $1 AND 'applicantName' = ANY(fields)`,
        [code],
      );
    const [own] = await slipsOf(code, { roles: ['CITIZEN'], nationalId: PERSON.nationalId });
    expect(await textOf(own?.url ?? '')).toContain(PERSON.fullName);
    expect(await reads()).toEqual([]);
    const [slip] = await slipsOf(code);
    await textOf(slip?.url ?? '');
    expect(await reads()).toEqual([{ roles: ['OFFICER'], fields: expect.arrayContaining(['applicantName', 'ownerName']) }]);
  });

  it('tells nothing, can not be made up, altered or used for something else', async () => {
    const [slip] = await slipsOf(code);
    const url = slip?.url ?? '';
    expect(Buffer.from(url.split('/').at(-1) ?? '', 'base64url').toString('latin1')).not.toContain('APPOINTMENT');
    const at = url.length - 20;
    const altered = url.slice(0, at) + (url[at] === 'A' ? 'B' : 'A') + url.slice(at + 1);
    const sealed = hub.platform.cipher.seal('another purpose', '["x"]').toString('base64url');
    for (const wrong of [altered, url.replace(/[^/]+$/, 'x.pdf'), url.replace(/[^/]+$/, `${sealed}.pdf`), url.replace('.pdf', '')]) {
      expect((await fetchSlip(wrong))?.status).toBe(404);
    }
    expect(await fetchSlip(url, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await answerSlip(hub.platform, { method: 'GET', url: '/other' })).toBeUndefined();
  });

  it('ends after a quarter of an hour, and with the paper', async () => {
    const [slip] = await slipsOf(code);
    const url = new URL(slip?.url ?? '').pathname;
    const at = (ms: number) => ({ ...hub.platform, clock: { ...hub.platform.clock, now: () => new Date(Date.now() + ms) } });
    expect((await answerSlip(at(14 * 60_000), { method: 'GET', url }))?.status).toBe(200);
    expect((await answerSlip(at(16 * 60_000), { method: 'GET', url }))?.status).toBe(410);
    await hub.platform.db.query('UPDATE dossiers.dossier SET voided_at = now() WHERE code = $1', [code]);
    expect((await fetchSlip(slip?.url ?? ''))?.status).toBe(410);
  });
});
