import { expect, it } from 'vitest';
import { readViewState, searchOf } from './view-state.ts';

const read = (search: string, remembered?: 'vi' | 'en') => readViewState(new URLSearchParams(search), { today: '2025-09-30', remembered });

it('begins in Vietnamese with the present quarter and who is behind on time', () => {
  expect(read('')).toMatchObject({ language: 'vi', sort: 'onTime', descending: false, level: 'all', quarter: { key: '2025-Q3' } });
  expect(searchOf(read(''))).toBe('');
});

it('takes nothing from an address that it does not know', () => {
  expect(searchOf(read('lang=fr&sort=secret&order=up&level=x&quarter=1999-Q1'))).toBe('');
});

it('reads back what it writes', () => {
  const search = '?lang=en&quarter=2025-Q2&sort=paid&order=desc&level=communes';
  expect(searchOf(read(search))).toBe(search);
});

it('puts the address before what is remembered', () => {
  expect([read('', 'en').language, read('lang=vi', 'en').language]).toEqual(['en', 'vi']);
});
