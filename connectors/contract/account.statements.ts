import { createHash, type Hash } from 'node:crypto';
import { type AccountReading, type AccountSummary, type ExpectedAccount, refuse } from './account.entry.ts';

/** A year of days, and some: more is damage. */
const MOST_STATEMENTS = 400;

/** Where in a file something is told, for a person. */
interface Told {
  line: number;
  field: string;
}

/** The statements that one file holds, one after the other, each of its own day. */
export class StatementsOfFile {
  readonly #expected: ExpectedAccount;
  readonly #whole: Omit<AccountSummary, 'sha256'>[] = [];
  #begun = 0;
  #sha256: string | undefined;

  constructor(expected: ExpectedAccount) {
    this.#expected = expected;
  }

  /** Another statement begins. Returns which of the file's it is, from 0, and the day that it must be of, where that is known. */
  begin({ line, field }: Told): { statement: number; day: string | undefined } {
    const statement = this.#begun;
    this.#begun += 1;
    const { day, days } = this.#expected;
    if (statement > 0 && day !== undefined)
      refuse(line, field, {
        vi: `tệp có nhiều sao kê mà địa chỉ hoặc tên tệp chỉ nêu ngày ${day}: gửi riêng ngày đó, hoặc đặt tệp vào thư mục của tài khoản với tên không có ngày`,
        en: `the file has several statements, while its address or name tells of ${day} alone: send that day alone, or lay the file into the account's folder under a name without a day`,
      });
    if (statement >= MOST_STATEMENTS)
      refuse(line, field, { vi: `tệp có quá ${MOST_STATEMENTS} sao kê`, en: `the file has more than ${MOST_STATEMENTS} statements` });
    return { statement, day: day ?? days?.[statement] };
  }

  /** A statement is whole. Two of one day contradict each other, or hide that the file was put together wrongly. */
  end(summary: Omit<AccountSummary, 'sha256'>, { line, field }: Told): void {
    if (this.#whole.some(({ day }) => day === summary.day))
      refuse(line, field, {
        vi: `ngày ${summary.day} có hai sao kê trong tệp: tải lại, mỗi ngày một sao kê`,
        en: `the file has two statements of ${summary.day}: download it again with one for each day`,
      });
    this.#whole.push(summary);
  }

  /** The file is read to its end, and was these bytes. */
  close(sha256: string): void {
    this.#sha256 = sha256;
  }

  /** Throws before the file is closed. */
  summaries(): AccountSummary[] {
    const sha256 = this.#sha256;
    if (sha256 === undefined) throw new Error('the statement is not read to its end');
    return this.#whole.map((each) => ({ ...each, sha256 }));
  }
}

/**
 * A statement alone in its file is known by the file's bytes. One that shares it with others is known by what it says: a bank that sends its
 * last seven days each day sends six of them again.
 */
export function knownByContent({ batches, summaries }: AccountReading): AccountReading {
  const digests: Hash[] = [];
  const digestOf = (statement: number): Hash => {
    const digest = digests[statement] ?? createHash('sha256');
    digests[statement] = digest;
    return digest;
  };

  async function* digested(): AccountReading['batches'] {
    for await (const batch of batches) {
      const digest = digestOf(batch.statement);
      for (const { line: _, ...entry } of batch.entries) digest.update(JSON.stringify(entry));
      yield batch;
    }
  }

  return {
    batches: digested(),
    summaries() {
      const all = summaries();
      if (all.length === 1) return all;
      return all.map((each, statement) => {
        const { form, day, opening, closing } = each;
        const head = JSON.stringify([form, day, opening, closing]);
        return { ...each, sha256: digestOf(statement).copy().update(head).digest('hex') };
      });
    },
  };
}
