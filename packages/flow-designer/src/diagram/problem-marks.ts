/** Problems as badges on the elements they are about. */
import type { Problem } from '@tongban/model';
import type { GetService } from './services.ts';

/** Shows `problems`; those shown before go. Pressing a badge selects the element. */
export function markProblems(get: GetService, problems: readonly Problem[], say: (problem: Problem) => string): void {
  const overlays = get('overlays');
  const registry = get('elementRegistry');
  overlays.remove({ type: TYPE });
  for (const [id, own] of byElement(problems)) {
    const element = registry.get(id);
    if (element?.parent === undefined) continue;
    const badge = document.createElement('div');
    badge.className = own.some((problem) => problem.severity === 'error') ? 'tb-problem' : 'tb-problem warning';
    badge.textContent = own.length === 1 ? '!' : String(own.length);
    badge.title = own.map(say).join('\n');
    badge.addEventListener('click', () => get('selection').select(element));
    overlays.add(id, TYPE, { position: element.waypoints === undefined ? { top: -10, right: 10 } : { top: -10, left: -10 }, html: badge });
  }
}

const TYPE = 'tb-problem';

function byElement(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { elementId } = problem.place;
    if (elementId === undefined || problem.severity === 'info') continue;
    groups.set(elementId, [...(groups.get(elementId) ?? []), problem]);
  }
  return groups;
}
