import { describe, expect, it } from 'vitest';
import { ACCOUNT, at, DAY, read, refusal } from '../tests/support/account-readers.ts';
import { USUAL_PROFILE } from './contract/account.profile.ts';
import { readAccountStatement } from './contract/account.ts';
import { StatementError } from './contract/statement.error.ts';

describe('camt.053', () => {
  const document = (inner: string, { version = '08', closing = 1_000, extra = '' } = {}) =>
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr/><Stmt><Acct><Id><Othr><Id>${ACCOUNT}</Id></Othr></Id></Acct>` +
    `<Bal><Tp><CdOrPrtry><Cd>PRCD</Cd></CdOrPrtry></Tp><Amt Ccy="VND">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-11-25</Dt></Dt></Bal>` +
    `<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="VND">${Math.abs(closing)}</Amt><CdtDbtInd>${closing < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>${DAY}</Dt></Dt></Bal>${extra}${inner}</Stmt></BkToCstmrStmt></Document>`;
  const entry = (amount: number, more = '<AcctSvcrRef>FT1</AcctSvcrRef>', { way = 'CRDT', status = 'BOOK' } = {}) =>
    `<Ntry><NtryRef>N1</NtryRef><Amt Ccy="VND">${amount}</Amt><CdtDbtInd>${way}</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>${DAY}</Dt></BookgDt>${more}</Ntry>`;
  const details = (amount: number | undefined, reference: string, text: string) =>
    `<TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef></Refs>${amount === undefined ? '' : `<AmtDtls><TxAmt><Amt Ccy="VND">${amount}</Amt></TxAmt></AmtDtls>`}<RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`;
  const refs = async (text: string) => (await read(text)).entries.map(({ reference, amount, content }) => [reference, amount, content]);

  it('of either version is read: booked entries alone, by the bank’s number or else the entry’s', async () => {
    const pending = entry(77, '<AcctSvcrRef>P</AcctSvcrRef>', { status: 'PDNG' });
    expect(await refs(document(entry(1_000, '<AddtlNtryInf>nop  phi</AddtlNtryInf>') + pending, { version: '02' }))).toEqual([
      [`${DAY}/N1`, 1_000, 'nop phi'],
    ]);
    expect(await refs(document(entry(1_000)))).toEqual([['FT1', 1_000, '']]);
  });

  it('has each transaction of a batch, to the đồng', async () => {
    const both = (first: string, second: string) =>
      `<AcctSvcrRef>B1</AcctSvcrRef><NtryDtls>${details(400, first, 'mot')}${details(600, second, 'hai')}</NtryDtls>`;
    expect(await refs(document(entry(1_000, both('T1', 'T2'))))).toEqual([
      ['T1', 400, 'mot'],
      ['T2', 600, 'hai'],
    ]);
    // A bank that repeats its number: the place in the batch tells them apart.
    expect(await refs(document(entry(1_000, both('B1', 'B1'))))).toEqual([
      ['B1/1', 400, 'mot'],
      ['B1/2', 600, 'hai'],
    ]);
    expect(await refusal(document(entry(1_001, both('T1', 'T2')), { closing: 1_001 }))).toMatch(
      /entry 1, TxDtls\/Amt: the transactions come to 1000/,
    );
    const untold = `<AcctSvcrRef>B1</AcctSvcrRef><NtryDtls>${details(undefined, 'T1', 'mot')}${details(undefined, 'T2', 'hai')}</NtryDtls>`;
    expect(await refs(document(entry(1_000, untold)))).toEqual([['B1', 1_000, 'mot hai']]);
  });

  it('has one movement of what a bank has set off against each other', async () => {
    const part = (amount: number, way: string) => `<TxDtls><Amt Ccy="VND">${amount}</Amt><CdtDbtInd>${way}</CdtDbtInd></TxDtls>`;
    const netted = `<AcctSvcrRef>B1</AcctSvcrRef><NtryDtls>${part(1_100, 'CRDT')}${part(100, 'DBIT')}</NtryDtls>`;
    expect(await refs(document(entry(1_000, netted)))).toEqual([['B1', 1_000, '']]);
  });

  it('tells what takes a credit back', async () => {
    const back = entry(
      300,
      '<RvslInd>true</RvslInd><AcctSvcrRef>R9</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>FT1</EndToEndId></Refs></TxDtls></NtryDtls>',
      { way: 'DBIT' },
    );
    const { entries, summary } = await read(document(entry(300) + back, { closing: 0 }));
    expect(entries[1]).toMatchObject({ kind: 'DEBIT', isReversal: true, amount: 300, reverses: ['R9', 'FT1'] });
    expect(summary).toMatchObject({ opening: 0, closing: 0, credits: { sum: 300 }, debits: { sum: 300 } });
  });

  it('may be overdrawn, and count itself', async () => {
    const count = (n: number, total: string) =>
      `<TxsSummry><TtlNtries><NbOfNtries>${n}</NbOfNtries><Sum>${total}</Sum></TtlNtries></TxsSummry>`;
    const out = entry(5, '', { way: 'DBIT' });
    expect((await read(document(out, { closing: -5, extra: count(1, '5.0') }))).summary.closing).toBe(-5);
    expect(await refusal(document(out, { closing: -5, extra: count(2, '5') }))).toMatch(/entry 1, TxsSummry\/TtlNtries\/NbOfNtries: is 2/);
    expect(await refusal(document(out, { closing: -5, extra: count(1, '6') }))).toMatch(/TxsSummry\/TtlNtries\/Sum: is 6/);
  });

  const good = document(entry(1_000));
  it.each([
    ['a document type', good.replace('<Document', '<!DOCTYPE Document [<!ENTITY x "y">]><Document'), /has a DTD/],
    ['another version', good.replace('001.08', '001.99'), /must be camt.053/],
    ['another namespace below', good.replace('<Ntry>', '<Ntry xmlns="urn:other">'), /Ntry: is not of the namespace/],
    ['another message', good.replace(/Document/g, 'Envelope'), /must be camt.053/],
    ['another encoding', good.replace('version="1.0"', 'version="1.0" encoding="UTF-16"'), /UTF-16/],
    [
      'dollars',
      good.replace('Ccy="VND">1000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>', 'Ccy="USD">1000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>'),
      /entry 1, Amt: must be VND/,
    ],
    [
      'a fraction of a đồng',
      good.replace('>1000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>', '>1000.5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>'),
      /entry 1, Amt: is no amount in whole/,
    ],
    [
      'no number of the bank’s',
      good.replace('<NtryRef>N1</NtryRef>', '').replace('<AcctSvcrRef>FT1</AcctSvcrRef>', ''),
      /entry 1, AcctSvcrRef/,
    ],
    ['no direction', good.replace('<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<Sts>'), /entry 1, CdtDbtInd/],
    ['no opening balance', good.replace('PRCD', 'ITBD'), /Bal\/OPBD/],
    ['no closing balance', good.replace('CLBD', 'ITBD'), /Bal\/CLBD/],
    ['no account', good.replace(/<Acct>.*<\/Acct>/, ''), /Acct: the account is missing/],
    ['an entry of another day', good.replace(`<BookgDt><Dt>${DAY}`, '<BookgDt><Dt>2025-11-24'), /entry 1, BookgDt: is 2025-11-24/],
    ['two statements, where one day is wanted', good.replace(/<Stmt>.*<\/Stmt>/, '$&$&'), /Stmt\[2\]\/Id: the file has several/],
    [
      'pages that are missing',
      good.replace('<GrpHdr/>', '<GrpHdr><MsgPgntn><LastPgInd>false</LastPgInd></MsgPgntn></GrpHdr>'),
      /LastPgInd/,
    ],
    ['an endless text', good.replace('FT1', 'x'.repeat(400_000)), /is too long/],
    ['an endless nesting', good.replace('<Ntry>', `<Ntry>${'<A>'.repeat(60)}`), /nested too deep/],
    ['an entity that nobody defined', good.replace('FT1', '&evil;'), /XML is damaged/],
  ])('with %s is refused', async (_name, text, wanted) => {
    expect(await refusal(text)).toMatch(wanted);
  });
});

describe('MT940', () => {
  const bare = (lines: string[], { closing = ':62F:C251126VND1000,' } = {}) =>
    [':20:X', `:25:ICBVVNVX/${ACCOUNT}`, ':28C:12/1', ':60F:C251125VND0,', ...lines, closing, ':64:C251126VND1000,', '-'].join('\n');
  const LINE = ':61:2511261126CD1000,00NTRFNONREF//FT1';

  it('bare, with funds code, continuation lines and structured text is read', async () => {
    expect((await read(bare([LINE, 'them', ':86:nop phi', 'ho so']))).entries).toMatchObject([
      { reference: 'FT1', amount: 1_000, content: 'them nop phi ho so' },
    ]);
    expect((await read(bare([LINE, ':86:166?00CHUYEN TIEN?20251126HABCDEF', 'GHJKLMN?21HET']))).entries[0]?.content).toBe(
      'CHUYEN TIEN 251126HABCDEFGHJKLMN HET',
    );
    expect((await read(bare([':61:251126C1000,NMSCKH77']))).entries).toMatchObject([{ reference: `${DAY}/KH77`, at: at('00:00:00') }]);
  });

  it('knows what came in and what went out, and what took it back', async () => {
    const lines = ['C600,NTRFA//1', 'D100,NTRFB//2', 'RC600,NTRFA//1', 'RD1100,NTRFB//2'].map((rest) => `:61:2511261126${rest}`);
    const { entries, summary } = await read(bare(lines));
    expect(entries.map(({ kind, isReversal }) => [kind, isReversal])).toEqual([
      ['CREDIT', false],
      ['DEBIT', false],
      ['DEBIT', true],
      ['CREDIT', true],
    ]);
    expect(entries[2]?.reverses).toEqual(['1', 'A']);
    expect(summary).toMatchObject({ credits: { sum: 1_700 }, debits: { sum: 700 } });
  });

  it('goes on over several messages', async () => {
    const first = [
      '{1:F01}{2:O940}{4:',
      ':20:A',
      `:25:${ACCOUNT}`,
      ':28C:12/1',
      ':60F:C251125VND0,',
      LINE,
      ':62M:C251126VND1000,',
      '-}{5:{CHK:0}}',
    ];
    const second = [
      '{1:F01}{2:O940}{4:',
      ':20:A',
      `:25:${ACCOUNT}`,
      ':28C:12/2',
      ':60M:C251126VND1000,',
      LINE.replace('FT1', 'FT2'),
      ':62F:C251126VND2000,',
      '-}',
    ];
    const chain = [...first, ...second].join('\r\n');
    expect((await read(chain)).summary).toMatchObject({ opening: 0, closing: 2_000, credits: { count: 2 } });
    expect(await refusal(second.join('\n'))).toMatch(/60M: the part of the statement before it is missing/);
    expect(await refusal(first.join('\n'))).toMatch(/62F: the file is cut short/);
    expect(await refusal(chain.replace('12/2', '12/3'))).toMatch(/28C: a part/);
    expect(await refusal(chain.replace(':60M:C251126VND1000,', ':60M:C251126VND999,'))).toMatch(/60M: is 999/);
    expect(await refusal(`${chain}\r\n${second.join('\r\n')}`)).toMatch(/several statements/);
    expect(await refusal(`${chain}\r\n${second.join('\r\n')}`, { day: undefined })).toMatch(/60M: the part of the statement before/);
  });

  it('takes the year of an entry date from its value date, over the new year too', async () => {
    const text = bare([':61:2512310101C1000,NTRFX//FT1'], { closing: ':62F:C260101VND1000,' });
    expect((await read(text, { day: '2026-01-01' })).summary.day).toBe('2026-01-01');
  });

  const good = bare([LINE]);
  it.each([
    ['dollars', good.replace('VND0,', 'USD0,'), /line 4, 60F: must be VND/],
    ['a fraction', good.replace('1000,00N', '1000,50N'), /line 5, 61: is no amount in whole/],
    ['no opening balance', good.replace(':60F:', ':13D:'), /60F: the opening balance/],
    ['no account', good.replace(':25:', ':21:'), /25: the field :25: is missing/],
    ['a movement that can’t be read', good.replace('NTRF', '????'), /line 5, 61: can't be read/],
    ['no number', good.replace('//FT1', ''), /line 5, 61: .*missing/],
    ['a day that there is not', good.replace('2511261126', '2511310000'), /line 5, 61: there is no day/],
    ['another day', good.replace('2511261126', '2511261124'), /line 5, 61: is 2025-11-24/],
    ['text before it', `xin chao\n:20:${good.slice(4)}`, /record|headings/],
    ['a control character', good.replace('FT1', 'FT\u00021'), /control character/],
    ['an endless line', good.replace('FT1', 'x'.repeat(9_000)), /too long/],
    ['an endless field', good.replace(LINE, `${LINE}\n:86:a${'\nb'.repeat(60)}`), /86: is too long/],
    ['another message', good.replace(':20:', '{1:F01}{2:O103}{4:\n:20:'), /is no MT940/],
    ['a block that has no end', `{4:\n${good.replace(/-$/, '')}`, /-} is missing/],
  ])('with %s is refused', async (_name, text, wanted) => {
    expect(await refusal(text)).toMatch(wanted);
  });
});

it('whoever stops reading leaves no source behind', async () => {
  for (const text of [`<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>`, ':20:X\n:25:1\n']) {
    let closed = false;
    async function* source() {
      try {
        yield Buffer.from(text.padEnd(70_000, ' '));
        yield Buffer.from('<');
      } finally {
        closed = true;
      }
    }
    const reading = await readAccountStatement(source(), { account: ACCOUNT, day: DAY, profile: USUAL_PROFILE, merchant: undefined });
    await expect(reading.batches.next()).rejects.toThrow(StatementError);
    expect(closed).toBe(true);
    expect(() => reading.summaries()).toThrow(/not read to its end/);
  }
});
