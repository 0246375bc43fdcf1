/** The model's `Simulator`: compiles the sources, runs a sample case on the runtime and plays those of the measure. */
import { compileMeasure } from '@tongban/compile';
import type { MeasureManifest, MeasureSources, Scenario, Simulator } from '@tongban/model';
import { playScenario } from './play-scenario.ts';
import { createTrial } from './trial.ts';

/** A simulator. */
export function createSimulator(): Simulator {
  return {
    async open(sources, startsAt) {
      const { release, problems } = await compileMeasure(sources);
      if (release === undefined) return { problems };
      return {
        trial: createTrial(release, startsAt),
        problems,
        scenarios: scenariosIn(sources, release.manifest),
        play: (scenario) => playScenario(scenario, release),
      };
    },
  };
}

// what cannot be read was said when the sources were compiled
function scenariosIn(sources: MeasureSources, { parts }: MeasureManifest): readonly Scenario[] {
  return (parts.scenarios ?? []).flatMap((path): readonly Scenario[] => {
    try {
      return [JSON.parse(sources[path] ?? '') as Scenario];
    } catch {
      return [];
    }
  });
}
