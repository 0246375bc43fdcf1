/**
 * What every build that contains `<tb-flow-designer>` needs: the one `data:` picture in the sheet of bpmn-js goes, because a strict page
 * forbids such addresses. bpmn-js itself goes into our own bundle, with its sheets and its icon font as a file.
 */

/** The Vite (and Rollup, Rolldown) plugin; it reads the sheet before Vite's own plugins do. */
export function bpmnSheetWithoutData() {
  return {
    name: 'tongban:bpmn-sheet-without-data',
    enforce: 'pre',
    transform(code, id) {
      if (!/bpmn-js[\\/]dist[\\/]assets[\\/]bpmn-js\.css/.test(id)) return undefined;
      return { code: code.replace(/url\((['"])data:.*?\1\)/g, "'›'"), map: null };
    },
  };
}

export const viteConfig = {
  plugins: [bpmnSheetWithoutData()],
  optimizeDeps: { include: ['bpmn-js/lib/Modeler'] },
};

export const bundled = [/^bpmn-js$/];
