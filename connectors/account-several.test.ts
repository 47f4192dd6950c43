import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, readAll, refusal, severalIn } from '../tests/support/account-readers.ts';
import { type Movement, type WrittenForm, type WrittenStatement, writeAccount } from './vietqr/simulator.account.ts';

const FORMS: WrittenForm[] = ['csv', 'camt053', 'mt940'];
const dayAt = (n: number) => `2025-11-${String(n + 3).padStart(2, '0')}`;
const bookedAt = (day: string, time = '08:00:00') => new Date(`${day}T${time}+07:00`);

const drawnDay = fc.record({
  amounts: fc.array(
    fc.integer({ min: -999_999_999, max: 999_999_999 }).filter((amount) => amount !== 0),
    { minLength: 1, maxLength: 6 },
  ),
  isKept: fc.boolean(),
});
/** Days that follow from each other, some with days between of which there is nothing. */
function statementsOf(drawn: readonly { amounts: number[]; isKept: boolean }[], opening: number): WrittenStatement[] {
  let before = opening;
  return drawn.flatMap(({ amounts, isKept }, n) => {
    if (!isKept && n > 0) return [];
    const day = dayAt(n);
    const movements = amounts.map((amount, at): Movement => {
      const sides = { kind: amount > 0 ? ('CREDIT' as const) : ('DEBIT' as const), amount: Math.abs(amount) };
      return { ...sides, reference: `FT${n}X${at}`, at: bookedAt(day), content: `nop phi ${at}` };
    });
    const statement = { account: ACCOUNT, day, opening: before, movements };
    before += amounts.reduce((sum, amount) => sum + amount, 0);
    return [statement];
  });
}
type Statements = Awaited<ReturnType<typeof readAll>>;
/** What statements say, without where in a file they say it. */
const said = (statements: Statements) =>
  statements.map(({ summary: { sha256: _, ...summary }, entries }) => ({
    summary,
    entries: entries.map(({ line: _line, ...entry }) => entry),
  }));
const THREE = statementsOf(
  [
    { amounts: [1_111, -100], isKept: true },
    { amounts: [2_222], isKept: true },
    { amounts: [3_333, 4], isKept: true },
  ],
  5_000_000,
);

