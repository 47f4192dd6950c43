import manifest from '../../connectors/national-portal/manifest.ts';
import { testTools } from '../contract/portal.ts';

/** The simulator over HTTP, with what someone does to it behind the hub's back. */
export async function playPortal() {
  if (manifest.simulator === undefined) throw new Error('the national portal has no simulator');
  const simulator = await manifest.simulator.start({ port: 0 });
  const port = manifest.create(manifest.config.parse({ ...simulator.environment, NATIONAL_PORTAL_TIMEOUT_MS: '20000' }), testTools());
  const admin = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${simulator.url}/_simulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  return { port, admin, stop: () => simulator.stop() };
}
