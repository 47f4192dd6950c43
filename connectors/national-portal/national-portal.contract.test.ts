import { portalContract } from '../../tests/contract/portal.ts';
import manifest from './manifest.ts';

portalContract(manifest);