describe.each(FORMS)('a file in %s with the statements of several days', (form) => {
  it('says what one file for each day says, however it arrives in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawnDay, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 1, max: 900 }),
        async (drawn, opening, size) => {
          const statements = statementsOf(drawn, opening);
          const apart: Statements = [];
          for (const each of statements) apart.push(...(await readAll(writeAccount(form, each), { day: each.day })));
          const together = await readAll(severalIn(form, statements), { day: undefined, size });
          // A table tells of quiet days between by its balances alone.
          const moved = together.filter(({ entries }) => entries.length > 0);
          expect(said(moved)).toEqual(said(apart));
          expect(moved.length === together.length || form === 'csv').toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has each known by what it says, whatever else the file has', async () => {
    const digests = (await readAll(severalIn(form, THREE), { day: undefined })).map(({ summary }) => summary.sha256);
    const later = (await readAll(severalIn(form, THREE.slice(1)), { day: undefined })).map(({ summary }) => summary.sha256);
    expect(later).toEqual(digests.slice(1));
    expect(new Set(digests).size).toBe(3);
    const other = THREE.map((each, n) =>
      n === 1 ? { ...each, movements: each.movements.map((movement) => ({ ...movement, content: 'khac' })) } : each,
    );
    const changed = (await readAll(severalIn(form, other), { day: undefined })).map(({ summary }) => summary.sha256);
    expect(changed.map((sha256, n) => sha256 === digests[n])).toEqual([true, false, true]);
  });

  it('is refused where one day alone is wanted', async () => {
    expect(await refusal(severalIn(form, THREE), { day: dayAt(0) })).toMatch(
      form === 'csv' ? /line \d+, time: is 2025-11-04, expected 2025-11-03/ : /the file has several statements, while its address or name/,
    );
  });

  it('is refused whole where it is cut short or one amount is another', async () => {
    const text = severalIn(form, THREE).trimEnd();
    expect(await refusal(text, { day: undefined })).toBe('taken');
    const last = form === 'csv' ? text.indexOf('Số dư cuối kỳ') - 12 : text.length;
    const cuts = Array.from({ length: last - 1 }, (_, at) => text.slice(0, at + 1)).filter(
      (cut, at) => at % 11 === 0 || cut.endsWith('-}'),
    );
    for (const cut of cuts) {
      // Between two messages of SWIFT nothing tells that another follows: the days behind are missing, and are told as such.
      const isBetween = form === 'mt940' && /-}?$/.test(cut.trimEnd());
      expect((await refusal(cut, { day: undefined })) === 'taken').toBe(isBetween);
    }
    for (const amount of ['2222', '3333', '2.222', '3.333'].filter((each) => text.includes(each)))
      expect(await refusal(text.replace(amount, amount.replace(/^./, '9')), { day: undefined })).toMatch(/balance|closingBalance/i);
  });

  it('is refused where a day comes twice, and names it', async () => {
    const [first, second] = THREE as [WrittenStatement, WrittenStatement];
    const [again] = statementsOf([{ amounts: [7], isKept: true }], 9) as [WrittenStatement];
    const file = severalIn(form, [
      first,
      second,
      { ...again, movements: again.movements.map((each) => ({ ...each, reference: 'OTHER' })) },
    ]);
    expect(await refusal(file, { day: undefined })).toMatch(
      form === 'csv' ? /time: the days are out of order/ : /two statements of 2025-11-03/,
    );
  });
});

it.each(['camt053', 'mt940'] as const)('one of another account, or with a wrong balance, refuses all of the file in %s', async (form) => {
  const strange = THREE.map((each, n) => (n === 2 ? { ...each, account: '99990000' } : each));
  const file = severalIn(form, strange);
  expect(await refusal(file, { day: undefined })).toMatch(
    form === 'camt053' ? /^entry 3, Stmt\[3\]\/Acct\/Id: is not that of account/ : /^line \d+, 25: is not that of account/,
  );
});

describe('a table of several days', () => {
  const HEAD = 'Ngày;Số CT;Ghi nợ;Ghi có;Số dư';
  const rows = ['03/11/2025 08:00;A1;;100;600', '03/11/2025 09:00;A2;50;;550', '05/11/2025 08:00;B1;;7;557'];
  const table = (lines: readonly string[]) => [HEAD, ...lines].join('\n');
  const ends = async (text: string) =>
    (await readAll(text, { day: undefined })).map(({ summary: { day, opening, closing } }) => [day, opening, closing]);

  it('may have the newest first, and tells each day’s balances, of quiet days between too', async () => {
    const told = [
      ['2025-11-03', 500, 550],
      ['2025-11-04', 550, 550],
      ['2025-11-05', 550, 557],
    ];
    expect((await ends(table(rows))).toSorted()).toEqual(told);
    expect((await ends(table(rows.toReversed()))).toSorted()).toEqual(told);
  });

  it('is refused where its days are out of order, or its balances run the other way', async () => {
    const third = '04/11/2025 08:00;C1;;1;558';
    expect(await refusal(table([...rows, third]), { day: undefined })).toMatch(/line 5, time: the days are out of order/);
    const turned = ['03/11/2025 08:00;A1;;100;600', '05/11/2025 08:00;B1;;7;500'];
    expect(await refusal(table(turned), { day: undefined })).toMatch(/balance: the days are out of order/);
  });
});

