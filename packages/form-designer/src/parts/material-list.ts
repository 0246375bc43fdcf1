/** The materials of a list: names, whether they are needed, whether they may follow later. */
import { icon } from '@tongban/element-kit';
import type { Material } from '@tongban/model';
import { html, type TemplateResult } from 'lit';
import type { DesignDesk } from '../design-desk.ts';
import { entryButtons } from './entry-buttons.ts';
import { textBox, tickBox } from './property-inputs.ts';

/** See the module comment. The field's property is `materials`. */
export function materialList(desk: DesignDesk, materials: readonly Material[]): TemplateResult {
  const { t } = desk;
  const set = (next: readonly Material[]): void => desk.change({ materials: next.length === 0 ? undefined : next });
  const replace = (index: number, material: Material): void => set(materials.map((each, at) => (at === index ? material : each)));
  const step = (next: readonly Material[]): void => {
    desk.endStep();
    set(next);
    desk.endStep();
  };
  return html`<div class="field" role="group" aria-labelledby="materials-label">
    <span class="label" id="materials-label">${t('materials')}</span>
    <ol class="choice-list">
      ${materials.map((material, index) => {
        const number = index + 1;
        const { tolerable: _, ...strict } = material;
        return html`<li>
          ${textBox(desk, { id: `material-${index}`, label: t('materialName', { number }), value: material.name['zh-CN'], onInput: (zh) => replace(index, { ...material, name: { ...material.name, 'zh-CN': zh } }) })}
          <div class="pair">
            ${tickBox(desk, { id: `material-needed-${index}`, label: t('materialNeeded'), value: material.needed, onChange: (needed) => replace(index, { ...material, needed }) })}
            ${tickBox(desk, { id: `material-tolerable-${index}`, label: t('materialTolerable'), value: material.tolerable === true, onChange: (tolerable) => replace(index, tolerable ? { ...material, tolerable } : strict) })}
          </div>
          ${entryButtons(desk, { entries: materials, index, name: material.name['zh-CN'] || String(number), onChange: step })}
        </li>`;
      })}
    </ol>
    <button type="button" class="button" @click=${() => step([...materials, newMaterial(materials)])}>${icon('plus')}${t('addMaterial')}</button>
  </div>`;
}

function newMaterial(materials: readonly Material[]): Material {
  const ids = new Set(materials.map(({ id }) => id));
  let number = materials.length + 1;
  while (ids.has(`material${number}`)) number++;
  return { id: `material${number}`, name: { 'zh-CN': `材料${number}`, en: `Material ${number}` }, needed: true };
}
