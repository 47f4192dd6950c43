import writeXlsxFile from 'write-excel-file/node';

/** A movement on the simulated account. */
export interface Movement {
  kind: 'CREDIT' | 'DEBIT';
  reference: string;
  /** Whole đồng. */
  amount: number;
  at: Date;
  content: string;
  /** It takes an earlier movement of the same reference back. */
  isReversal?: boolean;
}

/** What a bank writes of an account on a day. */
export interface WrittenStatement {
  account: string;
  /** YYYY-MM-DD. */
  day: string;
  /** The balance before the first movement, whole đồng. */
  opening: number;
  movements: readonly Movement[];
}

/** The forms in which banks and the treasury write text. */
export type WrittenForm = 'csv' | 'camt053' | 'mt940';

export function isWrittenForm(form: string): form is WrittenForm {
  return Object.hasOwn(WRITERS, form);
}

/** The table as a workbook, its amounts and numbers as texts, as banks save them. */
export function accountWorkbook(statement: WrittenStatement): Promise<Buffer> {
  return writeXlsxFile(tableOf(statement), { sheet: 'Sao ke' }).toBuffer();
}

/** Writes a statement in a bank's form. */
export function writeAccount(form: WrittenForm, statement: WrittenStatement): string {
  return WRITERS[form](statement);
}

const effect = ({ kind, amount }: Movement) => (kind === 'CREDIT' ? amount : -amount);
const closingOf = ({ opening, movements }: WrittenStatement) => movements.reduce((sum, each) => sum + effect(each), opening);
/** Vietnamese time, `YYYY-MM-DDThh:mm:ss`. */
const local = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19);
const dotted = (amount: number) => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
const dayFirst = (day: string) => day.split('-').reverse().join('/');

/** The cells of a bank's table, with lines of its own above and below. */
export function tableOf(statement: WrittenStatement): string[][] {
  const { account, day, opening, movements } = statement;
  let balance = opening;
  return [
    ['SAO KÊ TÀI KHOẢN / ACCOUNT STATEMENT'],
    ['Số tài khoản', account],
    ['Từ ngày', dayFirst(day)],
    ['Số dư đầu kỳ', dotted(opening)],
    ['STT', 'Ngày giao dịch', 'Số giao dịch', 'Ghi nợ', 'Ghi có', 'Số dư', 'Nội dung'],
    ...movements.map((each, at) => {
      balance += effect(each);
      const [date = '', time = ''] = local(each.at).split('T');
      const sides = each.kind === 'CREDIT' ? ['', dotted(each.amount)] : [dotted(each.amount), ''];
      return [String(at + 1), `${dayFirst(date)} ${time}`, each.reference, ...sides, dotted(balance), each.content];
    }),
    ['Tổng số giao dịch', String(movements.length)],
    ['Số dư cuối kỳ', dotted(balance)],
    ['Chữ ký của ngân hàng'],
  ];
}

function csv(statement: WrittenStatement): string {
  const quoted = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `\u{feff}${tableOf(statement)
    .map((cells) => cells.map(quoted).join(';'))
    .join('\r\n')}\r\n`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function camt053(statement: WrittenStatement): string {
  const { account, day, opening, movements } = statement;
  const signed = (amount: number) => `<Amt Ccy="VND">${Math.abs(amount)}</Amt><CdtDbtInd>${amount < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
  const balance = (kind: string, amount: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>${signed(amount)}<Dt><Dt>${day}</Dt></Dt></Bal>`;
  const entry = (each: Movement, at: number) =>
    `<Ntry><NtryRef>${at + 1}</NtryRef>${signed(effect(each))}${each.isReversal ? '<RvslInd>true</RvslInd>' : ''}<Sts><Cd>BOOK</Cd></Sts>` +
    `<BookgDt><DtTm>${local(each.at)}+07:00</DtTm></BookgDt><AcctSvcrRef>${escaped(each.reference)}</AcctSvcrRef>` +
    `<NtryDtls><TxDtls><RmtInf><Ustrd>${escaped(each.content)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
  const created = `<CreDtTm>${day}T23:59:59+07:00</CreDtTm>`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>` +
    `<GrpHdr><MsgId>${account}-${day}</MsgId>${created}</GrpHdr><Stmt><Id>${day}</Id>${created}` +
    `<Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>VND</Ccy></Acct>${balance('OPBD', opening)}${balance('CLBD', closingOf(statement))}` +
    `<TxsSummry><TtlNtries><NbOfNtries>${movements.length}</NbOfNtries></TtlNtries></TxsSummry>` +
    `${movements.map(entry).join('\n')}</Stmt></BkToCstmrStmt></Document>\n`
  );
}

function mt940(statement: WrittenStatement): string {
  const { account, day, opening, movements } = statement;
  const date = day.replaceAll('-', '').slice(2);
  const balance = (tag: string, amount: number) => `:${tag}:${amount < 0 ? 'D' : 'C'}${date}VND${Math.abs(amount)},`;
  const lines = movements.flatMap((each) => {
    const plain = each.kind === 'CREDIT' ? 'C' : 'D';
    // What takes a credit back goes out, and the other way round.
    const mark = each.isReversal ? (plain === 'C' ? 'RD' : 'RC') : plain;
    const text = each.content.match(/.{1,65}/g) ?? [];
    return [
      `:61:${date}${date.slice(2)}${mark}${each.amount},NTRFNONREF//${each.reference}`,
      ...text.map((part, at) => (at === 0 ? `:86:${part}` : part)),
    ];
  });
  return [
    ...['{1:F01ICBVVNVXAXXX0000000000}{2:O9400000000000ICBVVNVXAXXX00000000000000000000N}{4:', `:20:${date}`, `:25:${account}`],
    ...[':28C:1/1', balance('60F', opening), ...lines, balance('62F', closingOf(statement)), '-}', ''],
  ].join('\r\n');
}

const WRITERS: Readonly<Record<WrittenForm, (statement: WrittenStatement) => string>> = { csv, camt053, mt940 };
