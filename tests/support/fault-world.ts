import type { DossierIngestInput, DossierStatus } from '../../schema/generated/graphql.ts';
import { nationalCodeOf } from '../../src/platform/graphql/enums.ts';
import type { Random } from '../../src/roles/seed/random.ts';
import { STATE_LABELS } from '../../src/subgraphs/dossiers/lifecycle/labels.ts';
import { COMMUNE, OTHER_PERSON, PERSON, SOURCE } from './dossiers.ts';

/** One dossier of a fault run: what happens to it, and so what the portal must know of it in the end. */
export interface PlannedDossier {
  code: string;
  /** The portal's own number, of a dossier that was filed there. */
  nationalCode: string | undefined;
  /** The states that each version of its source adds, the first one's included. */
  versions: DossierStatus[][];
  /** States to which an officer moves it in the hub, after its source's last version. */
  moves: DossierStatus[];
  /** The portal refuses it whenever it is told. */
  refused: boolean;
  /** The portal had it already, though it was not filed there and the hub does not know that. */
  known: boolean;
}

const LIVES: readonly (readonly DossierStatus[])[] = [
  ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'RESOLVED', 'RETURNED'],
  ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'RESOLVED'],
  ['SUBMITTED', 'ACCEPTED', 'SUPPLEMENT_REQUESTED', 'PROCESSING', 'RESOLVED', 'RETURNED'],
  ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'STOPPED'],
  ['SUBMITTED', 'ACCEPTED', 'PROCESSING'],
  ['SUBMITTED', 'REFUSED'],
];
const MOVES: readonly DossierStatus[] = ['ACCEPTED', 'PROCESSING', 'RESOLVED'];
/** Of so many one: came to a counter; is moved in the hub; is refused by the portal; was there already. */
const EVERY = { counter: 4, moved: 31, refused: 151, known: 40 };

/** Plans dossiers, three quarters of them filed at the portal; the same for the same chance. */
export function planWorld(random: Random, count: number): PlannedDossier[] {
  return Array.from({ length: count }, (_, at) => {
    const number = `250929-${String(at + 1).padStart(5, '0')}`;
    const counter = at % EVERY.counter === 0;
    const moved = at % EVERY.moved === 7;
    return {
      code: `H12.64-${number}`,
      nationalCode: counter ? undefined : `G22.99-${number}`,
      versions: moved ? [['SUBMITTED']] : cut(random, random.pick(LIVES)),
      moves: moved ? [...MOVES] : [],
      refused: !moved && at % EVERY.refused === 11,
      known: counter && at % EVERY.known === 0,
    };
  });
}

/** The first state is one version; of the others one or two come at a time. */
function cut(random: Random, life: readonly DossierStatus[]): DossierStatus[][] {
  const versions = [life.slice(0, 1)];
  for (let at = 1; at < life.length; ) {
    const size = random.between(1, 2);
    versions.push(life.slice(at, at + size));
    at += size;
  }
  return versions;
}

/** Half an hour between states, all of the day before the hub's own, so that what is moved in the hub comes after. */
const timeOf = (place: number) =>
  `2025-09-29T${String(8 + Math.floor(place / 2)).padStart(2, '0')}:${place % 2 === 0 ? '00' : '30'}:00+07:00`;

/** A version as the source sends it; undefined: there is none of that number. */
export function versionOf({ code, nationalCode, versions }: PlannedDossier, number: number): DossierIngestInput | undefined {
  if (number > versions.length) return undefined;
  const states = versions.slice(0, number).flat();
  const at = (status: DossierStatus) => {
    const place = states.indexOf(status);
    return place < 0 ? null : timeOf(place);
  };
  return {
    sourceSystem: SOURCE,
    sourceVersion: number,
    code,
    ...(nationalCode === undefined ? {} : { nationalCode, origin: 'NATIONAL_PORTAL' }),
    procedure: '1.001193',
    receivingUnit: COMMUNE,
    applicant: Number(code.at(-1)) % 2 === 0 ? PERSON : OTHER_PERSON,
    channel: nationalCode === undefined ? 'IN_PERSON' : 'ONLINE',
    status: states.at(-1) ?? 'SUBMITTED',
    submittedAt: timeOf(0),
    acceptedAt: at('ACCEPTED'),
    refusedAt: at('REFUSED'),
    resolvedAt: at('RESOLVED'),
    returnedAt: at('RETURNED'),
    steps: states.map((status, place) => ({
      key: `step ${place + 1}`,
      at: timeOf(place),
      status,
      officer: 'Lê Thị Cán Bộ',
      content: `Bước ${place + 1}`,
    })),
  };
}

/** What the simulated portal says of one dossier. */
export interface HeldDossier {
  code: string;
  status: string;
  inserts: number;
  updates: number;
  duplicateSteps: number;
  steps: { TrangThai: string }[];
  notices: { NoiDung: string }[];
  history: string[];
}

/** What is told of a dossier in the order in which it must be: its state as it then is and, after each, the steps that led there. */
export function storyOf({ nationalCode, versions, moves }: PlannedDossier): string[] {
  const told = nationalCode === undefined ? 'whole' : 'notice';
  return [...versions, ...moves.map((state) => [state])].flatMap((states) => [
    `${told} ${labelOf(states.at(-1))}`,
    ...states.map((state) => `step ${nationalCodeOf(state)}`),
  ]);
}

const labelOf = (state: DossierStatus | undefined) => (state === undefined ? '' : STATE_LABELS[state].vi);

/**
 * The same out of what the portal holds. A state may be told again in doubt, so that an immediate repetition counts once; a step
 * that is repeated or out of its order shows.
 */
export function heldStory({ history, notices }: HeldDossier): string[] {
  const labels = notices.map(({ NoiDung }) => NoiDung);
  const story = history.map((entry) => {
    const [, what, code = ''] = entry.split(' ');
    if (what === 'step') return `step ${code}`;
    return what === 'notice' ? `notice ${labels.shift()}` : `whole ${labelOf(STATE_OF.get(code))}`;
  });
  return story.filter((entry, at) => entry.startsWith('step') || entry !== story[at - 1]);
}

const STATE_OF = new Map((Object.keys(STATE_LABELS) as DossierStatus[]).map((state) => [String(nationalCodeOf(state)), state]));
