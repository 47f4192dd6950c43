import { DossierStatus, FilingChannel } from '../../../platform/graphql/enums.ts';
import type { DossierIngestInput, DossierStepInput, FeeInput } from '../ingest/ingest.input.ts';
import type { Problem } from '../ingest/problem.ts';
import { Cells } from './cells.ts';
import { DOSSIER_FIELDS, type DossierField } from './field.ts';
import type { DossierMapping } from './mapping.ts';
import type { UnitNames } from './unit-names.ts';

/** A row as the hub takes it, or what is wrong with it. `atPortal`: the source says that the portal has it. */
export type DossierRowRead = { input: DossierIngestInput; atPortal: boolean; code: string } | { problems: Problem[]; code: string };

/** Makes dossiers of the rows of one file. */
export class DossierRows {
  readonly #mapping: DossierMapping;
  readonly #source: string;
  readonly #cells: Cells;

  /** `columns`: the file's headings, in order. */
  constructor(mapping: DossierMapping, about: { source: string; columns: readonly string[]; units: UnitNames }) {
    const { procedures, states, channels, units: codes } = mapping;
    this.#mapping = mapping;
    this.#source = about.source;
    this.#cells = new Cells(about.columns, {
      units: about.units,
      codes: { procedure: procedures, state: states, channel: channels, unit: codes },
      lists: { state: Object.keys(DossierStatus), channel: Object.keys(FilingChannel) },
    });
  }

  read(row: readonly string[]): DossierRowRead {
    const problems: Problem[] = [];
    const made: Record<string, unknown> = { sourceSystem: this.#source };
    for (const [name, from] of Object.entries(this.#mapping.fields)) {
      const value = this.#cells.read(row, from, { name, kind: DOSSIER_FIELDS[name as DossierField] }, problems);
      if (value != null) put(made, name.split('.'), value);
    }
    const steps = this.#steps(row, problems);
    const fees = this.#fees(row, problems);
    const atPortal =
      this.#mapping.atPortal !== undefined &&
      this.#cells.read(row, this.#mapping.atPortal, { name: 'atPortal', kind: 'flag' }, problems) === true;
    const code = String(made['code'] ?? '');
    for (const name of ['code', 'procedure', 'receivingUnit', 'channel', 'status', 'submittedAt'] as const) {
      if (made[name] === undefined && !problems.some(({ field }) => field.join('.') === name)) {
        problems.push({ field: [name], vi: 'Ô này trống.', en: 'This cell is empty.' });
      }
    }
    if (problems.length > 0) return { problems, code };
    completePeople(made);
    const input = {
      feesSettled: false,
      voided: false,
      ...made,
      ...(steps.length > 0 ? { steps } : {}),
      ...(fees.length > 0 ? { fees } : {}),
    } as unknown as DossierIngestInput;
    input.sourceVersion ??= latest(input);
    return { input, atPortal, code };
  }

  /** One step for each that the mapping names whose time is filled in; without a key, so that the same one of a later feed is known again. */
  #steps(row: readonly string[], problems: Problem[]): DossierStepInput[] {
    return (this.#mapping.steps ?? []).flatMap((each, at): DossierStepInput[] => {
      const read = (name: 'at' | 'officer' | 'content' | 'title' | 'department' | 'endBy') => {
        const from = each[name];
        const kind = name === 'at' || name === 'endBy' ? 'instant' : 'text';
        return from === undefined ? null : this.#cells.read(row, from, { name: `steps.${at}.${name}`, kind }, problems);
      };
      const when = read('at');
      if (!(when instanceof Date)) return [];
      const content = String(read('content') ?? '');
      return [
        {
          at: when,
          status: each.status,
          officer: String(read('officer') ?? ''),
          content,
          title: read('title') as string | null,
          department: read('department') as string | null,
          endBy: read('endBy') as Date | null,
        },
      ];
    });
  }

  #fees(row: readonly string[], problems: Problem[]): FeeInput[] {
    return (this.#mapping.fees ?? []).flatMap((each, at): FeeInput[] => {
      const read = (name: 'code' | 'name' | 'amount') =>
        this.#cells.read(row, each[name], { name: `fees.${at}.${name}`, kind: name === 'amount' ? 'money' : 'text' }, problems);
      const amount = read('amount');
      if (typeof amount !== 'number') return [];
      const kind = each.kind ?? 'CHARGE';
      return [
        { code: String(read('code') ?? ''), name: String(read('name') ?? ''), kind, amount, exemptedAmount: 0, collection: 'BEFORE' },
      ];
    });
  }
}

function put(into: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[name] = value;
  else {
    into[name] ??= {};
    put(into[name] as Record<string, unknown>, rest, value);
  }
}

/** What the checks of a feed expect to be there, if only empty, so that they can say what is wrong with it. */
function completePeople(made: Record<string, unknown>): void {
  const applicant: Record<string, unknown> = { fullName: '', ...(made['applicant'] as object | undefined) };
  const paper = applicant['identityDocument'] as { number?: string } | undefined;
  // A kind of paper without a number, as a constant makes it in every row, is no paper.
  if (paper?.number === undefined) delete applicant['identityDocument'];
  else applicant['identityDocument'] = { kind: 'OTHER', ...paper };
  made['applicant'] = applicant;
  const owner = made['owner'] as { kind?: string; name?: string } | undefined;
  if (owner?.name === undefined) delete made['owner'];
  else made['owner'] = { kind: 'CITIZEN', ...owner };
}

/** The latest time of which a row speaks: a source without versions sends the time of the change. A due date lies ahead and is none. */
function latest({ submittedAt, acceptedAt, resolvedAt, returnedAt, refusedAt, steps }: DossierIngestInput): number {
  const times = [submittedAt, acceptedAt, resolvedAt, returnedAt, refusedAt, ...(steps ?? []).map(({ at }) => at)];
  return Math.max(...times.map((time) => time?.getTime() ?? 0));
}
