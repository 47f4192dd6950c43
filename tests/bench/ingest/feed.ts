import type { DossierIngestInput } from '../../../schema/generated/graphql.ts';
import { INGEST_OUTCOMES } from '../../support/documents.ingest.ts';
import { COMMUNE, SOURCE } from '../../support/dossiers.ts';

/** What one round feeds: as many new dossiers, then the next version of each. Codes of a round begin with its own agency. */
export interface Feed {
  round: number;
  dossiers: number;
  version: 1 | 2;
}

/** The agency whose codes a round’s dossiers bear; none of the sample’s. */
export const agencyOf = (round: number) => `H12.${800 + round}`;

/** The bodies of a feed's requests, ready to be sent, so that making them is nobody's time. */
export function requestsOf(feed: Feed, batch: number): string[] {
  const query = INGEST_OUTCOMES.toString();
  const bodies: string[] = [];
  for (let from = 0; from < feed.dossiers; from += batch) {
    const size = Math.min(batch, feed.dossiers - from);
    const input = Array.from({ length: size }, (_, at) => dossierOf(feed, from + at));
    bodies.push(JSON.stringify({ query, variables: { input } }));
  }
  return bodies;
}

/** The keys of the steps that a version adds. */
export const stepsOf = (version: 1 | 2) => (version === 1 ? ['bước 1', 'bước 2'] : ['bước 3', 'bước 4']);

/** One as a one-stop system has it: an applicant of its own, papers, a fee, two steps and then two more. */
function dossierOf({ round, version }: Feed, at: number): DossierIngestInput {
  const year = 60 + (at % 40);
  const minutes = String(at % 60).padStart(2, '0');
  const filed =
    at % 4 === 0 ? {} : { nationalCode: `G22.${800 + round}-250930-${String(at).padStart(5, '0')}`, origin: 'NATIONAL_PORTAL' as const };
  const first = [step(1, '08', 'SUBMITTED'), step(2, '09', 'ACCEPTED')];
  return {
    ...filed,
    sourceSystem: SOURCE,
    sourceVersion: version,
    code: `${agencyOf(round)}-250930-${String(at).padStart(5, '0')}`,
    procedure: '1.001193',
    receivingUnit: COMMUNE,
    applicant: {
      nationalId: `0968${year}${String(round * 20_000 + at).padStart(6, '0')}`,
      fullName: `Nguyễn Thị Hồ Sơ ${at}`,
      dateOfBirth: `19${year}-02-03`,
      phone: `0912${String(at).padStart(6, '0')}`,
    },
    channel: 'ONLINE',
    status: version === 1 ? 'ACCEPTED' : 'RESOLVED',
    summary: `Đăng ký khai sinh số ${at}`,
    submittedAt: `2025-09-30T08:${minutes}:00+07:00`,
    acceptedAt: `2025-09-30T09:${minutes}:00+07:00`,
    resolvedAt: version === 1 ? null : `2025-09-30T11:${minutes}:00+07:00`,
    documents: [
      { name: 'Tờ khai', componentCode: 'TP1', digitized: true },
      { name: 'Giấy chứng sinh', componentCode: 'TP2', digitized: true, reused: true },
    ],
    fees: [{ code: 'LP1', name: 'Lệ phí', kind: 'FEE', amount: 8_000 }],
    steps: version === 1 ? first : [...first, step(3, '10', 'PROCESSING'), step(4, '11', 'RESOLVED')],
  };
}

const step = (number: number, hour: string, status: 'SUBMITTED' | 'ACCEPTED' | 'PROCESSING' | 'RESOLVED') => ({
  key: `bước ${number}`,
  at: `2025-09-30T${hour}:59:00+07:00`,
  status,
  officer: 'Lê Thị Cán Bộ',
  title: 'Chuyên viên',
  department: 'Bộ phận Một cửa',
  content: `Bước ${number}`,
});
