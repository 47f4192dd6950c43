import type { HubContext } from '../../../platform/graphql/context.ts';
import { type OnboardingItem, onboardingItem } from '../../../platform/graphql/onboarding.ts';
import { toLocalIso } from '../../../platform/time.ts';
import { businessInstant } from '../dossier.filter.ts';
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
  const [first] = await context.hub.db.query<{ code: string; submitted_at: Date }>(
    'SELECT code, submitted_at FROM dossiers.dossier WHERE receiving_unit = $1 ORDER BY submitted_at, id LIMIT 1',
    [unit.code],
  );
  return {
    settings: [
      onboardingItem('AGENCY_CODE', { vi: 'Mã định danh cơ quan', en: 'Agency code' }, { done: hasCode, detail: unit.agency_code || null }),
      onboardingItem(
        'REPORTING',
        { vi: 'Đồng bộ lên Cổng DVCQG đang mở', en: 'Reporting to the national portal is on' },
        { done: switches.anyOn(scope, at), detail: null },
      ),
    ],
    course: [
      onboardingItem(
        'FIRST_DOSSIER',
        { vi: 'Hồ sơ đầu tiên', en: 'First dossier' },
        { done: first !== undefined, detail: first === undefined ? null : `${first.code} ${toLocalIso(first.submitted_at)}` },
      ),
    ],
  };
}
