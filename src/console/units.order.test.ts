import { expect, it } from 'vitest';
import { indicators, unit } from '../../tests/support/console.ts';
import { laggards, sortUnits } from './units.order.ts';

const rated = (code: string, name: string, resolvedOnTimeRate: number | null) =>
  unit(code, name, { indicators: indicators({ resolvedOnTimeRate }) });
const names = (...args: Parameters<typeof sortUnits>) => sortUnits(...args).map(({ name }) => name);

const UNITS = [
  rated('1', 'Xã Đầm Dơi', 0.9),
  rated('2', 'Xã An Trạch', 0.9),
  rated('3', 'Xã Biển Bạch', null),
  rated('4', 'Xã U Minh', 0.5),
];

it('puts the lowest first and equals by name, and last what can not be measured', () => {
  expect(names(UNITS, { sort: 'onTime', descending: false, level: 'all' })).toEqual([
    'Xã U Minh',
    'Xã An Trạch',
    'Xã Đầm Dơi',
    'Xã Biển Bạch',
  ]);
  expect(names(UNITS, { sort: 'onTime', descending: true, level: 'all' })).toEqual([
    'Xã An Trạch',
    'Xã Đầm Dơi',
    'Xã U Minh',
    'Xã Biển Bạch',
  ]);
});

it('sorts names as Vietnamese does: Đ after D, before E', () => {
  const units = ['Xã Ea', 'Xã Đa', 'Xã Du'].map((name) => unit(name, name));
  expect(names(units, { sort: 'name', descending: false, level: 'all' })).toEqual(['Xã Du', 'Xã Đa', 'Xã Ea']);
});

it('shows one level alone', () => {
  const units = [unit('32248', 'Xã Đất Mũi'), unit('32001', 'Phường', { kind: 'WARD' }), unit('96-D01', 'Sở Nội vụ')];
  expect(names(units, { sort: 'name', descending: false, level: 'departments' })).toEqual(['Sở Nội vụ']);
  expect(names(units, { sort: 'name', descending: false, level: 'communes' })).toEqual(['Phường', 'Xã Đất Mũi']);
});

it('marks the lowest tenth of a level, and nobody where all are equal', () => {
  const communes = Array.from({ length: 20 }, (_, at) => rated(String(at), `Xã ${at}`, 0.8 + at / 100));
  const department = rated('96-D01', 'Sở Nội vụ', 0.1);
  expect([...laggards([...communes, department])]).toEqual(['0 onTime', '1 onTime']);
});
