import type { PortalProcedure, PortalProcedureEntry } from '../contract/portal.catalogue.ts';
import { procedureOf } from './catalogue.procedure.ts';
import { recordsOf, textOf } from './catalogue.read.ts';
import { type PortalService, unclear, unreadable } from './transport.service.ts';

/** All procedures that the portal lists. Throws UpstreamError for an answer that is no list. */
export async function listProcedures(service: PortalService): Promise<PortalProcedureEntry[]> {
  const answer = await service.call('LayDanhSachTTHC', {});
  if (answer.verdict !== 'ok') throw unclear('LayDanhSachTTHC', answer);
  if (!Array.isArray(answer.result)) throw unreadable('LayDanhSachTTHC');
  const entries = recordsOf(answer.result).map((row) => ({ code: textOf(row, 'MATTHC'), name: textOf(row, 'TENTTHC') }));
  return entries.filter(({ code }) => code !== '');
}

/** One procedure; null: the portal does not know it. Throws UpstreamError where it can't tell. */
export async function readProcedure(service: PortalService, code: string): Promise<PortalProcedure | null> {
  const answer = await service.call('LayThuTuc', { maTTHC: code });
  if (answer.verdict === 'absent') return null;
  if (answer.verdict !== 'ok') throw unclear('LayThuTuc', answer);
  const [row] = recordsOf(Array.isArray(answer.result) ? answer.result : [answer.result]);
  if (row === undefined) return null;
  // A row without a code is no procedure, and the one that was asked for may well be there.
  if (textOf(row, 'MATTHC') === '') throw unreadable('LayThuTuc');
  return procedureOf(row);
}
