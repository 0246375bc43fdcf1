/** The one place where React meets the element. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { FormView, type FormViewProps } from './form-view.tsx';

/** A form on the page. */
export interface MountedForm {
  /** Shows it, at once. */
  show(props: FormViewProps): void;
  unmount(): void;
}

/** Puts a form into `place`. */
export function mountForm(place: HTMLElement): MountedForm {
  const root = createRoot(place);
  return {
    show: (props) => flushSync(() => root.render(<FormView {...props} />)),
    unmount: () => root.unmount(),
  };
}
