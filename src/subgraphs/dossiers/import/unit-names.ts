import type { Queryable } from '../../../platform/database/database.ts';
import type { Message } from '../../../platform/language.ts';
import type { Read } from './value.ts';

interface NamedUnit {
  code: string;
  name: string;
  agency_code: string;
  valid_to: string | null;
  replaced_by: string | null;
}

const fold = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * Finds today's unit for what an old system called it: the code or agency code of one in force, else its name, else the code, agency
 * code or name of a former one, whose successor it then is. A name that several bear finds none: only the mapping can tell them apart.
 */
export class UnitNames {
  readonly #byCode: ReadonlyMap<string, NamedUnit>;
  readonly #present = new Map<string, Set<string>>();
  readonly #former = new Map<string, Set<string>>();

  constructor(units: readonly NamedUnit[]) {
    this.#byCode = new Map(units.map((unit) => [unit.code, unit]));
    for (const unit of units) {
      const of = unit.valid_to === null ? this.#present : this.#former;
      const codes = unit.valid_to === null ? [unit.code] : [unit.code, unit.code.replace(/^F-/, '')];
      for (const name of new Set([...codes, unit.agency_code, unit.name].map(fold))) {
        const found = of.get(name);
        if (found === undefined) of.set(name, new Set([unit.code]));
        else found.add(unit.code);
      }
    }
  }

  find(said: string): Read<string> {
    const present = this.#present.get(fold(said));
    if (present?.size === 1) return { value: [...present][0] as string };
    const former = this.#former.get(fold(said)) ?? new Set();
    const heirs = new Set([...former].map((code) => this.#heirOf(code)));
    const [heir] = heirs;
    if (present === undefined && heirs.size === 1 && heir !== undefined) return { value: heir };
    if (present === undefined && former.size === 0) return { problem: UNKNOWN };
    return { problem: SEVERAL };
  }

  /** The unit in force that a former one became, by however many steps. */
  #heirOf(code: string): string | undefined {
    const seen = new Set<string>();
    for (let unit = this.#byCode.get(code); unit !== undefined && !seen.has(unit.code); unit = this.#byCode.get(unit.replaced_by ?? '')) {
      if (unit.valid_to === null) return unit.code;
      seen.add(unit.code);
    }
    return undefined;
  }
}

const UNKNOWN: Message = {
  vi: 'Không có đơn vị này, kể cả đơn vị cũ: hãy thêm vào units của tệp ánh xạ.',
  en: 'There is no such unit, not even a former one: add it to units of the mapping.',
};
const SEVERAL: Message = {
  vi: 'Nhiều đơn vị có tên này: hãy chỉ rõ trong units của tệp ánh xạ.',
  en: 'Several units bear this name: say which in units of the mapping.',
};

/** All units, those in force and former ones. */
export async function readUnitNames(sql: Queryable): Promise<UnitNames> {
  return new UnitNames(
    await sql.query<NamedUnit>('SELECT code, name, agency_code, valid_to, replaced_by FROM dossiers.unit ORDER BY code'),
  );
}
