import { isCommuneLevel, type ReferenceUnit, receptionPoints, units } from '../../subgraphs/dossiers/reference/units.ts';
import { drawName } from './names.ts';
import type { Home } from './people.ts';
import type { Random } from './random.ts';

/** Who writes a step. */
export interface Actor {
  officer: string;
  title: string | null;
  department: string | null;
}

/** A unit with what a dossier's course needs of it: its desks, its invented people, its own one-stop system. */
export interface Office {
  unit: ReferenceUnit;
  sourceSystem: string;
  points: readonly string[];
  desk: readonly Actor[];
  experts: readonly Actor[];
  leaders: readonly Actor[];
  home: Home;
}

const COMMUNE_ROOMS = ['Phòng Văn hóa - Xã hội', 'Phòng Kinh tế', 'Văn phòng HĐND và UBND'];

function staffOf(random: Random, roles: readonly { title: string; department: string }[]): Actor[] {
  return roles.map((role) => ({ officer: drawName(random.chance(0.5) ? 'M' : 'F', random), ...role }));
}

function openOffice(unit: ReferenceUnit, random: Random): Office {
  const commune = isCommuneLevel(unit.kind);
  const center = commune ? 'Trung tâm Phục vụ hành chính công' : 'Trung tâm Phục vụ hành chính công tỉnh';
  const rooms = commune ? COMMUNE_ROOMS : [unit.name];
  const leader = commune ? 'Phó Chủ tịch UBND' : 'Phó Giám đốc';
  return {
    unit,
    sourceSystem: `motcua-${unit.code.toLowerCase()}`,
    points: receptionPoints.filter((point) => point.unit === unit.code).map((point) => point.code),
    desk: staffOf(random, Array(3).fill({ title: 'Chuyên viên Một cửa', department: center })),
    experts: staffOf(
      random,
      [...rooms, ...rooms].map((department) => ({ title: 'Chuyên viên', department })),
    ),
    leaders: staffOf(random, Array(2).fill({ title: leader, department: unit.name })),
    // The communes of former Bạc Liêu have codes below 32000.
    home: { name: unit.name, urban: unit.kind === 'WARD', prefix: unit.code < '32000' ? '095' : '096' },
  };
}

/** All offices that take dossiers, in the order of the reference data. */
export function openOffices(random: Random): Office[] {
  return units.filter((unit) => unit.kind !== 'PROVINCE').map((unit) => openOffice(unit, random));
}
