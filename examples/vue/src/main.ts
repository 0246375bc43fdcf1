/** A Vue host: two designers on one page that show the same flow; what is drawn in one is seen in the other. */
import '@tongban/flow-designer/define';
import type { FlowChangeEvent } from '@tongban/flow-designer';
import { createApp, defineComponent, h, ref, type VNode } from 'vue';

const App = defineComponent({
  setup() {
    const xml = ref('');
    const twice = ref(false);
    const designer = (readonly: boolean): VNode =>
      h('tb-flow-designer', { xml: xml.value, readonly, 'onTb-flow-change': (event: FlowChangeEvent) => (xml.value = event.xml) });
    return () =>
      h('main', [
        h('div', { class: 'bar' }, [
          h('label', [
            h('input', { type: 'checkbox', checked: twice.value, onChange: () => (twice.value = !twice.value) }),
            ' 并排再看一份（只读）',
          ]),
          h('output', `办理环节：${tasksIn(xml.value).join('、') || '（没有）'}`),
        ]),
        designer(false),
        twice.value ? designer(true) : undefined,
      ]);
  },
});

function tasksIn(xml: string): readonly string[] {
  return [...new DOMParser().parseFromString(xml || '<none/>', 'application/xml').getElementsByTagNameNS('*', 'userTask')].map(
    (task) => task.getAttribute('name') ?? '',
  );
}

createApp(App).mount('#app');
