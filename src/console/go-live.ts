import { type Asker, ask, type GraphAnswer, type GraphQuery } from './graph.ts';
import { RULES, type RuleChange } from './operations.rules.ts';
import {
  DIFFERENCES,
  type Differences,
  EXTRAS,
  type Extras,
  ONBOARDING,
  type OnboardingItem,
  type ReportingSwitch,
  SOURCES,
  type Source,
  SWITCHES,
} from './operations.ts';

/** How many differences, and how many extra codes, are listed. */
const LISTED = 20;
/** How many changes of rules that wait, as many as the graph gives at once. */
const RULES_LISTED = 100;

/** How far a unit is with working through the hub. */
export interface GoLive {
  /** The unit's code. */
  unit: string;
  onboarding: GraphAnswer<readonly OnboardingItem[]>;
  switches: GraphAnswer<readonly ReportingSwitch[]>;
  differences: GraphAnswer<Differences>;
  extras: GraphAnswer<Extras>;
  sources: GraphAnswer<readonly Source[]>;
  /** Of the whole province. */
  rules: GraphAnswer<readonly RuleChange[]>;
}

/** Asks for the parts side by side; what one role may not see takes no other part away. `everywhere`: the unit is the whole province. */
export async function readGoLive(
  query: GraphQuery,
  asker: Asker,
  { unit, everywhere }: { unit: string; everywhere: boolean },
): Promise<GoLive> {
  const [onboarding, switches, differences, extras, sources, rules] = await Promise.all([
    ask(query, ONBOARDING, { ...asker, variables: { unit } }),
    ask(query, SWITCHES, { ...asker, variables: { unit } }),
    ask(query, DIFFERENCES, { ...asker, variables: { unit, first: LISTED } }),
    ask(query, EXTRAS, { ...asker, variables: { unit, first: LISTED } }),
    ask(query, SOURCES, { ...asker, variables: { unit: everywhere ? null : unit } }),
    ask(query, RULES, { ...asker, variables: { first: RULES_LISTED } }),
  ]);
  return {
    unit,
    onboarding: { data: onboarding.data?.onboarding, problem: onboarding.problem },
    switches: { data: switches.data?.reportingSwitches, problem: switches.problem },
    differences: { data: differences.data?.comparisons, problem: differences.problem },
    extras: { data: extras.data?.portalExtras, problem: extras.problem },
    sources: { data: sources.data?.sources, problem: sources.problem },
    rules: { data: rules.data?.ruleChanges, problem: rules.problem },
  };
}
