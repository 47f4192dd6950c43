import { portalContract } from '../../tests/contract/portal.ts';
import { WAYS } from '../../tests/support/portal-profiles.ts';
import manifest from './manifest.ts';

for (const [name, settings] of Object.entries(WAYS)) portalContract(manifest, { name, settings });
