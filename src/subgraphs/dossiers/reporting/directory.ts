import type { Queryable } from '../../../platform/database/database.ts';
import { keptFor } from '../../../platform/kept.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { DossierRow } from '../dossier.row.ts';
import { type UnitDirectory, unitDirectory } from '../units.ts';
import type { ReportingMode } from './reporting.type.ts';
import { inOrder, type PortalServiceName, type Reporter, type ReportingRule, servicesOf } from './rule.ts';
import { OTHER_SOURCES, Switches, type SwitchSetting } from './switch.ts';

/** How a dossier is reported to the portal. */
export interface Reporting {
  /** Empty: never sent, recorded alone. */
  services: readonly PortalServiceName[];
  reportedBy: Reporter;
  /** What the switch of its unit and source says; it matters where there are services. */
  mode: ReportingMode;
}

/** What of a dossier its reporting hangs on. */
export type ReportedRow = Pick<DossierRow, 'origin' | 'procedure' | 'receiving_unit' | 'source_system' | 'submitted_at'>;

/** Rules and switches, held in memory: some dozens that change a few times a year. */
export class ReportingDirectory {
  /** The rules that fit this installation's way to the portal, the deciding one first. */
  readonly rules: readonly ReportingRule[];
  readonly switches: Switches;
  readonly #units: UnitDirectory;
  readonly #reporters: ReadonlyMap<string, Reporter>;

  constructor(parts: {
    rules: readonly ReportingRule[];
    profile: string;
    switches: Switches;
    units: UnitDirectory;
    reporters: ReadonlyMap<string, Reporter>;
  }) {
    this.rules = inOrder(parts.rules.filter(({ profile }) => profile === null || profile === parts.profile));
    this.switches = parts.switches;
    this.#units = parts.units;
    this.#reporters = parts.reporters;
  }

  /** Procedures that somebody else than the province reports, by who does. */
  get reporters(): ReadonlyMap<string, Reporter> {
    return this.#reporters;
  }

  /** How a dossier is reported at that instant of business time. `reportedBy`: where it was read with the dossier's procedure. */
  of(row: ReportedRow, at: Date, reportedBy: Reporter = this.#reporters.get(row.procedure) ?? 'PROVINCE'): Reporting {
    return {
      services: servicesOf(this.rules, { origin: row.origin, procedure: row.procedure, reportedBy, submittedAt: row.submitted_at }),
      reportedBy,
      mode: this.switches.modeOf(this.#units.scope(row.receiving_unit), row.source_system, at),
    };
  }

  /** The receiving units and sources whose switch says that at an instant; OTHER_SOURCES: all that have no switch of their own. */
  inMode(mode: ReportingMode, at: Date): { unit: string; source: string }[] {
    const sources = [OTHER_SOURCES, ...this.switches.sources];
    return this.#units.codes.flatMap((unit) => {
      const scope = this.#units.scope(unit);
      return sources.filter((source) => this.switches.modeOf(scope, source, at) === mode).map((source) => ({ unit, source }));
    });
  }
}

const KEPT_MS = 60_000;
const directories = keptFor(KEPT_MS, readDirectory);

/** Rules and switches as of a minute ago at most. */
export function reportingDirectory(hub: Platform): Promise<ReportingDirectory> {
  return directories.of(hub);
}

/** Forgets what is kept, after it was changed. */
export function forgetReporting(hub: Platform): void {
  directories.forget(hub);
}

async function readDirectory(hub: Platform): Promise<ReportingDirectory> {
  const reporters = await hub.db.query<{ code: string; reported_by: Reporter }>(
    `SELECT code, reported_by FROM dossiers.procedure WHERE reported_by <> 'PROVINCE'`,
  );
  return new ReportingDirectory({
    rules: await readRules(hub.db),
    profile: hub.config.env['NATIONAL_PORTAL_PROFILE'] ?? 'adapter',
    switches: new Switches(await readSwitches(hub.db), hub.config.reporting),
    units: await unitDirectory(hub),
    reporters: new Map(reporters.map(({ code, reported_by: reportedBy }) => [code, reportedBy])),
  });
}

/** All rules, whatever their profile and period. */
export function readRules(sql: Queryable): Promise<ReportingRule[]> {
  return sql.query<ReportingRule>(
    'SELECT id, origin, procedure, reported_by, profile, services, valid_from, valid_to FROM dossiers.reporting_rule ORDER BY origin, valid_from, id',
  );
}

/** All settings of switches, the latest change first. */
export function readSwitches(sql: Queryable): Promise<SwitchSetting[]> {
  return sql.query<SwitchSetting>(
    'SELECT id, unit, source, mode, valid_from, changed_by, changed_at, reason FROM dossiers.reporting_switch ORDER BY changed_at DESC, id DESC',
  );
}
