import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { DossierRow } from '../dossier.row.ts';
import type { DossierIngestInput } from './ingest.input.ts';
import type { Standing } from './standing.ts';

/** Standings in which an input does not go in. */
export type Refused = Extract<Standing, 'FOREIGN' | 'OUTSIDE' | 'REUSED' | 'TAKEN'>;

/** Why an input does not go in. Of a dossier that the token may not see it tells whose its code is, and no more. */
export function refusalOf(
  standing: Refused,
  { sourceVersion }: DossierIngestInput,
  row: Pick<DossierRow, 'source_system'> | undefined,
): UserErrorValue {
  switch (standing) {
    case 'FOREIGN': {
      const owner = row?.source_system ?? '';
      return userError(
        'OWNED_BY_OTHER_SOURCE',
        { vi: `Mã hồ sơ này thuộc nguồn ${owner}.`, en: `This code belongs to the source ${owner}.` },
        ['code'],
      );
    }
    case 'OUTSIDE':
      return userError('INVALID', { vi: 'Mã hồ sơ này đã thuộc đơn vị khác.', en: "This code is another unit's." }, ['code']);
    case 'TAKEN':
      return userError('INVALID', { vi: 'Mã hồ sơ quốc gia này đã thuộc hồ sơ khác.', en: "This national code is another dossier's." }, [
        'nationalCode',
      ]);
    case 'REUSED':
      return userError(
        'SOURCE_VERSION_REUSED',
        {
          vi: `Phiên bản ${sourceVersion} đã gửi với nội dung khác: hãy tăng sourceVersion.`,
          en: `Version ${sourceVersion} was sent with other content: raise sourceVersion.`,
        },
        ['sourceVersion'],
      );
  }
}