describe('camt.053 in pages', () => {
  const DAY = dayAt(0);
  const amount = (value: number) => `<Amt Ccy="VND">${value}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`;
  const balance = (kind: string, value: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>${amount(value)}<Dt><Dt>${DAY}</Dt></Dt></Bal>`;
  const entry = (reference: string, value: number) =>
    `<Ntry>${amount(value)}<Sts>BOOK</Sts><BookgDt><Dt>${DAY}</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef></Ntry>`;
  const page = (number: number, inner: string, { isLast = false, id = 'S1', account = ACCOUNT } = {}) =>
    `<Stmt><Id>${id}</Id><StmtPgntn><PgNb>${number}</PgNb><LastPgInd>${isLast}</LastPgInd></StmtPgntn><Acct><Id><Othr><Id>${account}</Id></Othr></Id></Acct>${inner}</Stmt>`;
  const document = (pages: readonly string[], header = '') =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr>${header}</GrpHdr>${pages.join('')}</BkToCstmrStmt></Document>`;
  const count = (n: number) => `<TxsSummry><TtlNtries><NbOfNtries>${n}</NbOfNtries></TtlNtries></TxsSummry>`;
  const first = page(1, balance('OPBD', 100) + balance('ITBD', 101) + count(1) + entry('P1', 1));
  const second = page(2, balance('ITBD', 101) + count(3) + entry('P2', 2));
  const third = page(3, balance('CLBD', 107) + entry('P3', 4), { isLast: true });

  it('is put together, whether a page counts itself or the whole', async () => {
    const [whole, ...others] = await readAll(document([first, second, third]), { day: DAY });
    expect(others).toEqual([]);
    expect(whole).toMatchObject({
      summary: { day: DAY, opening: 100, closing: 107, credits: { count: 3, sum: 7 } },
      entries: [{ reference: 'P1' }, { reference: 'P2' }, { reference: 'P3' }],
    });
  });

  it.each([
    ['its second page missing', [first, third], /Stmt\[2\]\/StmtPgntn: page 2 of statement S1 is missing/],
    ['its first page missing', [second, third], /StmtPgntn: page 1 of statement S1 is missing/],
    ['its last page missing', [first, second], /Stmt\[2\]\/StmtPgntn: page 3 of statement S1 is missing/],
    ['a page twice', [first, first, second, third], /Stmt\[2\]\/StmtPgntn: page 2/],
    ['a page of another statement between', [first, page(2, '', { id: 'S2' })], /Stmt\[2\]\/StmtPgntn: page 2 of statement S1/],
    ['a page of another account', [first, page(2, '', { account: '99990000' })], /Stmt\[2\]\/Acct\/Id: is not that of account/],
    ['another opening balance on a page', [first, page(2, balance('OPBD', 101))], /Stmt\[2\]\/Bal\/OPBD: is 101, and was 100 before/],
    ['a wrong count on a page', [first, page(2, count(2) + entry('P2', 2)), third], /NbOfNtries: is 2, the entries come to 1/],
    ['no number on a page', [first.replace('<PgNb>1<', '<PgNb>mot<')], /PgNb: must be the number of a page/],
  ])('with %s is refused', async (_name, pages, wanted) => {
    expect(await refusal(document(pages), { day: DAY })).toMatch(wanted);
  });

  it('is refused where the message itself goes on in other files, and where it has no statement', async () => {
    const header = (number: number, isLast: boolean) => `<MsgPgntn><PgNb>${number}</PgNb><LastPgInd>${isLast}</LastPgInd></MsgPgntn>`;
    expect(await refusal(document([first, second, third], header(1, true)), { day: DAY })).toBe('taken');
    expect(await refusal(document([first, second, third], header(1, false)), { day: DAY })).toMatch(
      /LastPgInd: the file is a part of a message/,
    );
    expect(await refusal(document([first, second, third], header(2, true)), { day: DAY })).toMatch(/PgNb: the file is a part of a message/);
    expect(await refusal(document([]), { day: undefined })).toMatch(/Stmt: the file has no statement/);
  });
});
