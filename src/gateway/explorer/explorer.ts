import type { ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { type Asset, bundleExplorer } from './bundle.ts';

/** A page to try queries on, served whole from this process: it needs no internet. */
export interface Explorer {
  servePage(response: ServerResponse): void;
  /** Answers false, with nothing touched, where the path is none of the page's files. */
  serveAsset(pathname: string, response: ServerResponse): Promise<boolean>;
}

/** Nothing from elsewhere, and nothing sent elsewhere. The editor brings its styles and fonts inline. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; worker-src 'self' blob:; connect-src 'self' ws: wss:; frame-ancestors 'none'";

/** The page for the graph at `path`; its files are put together when the first browser asks for one. */
export function createExplorer(options: { readonly path?: string; readonly title?: string; readonly example?: string } = {}): Explorer {
  const path = options.path ?? '/graphql';
  const assetPath = `${path}/explorer`;
  const page = pageHtml({ path, assetPath, title: options.title ?? 'GraphQL', example: options.example ?? '' });
  let bundling: Promise<ReadonlyMap<string, Asset>> | undefined;
  const assets = (): Promise<ReadonlyMap<string, Asset>> => {
    bundling ??= bundleExplorer();
    bundling.catch(() => {
      bundling = undefined;
    });
    return bundling;
  };
  return {
    servePage: (response) => {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, 'cache-control': 'no-store' })
        .end(page);
    },
    serveAsset: async (pathname, response) => {
      if (!pathname.startsWith(`${assetPath}/`)) return false;
      const asset = (await assets()).get(pathname.slice(assetPath.length + 1));
      if (asset === undefined) return false;
      sendAsset(response, asset);
      return true;
    },
  };
}

function sendAsset(response: ServerResponse, asset: Asset): void {
  const compressed = /\bgzip\b/.test(response.req.headers['accept-encoding'] ?? '');
  const body = compressed ? asset.gzipped : gunzipSync(asset.gzipped);
  response.writeHead(200, {
    'content-type': asset.type,
    'content-length': body.length,
    'cache-control': 'private, max-age=3600',
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    ...(compressed && { 'content-encoding': 'gzip' }),
  });
  response.end(body);
}

function pageHtml(of: { path: string; assetPath: string; title: string; example: string }): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${of.title}</title>
<link rel="stylesheet" href="${of.assetPath}/page.css">
<style>html, body, #root { height: 100%; margin: 0 }</style>
</head>
<body>
<div id="root" data-graph="${of.path}" data-assets="${of.assetPath}" data-example="${attribute(of.example)}">Đang tải… (Loading…)</div>
<script type="module" src="${of.assetPath}/page.js"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
