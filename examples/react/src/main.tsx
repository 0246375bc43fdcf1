/** A React host: the flow is a state, `<tb-flow-designer>` shows and edits it. */
import '@tongban/flow-designer/define';
import type { Theme } from '@tongban/element-kit';
import { type ReactElement, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import './tongban-elements.ts';

const THEMES: readonly (readonly [theme: Theme, label: string])[] = [
  ['blue', '政务蓝'],
  ['red', '政务红'],
  ['dark', '深色'],
  ['contrast', '高对比度'],
];

function App(): ReactElement {
  const [xml, setXml] = useState('');
  const [theme, setTheme] = useState<Theme>('blue');
  return (
    <main>
      <div className="bar">
        <label>
          配色{' '}
          <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
            {THEMES.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <output>办理环节：{tasksIn(xml).join('、') || '（没有）'}</output>
      </div>
      <tb-flow-designer xml={xml} theme={theme} ontb-flow-change={(event) => setXml(event.xml)} />
    </main>
  );
}

function tasksIn(xml: string): readonly string[] {
  return [...new DOMParser().parseFromString(xml || '<none/>', 'application/xml').getElementsByTagNameNS('*', 'userTask')].map(
    (task) => task.getAttribute('name') ?? '',
  );
}

createRoot(document.querySelector('#app') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
