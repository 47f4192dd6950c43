import { open } from 'node:fs/promises';
import type { FileRow } from '../../../platform/workbook/file-rows.ts';

/** A file of exports, read from its beginning, no more of it in memory than is worked on. Its heading is a row of its own, the others follow. */
export interface OpenRows {
  columns: readonly string[];
  rows: AsyncIterable<FileRow>;
  close(): Promise<void>;
}

/** The first bytes of a file, as many as it has. */
export async function readHead(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
