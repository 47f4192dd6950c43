import type { HubContext } from '../../../platform/graphql/context.ts';
import { type OnboardingItem, onboardingItem } from '../../../platform/graphql/onboarding.ts';
import { toLocalIso } from '../../../platform/time.ts';
import { APPLICANT, SYSTEM } from '../change/caller.ts';
import { businessInstant } from '../dossier.filter.ts';
import { portalLists } from '../portal-lists/lists.read.ts';
import { acceptsAgencyCode } from '../reference/agency-codes.ts';
import { reportingDirectory } from '../reporting/directory.ts';
import type { Unit } from '../units.ts';

/** What dossiers knows of how far a unit is: what is set, and what came. */
export async function ownItems(
  context: HubContext,
  unit: Unit,
  scope: readonly string[],
): Promise<{ settings: OnboardingItem[]; course: OnboardingItem[] }> {
  const at = businessInstant(context);
  const hasCode = unit.agency_code !== '' && acceptsAgencyCode(unit.agency_code, toLocalIso(at).slice(0, 10));
  const { switches } = await reportingDirectory(context.hub);
  const { agencies } = await portalLists(context.hub);
  const [first] = await context.hub.db.query<{ code: string; submitted_at: Date }>(
    'SELECT code, submitted_at FROM dossiers.dossier WHERE receiving_unit = $1 ORDER BY submitted_at, id LIMIT 1',
    [unit.code],
  );
  const officers = await officersOf(context, unit);
  return {
    settings: [
      onboardingItem('AGENCY_CODE', { vi: 'Mã định danh cơ quan', en: 'Agency code' }, { done: hasCode, detail: unit.agency_code || null }),
      // Without the portal's list nothing can be said of it.
      ...(agencies === undefined
        ? []
        : [
            onboardingItem(
              'AGENCY_CODE_AT_PORTAL',
              { vi: 'Cổng DVCQG có mã cơ quan này', en: 'The national portal lists this agency code' },
              { done: agencies.has(unit.agency_code), detail: unit.agency_code || null },
            ),
          ]),
      onboardingItem(
        'REPORTING',
        { vi: 'Đồng bộ lên Cổng DVCQG đang mở', en: 'Reporting to the national portal is on' },
        { done: switches.anyOn(scope, at), detail: null },
      ),
    ],
    course: [
      onboardingItem(
        'OFFICERS',
        { vi: 'Cán bộ có tên trong các bước xử lý gần đây', en: 'Officers named in recent steps' },
        { done: officers > 0, detail: officers === 0 ? null : String(officers) },
      ),
      onboardingItem(
        'FIRST_DOSSIER',
        { vi: 'Hồ sơ đầu tiên', en: 'First dossier' },
        { done: first !== undefined, detail: first === undefined ? null : `${first.code} ${toLocalIso(first.submitted_at)}` },
      ),
    ],
  };
}

/** In how many dossiers back officers are looked for: enough of a unit's last days, whatever its size. */
const LATEST = 500;

/** How many officers the steps of a unit's latest dossiers name. Where a source names nobody, a unit stands there. */
async function officersOf({ hub }: HubContext, { code }: Unit): Promise<number> {
  const [counted] = await hub.db.query<{ officers: number }>(
    `SELECT count(DISTINCT e.actor)::int AS officers
     FROM (SELECT id FROM dossiers.dossier WHERE receiving_unit = $1 ORDER BY submitted_at DESC, id DESC LIMIT ${LATEST}) d
     JOIN dossiers.event e ON e.dossier_id = d.id 
     WHERE e.actor <> ALL($2::text[]) AND NOT EXISTS (SELECT FROM dossiers.unit u WHERE u.name = e.actor)`,
    [code, [APPLICANT.actor, SYSTEM.actor]],
  );
  return counted?.officers ?? 0;
}
