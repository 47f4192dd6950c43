import { openSheet } from '../../../platform/workbook/workbook.ts';
import type { OpenRows } from './rows.ts';

/** Opens a sheet of a workbook of exports, its first where none is named. Throws FileProblem. */
export async function openXlsx(path: string, sheet?: string): Promise<OpenRows> {
  const { rows, close } = await openSheet(path, { sheet });
  try {
    const first = await rows.next();
    return { columns: first.done === true ? [] : first.value.cells, rows: { [Symbol.asyncIterator]: () => rows }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
