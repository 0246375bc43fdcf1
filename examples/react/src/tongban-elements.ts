/** The elements of Tongban in JSX: React 19 sets their properties and listens to their events by itself. */
import type { FlowChangeEvent, FlowDesigner } from '@tongban/flow-designer';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

/** `<tb-flow-designer>` with what of it this host uses. */
export type DesignerProps = DetailedHTMLProps<HTMLAttributes<FlowDesigner>, FlowDesigner> &
  Partial<Pick<FlowDesigner, 'xml' | 'context' | 'problems' | 'readonly' | 'theme' | 'locale'>> & {
    readonly 'ontb-flow-change'?: (event: FlowChangeEvent) => void;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'tb-flow-designer': DesignerProps;
    }
  }
}
