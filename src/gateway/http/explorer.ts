import type { ServerResponse } from 'node:http';

/** A page to try queries on, served whole from this process: it needs no internet. */
export interface Explorer {
  servePage(response: ServerResponse): void;
  /** Answers false, with nothing touched, where the path is none of the page's files. */
  serveAsset(pathname: string, response: ServerResponse): Promise<boolean>;
}
